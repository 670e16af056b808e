"""Colours and type: one grid, one accent colour, white space. Contrast is tested, not hoped for."""

from dataclasses import dataclass

from goldenthread.documents.blocks import Tone

FONT = "Source Sans 3"
"""Ships with the package; used where a file can carry its fonts (PDF, SVG, HTML, DOCX)."""

OFFICE_FONT = "Arial"
"""Stands on every council's computers; the fallback where fonts cannot be carried."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``. ``ink`` and ``quiet`` reach 7:1 and 4.5:1 on paper and panel."""

    accent: str = "#0f4c5c"
    accent_tint: str = "#e6eff1"
    ink: str = "#1b2326"
    quiet: str = "#4a565b"
    rule: str = "#c3ced2"
    panel: str = "#f4f7f8"
    paper: str = "#ffffff"


PALETTE = Palette()

GRADE_RAMP_BELOW = ("#8c510a", "#dfc27d")
"""From worst to nearly good: the brown arm of ColorBrewer BrBG, safe for colour-blind readers."""

GRADE_RAMP_GOOD = ("#80cdc1", "#01665e")
"""From good to best: the green arm of ColorBrewer BrBG."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a tone: ``strong`` for headings and rules, ``tint`` as a ground for text."""

    strong: str
    tint: str


_HOUSE = Look(PALETTE.accent, PALETTE.accent_tint)

LOOKS: dict[Tone, Look] = {
    Tone.PLAIN: _HOUSE,
    Tone.SAFETY: _HOUSE,
    Tone.HEADLINE: _HOUSE,
    Tone.STRENGTH: Look(GRADE_RAMP_GOOD[1], "#e8f3f1"),
    Tone.WORRY: Look(GRADE_RAMP_BELOW[0], "#f8f1e6"),
    Tone.REMINDER: _HOUSE,
    Tone.NEXT: _HOUSE,
    Tone.METHOD: Look(PALETTE.quiet, PALETTE.panel),
}
"""Strengths and worries share their colours with the two sides of the chart of grades."""
