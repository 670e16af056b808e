"""Second readings and moderation: how many audits were read again, and what changed."""

from collections.abc import Iterator

from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.tables import YES, where
from goldenthread.analysis.tally import Tally

CHANGES = {
    "changed": ("raised", "lowered", "other"),
    "raised": ("raised",),
    "lowered": ("lowered",),
}
"""``other``: to or from something that is not a grade."""

COMPARED = ("unchanged", "raised", "lowered", "other")


def figures(maker: Maker, audits: Tally, judgements: Tally) -> Iterator[Figure]:
    """``second_reading.audits``, ``moderation.audits`` and what moderation changed.

    ``audits`` has columns ``second_reading`` and ``moderated``; ``judgements`` has ``audit`` and
    ``change``. The base of a change is every judgement of a moderated audit, overall grades
    included, that the first reader or the moderator graded.
    """
    returned = Subject("audits", "audits returned")
    for key, part in (
        ("second_reading.audits", where(second_reading=YES)),
        ("moderation.audits", where(moderated=YES)),
    ):
        yield maker.share(key, returned, audits, part, certainty=Certainty.COMPLETE)
    graded = Subject("grades", "judgements graded in moderated audits, overall grades included")
    whole = where(change=COMPARED)
    for name, changes in CHANGES.items():
        part = where(change=changes)
        yield maker.share(
            f"moderation.{name}", graded, judgements, part, whole, Certainty.CLUSTERED
        )
