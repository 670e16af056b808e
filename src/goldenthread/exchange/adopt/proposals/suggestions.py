"""What one column is likely to be, judged by its heading and its values."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.analysis.facts import Respondent
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import SHEET_COLUMN, Shape
from goldenthread.exchange.adopt.mapping import Decision
from goldenthread.exchange.adopt.meaning.categories import CategoryMatch, Sureness
from goldenthread.exchange.adopt.meaning.known_headings import (
    FORMS_MEANT,
    FORMS_OWN,
    known_heading,
    names_somebody,
)
from goldenthread.exchange.adopt.meaning.translations import is_status
from goldenthread.exchange.adopt.proposals.columns_seen import Seen
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.adopt.targets import (
    AUDITOR,
    CHILD_BIRTH,
    CHILD_NAME,
    COMPLETED_ON,
    CYCLE,
    DUE_ON,
    ESCALATED,
    MODERATED,
    MODERATED_ON,
    PLAN_TYPE,
    STATUS,
    WORKER_NAME,
    Target,
)

DATES = frozenset({COMPLETED_ON, DUE_ON, MODERATED_ON})
_GRADE = re.compile(r"\b(grad|judg|rating|score)", re.IGNORECASE)
_MODERATED = re.compile(r"\bmoderat", re.IGNORECASE)
_ESCALATED = re.compile(
    r"\bescalat|\b(immediate|safeguarding|urgent) concern|\bunsafe\b"
    r"|\bimmediate (risk|harm|action)",
    re.IGNORECASE,
)
_SAFE = re.compile(r"\bis (the|this) (child|young person|baby) safe\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_RESPONDENTS = {
    Respondent.CHILD: r"\b(child|children|young person|young people|yp)\b",
    Respondent.PARENT: r"\b(parents?|carers?|mother|father|mum|dad|family|families)\b",
    Respondent.PROFESSIONAL: r"\b(professionals?|partner agenc\w+|school|teacher|health visitor)\b",
    Respondent.WORKER: r"\b(social workers?|practitioners?|workers?)\b",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where a column may go, how surely, and why; or why it goes nowhere."""

    why: str
    target: Target | None = None
    sureness: Sureness | None = None
    decision: Decision = Decision.NOT_MAPPED
    after: str = ""


Judge = Callable[[Seen, Recogniser], Suggestion | None]


def suggest(seen: Seen, shape: Shape, recogniser: Recogniser) -> Suggestion | None:
    """What a column is by itself; ``None`` when nothing speaks for anything."""
    if shape is Shape.FORMS and (own := _forms_own(seen)):
        return own
    for judge in _JUDGES:
        if suggestion := judge(seen, recogniser):
            return suggestion
    return None


def category_of(seen: Seen, recogniser: Recogniser) -> CategoryMatch:
    """The category of a column: of its group, where the heading only names a part."""
    heading, group = seen.column.heading, seen.column.group
    if group and recogniser.is_part(heading):
        return recogniser.categories.match(group)
    return recogniser.categories.match(heading)


def _forms_own(seen: Seen) -> Suggestion | None:
    """Columns that Forms adds by itself, by their exact names."""
    name = seen.column.name
    if name not in FORMS_OWN:
        return None
    target = FORMS_MEANT.get(name)
    if target is None:
        return Suggestion("Forms' own column, not needed", decision=Decision.LEAVE_OUT)
    if name in ("Email", "Name") and seen.names_nobody():
        return Suggestion("the form was answered anonymously", decision=Decision.LEAVE_OUT)
    return Suggestion(Sureness.FORMS.value, target, Sureness.FORMS)


