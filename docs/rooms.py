"""The picture of the layers, drawn from the contract that import-linter checks."""

import ast
import configparser
import textwrap
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parent.parent
PICTURE = Path(__file__).parent / "pictures/architecture.svg"
WIDTH, MARGIN, GAP, ROW = 960, 16, 6, 54
LETTER = 5.6
"""Width of a letter of the small type, in pixels, on average."""
WEB, PURE = "#e8f1f8", "#f3f2f1"
LINE, INK, FAINT = "#1d70b8", "#0b0c0c", "#505a5f"
DESCRIPTION = (
    "Packages from top to bottom; each may import those below it, and none above. Packages side by "
    "side in one row do not import each other. Above the engine stands the web service; from the "
    "engine down nothing knows a web framework. Dashed: not built yet."
)


@dataclass(frozen=True, slots=True)
class Room:
    """A package: its name, what it says of itself, and whether it stands yet."""

    name: str
    says: str
    stands: bool


def layers() -> list[list[Room]]:
    """The rows of the contract, highest first."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    text = contract["importlinter:contract:layers"]["layers"]
    return [[_room(name.strip()) for name in row.split("|")] for row in text.split("\n") if row]


def _room(name: str) -> Room:
    bare = name.strip("()")
    initial = ROOT / "src/goldenthread" / bare / "__init__.py"
    if not initial.is_file():
        return Room(bare, "not built yet", stands=False)
    said = ast.get_docstring(ast.parse(initial.read_text(encoding="utf-8"))) or ""
    return Room(bare, said.split("\n")[0].rstrip("."), stands=True)


def picture() -> str:
    """The picture as SVG, with title and description for those who do not see it."""
    rows = layers()
    below = next(number for number, row in enumerate(rows) if row[0].name == "engine")
    height = MARGIN * 2 + len(rows) * (ROW + GAP)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif">'
    )
    parts = [
        opening,
        '<title id="title">The layers of Golden Thread</title>',
        f'<desc id="description">{escape(DESCRIPTION)}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for number, row in enumerate(rows):
        colour = WEB if number < below else PURE
        parts += _row(row, MARGIN + number * (ROW + GAP), colour)
    return "\n".join([*parts, "</svg>", ""])


def _row(row: list[Room], top: int, colour: str) -> list[str]:
    width = (WIDTH - 2 * MARGIN - GAP * (len(row) - 1)) / len(row)
    return [
        _box(room, MARGIN + place * (width + GAP), top, width, colour)
        for place, room in enumerate(row)
    ]


def _box(room: Room, left: float, top: int, width: float, colour: str) -> str:
    dashed = "" if room.stands else ' stroke-dasharray="4 4"'
    fill = colour if room.stands else "#fff"
    lines = textwrap.wrap(room.says, int((width - 20) / LETTER))[:2]
    small = "".join(
        f'<text x="{left + 10:.0f}" y="{top + 37 + 14 * number}" font-size="11.5" fill="{FAINT}">'
        f"{escape(line)}</text>"
        for number, line in enumerate(lines)
    )
    return (
        f'<rect x="{left:.0f}" y="{top}" width="{width:.0f}" height="{ROW}" rx="4" fill="{fill}" '
        f'stroke="{LINE}"{dashed}/><text x="{left + 10:.0f}" y="{top + 21}" font-size="15" '
        f'font-weight="bold" fill="{INK}">{escape(room.name)}</text>{small}'
    )
