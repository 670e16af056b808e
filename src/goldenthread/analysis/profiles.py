"""Audit profiles: the reported grades of one audit, shown to ask how consistent grading is.

Three audits are shown: that with most grades at the scale's lowest level, with most good or
better, and with most at the highest. Of audits with equally many, the one with fewest categories
graded comes first (the same number says more there), then the first by reference.

For the service audience only: a profile is one child's audit.
"""

from collections.abc import Iterator, Sequence

from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Maker, Subject
from goldenthread.analysis.shares import level_groups
from goldenthread.analysis.tables import where
from goldenthread.analysis.tally import Tally
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale


def figures(maker: Maker, grades: Tally, framework: Framework, scale: Scale) -> Iterator[Figure]:
    """``profiles.most_lowest.*``, ``profiles.most_good.*`` and ``profiles.most_highest.*``.

    ``grades`` has columns ``audit`` and ``level``, without overall grades. A profile is absent
    where no audit has such a grade.
    """
    shown = {
        "most_lowest": ((scale.lowest.id,), "grades at the lowest level"),
        "most_good": (level_groups(scale)["good_or_better"], "grades of good or better"),
        "most_highest": ((scale.highest.id,), "grades at the highest level"),
    }
    whole = where(level=[level.id for level in scale.levels])
    graded = grades.narrow(whole)
    for name, (levels, words) in shown.items():
        audit = _audit_with_most(graded, levels)
        if audit is not None:
            profile = graded.narrow(where(audit=audit))
            yield from _profile(maker, f"profiles.{name}", profile, words, framework, scale)


def _profile(
    maker: Maker, key: str, profile: Tally, words: str, framework: Framework, scale: Scale
) -> Iterator[Figure]:
    one = f"the audit with most {words}"
    total = profile.count()
    of_grades = Subject("grades", f"categories graded in {one}")
    for level in scale.levels:
        part = where(level=level.id)
        share = (profile.count(part), total)
        yield maker.share_of(f"{key}.{level.id}", of_grades, share, profile.selector(part))
    yield maker.share_of(
        f"{key}.graded",
        Subject("categories", f"categories of the framework, {one}"),
        (total, len(framework.categories)),
        profile.selector(),
    )


def _audit_with_most(grades: Tally, levels: Sequence[str]) -> str | None:
    totals = grades.totals("audit")
    having = grades.narrow(where(level=levels)).totals("audit")
    if not having:
        return None
    return min(having, key=lambda audit: (-having[audit], totals[audit], audit))