def _sheet_name(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    if seen.column.name != SHEET_COLUMN:
        return None
    if all(_MONTH.search(text) for text in seen.distinct()):
        return Suggestion("each sheet is named after a month", CYCLE, Sureness.KNOWN)
    return Suggestion("map it to Readings > Cycle or Readings > Team if sheets are named so")


def _grade(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    """A column of grades, for the category of its heading."""
    match = category_of(seen, recogniser)
    sure = match.sureness in (Sureness.EXACT, Sureness.KNOWN)
    sure = sure and not known_heading(seen.column.heading)
    if not (seen.holds_grades() or (sure and seen.holds_some_grades())):
        return _no_grade(seen, match)
    if match.rivals:
        return Suggestion(f"it holds grades, and could be {_either(match.rivals)}")
    if not match.label:
        return None if known_heading(seen.column.heading) else _STRANGE_GRADES
    return _grade_of(match, seen)


def _grade_of(match: CategoryMatch, seen: Seen) -> Suggestion:
    moderated = _MODERATED.search(f"{seen.column.group} {seen.column.heading}")
    target = Target(MODERATED if moderated else "Readings", match.label)
    return Suggestion(match.sureness.value, target, match.sureness)


_STRANGE_GRADES = Suggestion("it holds grades, and its heading names no category of the framework")


def _no_grade(seen: Seen, match: CategoryMatch) -> Suggestion | None:
    """A column that is headed like a category: a blank one is mapped, other values are doubtful."""
    if not match.label or match.sureness not in (Sureness.EXACT, Sureness.KNOWN):
        return None
    names_grade = bool(_GRADE.search(seen.column.heading))
    is_part = bool(seen.column.group) and not names_grade
    if is_part or known_heading(seen.column.heading) or seen.holds_sentences():
        return None
    if seen.is_blank or (seen.column.group and names_grade):
        return _grade_of(match, seen)
    return Suggestion(f"headed like {match.label}, but it does not hold grades of this scale")


def _known(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    """A heading that the workbook declares, or that was seen in use."""
    known = known_heading(seen.column.heading)
    if known is None:
        return None
    target, sureness = known
    if target in DATES and not (seen.is_blank or seen.holds_dates()):
        return Suggestion(f"headed like {target}, but it does not hold dates")
    if target == AUDITOR and not seen.is_blank and seen.names_nobody():
        return Suggestion("it names nobody", decision=Decision.LEAVE_OUT)
    return Suggestion(sureness.value, target, sureness)


def _status(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    """A *Status*, which can be the audit's or the child's: the values decide."""
    if normalise(seen.column.heading) not in ("status", "auditstatus") or seen.is_blank:
        return None
    if all(is_status(text) for text in seen.distinct()):
        return Suggestion("its values say what became of each audit", STATUS, Sureness.KNOWN)
    if seen.holds_plan_types():
        return Suggestion("its values are kinds of plan", PLAN_TYPE, Sureness.KNOWN)
    return None


def _person(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    """Columns that name children and workers: never carried."""
    target = names_somebody(seen.column.heading)
    if target in (CHILD_NAME, CHILD_BIRTH):
        return Suggestion("never carried; blotted out of free text", target, Sureness.KNOWN)
    if target == WORKER_NAME and seen.holds_people():
        return Suggestion("never carried; blotted out of free text", target, Sureness.KNOWN)
    if seen.holds_people():
        return Suggestion("its values may be names of people")
    return None


def _feedback(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    """Answers of 0 to 10, by whoever the question speaks of."""
    match = category_of(seen, recogniser)
    if not seen.holds_answers() or (match.label and match.sureness is not Sureness.WORDS):
        return None
    heading = seen.column.heading
    spoken = [r for r, words in _RESPONDENTS.items() if re.search(words, heading, re.IGNORECASE)]
    if spoken and match.label and recogniser.grades.of_numbers:
        return Suggestion(f"it could be grades of {match.label}, or answers of a {spoken[0]}")
    if len(spoken) == 1:
        why = f"answers of 0 to 10, and the question speaks of a {spoken[0].value}"
        return Suggestion(why, Target("Feedback", spoken[0].value), Sureness.WORDS)
    if len(spoken) > 1:
        return Suggestion(f"answers of 0 to 10, and it could be a {_either(spoken)} who gave them")
    return None


def _escalation(seen: Seen, recogniser: Recogniser) -> Suggestion | None:
    """A yes or no about a child's safety."""
    if not seen.holds_replies():
        return None
    if _SAFE.search(seen.column.heading):
        target = Target("Escalations", "Child safe")
        return Suggestion(
            "yes or no, and it asks whether the child is safe", target, Sureness.WORDS
        )
    if _ESCALATED.search(seen.column.heading):
        why = "yes or no, and it asks about escalation"
        return Suggestion(why, ESCALATED, Sureness.WORDS)
    return None


def _either(names: tuple[str, ...] | list[Respondent]) -> str:
    return " or ".join(str(name) for name in names)


_JUDGES: tuple[Judge, ...] = (
    _sheet_name,
    _feedback,
    _status,
    _grade,
    _known,
    _person,
    _escalation,
)
"""In order: what stands first decides. A status can be called *Outstanding*, as a grade can."""
