"""The picture of data flows: who gives what to the service, where it is kept, what leaves it."""

import textwrap
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

PICTURE = Path(__file__).parent / "pictures/data-flows.svg"
WIDTH, HEIGHT, SIDE, MIDDLE = 960, 620, 250, 300
LETTER = 6.1
INSIDE, OUTSIDE, LINE, INK = "#e8f1f8", "#ffffff", "#1d70b8", "#0b0c0c"
DESCRIPTION = (
    "On the left, people who give data: staff of the authority by browser over HTTPS, and lists "
    "of staff as files. In the middle, on one machine of the authority: the web service with a "
    "worker, the database, keys in files outside it, and encrypted backups. On the right, what "
    "leaves: e-mails without narrative to the authority's mail server, sign-in at the authority's "
    "identity provider, briefs without anybody recognisable, and a copy of what is held for a "
    "child who asks. Nothing goes to anybody else."
)


@dataclass(frozen=True, slots=True)
class Place:
    """A box: where it stands, and what is in it."""

    title: str
    says: str
    left: int
    top: int
    width: int
    height: int
    inside: bool = False


_RIGHT = WIDTH - 16 - SIDE
_CENTRE = (WIDTH - MIDDLE) // 2
PLACES = (
    Place("Staff", "Audits, decisions and words, by browser over HTTPS", 16, 70, SIDE, 92),
    Place("Lists of staff", "Names, e-mail addresses, teams: a CSV file", 16, 212, SIDE, 92),
    Place(
        "Briefs to check or make",
        "Files that are read in a confined process, and not kept",
        16,
        354,
        SIDE,
        92,
    ),
    Place("Web service and worker", "Rules, permissions, read log", _CENTRE, 90, MIDDLE, 92, True),
    Place(
        "Database",
        "Children by random ids and sealed numbers; the ledger with opaque ids only",
        _CENTRE,
        232,
        MIDDLE,
        92,
        True,
    ),
    Place("Keys", "Files of one user, in no backup", _CENTRE, 374, 220, 78, True),
    Place("Backups", "Encrypted for a key kept elsewhere", _CENTRE, 502, MIDDLE, 78, True),
    Place("Mail server", "The authority’s; e-mails hold no narrative", _RIGHT, 70, SIDE, 92),
    Place("Identity provider", "The authority’s; who somebody is", _RIGHT, 212, SIDE, 92),
    Place("Briefs and reports", "Counts and words; nobody recognisable", _RIGHT, 354, SIDE, 92),
    Place("A child who asks", "A copy of what is held", _RIGHT, 496, SIDE, 92),
)
_IN, _OUT = _CENTRE - 24, _CENTRE + MIDDLE + 24
ARROWS = (
    (16 + SIDE, 116, _IN, 116),
    (16 + SIDE, 258, _IN, 150),
    (16 + SIDE, 400, _IN, 170),
    (_OUT, 116, _RIGHT, 116),
    (_OUT, 150, _RIGHT, 258),
    (_OUT, 164, _RIGHT, 400),
    (_OUT, 176, _RIGHT, 542),
    (WIDTH // 2, 182, WIDTH // 2, 232),
    (_CENTRE + 110, 374, _CENTRE + 110, 324),
    (_CENTRE + 260, 324, _CENTRE + 260, 502),
)
"""Each from one point to another, where its head is."""


def picture() -> str:
    """The picture as SVG, with title and description for those who do not see it."""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif">'
    )
    head = (
        '<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0 0L10 5L0 10z" fill="{INK}"/></marker>'
    )
    parts = [
        opening,
        '<title id="title">Where data come from, are kept, and go</title>',
        f'<desc id="description">{escape(DESCRIPTION)}</desc>',
        f"<defs>{head}</defs>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _frame(),
    ]
    parts += [_arrow(*each) for each in ARROWS]
    parts += [_box(place) for place in PLACES]
    return "\n".join([*parts, "</svg>", ""])


def _frame() -> str:
    left, width = _CENTRE - 24, MIDDLE + 48
    return (
        f'<rect x="{left}" y="40" width="{width}" height="564" rx="6" fill="none" '
        f'stroke="{LINE}" stroke-dasharray="6 5"/>'
        f'<text x="{left + 24}" y="68" font-size="14" fill="{INK}">'
        "A machine of the authority</text>"
    )


def _arrow(from_x: int, from_y: int, to_x: int, to_y: int) -> str:
    return (
        f'<path d="M{from_x} {from_y}L{to_x} {to_y}" stroke="{INK}" stroke-width="1.5" '
        'fill="none" marker-end="url(#head)"/>'
    )


def _box(place: Place) -> str:
    lines = textwrap.wrap(place.says, int((place.width - 28) / LETTER))
    said = "".join(
        f'<text x="{place.left + 14}" y="{place.top + 48 + 17 * number}" font-size="13" '
        f'fill="{INK}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<rect x="{place.left}" y="{place.top}" width="{place.width}" height="{place.height}" '
        f'rx="4" fill="{INSIDE if place.inside else OUTSIDE}" stroke="{LINE}" stroke-width="1.5"/>'
        f'<text x="{place.left + 14}" y="{place.top + 26}" font-size="15" font-weight="bold" '
        f'fill="{INK}">{escape(place.title)}</text>{said}'
    )
