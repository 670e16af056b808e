"""Whether the parts of a whole add up: their counts to the base, their percentages to 100.

Rounded percentages need not add up to 100: each may be half a unit of its last place too large or
too small, so that n whole percentages may miss 100 by up to n/2 (Mosteller, Youtz and Zahn 1967,
Demography 4(2), 850-858). What lies beyond that is no rounding.
"""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.checker.figures.model import SetJudgement, SetMember, Share
from goldenthread.checker.figures.verdicts.arithmetic import band, truncation_band
from goldenthread.checker.results import SetItem, SetVerdict, Severity

_HUNDRED = Fraction(1)
"""Shares are numbers from nought to one."""


def judge_set(
    members: Sequence[SetMember],
    base: int | None,
    *,
    base_stated: bool = True,
    may_overlap: bool = False,
    is_complete: bool = True,
) -> SetJudgement:
    """Add up the parts of a whole and say whether they make it.

    ``base_stated`` is whether the base stands in the same sentence or table; ``may_overlap``
    whether one child could be in several parts; ``is_complete`` is false where a part that is not
    named may be missing. With an unknown part nothing can be wrong.

    >>> counts = [SetMember(str(n), n, None) for n in (1, 14, 11, 0)]
    >>> judge_set(counts, 26).verdict.value, judge_set(counts, 25).severity.value
    ('adds_up', 'error')
    >>> judge_set(counts, 25, base_stated=False).severity.value
    'query'
    """
    counts, percents = sum_of_counts(members), _sum_of_shares(members)
    items = tuple(SetItem(m.text, m.count, m.share.printed if m.share else None) for m in members)
    printed = _as_percent(percents, _most_places(members)) if percents is not None else None
    if base is not None and counts is not None and counts != base:
        sure = (base_stated or vouch_for(members, base)) and (is_complete or counts > base)
        verdict = SetVerdict.DOES_NOT_ADD
        severity = _blame(sure=sure, may_overlap=may_overlap)
        message = _counts_miss(counts, base, stated=base_stated, may_overlap=may_overlap)
    else:
        verdict, severity, message = _of_percents(members, base, counts, percents, may_overlap)
    return SetJudgement(items, counts, printed, verdict, severity, message)


def sum_of_counts(members: Sequence[SetMember]) -> int | None:
    """The sum of all counts, ``None`` where one is unknown."""
    counts = [member.count for member in members]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def percents_may_be_whole(members: Sequence[SetMember]) -> bool:
    """Whether the printed percentages add up to 100, or miss it by no more than rounding can.

    >>> from goldenthread.checker.figures.model import Share
    >>> def parts(*percents: int) -> list[SetMember]:
    ...     return [SetMember("", None, Share(str(p), Fraction(p, 100), 0)) for p in percents]
    >>> percents_may_be_whole(parts(34, 46, 16, 3)), percents_may_be_whole(parts(34, 46, 16, 1))
    (True, False)
    """
    total = _sum_of_shares(members)
    return total is not None and abs(total - _HUNDRED) <= _leeway(members)


def percents_exceed_a_whole(members: Sequence[SetMember]) -> bool:
    """Whether the printed percentages add up to more than 100 and all that rounding can add."""
    total = _sum_of_shares(members)
    return total is not None and total - _HUNDRED > _leeway(members)


def agrees(member: SetMember, base: int) -> bool:
    """Whether the member's count, of this base, prints as its share, rounded or cut off."""
    if member.count is None or member.share is None:
        return False
    cut = truncation_band(member.share)
    rounded = member.count in band(member.share).counts(base)
    return rounded or (cut is not None and member.count in cut.counts(base))


