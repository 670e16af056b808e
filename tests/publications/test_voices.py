"""What people answered: listed while few, drawn when many, left out when withheld."""

from collections.abc import Callable
from dataclasses import replace

from goldenthread.analysis.figure import Figure, FigureSet, Kind, Selector, Slice
from goldenthread.definitions import library
from goldenthread.documents.blocks import BulletList, ChartBlock
from goldenthread.documents.charts.model import AnswerDots
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs
from goldenthread.publications.parts.voices import voices_blocks

MakeInputs = Callable[..., BriefInputs]
QUESTION = "Do we listen?"
OF: Slice = (("question", QUESTION),)


def figure(key: str, kind: Kind, count: int | None, base: int | None = None) -> Figure:
    plain = Figure(key, kind, "answers", "", "", "", "1", Selector("responses"), slice=OF)
    return replace(plain, value=float(count or 0), numerator=count, denominator=base)


def brief(inputs: BriefInputs, answers: dict[int, int], asked: int, hidden: bool = False) -> Brief:
    total = sum(answers.values())
    answered = figure("feedback.child.answered", Kind.SHARE, total, asked)
    if hidden:
        answered = replace(answered, value=None, numerator=None, suppressed_because="few")
    given = [figure(f"feedback.child.gave_{n}", Kind.COUNT, answers.get(n, 0)) for n in range(11)]
    figures = {(f.key, f.slice): f for f in (answered, *given)}
    framework = library.framework("core_16")
    composition = Composition(FigureSet("service", figures))
    return Brief(inputs, framework, library.scale(framework.scale), composition)


def lines(block: object) -> list[str]:
    assert isinstance(block, BulletList)
    return ["".join(run.text for run in item.runs) for item in block.items]


def test_few_answers_are_listed_and_none_is_averaged(inputs_with: MakeInputs) -> None:
    (listed,) = voices_blocks(brief(inputs_with(), {4: 1, 9: 2}, asked=5))
    assert lines(listed) == ["“Do we listen?” Children and young people: 4, 9, 9 (3 of 5 asked)"]


def test_asked_and_not_answered_is_said(inputs_with: MakeInputs) -> None:
    (listed,) = voices_blocks(brief(inputs_with(), {}, asked=2))
    assert lines(listed) == ["“Do we listen?” Children and young people: no answer (0 of 2 asked)"]


def test_many_answers_are_drawn_as_dots(inputs_with: MakeInputs) -> None:
    listed, chart = voices_blocks(brief(inputs_with(), {3: 2, 8: 6}, asked=9))
    assert lines(listed) == [
        "“Do we listen?” Children and young people: each is a dot below (8 of 9 asked)"
    ]
    assert isinstance(chart, ChartBlock)
    assert isinstance(chart.chart, AnswerDots)
    assert chart.chart.rows[0].answers == (3, 3, 8, 8, 8, 8, 8, 8)


def test_withheld_answers_are_left_out(inputs_with: MakeInputs) -> None:
    assert voices_blocks(brief(inputs_with(), {4: 1}, asked=2, hidden=True)) == ()
