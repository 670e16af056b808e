"""The report that a principal social worker reads on a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from goldenthread.analysis.facets.options import Auditors
from goldenthread.analysis.phrases import consistency_file as phrases
from goldenthread.analysis.phrases.consistency_agreement import coefficients, enough_read_twice
from goldenthread.analysis.phrases.linkage import second_reading, second_readings
from goldenthread.analysis.phrases.pieces import plain_text
from goldenthread.engine.consistency import answers, people
from goldenthread.engine.consistency.in_grades import InGrades, in_grades
from goldenthread.engine.consistency.names import auditor_names, printable
from goldenthread.engine.consistency.readers import readers
from goldenthread.engine.consistency.run import Consistency
from goldenthread.engine.consistency.second_readings import suggested
from goldenthread.engine.consistency.section import Items, Section, lines_of

_WHERE_ALL_IS = "Every number, child and auditor: add --json."


def report(found: Consistency, width: int) -> str:
    """Everything a person should know, wrapped to ``width`` columns."""
    blocks = [wrap(printable(_holds(found)), width)]
    blocks += [list(lines_of(each, width)) for each in _sections(found) if each.contents]
    blocks.append(wrap(_WHERE_ALL_IS, width))
    return "\n\n".join("\n".join(block) for block in blocks)


def _holds(found: Consistency) -> str:
    grades = found.grades
    held = phrases.Held(
        children=len(grades.cases),
        audits=len(grades),
        auditors=len(grades.auditors),
        categories=len(grades.categories),
        read_twice=found.agreement.children,
        months=grades.months,
    )
    return f"{found.request.file.name}: {plain_text(phrases.what_it_holds(held))}"


def _sections(found: Consistency) -> Iterator[Section]:
    fit = found.fit if found.fit and found.fit.converged else None
    grades = in_grades(fit) if fit else None
    yield answers.child_or_auditor(found)
    yield answers.agreement(found)
    yield answers.moderation(found)
    yield people.who_can_be_compared(found)
    yield people.auditors(found, grades)
    if fit and grades:
        yield answers.categories(found, fit, grades)
        yield answers.conversation(fit, grades)
        yield answers.children(found, fit)
    yield _next(found, grades)
    yield _method(found)


def _next(found: Consistency, grades: InGrades | None) -> Section:
    """Which second readings would tell most."""
    heading = "WHAT TO DO NEXT"
    choice = suggested(found)
    if choice is None:
        return Section(heading, (_in_general(found),))
    design, names = choice.design, auditor_names(found.grades)
    worth = grades.per_logit if grades and enough_read_twice(found.agreement) else None
    buys = plain_text(second_readings(design, worth, names))
    if not design.choices:
        return Section(heading, (buys, phrases.TWO_A_YEAR))
    lines = [plain_text(second_reading(each, names=names)) for each in design.choices]
    whom = plain_text(phrases.whom_to_read_again(choice.since))
    return Section(heading, (whom, Items(tuple(lines)), buys, phrases.READ_BLIND))


def _in_general(found: Consistency) -> str:
    all_twice = bool((readers(found.grades) > 1).all())
    return phrases.ALL_READ_TWICE if all_twice else phrases.TWO_A_YEAR


def _method(found: Consistency) -> Section:
    fixed = found.request.model == Auditors.FIXED
    teams = bool(found.fit and len(found.fit.teams) > 1)
    how = phrases.method(halo=found.request.halo, teams=teams, fixed=fixed)
    texts = (plain_text(how), plain_text(coefficients(found.agreement)))
    contents = texts if found.fit else texts[1:]
    return Section("HOW THIS WAS COMPUTED", tuple(text for text in contents if text))