def _of_percents(
    members: Sequence[SetMember],
    base: int | None,
    counts: int | None,
    percents: Fraction | None,
    may_overlap: bool,
) -> tuple[SetVerdict, Severity, str]:
    """The verdict where no count speaks against the base."""
    if percents is None or percents == _HUNDRED:
        message = _adds_up(base, counts, whole=percents is not None)
        return SetVerdict.ADDS_UP, Severity.OK, message
    printed = _as_percent(percents, _most_places(members))
    whole = base if base is not None else counts
    if _all_right(members, whole):
        return SetVerdict.ROUNDING, Severity.OK, _rounded(printed)
    cut_off = whole is not None and all(agrees(member, whole) for member in members)
    if abs(percents - _HUNDRED) <= _leeway(members) or cut_off:
        if whole is None or counts is None:
            return SetVerdict.ROUNDING, Severity.OK, _rounded(printed)
        return SetVerdict.ROUNDING, Severity.NOTE, _not_all_rounded(printed)
    severity = _blame(sure=True, may_overlap=may_overlap)
    return SetVerdict.DOES_NOT_ADD, severity, _percents_miss(printed, may_overlap)


def _blame(*, sure: bool, may_overlap: bool) -> Severity:
    if may_overlap:
        return Severity.NOTE
    return Severity.ERROR if sure else Severity.QUERY


def vouch_for(members: Sequence[SetMember], base: int) -> bool:
    """Whether at least half of the parts, and two of them, print as shares of this base."""
    agreeing = sum(agrees(member, base) for member in members)
    return agreeing >= 2 and 2 * agreeing >= len(members)


def _all_right(members: Sequence[SetMember], whole: int | None) -> bool:
    """Whether each percentage is its count of the whole, rounded."""
    if whole is None:
        return False
    return all(
        member.share is not None and member.count in band(member.share).counts(whole)
        for member in members
    )


def _sum_of_shares(members: Sequence[SetMember]) -> Fraction | None:
    """The sum of the percentages; ``None`` where a part has none, or a fraction in words."""
    shares = [m.share for m in members if m.share is not None and m.share.places is not None]
    if not shares or len(shares) != len(members):
        return None
    return sum((share.value for share in shares), start=Fraction(0))


def _leeway(members: Sequence[SetMember]) -> Fraction:
    """By how much rounding can move the sum: half a unit of the last place for each part."""
    return sum((_half_unit(m.share) for m in members if m.share), start=Fraction(0))


def _half_unit(share: Share) -> Fraction:
    return Fraction(1, 200 * 10 ** (share.places or 0))


def _most_places(members: Sequence[SetMember]) -> int:
    return max((m.share.places or 0 for m in members if m.share), default=0)


def _as_percent(share: Fraction, places: int) -> str:
    """A sum of printed percentages at their precision, which is exact."""
    steps = int(share * 100 * 10**places)
    whole, part = divmod(steps, 10**places)
    return f"{whole}.{part:0{places}d}" if places else str(whole)


def _adds_up(base: int | None, counts: int | None, *, whole: bool) -> str:
    if counts is None:
        return "The percentages add up to 100." if whole else "Not all parts are known."
    if base is not None:
        also = ", and the percentages to 100" if whole else ""
        return f"The parts add up to {counts}, as they should{also}."
    if whole:
        return f"The parts add up to {counts}, and the percentages to 100."
    return (
        f"The parts add up to {counts}; the text does not say how many there should be, "
        "so there is nothing to compare them with."
    )


def _rounded(printed: str) -> str:
    return f"The percentages add up to {printed} because each of them is rounded."


def _not_all_rounded(printed: str) -> str:
    return (
        f"The percentages add up to {printed} instead of 100, and not each of them is its count "
        "rounded to the nearest: work them out anew from the counts."
    )


def _percents_miss(printed: str, may_overlap: bool) -> str:
    if may_overlap:
        return f"The percentages add up to {printed}: say that one child can be in several parts."
    return (
        f"The percentages add up to {printed} instead of 100, which is more than rounding can "
        "explain: check each part, or say what is left out or counted twice."
    )


def _counts_miss(counts: int, base: int, *, stated: bool, may_overlap: bool) -> str:
    if may_overlap:
        return (
            f"The parts add up to {counts} and the whole is {base}: "
            "say that one child can be in several parts."
        )
    if stated:
        return (
            f"The parts add up to {counts}, but the whole is {base}: check the parts and the whole."
        )
    return (
        f"The parts add up to {counts}, but the document speaks of {base} elsewhere: "
        "say what these are parts of, or check them."
    )
