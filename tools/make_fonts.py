"""Make the font files of ``goldenthread.documents.fonts`` from Adobe's own release.

Usage, in an empty folder, with the packages ``fonttools`` and ``brotli`` installed::

    npm pack source-sans@3.52.0 && tar xzf source-sans-3.52.0.tgz
    python tools/make_fonts.py package src/goldenthread/documents/fonts

It writes

* ``SourceSans3-*.ttf``: Adobe's files, unchanged, for PDF and pictures;
* ``golden-thread-sans-*.woff2``: a small part of them for web pages. The licence reserves the name
  "Source" for unchanged files, so these carry another;
* ``widths.json``: the advance width of every character, in thousandths of the type size, so that
  text can be measured without loading a font library;
* ``OFL.txt``: the licence, with Adobe's copyright notice.
"""

import json
import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = {"regular": "Regular", "semibold": "Semibold"}
WEB_FAMILY = "Golden Thread Sans"
WEB_CHARACTERS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Western and Central European letters
    (0x0218, 0x021B),  # Romanian commas below
    (0x0300, 0x0304),  # combining accents
    (0x1E00, 0x1EF9),  # Vietnamese, Welsh, Yoruba
    (0x2010, 0x2026),  # dashes, quotation marks, bullet, ellipsis
    (0x2032, 0x2033),  # primes
    (0x20AC, 0x20AC),  # euro
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2212),  # minus
    (0x2264, 0x2265),  # at most, at least
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
COPYRIGHT, FAMILY, FULL_NAME, POSTSCRIPT_NAME = 0, 1, 4, 6
KEPT_NAMES = [COPYRIGHT, FAMILY, 2, FULL_NAME, POSTSCRIPT_NAME, 13, 14]


def character_widths(font: TTFont) -> dict[str, int]:
    """Advance width of each character, in thousandths of the type size."""
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return {
        chr(code): round(metrics[glyph][0] * scale)
        for code, glyph in sorted(font.getBestCmap().items())
    }


def write_web_font(source: Path, target: Path, weight: str) -> None:
    """Write the part of a font that web pages need, under a name that is not reserved."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=KEPT_NAMES, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes={code for first, last in WEB_CHARACTERS for code in range(first, last + 1)}
    )
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == FAMILY:
            record.string = WEB_FAMILY
        elif record.nameID == FULL_NAME:
            record.string = f"{WEB_FAMILY} {weight.title()}"
        elif record.nameID == POSTSCRIPT_NAME:
            record.string = f"{WEB_FAMILY.replace(' ', '')}-{weight.title()}"
    font.flavor = "woff2"
    font.save(target)


def main(package: Path, target: Path) -> None:
    """Write all files from the unpacked package into the target folder."""
    widths = {}
    for weight, name in WEIGHTS.items():
        source = package / "TTF" / f"SourceSans3-{name}.ttf"
        shutil.copyfile(source, target / source.name)
        widths[weight] = character_widths(TTFont(source))
        write_web_font(source, target / f"golden-thread-sans-{weight}.woff2", weight)
    text = json.dumps(widths, ensure_ascii=False, separators=(",", ":"))
    (target / "widths.json").write_text(text + "\n", encoding="utf-8")
    licence = (package / "LICENSE.md").read_text(encoding="utf-8")
    (target / "OFL.txt").write_text(licence.strip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
