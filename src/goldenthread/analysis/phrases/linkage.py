"""Sentences about who can be compared with whom, and what second readings would buy.

For the audit lead alone: they name auditors. Nothing here is loaded that computes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from goldenthread.analysis.phrases.pieces import FigurePart, Pieces, capitalised, joined

if TYPE_CHECKING:  # linkage loads numpy, which a brief has no use for
    from goldenthread.analysis.linkage import Choice, Design, Network

FEW_ENOUGH_TO_NAME = 3
"""Up to this many auditors are named; more are counted."""

_ORDINALS = {1: "first", 2: "second"}
_NO_NAMES: Mapping[str, str] = {}


def comparable_auditors(network: "Network", names: Mapping[str, str] = _NO_NAMES) -> Pieces:
    """Who can be compared; empty where nobody has audited. ``names`` gives names of codes.

    "27 of the 30 auditors can be compared with each other, through children whom two of them
    read. Jo Bell and Sam Roe have read no child that anybody else did."
    """
    active = [auditor for auditor, audits in enumerate(network.audits) if audits]
    if not active:
        return ()
    groups = [len(component) for component in network.components if len(component) > 1]
    alone = [network.auditors[auditor] for auditor in active if not network.links[auditor]]
    if not groups:
        return ("No two auditors have read the same child, so nobody can be compared.",)
    linked = (_count("auditors_linked", sum(groups)), " auditors")
    if len(groups) > 1:
        fall = (" fall into ", _count("groups", len(groups)), " groups.")
        how = " Only within a group can they be compared, through children whom two of them read."
        return (*linked, *fall, how, *_alone(alone, names))
    how = "can be compared with each other, through children whom two of them read."
    if not alone:
        return (*capitalised(_all_of("auditors_linked", len(active))), f" auditors {how}")
    of = (linked[0], " of the ", _count("auditors", len(active)), f" auditors {how}")
    return (*of, *_alone(alone, names))


def _alone(codes: Sequence[str], names: Mapping[str, str]) -> Pieces:
    if not codes:
        return ()
    has = "has" if len(codes) == 1 else "have"
    return (" ", *_people(codes, names), f" {has} read no child that anybody else did.")


def second_readings(
    design: "Design",
    grades_per_logit: float | None = None,
    names: Mapping[str, str] = _NO_NAMES,
) -> Pieces:
    """What the month's second readings buy together, or why there are none.

    ``grades_per_logit`` is how many grades a logit is worth near the usual grade; without it
    nothing is said about how well differences are known.

    "Second-reading these 5 children leaves 3 groups of auditors who cannot be compared with each
    other, where there were 8, and gives Jo Bell a second shared child this year. The typical
    uncertainty about a difference between two auditors falls from 0.9 to 0.7 of a grade."
    """
    if not design.choices:
        return (f"No second reading is suggested: {design.why_fewer}.",)
    chosen = len(design.choices)
    effects = [effect for effect in (_groups(design), _shared(design, names)) if effect]
    known = _uncertainty(design, grades_per_logit)
    if not effects and not known:
        effects = [("makes differences between auditors better known",)]
    sentences: list[Pieces] = []
    if effects:
        sentences.append((*_these(chosen), *_list(effects), "."))
    if known:
        opening = () if effects else _these(chosen, "With ", " read again, ")
        sentences.append(capitalised((*opening, *known, ".")))
    sentences.extend(_remaining(design, names))
    return tuple(piece for place, one in enumerate(sentences) for piece in _spaced(place, one))


def second_reading(
    choice: "Choice",
    grades_per_logit: float | None = None,
    names: Mapping[str, str] = _NO_NAMES,
) -> Pieces:
    """Who reads which child a second time, and why this one.

    "Jo Bell reads C12 after Sam Roe: it joins 2 groups of auditors who could not be compared, and
    is the second shared child this year for Sam Roe."
    """
    auditor, reader = _name(choice.auditor, names), _name(choice.reader, names)
    reasons: list[Pieces] = []
    if choice.joins:
        groups = _count("groups_joined", len(choice.joins))
        reasons.append(("it joins ", groups, " groups of auditors who could not be compared"))
    for number, ordinal in _ORDINALS.items():
        codes = [code for code, reached in choice.readings if reached == number]
        if codes:
            what = f"is the {ordinal} shared child this year for "
            reasons.append((*(() if reasons else ("it ",)), what, *_people(codes, names)))
    if not reasons:
        reasons.append(("it tells most about differences between auditors",))
    sds = (choice.sd_before, choice.sd_after)
    known = _fall(sds, grades_per_logit, "choice_sd", "uncertainty about how the two differ")
    last: Pieces = ("; the ", *known) if known else ()
    return (f"{reader} reads {choice.case} after {auditor}: ", *_list(reasons), *last, ".")


def _these(number: int, before: str = "Second-reading ", after: str = " ") -> Pieces:
    which, whom = ("this ", " child") if number == 1 else ("these ", " children")
    return (before + which, _count("chosen", number), f"{whom}{after}")


def _groups(design: "Design") -> Pieces:
    before, after = design.before.components, design.after.components
    if before == after:
        return ()
    had = _count("groups_before", before)
    if after == 1:
        all_of = _all_of("groups_before", before)
        return ("joins ", *all_of, " groups of auditors who could not be compared with each other")
    left = (_count("groups_after", after), " groups of auditors who cannot be compared")
    return ("leaves ", *left, " with each other, where there were ", had)


def _shared(design: "Design", names: Mapping[str, str]) -> Pieces:
    """Who gets a first or second shared child: the last that each is said to reach."""
    reached = {code: number for choice in design.choices for code, number in choice.readings}
    parts = []
    for number, ordinal in _ORDINALS.items():
        codes = sorted(code for code, last in reached.items() if last == number)
        if codes:
            each = " each" if len(codes) > 1 else ""
            parts.append((*_people(codes, names), f"{each} a {ordinal} shared child this year"))
    return ("gives ", *_list(parts)) if parts else ()


def _uncertainty(design: "Design", grades_per_logit: float | None) -> Pieces:
    sds = (design.before.mean_sd, design.after.mean_sd)
    what = "typical uncertainty about a difference between two auditors"
    known = _fall(sds, grades_per_logit, "mean_sd", what)
    return ("the ", *known) if known else ()


def _fall(
    sds: tuple[float | None, float | None], per_logit: float | None, key: str, what: str
) -> Pieces:
    """By how much an uncertainty falls, with one decimal, or two where one shows no change."""
    if per_logit is None or sds[0] is None or sds[1] is None:
        return ()
    before, after = sds[0] * per_logit, sds[1] * per_logit
    decimals = 1 if f"{before:.1f}" != f"{after:.1f}" else 2
    old, new = f"{before:.{decimals}f}", f"{after:.{decimals}f}"
    if not float(old):
        return ()
    unit = " of a grade" if float(old) < 1 else " grades"
    if old == new:
        return (f"{what} stays at about ", _grades(key, f"{before:.1f}"), unit)
    return (f"{what} falls from ", _grades(f"{key}_before", old), " to ", _grades(key, new), unit)


def _remaining(design: "Design", names: Mapping[str, str]) -> Iterable[Pieces]:
    """Who still has too few, and why no more second readings are suggested."""
    below = design.after.below_two
    if below:
        has = "has" if len(below) == 1 else "have"
        people = capitalised(_people(below, names))
        yield (*people, f" still {has} fewer than two shared children this year.")
    if design.why_fewer:
        yield (f"No more are suggested: {design.why_fewer}.",)


def _people(codes: Sequence[str], names: Mapping[str, str]) -> Pieces:
    if len(codes) > FEW_ENOUGH_TO_NAME:
        return (_count("auditors_told", len(codes)), " auditors")
    return joined([(_name(code, names),) for code in codes])


def _list(parts: Sequence[Pieces]) -> Pieces:
    """Parts with a comma before the *and* too, since they have one within."""
    links = [""] + [", "] * (len(parts) - 2) + [", and "]
    return tuple(
        piece for link, part in zip(links, parts, strict=False) for piece in (link, *part) if piece
    )


def _spaced(place: int, sentence: Pieces) -> Pieces:
    return (" ", *sentence) if place else sentence


def _name(code: str, names: Mapping[str, str]) -> str:
    return names.get(code, code)


def _count(key: str, number: int) -> FigurePart:
    return FigurePart(f"linkage.{key}", (), "count", f"{number:,}", number)


def _all_of(key: str, number: int) -> Pieces:
    if number > 2:
        return ("all ", _count(key, number))
    return (FigurePart(f"linkage.{key}", (), "words", "both", number),)


def _grades(key: str, text: str) -> FigurePart:
    return FigurePart(f"linkage.{key}", (), "grades", text)
