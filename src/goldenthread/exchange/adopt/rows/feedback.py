"""Rows of *Feedback*: what children, parents and professionals answered, question by question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldenthread.analysis.facts import Respondent
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.mapping import Blanks, ColumnMap, MapLine
from goldenthread.exchange.adopt.meaning.answers import NOT_ANSWERED, NOT_ASKED, answer
from goldenthread.exchange.adopt.reading.grids import Cell, text_of
from goldenthread.exchange.adopt.rows.readings import Audit, Row
from goldenthread.exchange.adopt.rows.taking import DOUBT, Reader
from goldenthread.exchange.adopt.targets import Target


@dataclass(frozen=True, slots=True)
class Question:
    """A question put to one kind of respondent, with its columns; ``answers`` may be empty."""

    respondent: Respondent
    wording: str
    answers: str
    comments: tuple[str, ...] = ()


def questions(column_map: ColumnMap, source: Source) -> tuple[Question, ...]:
    """The questions of a map. A comment belongs to the question that its line names, or else to
    the one before it that the same respondent was asked.
    """
    return tuple(
        question for respondent in Respondent for question in _of(respondent, column_map, source)
    )


def _of(respondent: Respondent, column_map: ColumnMap, source: Source) -> Sequence[Question]:
    asked: list[Question] = []
    for line in column_map.columns:
        wording = line.question or _heading(source, line)
        if line.target == Target("Feedback", respondent.value):
            asked.append(Question(respondent, wording, line.column))
        elif line.target == Target("Feedback", respondent.value, "Comment"):
            place = _place_of(line, asked)
            if place is None:
                asked.append(Question(respondent, wording, "", (line.column,)))
            else:
                comments = (*asked[place].comments, line.column)
                asked[place] = replace(asked[place], comments=comments)
    return asked


def _heading(source: Source, line: MapLine) -> str:
    return next((c.heading for c in source.columns if c.name == line.column), line.column)


def _place_of(line: MapLine, asked: Sequence[Question]) -> int | None:
    """Place of the question that a comment belongs to; ``None`` when there is none."""
    if not line.question:
        return len(asked) - 1 if asked else None
    wanted = normalise(line.question)
    places = [n for n, question in enumerate(asked) if normalise(question.wording) == wanted]
    return places[0] if places else None


def feedback_rows(audit: Audit, asked: Sequence[Question], reader: Reader) -> Iterator[Row]:
    """A row for each question that somebody was asked, or made a comment on."""
    for question in asked:
        answered = _answered(audit, question, reader)
        comments = _comments(audit, question, reader)
        if answered is not None or comments:
            yield {
                "Audit ref": audit.identity.audit,
                "Respondent": question.respondent.value,
                "Question as asked": question.wording,
                "Answer": answered,
                "Comment": comments,
            }


def _answered(audit: Audit, question: Question, reader: Reader) -> object:
    """The answer; an empty text when somebody was asked and did not answer, else ``None``."""
    if not question.answers:
        return None
    value = audit.taken.entry.values.get(question.answers)
    if value is None:
        return "" if reader.map.blanks is Blanks.ASKED else None
    said = normalise(text_of(value))
    if said in NOT_ASKED:
        return None
    return "" if said in NOT_ANSWERED else _number(audit, question, reader, value)


def _number(audit: Audit, question: Question, reader: Reader, value: Cell) -> object:
    number = answer(value)
    if number is not None:
        return number
    text = reader.blotted(audit.taken, text_of(value))
    mend = "write a whole number from 0 to 10"
    reader.log.problem(audit.taken.entry, question.answers, text, mend)
    return f"{text}{DOUBT}"


def _comments(audit: Audit, question: Question, reader: Reader) -> str:
    values = audit.taken.entry.values
    texts = [str(values[column]) for column in question.comments if column in values]
    return reader.blotted(audit.taken, "\n".join(texts))
