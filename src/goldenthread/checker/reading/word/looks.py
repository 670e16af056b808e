"""How a stretch of text looks, from its own properties and those of its styles."""

from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.colours import Theme, hexadecimal, highlight, themed
from goldenthread.checker.reading.office.names import WORD

_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Looks:
    """What properties state; ``None`` where they say nothing. ``size`` in points."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: float | None = None
    colour: str | None = None
    background: str | None = None

    def over(self, under: "Looks") -> "Looks":
        """These looks, and those of ``under`` where these say nothing."""
        if under is PLAIN or self is under:
            return self
        if self is PLAIN:
            return under
        return Looks(
            under.bold if self.bold is None else self.bold,
            under.hidden if self.hidden is None else self.hidden,
            under.raised if self.raised is None else self.raised,
            under.size if self.size is None else self.size,
            under.colour if self.colour is None else self.colour,
            under.background if self.background is None else self.background,
        )


PLAIN = Looks()


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not off (ECMA-376 part 1, 17.17.4)."""
    return element is not None and element.get(f"{WORD}val", "1") not in _OFF


def looks_of(properties: etree._Element | None, theme: Theme) -> Looks:
    """What run properties (``w:rPr``) state."""
    if properties is None:
        return PLAIN
    stated: dict[str, etree._Element] = {
        str(element.tag)[len(WORD) :]: element for element in properties.iterchildren(f"{WORD}*")
    }
    if stated.keys().isdisjoint(_TOLD):
        return PLAIN
    return Looks(
        bold=is_on(stated["b"]) if "b" in stated else None,
        hidden=is_on(stated["vanish"]) if "vanish" in stated else None,
        raised=_raised(stated),
        size=_points(_value(stated.get("sz"))),
        colour=_colour(stated.get("color"), theme),
        background=highlight(_value(stated.get("highlight"))) or fill(stated.get("shd"), theme),
    )


_TOLD = frozenset({"b", "vanish", "vertAlign", "position", "sz", "color", "highlight", "shd"})


def fill(shading: etree._Element | None, theme: Theme) -> str | None:
    """The plain fill of a shading (``w:shd``); ``None`` for none and for patterns."""
    if shading is None or shading.get(f"{WORD}val") not in {"clear", None}:
        return None
    return themed(
        theme,
        shading.get(f"{WORD}themeFill"),
        shading.get(f"{WORD}themeFillTint"),
        shading.get(f"{WORD}themeFillShade"),
    ) or hexadecimal(shading.get(f"{WORD}fill"))


def _colour(element: etree._Element | None, theme: Theme) -> str | None:
    if element is None:
        return None
    return themed(
        theme,
        element.get(f"{WORD}themeColor"),
        element.get(f"{WORD}themeTint"),
        element.get(f"{WORD}themeShade"),
    ) or hexadecimal(_value(element))


def _raised(stated: dict[str, etree._Element]) -> bool | None:
    """Whether text stands above the line, by name or by half points."""
    if "vertAlign" in stated:
        return _value(stated["vertAlign"]) == "superscript"
    height = _points(_value(stated.get("position")))
    return None if height is None else height > 0


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(f"{WORD}val")


def _points(half_points: str | None) -> float | None:
    if not half_points or not half_points.isascii() or not half_points.isdigit():
        return None
    return int(half_points[:4]) / 2
