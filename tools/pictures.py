"""Remake the pictures of the docs from what the command writes: ``python tools/pictures.py``.

Needs pdftoppm, LibreOffice and Chromium, and the packages of ``make setup-dev``. Look at every
picture afterwards: it shows what readers will get.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from goldenthread.documents.charts.png import chart_png
from goldenthread.engine.consistency.answers import children_parts
from goldenthread.engine.consistency.run import ConsistencyRequest, consistency
from goldenthread.publications.parts.consistency import shares_chart

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"

FAULTY = Path(__file__).parents[1] / "tests" / "checker" / "briefs" / "two_months_locality.txt"
"""An invented brief with the figures of 2019."""

YEAR = Path(__file__).parents[1] / "docs" / "how-to" / "files" / "year.csv"
"""A made-up year of grades."""

OTHER_LAYOUTS = ("one-page", "seven-minute", "signs-of-safety")

GROUND, EDGE = "#e6eff1", "#c3ced2"
GAP = 24
"""Pixels between pages and around them."""

COLOURS = 160
"""Enough for text and flat colours; each picture is then a third of its size."""

WINDOW, TELEPHONE = (1180, 900), (390, 900)
"""Width and height of browser windows in CSS pixels."""

SLIDES = ("Issued", "What matters most · 2", "better grades on the right", "Next steps")
"""Words on the slides that are shown."""

SHEETS = (("Case record and chronology", 0.21), ("Finding ref", 0.36))
"""Words on the printed sheets that are shown, and how much of each from the top."""


def main() -> None:
    """Make the example brief, take its pictures, and write them into the docs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _run(sys.executable, "-m", "goldenthread", "demo", "-o", name, "--no-serve")
        brief, slides = folder / "learning-brief.pdf", _to_pdf(folder / "learning-brief.pptx")
        word, workbook = _to_pdf(folder / "learning-brief.docx"), _to_pdf(folder / "returns.xlsx")
        layouts = (brief, *(folder / f"{name}.pdf" for name in OTHER_LAYOUTS))
        _write("learning-brief", _row(_pages(brief, 90)[:2]))
        _write("learning-brief-word", _row(_pages(word, 75)[:2]))
        _write("layouts", _in_two_rows([_pages(layout, 70)[0] for layout in layouts]))
        _write("slides", _in_two_rows([_page_with(words, slides, 60) for words in SLIDES]))
        sheets = [_top(_page_with(words, workbook, 100), share) for words, share in SHEETS]
        _write("workbook", _column(sheets))
        _write("web-page", _row(_web_pages(folder / "learning-brief.html")))
        _write("check-report", _row(_web_pages(_report(folder / "report.html"))))
        report = _to_pdf(_report(folder / "report.docx"))
        _write("check-report-word", _row(_pages(report, 75)[:2]))
        _write("child-or-auditor", _row([_shares(folder / "shares.png")]))


def _report(path: Path) -> Path:
    """The report on a brief with faults; exit code 1 says that it has some."""
    command = [sys.executable, "-m", "goldenthread", "check", str(FAULTY), "-o", str(path)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 1:
        raise SystemExit(f"{FAULTY.name} should have errors.")
    return path


def _shares(path: Path) -> Image.Image:
    """The chart of how much of the difference between audits is the children."""
    found = consistency(ConsistencyRequest(YEAR))
    if found.fit is None:
        raise SystemExit(f"{YEAR.name} should say who looked.")
    path.write_bytes(chart_png(shares_chart(children_parts(found.fit)).chart, ppi=140))
    picture = Image.open(path).convert("RGB")
    framed = Image.new("RGB", (picture.width + 2 * GAP, picture.height + 2 * GAP), "white")
    framed.paste(picture, (GAP, GAP))
    return framed


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _to_pdf(path: Path) -> Path:
    """Print a file with LibreOffice; the PDF is ``{name}.pdf`` beside it."""
    printed = path.parent / "printed"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    convert = ("--headless", "--convert-to", "pdf", "--outdir", str(printed))
    _run("soffice", profile, *convert, str(path))
    return (printed / f"{path.stem}.pdf").rename(path.with_name(f"{path.name}.pdf"))


def _pages(path: Path, dots_per_inch: int) -> list[Image.Image]:
    """Every page of a PDF."""
    stem = path.with_name(f"{path.name}-{dots_per_inch}")
    _run("pdftoppm", "-r", str(dots_per_inch), "-png", str(path), str(stem))
    found = sorted(path.parent.glob(f"{stem.name}-*.png"))
    return [Image.open(page).convert("RGB") for page in found]


def _page_with(words: str, path: Path, dots_per_inch: int) -> Image.Image:
    """The first page of a PDF that holds these words, whatever their capitals."""
    run = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    for number, page in enumerate(text.split("\f")):
        if words.casefold() in " ".join(page.split()).casefold():
            return _pages(path, dots_per_inch)[number]
    raise LookupError(f"no page of {path.name} holds {words!r}")


def _web_pages(path: Path) -> list[Image.Image]:
    """The page in a window and on a telephone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        pictures = [_screen(browser, path, size) for size in (WINDOW, TELEPHONE)]
        browser.close()
    return pictures


def _screen(browser: Browser, path: Path, size: tuple[int, int]) -> Image.Image:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(path.as_uri())
    picture = path.with_name(f"screen-{size[0]}.png")
    page.screenshot(path=picture)
    return Image.open(picture).convert("RGB")


def _row(pages: Sequence[Image.Image]) -> Image.Image:
    """Pages side by side on a tinted ground."""
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    ground = Image.new("RGB", (width, max(page.height for page in pages) + 2 * GAP), GROUND)
    left = GAP
    for page in pages:
        _paste(ground, page, (left, GAP))
        left += page.width + GAP
    return ground


def _column(pages: Sequence[Image.Image]) -> Image.Image:
    """Pages one below the other, equally wide, on a tinted ground."""
    width = max(page.width for page in pages)
    pages = [_scaled(page, width) for page in pages]
    height = sum(page.height for page in pages) + GAP * (len(pages) + 1)
    ground = Image.new("RGB", (width + 2 * GAP, height), GROUND)
    top = GAP
    for page in pages:
        _paste(ground, page, (GAP, top))
        top += page.height + GAP
    return ground


def _in_two_rows(pages: Sequence[Image.Image]) -> Image.Image:
    """Four pages, two in each row, equally high within the row."""
    height = min(page.height for page in pages)
    same = [_scaled(page, round(page.width * height / page.height)) for page in pages]
    rows = [_row(same[:2]), _row(same[2:])]
    width = max(row.width for row in rows)
    ground = Image.new("RGB", (width, sum(row.height for row in rows) - GAP), GROUND)
    ground.paste(rows[1], ((width - rows[1].width) // 2, rows[0].height - GAP))
    ground.paste(rows[0], ((width - rows[0].width) // 2, 0))
    return ground


def _paste(ground: Image.Image, page: Image.Image, place: tuple[int, int]) -> None:
    left, top = place
    ground.paste(EDGE, (left - 1, top - 1, left + page.width + 1, top + page.height + 1))
    ground.paste(page, place)


def _scaled(page: Image.Image, width: int) -> Image.Image:
    height = round(page.height * width / page.width)
    return page.resize((width, height), Image.Resampling.LANCZOS)


def _top(page: Image.Image, share: float) -> Image.Image:
    """The upper part of a page."""
    return page.crop((0, 0, page.width, round(page.height * share)))


def _write(name: str, picture: Image.Image) -> None:
    """Save with few colours, without dithering: text stays sharp and files small."""
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
