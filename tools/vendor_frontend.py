"""Fetch GOV.UK Frontend and MoJ Frontend into the package, without what only GOV.UK may use.

    python tools/vendor_frontend.py

Needs npm. The versions stand below; what is written is the same each time. Left out: the font
GDS Transport, the crown and crest, GOV.UK's icons, and source maps, which Django's hashed static
files would look for in vain. The licences in the vendored folders are not in the npm packages;
they come from the projects' repositories and are not touched here.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

PLACE = Path(__file__).parents[1] / "src/goldenthread/design/static/design/vendor"
GOVUK, MOJ = "6.3.0", "11.1.0"
"""GOV.UK Frontend: the version that govuk-frontend-jinja's macros are written for."""

PACKAGES = {
    "govuk-frontend": (f"govuk-frontend@{GOVUK}", "dist/govuk"),
    "moj-frontend": (f"@ministryofjustice/frontend@{MOJ}", "moj"),
}
_MAP = re.compile(r"(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+)\s*$")
_FONT_FACE = re.compile(r"@font-face\{font-family:GDS Transport;[^}]*\}")
_CREST = re.compile(
    r"(?:background-image|-webkit-mask-image|mask-image):url\(/assets/images/govuk-crest\.svg\);?"
)
_FAMILY = re.compile(r"GDS Transport,arial")
_IMAGE = re.compile(r"url\(\.\./assets/(images/[\w.-]+)\)")


def style(text: str) -> str:
    """A stylesheet as we may serve it."""
    for pattern, instead in (
        (_MAP, ""),
        (_FONT_FACE, ""),
        (_CREST, ""),
        (_FAMILY, 'Arial,"Liberation Sans"'),
    ):
        text = pattern.sub(instead, text)
    return text.replace("url(/assets/", "url(../assets/")


def script(text: str) -> str:
    """A script as we may serve it."""
    return _MAP.sub("", text)


def fetch(package: str, into: Path) -> Path:
    """A package's files, unpacked."""
    into.mkdir()
    subprocess.run(
        ["npm", "pack", "--silent", package], cwd=into, check=True, stdout=subprocess.DEVNULL
    )
    shutil.unpack_archive(next(into.glob("*.tgz")), into)
    return into / "package"


def vendor(name: str, source: Path, place: Path) -> None:
    """Write a package's stylesheet, script and the images that the stylesheet asks for."""
    for folder in ("css", "js", "assets"):
        shutil.rmtree(place / folder, ignore_errors=True)
    css = style((source / f"{name}.min.css").read_text(encoding="utf-8"))
    write(place / "css" / f"{name}.min.css", css)
    js = script((source / f"{name}.min.js").read_text(encoding="utf-8"))
    write(place / "js" / f"{name}.min.js", js)
    for image in sorted(set(_IMAGE.findall(css))):
        target = place / "assets" / image
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / "assets" / image, target)


def write(path: Path, text: str) -> None:
    """Write a text file, with one newline at its end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text.rstrip()}\n", encoding="utf-8")


def main() -> None:
    """Fetch both."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (package, inside) in PACKAGES.items():
            vendor(name, fetch(package, Path(folder) / name) / inside, PLACE / name)
            print(f"{package} is in {PLACE / name}")


if __name__ == "__main__":
    main()
