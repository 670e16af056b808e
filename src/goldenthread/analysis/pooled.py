"""Shares of grades pooled over categories, and how many categories have a grade at all.

The sixteen grades of one audit are nearer to one judgement than to sixteen, so a pooled share is
a ratio over audits: its interval is Wilson's at the number of grades that the audits are really
worth (Kish's design effect, from the linearised variance of the ratio between audits). Treated as
independent, 416 grades of 26 audits give an interval that holds the truth far less than 95% of
the time; ``tests/analysis/test_pooled.py`` shows both.
"""

from collections.abc import Iterator

from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.shares import graded_words, level_groups
from goldenthread.analysis.tables import where
from goldenthread.analysis.tally import Tally
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale


def figures(maker: Maker, grades: Tally, framework: Framework, scale: Scale) -> Iterator[Figure]:
    """``grades.{level}``, ``grades.good_or_better`` and ``grades.not_yet_good``.

    ``grades`` has columns ``audit`` and ``level``, without overall grades.
    """
    subject = Subject("grades", f"judgements {graded_words(framework)}, over all categories")
    whole = where(level=[level.id for level in scale.levels])
    for key, levels in level_groups(scale).items():
        part = where(level=levels)
        yield maker.share(f"grades.{key}", subject, grades, part, whole, Certainty.CLUSTERED)


def category_figures(
    maker: Maker, judgements: Tally, framework: Framework, scale: Scale
) -> Iterator[Figure]:
    """``categories.with_{level}``: categories in which any audit has that reported grade.

    ``judgements`` has columns ``category`` and ``level``, without overall grades.
    """
    subject = Subject("categories", "categories of the framework")
    for level in scale.levels:
        here = judgements.narrow(where(level=level.id))
        share = (len(here.values("category")), len(framework.categories))
        yield maker.share_of(f"categories.with_{level.id}", subject, share, here.selector())
