"""Sections of the report that answer its questions: who looked, agreement, categories, children."""

from goldenthread.analysis.agreement import Table
from goldenthread.analysis.facets.estimates import Fit
from goldenthread.analysis.facets.options import Auditors
from goldenthread.analysis.phrases import consistency as phrases
from goldenthread.analysis.phrases.consistency_agreement import (
    agreed,
    by_distance,
    enough_read_twice,
)
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.analysis.phrases.consistency_moderation import (
    OF_WHICH,
    TABLE,
    TOO_WIDE,
    changed_by_moderation,
)
from goldenthread.analysis.phrases.pieces import plain_text
from goldenthread.engine.consistency.in_grades import InGrades
from goldenthread.engine.consistency.names import category_names, shown
from goldenthread.engine.consistency.readers import readers
from goldenthread.engine.consistency.run import Consistency
from goldenthread.engine.consistency.section import Content, Grid, Items, Section

_LOWER = "WHICH CATEGORIES ARE GRADED LOWER, WHOEVER LOOKS?"
_MORE_LIKELY_THAN_NOT = 0.5
_MOST_CHILDREN = 12
_MOST_CATEGORIES = 6


def child_or_auditor(found: Consistency) -> Section:
    """Whether differences are the child's circumstances, or who looked."""
    return Section("IS IT THE CHILD’S CIRCUMSTANCES, OR WHO LOOKED?", tuple(_shares(found)))


def _shares(found: Consistency) -> list[str]:
    fit = found.fit
    if fit is None:
        return [plain_text(phrases.not_estimable(found.why_not or ""))]
    if not enough_read_twice(found.agreement):
        said = [plain_text(phrases.too_few_to_say(found.agreement.children))]
        return said if fit.converged else [*said, phrases.NOT_SETTLED]
    if not fit.converged:
        return [phrases.NOT_SETTLED]
    if found.request.model == Auditors.FIXED:
        return [phrases.ONE_BY_ONE]
    one, two, three = children_parts(fit)
    told = (phrases.child_or_auditor(one), phrases.more_readers(two, three))
    without = [] if found.request.halo else [phrases.WITHOUT_HALO]
    return [*map(plain_text, told), *without]


def children_parts(fit: Fit) -> tuple[Estimated, ...]:
    """The children's part of the difference between audits, by one, two and three auditors."""
    return tuple(
        Estimated(each.share.value, each.share.interval.lower, each.share.interval.upper)
        for each in fit.shares
    )


def agreement(found: Consistency) -> Section:
    """Whether auditors agree, with the table of grade against grade from 20 children."""
    contents: list[Content] = [plain_text(agreed(found.agreement))]
    if enough_read_twice(found.agreement):
        table = found.agreement.table
        contents += ["Pairs of grades, each pair once:", _grid(table)]
    return Section("DO AUDITORS WHO READ THE SAME CHILD AGREE?", tuple(contents))


def _grid(table: Table) -> Grid:
    """Above the diagonal each pair stands once; below it would stand again."""
    levels = [shown(level) for level in table.levels]
    rows = [
        (level, *(_cell(count, column - row) for column, count in enumerate(counts)))
        for row, (level, counts) in enumerate(zip(levels, table.counts, strict=True))
    ]
    return Grid((("", *levels), *rows), plain_text(by_distance(table)))


def _cell(count: int, beyond: int) -> str:
    if beyond < 0:
        return ""
    return f"{count if beyond else count // 2:,}"


def moderation(found: Consistency) -> Section:
    """What moderation changed: auditors' grades against those that were reported after it."""
    heading = "WHAT DID MODERATION CHANGE?"
    if found.moderated is None:
        return Section(heading, ())
    said = plain_text(changed_by_moderation(found.moderated))
    if not found.moderated.overall.compared:
        return Section(heading, (said,))
    return Section(heading, (said, OF_WHICH, TABLE, _before_and_after(found.moderated.table)))


def _before_and_after(table: Table) -> Grid:
    """Every grade once: as the auditor gave it by row, as it was reported by column."""
    levels = [shown(level) for level in table.levels]
    rows = [
        (level, *(f"{count:,}" for count in counts))
        for level, counts in zip(levels, table.counts, strict=True)
    ]
    return Grid((("", *levels), *rows), TOO_WIDE)


def categories(found: Consistency, fit: Fit, grades: InGrades) -> Section:
    """Which categories are graded lower, or higher, than others; hardest first."""
    if len(fit.categories) < 2:
        return Section(_LOWER, ())
    names = category_names(found.grades.categories)
    known = [(names[c.category], grades.lower_by(c.difficulty)) for c in fit.categories]
    apart = sorted((each for each in known if each[1].told_apart), key=lambda each: each[1].value)
    contents: list[Content] = []
    for way, some in (
        ("lower", [each for each in apart if each[1].value < 0]),
        ("higher", [each for each in reversed(apart) if each[1].value > 0]),
    ):
        lines = [plain_text(phrases.category(name, amount)) for name, amount in some]
        if lines:
            contents += [phrases.GRADED[way], Items(tuple(lines), _MOST_CATEGORIES)]
    contents = contents or [phrases.ALL_ALIKE]
    return Section(_LOWER, tuple(contents))


def conversation(fit: Fit, grades: InGrades) -> Section:
    """What the conversation with the worker does to grades, where both kinds occur."""
    heading = "DOES THE CONVERSATION WITH THE WORKER CHANGE GRADES?"
    if fit.condition is None:
        return Section(heading, ())
    return Section(heading, (plain_text(phrases.conversation(grades.higher_by(fit.condition))),))


def children(found: Consistency, fit: Fit) -> Section:
    """Children whose audits to moderate first: most likely among the lowest tenth."""
    likely = [each for each in fit.cases if each.lowest_tenth > _MORE_LIKELY_THAN_NOT]
    likely.sort(key=lambda each: (-each.lowest_tenth, each.case))
    count = readers(found.grades)
    lines = [
        f"{shown(found.grades.cases[each.case])}: "
        + plain_text(phrases.likely(each.lowest_tenth, int(count[each.case])))
        for each in likely
    ]
    contents: list[Content] = [plain_text(phrases.lowest_tenth(len(likely)))]
    if lines:
        contents += [phrases.NOT_THE_GRADE, Items(tuple(lines), _MOST_CHILDREN)]
    return Section("WHICH CHILDREN’S AUDITS TO MODERATE?", tuple(contents))
