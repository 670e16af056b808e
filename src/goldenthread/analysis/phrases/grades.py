"""Sentences about grades: splits, intervals, one audit's profile, categories."""

from goldenthread.analysis.figure import Figure, FigureSet, Kind, Slice
from goldenthread.analysis.making import mid_sentence
from goldenthread.analysis.phrases.forms import form
from goldenthread.analysis.phrases.pieces import FigurePart, Pieces, are, capitalised, joined, units
from goldenthread.analysis.rounding import ROUNDING_NOTE, has_percentage, split_adds_to_100
from goldenthread.definitions.frameworks import Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

_MANY_LEVELS = 5
"""A scale with more levels than this names in a sentence only those that were given."""

GRADES_NOT_SHOWN: Pieces = ("Grades are not shown (c), so that nobody can be recognised.",)


def grade_split(
    figures: FigureSet, category: str, framework: Framework, scale: Scale, of: Slice = ()
) -> Pieces:
    """How a category was graded, best grade first; empty when nothing was graded.

    "1 outstanding, 9 good, 12 requires improvement and 4 inadequate of 26 graded; 3 not
    evidenced." Where an audience may see the halves only: "10 good or better and 16 not yet good
    of 26 graded."
    """
    levels = [figures.get(f"{category}.{level.id}", of) for level in reversed(scale.levels)]
    labels = [mid_sentence(level.label) for level in reversed(scale.levels)]
    halves = [figures.get(f"{category}.{key}", of) for key in ("good_or_better", "not_yet_good")]
    missing = _not_evidenced(figures.get(f"{category}.not_evidenced", of), framework, scale)
    for split, names in ((levels, labels), (halves, halves_in_words(scale))):
        shown = [f for f in split if f is not None and f.suppressed_because is None]
        if len(shown) == len(split) and shown[0].denominator:
            base = form(shown[0], "base")
            return capitalised((*_levels(shown, names), " of ", base, " graded", *missing, "."))
    hidden = any(f is not None and f.suppressed_because is not None for f in (*levels, *halves))
    return GRADES_NOT_SHOWN if hidden else ()


def rounding_note(figures: FigureSet, category: str, scale: Scale, of: Slice = ()) -> str:
    """What to print below percentages of a category's split: a note, or nothing."""
    counts = [figures.get(f"{category}.{level.id}", of) for level in scale.levels]
    known = [f.numerator for f in counts if f is not None and f.numerator is not None]
    return "" if len(known) < len(counts) or split_adds_to_100(known) else ROUNDING_NOTE


def halves_in_words(scale: Scale) -> tuple[str, str]:
    """What the two halves of a scale are called: "good or better" and "not yet good"."""
    good = mid_sentence(scale.level(scale.good_from).label)
    better = good if scale.good_from == scale.highest.id else f"{good} or better"
    return better, f"not yet {good}"


def _levels(shown: list[Figure], names: tuple[str, ...] | list[str]) -> Pieces:
    parts: list[Pieces] = []
    for figure, name in zip(shown, names, strict=True):
        if figure.numerator == 0:
            if len(shown) > _MANY_LEVELS:
                continue
            part = FigurePart(figure.key, figure.slice, "count", "none", 0)
        else:
            part = form(figure, "count")
        parts.append((part, f" {_at(name)}"))
    return joined(parts)


def _not_evidenced(figure: Figure | None, framework: Framework, scale: Scale) -> Pieces:
    if figure is None or figure.numerator == 0:
        return ()
    if figure.suppressed_because is not None:
        return ("; how many were not evidenced is not shown (c)",)
    count = form(figure, "count")
    if framework.not_evidenced is NotEvidenced.LOWEST:
        lowest = mid_sentence(scale.lowest.label)
        return ("; ", count, f" of them not evidenced, which counts as {lowest}")
    return ("; ", count, " not evidenced")


def interval_in_words(
    figure: Figure, outcome: str, *, records: str = "records", on_purpose: bool = False
) -> Pieces:
    """What many more records like these would show; empty without an interval.

    ``outcome`` completes "to be …", for example ``inadequate``. When the records were chosen on
    purpose they describe only themselves, and the sentence says so instead.

    "If we audited many more records like these, we would expect between 22 and 57 in every 100
    to be inadequate."
    """
    if figure.kind is not Kind.SHARE or figure.suppressed_because is not None:
        return ()
    if on_purpose:
        return (f"These {records} were chosen on purpose, and tell about themselves only.",)
    if figure.lower is None or figure.upper is None:
        return ()
    if not has_percentage(figure.denominator or 0):
        base = figure.denominator
        few = f" {units(base, records)} {are(base)} too few to say what others would show."
        return (form(figure, "base"), few)
    expected = _in_every_hundred(figure, figure.lower, figure.upper)
    if not expected:
        return ()
    start = f"If we audited many more {records} like these, we would expect "
    return (start, *expected, f" in every 100 to be {outcome}.")


def _in_every_hundred(figure: Figure, lower: float, upper: float) -> Pieces:
    """Limits as whole numbers of a hundred; limits that say nothing are left out."""
    low, high = int(100 * lower + 0.5), int(100 * upper + 0.5)
    if low == 0 and high == 100:
        return ()
    if high == 0:
        return ("fewer than ", _limit(figure, "upper", 1))
    if low == 100:
        return ("more than ", _limit(figure, "lower", 99))
    if low == 0:
        return ("up to ", _limit(figure, "upper", high))
    if high == 100:
        return ("at least ", _limit(figure, "lower", low))
    return ("between ", _limit(figure, "lower", low), " and ", _limit(figure, "upper", high))


def _limit(figure: Figure, name: str, number: int) -> FigurePart:
    return FigurePart(figure.key, figure.slice, name, str(number))


def profile(figures: FigureSet, name: str, scale: Scale, *, another: bool = False) -> Pieces:
    """One audit's grades; empty for an audience that may not see them.

    ``name`` is ``most_lowest``, ``most_good`` or ``most_highest``. "One audit was graded in 16
    categories: 2 requires improvement and 14 inadequate."
    """
    found = [
        (figure, mid_sentence(level.label))
        for level in reversed(scale.levels)
        if (figure := figures.get(f"profiles.{name}.{level.id}")) is not None and figure.numerator
    ]
    if not found:
        return ()
    first = found[0][0]
    base = form(first, "base")
    graded = f" {units(first.denominator, 'categories')}: "
    levels = joined([(form(figure, "count"), f" {_at(label)}") for figure, label in found])
    start = "Another" if another else "One audit"
    return (f"{start} was graded in ", base, graded, *levels, ".")


def graded(label: str) -> str:
    """What is said of a record with this grade: "to be …".

    >>> graded("Inadequate"), graded("0")
    ('inadequate', 'graded 0')
    """
    return f"graded {label}" if label[:1].isdigit() else mid_sentence(label)


def _at(label: str) -> str:
    """A grade after a number: a grade that is a number must not run into it."""
    return f"at {label}" if label[:1].isdigit() else label


def categories_with(figures: FigureSet, level_id: str, scale: Scale) -> Pieces:
    """In how many categories any audit had a grade.

    "7 of the 16 categories had at least one audit graded outstanding."
    """
    figure = figures.get(f"categories.with_{level_id}")
    if figure is None or not figure.denominator or figure.suppressed_because is not None:
        return ()
    label = mid_sentence(scale.level(level_id).label)
    share = form(figure, "words")
    return capitalised((share, f" had at least one audit graded {label}."))
