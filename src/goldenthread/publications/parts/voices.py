"""What children, families and professionals answered: each answer shown, none averaged."""

from goldenthread.analysis.facts import Respondent
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.phrases.voices import RESPONDENTS
from goldenthread.documents.blocks import (
    Block,
    BulletList,
    ChartBlock,
    FigureRun,
    ListItem,
    Literal,
    Runs,
    Table,
    Text,
)
from goldenthread.documents.charts.model import AnswerDots, DotRow
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import figure_run
from goldenthread.publications.parts.words import joined, text

ORIGIN = "sheet Feedback, column Question as asked"
CHART_FROM = 6
"""From this many answers to one question they are drawn as dots; fewer are listed."""

FAMILY = (Respondent.CHILD, Respondent.PARENT)
MOST_OF_FAMILIES = 4
TITLE = "What people told us, from 0 to 10"


def voices_blocks(brief: Brief) -> tuple[Block, ...]:
    """Every question asked, by respondent: a line each, and a chart where answers are many.

    What the audience may not see is left out.
    """
    asked = _questions(brief)
    if not asked:
        return ()
    chart = _chart(brief, [row for row in asked if _drawn(brief, row)])
    items = tuple(ListItem(_line(brief, row)) for row in asked)
    blocks: tuple[Block, ...] = (BulletList(items, compact=True),)
    return (*blocks, chart) if chart else blocks


def family_voices(brief: Brief) -> BulletList | None:
    """What children, parents and carers answered, where there is little room; ``None`` for none.

    Where there were more questions, those that most answered, in their order.
    """
    asked = [row for row in _questions(brief) if row[0] in FAMILY and row[2].numerator]
    chosen = sorted(asked, key=lambda row: -(row[2].numerator or 0))[:MOST_OF_FAMILIES]
    if not chosen:
        return None
    lines = (_line(brief, row) for row in asked if row in chosen)
    return BulletList(tuple(ListItem(line) for line in lines), compact=True)


def _line(brief: Brief, asked: "_Asked") -> Runs:
    """Who answered what to which question: “How clear are we?” Children: 4 (1 of 2 asked)."""
    who, question, figure = asked
    quoted = f"“{question}” {RESPONDENTS[who][1].capitalize()}: "
    words = brief.composition.sentence((quoted,), ORIGIN)
    answered = (Text("("), figure_run(figure), Text(" asked)"))
    return (*words, *joined((_answers(brief, asked), answered)))


def _answers(brief: Brief, asked: "_Asked") -> Runs:
    """The answers one by one while they are few, otherwise the middle one, and where they are."""
    who, question, figure = asked
    if not figure.numerator:
        return text("no answer")
    if listed := _listed(brief, asked):
        return listed
    of = (("question", question),)
    middle = brief.composition.figure(f"feedback.{who.value}.median", of=of)
    return (Text("the middle answer was "), middle) if middle else text("each is a dot below")


def _listed(brief: Brief, asked: "_Asked") -> Runs:
    """Answers one by one while they are few; the rest is for the chart."""
    given = _given(brief, asked)
    if not 0 < sum(figure.numerator or 0 for _, figure in given) < CHART_FROM:
        return ()
    answers = [
        (FigureRun(figure.key, str(n), "answer", figure.slice),)
        for n, figure in given
        for _ in range(figure.numerator or 0)
    ]
    return joined(answers, between=", ")


_Asked = tuple[Respondent, str, Figure]


def _questions(brief: Brief) -> list[_Asked]:
    """Who was asked what, children first, questions in alphabetical order."""
    found: list[_Asked] = []
    for respondent in Respondent:
        key = f"feedback.{respondent.value}.answered"
        found.extend(
            (respondent, dict(figure.slice)["question"], figure)
            for figure in brief.figures
            if figure.key == key and figure.suppressed_because is None
        )
    return found


def _drawn(brief: Brief, asked: _Asked) -> bool:
    return (asked[2].numerator or 0) >= CHART_FROM and bool(_given(brief, asked))


def _given(brief: Brief, asked: _Asked) -> list[tuple[int, Figure]]:
    who, question, _ = asked
    of = (("question", question),)
    found = [(n, brief.figures.get(f"feedback.{who.value}.gave_{n}", of)) for n in range(11)]
    shown = [(n, f) for n, f in found if f is not None and f.suppressed_because is None]
    return shown if len(shown) == len([f for _, f in found if f is not None]) else []


def _chart(brief: Brief, rows: list[_Asked]) -> ChartBlock | None:
    if not rows:
        return None
    dots = tuple(
        DotRow(
            label=RESPONDENTS[who][1].capitalize(),
            question=question,
            answers=tuple(
                n for n, figure in _given(brief, row) for _ in range(figure.numerator or 0)
            ),
            note=figure_run(figure).text + " answered",
        )
        for row in rows
        for who, question, figure in [row]
    )
    table = _table(brief, rows)
    return ChartBlock(
        chart=AnswerDots("Answers on a scale of 0 to 10", dots, "not at all", "completely"),
        alternative=text(
            "Each answer is one dot on a line from 0 to 10; the table has the counts."
        ),
        table=table,
    )


def _table(brief: Brief, rows: list[_Asked]) -> Table:
    header: tuple[Runs, ...] = (
        text("Question"),
        *(_scale_point(n) for n in range(11)),
    )
    body = tuple(
        (
            brief.composition.sentence(
                (f"{RESPONDENTS[who][1].capitalize()}: {question}",), ORIGIN
            ),
            *(
                (figure_run(figure, "count"),)
                for _, figure in _given(brief, (who, question, answered))
            ),
        )
        for who, question, answered in rows
    )
    return Table(
        text("How many gave each answer"), header, body, (False, *(True for _ in range(11)))
    )


def _scale_point(number: int) -> Runs:
    return (Literal(str(number), "scale answer"),)
