"""What a reader is told about one printed share, and what to do. Never which number was meant."""

from goldenthread.checker.figures.model import Bound, Closeness, Nature, Share
from goldenthread.checker.figures.verdicts.arithmetic import (
    LARGEST_BASE,
    band,
    fits_bases,
    fits_counts,
    nearest_counts,
    percent,
)
from goldenthread.checker.results import Verdict

MOST_LISTED = 4
"""More bases than these are counted and not named."""

_CHECK_ALL = "Check the count, the base and the percentage against the returns."
_CHECK_BASE = "Check the base and the percentage against the returns."
_CHECK_COUNT = "Check the count and the percentage against the returns."
_ROUND = "Round every percentage in the same way."
_WORDS = {
    Closeness.AS_PRINTED: "",
    Closeness.ABOUT: "about ",
    Closeness.BELOW: "just under ",
    Closeness.ABOVE: "over ",
    Closeness.UNDER: "under ",
}


def message(verdict: Verdict, bound: Bound, base: int | None) -> str:
    """What ``verdict`` means for a share whose base is taken to be ``base``.

    A base that stands elsewhere in the document is said to, and so are further bases that
    could govern when the share is wrong.
    """
    share, count = bound.mention.share, bound.count
    if share.value > 1 and verdict is not Verdict.AGREES:
        return f"{_as_printed(share)} is more than the whole. Check it against the returns."
    if base is None:
        return _without_base(verdict, bound)
    total = f"{base:,}" if bound.stated else f"{base:,} (the base given elsewhere in the document)"
    if base == 0:
        return f"There is no share of {total}. {_CHECK_ALL}"
    if count is None:
        return _of_base(verdict, bound, base, total)
    if count > base:
        return f"{count:,} of {total} is more than the whole. {_CHECK_ALL}"
    return _of_count_and_base(verdict, bound, count, base, total)


def _of_count_and_base(verdict: Verdict, bound: Bound, count: int, base: int, total: str) -> str:
    share = bound.mention.share
    printed, places = _as_printed(share), share.places or 0
    said = f"{count:,} of {total} is {percent(count, base, places)}%"
    if verdict is Verdict.AGREES:
        return f"{said}." if printed in said else f"{said}: {printed} fits."
    if verdict is Verdict.TRUNCATED:
        return f"{said} when rounded; {printed} only cuts the decimals off. {_ROUND}"
    would_be = _bases_in_words(fits_bases(share, count))
    of_what = f", and {count:,} would be {printed} of {would_be}" if would_be else ""
    which = _counts_in_words(share, base, count)
    return f"{said}, not {printed}: {which}{of_what}. {_mend(bound, base, _CHECK_ALL)}"


def _of_base(verdict: Verdict, bound: Bound, base: int, total: str) -> str:
    share = bound.mention.share
    printed = _as_printed(share)
    if verdict is Verdict.POSSIBLE:
        return f"{printed} of {total} can be {_range_in_words(band(share).counts(base))}."
    if verdict is Verdict.POSSIBLE_IF_TRUNCATED:
        return f"No whole count of {total} is {printed}, unless decimals are cut off. {_ROUND}"
    nearest = _nearest_in_words(share, base)
    return (
        f"No whole count of {total} is {printed}: the nearest is {nearest}. "
        f"{_mend(bound, base, _CHECK_BASE)}"
    )


def _without_base(verdict: Verdict, bound: Bound) -> str:
    share, count = bound.mention.share, bound.count
    printed = _as_printed(share)
    if count is None:
        return f"{printed} of how many? Print the count and the base beside it.{_asked(bound)}"
    if verdict is Verdict.IMPOSSIBLE:
        return f"{count:,} is not {printed} of any whole number. {_CHECK_COUNT}"
    asked_for = bound.mention.nature is Nature.RETURN_RATE
    mend = f"Print {'how many were asked for' if asked_for else 'the base'}.{_asked(bound)}"
    if verdict is Verdict.POSSIBLE_IF_TRUNCATED:
        return (
            f"The base is missing, and {count:,} is {printed} of no whole number unless decimals "
            f"are cut off. {mend}"
        )
    would_be = _bases_in_words(fits_bases(share, count))
    return f"The base is missing: {count:,} is {printed} of {would_be}. {mend}"


def _asked(bound: Bound) -> str:
    """The bases between which the document leaves the choice, or nothing."""
    return f" The document gives {_listed(bound.others)}." if bound.others else ""


def _mend(bound: Bound, base: int, check: str) -> str:
    """What to do, and which other bases were considered."""
    if not bound.others:
        return check
    share, printed = bound.mention.share, _as_printed(bound.mention.share)
    fitting = tuple(b for b in bound.others if bound.count is None and fits_counts(share, b))
    if fitting:
        which = f"The document also gives {_listed(fitting)}, of which it can be {printed}"
        return f"{which}: say of how many it is."
    considered = _listed((base, *bound.others))
    return f"The document gives {considered}, and none of them fits. {check}"


def _as_printed(share: Share) -> str:
    sign = "" if share.places is None else "%"
    return f"{_WORDS[share.closeness]}{share.printed}{sign}"


def _counts_in_words(share: Share, base: int, count: int) -> str:
    printed, fitting = _as_printed(share), band(share).counts(base)
    if fitting:
        return f"{printed} of {base:,} would be {_range_in_words(fitting)}"
    if nearest_counts(share, base) == (count,):
        nearest = f"{count:,} itself"
    else:
        nearest = _nearest_in_words(share, base)
    return f"no whole count of {base:,} is {printed}, the nearest being {nearest}"


def _nearest_in_words(share: Share, base: int) -> str:
    """For example "10 (38%)"."""
    places = share.places or 0
    return " or ".join(f"{k:,} ({percent(k, base, places)}%)" for k in nearest_counts(share, base))


def _bases_in_words(ranges: tuple[tuple[int, int], ...]) -> str:
    if not ranges:
        return ""
    low, high = ranges[0]
    return f"{low:,} or more" if high == LARGEST_BASE else _range_in_words(range(low, high + 1))


def _range_in_words(numbers: range) -> str:
    """Consecutive numbers: "41", "40 or 41", "123 to 130"."""
    low, high = numbers[0], numbers[-1]
    if low == high:
        return f"{low:,}"
    return f"{low:,} or {high:,}" if high == low + 1 else f"{low:,} to {high:,}"


def _listed(bases: tuple[int, ...]) -> str:
    """The bases, each once, while they are few: "the bases 26, 30 and 41", or "29 bases"."""
    numbers = [f"{base:,}" for base in dict.fromkeys(bases)]
    if len(numbers) > MOST_LISTED:
        return f"{len(numbers)} bases"
    *first, last = numbers
    return f"the bases {', '.join(first)} and {last}" if first else f"the base {last}"
