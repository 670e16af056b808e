"""An author's words become runs; a typed number is refused with place and mend (P1)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from goldenthread.documents.blocks import FigureRun, Link, Literal, Runs
from goldenthread.publications.composition import Composition, name_to_runs, words_to_runs
from goldenthread.publications.inputs import Words
from goldenthread.publications.refusals import Refused

RISK = {"risk.inadequate": (10, 26)}
ORIGIN = "sheet Findings, row 4, column Text"


def printed(runs: Runs) -> str:
    return "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("{risk.inadequate}", "10 of 26 (38%)"),
        ("{risk.inadequate.count}", "10"),
        ("{risk.inadequate.base}", "26"),
        ("{risk.inadequate.percent}", "38%"),
        ("{ risk.inadequate.words }", "10 of the 26 audits"),
    ],
)
def test_token_becomes_its_figure(
    composing: Callable[..., Composition], token: str, text: str
) -> None:
    (run,) = composing(RISK).write(Words(token, ORIGIN))
    assert isinstance(run, FigureRun)
    assert (run.key, run.text) == ("risk.inadequate", text)


def test_token_of_the_earlier_cycle_takes_the_earlier_figure(
    composing: Callable[..., Composition],
) -> None:
    composition = composing(RISK, previous={"risk.inadequate": (4, 21)})
    (run,) = composition.write(Words("{risk.inadequate.count@previous}"))
    assert (run.text, getattr(run, "form", "")) == ("4", "count@previous")


def test_marked_and_recognised_literals_stay_as_written(
    composing: Callable[..., Composition],
) -> None:
    words = Words("Within 10 working days, [[two]] parents, https://larkshire.example/a1")
    runs = composing({}).write(words)
    assert [type(run) for run in runs if isinstance(run, Literal | Link)] == [
        Literal,
        Literal,
        Link,
    ]
    assert printed(runs) == "Within 10 working days, two parents, larkshire.example/a1"


def test_typed_number_is_refused_with_place_and_mend(
    composing: Callable[..., Composition],
) -> None:
    composition = composing(RISK)
    composition.write(Words("16 cases, 39%, were inadequate", ORIGIN))
    with pytest.raises(Refused) as refused:
        composition.finish()
    assert [str(refusal) for refusal in refused.value.refusals] == [
        (
            f"{ORIGIN}: “16”. A typed number cannot be published: use a figure such as"
            " {risk.inadequate}, or write [[16]] if it counts nothing in this cycle."
        ),
        (
            f"{ORIGIN}: “39%”. A typed percentage cannot be published: use a figure such as"
            " {risk.inadequate}, which prints its own."
        ),
    ]


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ("{risk.inadequat}", "There is no figure risk.inadequat; did you mean {risk.inadequate}?"),
        ("{nothing.like_it}", "There is no figure nothing.like_it."),
        ("{16}", "Write a figure as {risk.inadequate}."),
        (
            "{risk.inadequate@previous}",
            "There is no earlier cycle to compare with: give its figures, or leave this out.",
        ),
        ("{risk.inadequate@team}", "@team needs a finding whose Scope names a team."),
        (
            "{risk.parts}",
            "The figure risk.parts is there for parts of the service only, and has no token.",
        ),
    ],
)
def test_token_without_a_figure_is_refused(
    composing: Callable[..., Composition], words: str, mend: str
) -> None:
    composition = composing(RISK)
    part = replace(composition.figures.figures["risk.inadequate", ()], key="risk.parts")
    parts = {**composition.figures.figures, ("risk.parts", (("team", "Alder"),)): part}
    composition.figures = replace(composition.figures, figures=parts)
    composition.write(Words(words, ORIGIN))
    assert [refusal.mend for refusal in composition.refusals] == [mend]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Worse in {risk.inadequate of these", "{risk.inadequate"),
        ("Worse in risk.inadequate}.", "risk.inadequate}."),
        ("Within [[10 days", "[[10"),
        ("{{risk.inadequate}}", "{"),
        ("[[ ]]", "[[ ]]"),
        ("[[16 of 26 audits (62%)]]", "[[16 of 26 audits (62%)]]"),
        ("[[{risk.inadequate}]]", "[[{risk.inadequate}]]"),
        ("[[10 is what I say, and I will go on saying it]]", "[[10 is what I say"),
        ("{risk.inadequate.percent}%", "38%%"),
        ("{risk.inadequate.count}{risk.inadequate.base}", "102"),
        ("{risk.inadequate.count} of the {planning.good.base}", "10 of the 22"),
        ("{risk.inadequate.count}/{planning.good.base}", "10/22"),
    ],
)
def test_slips_around_figures_and_marks_are_refused(
    composing: Callable[..., Composition], words: str, found: str
) -> None:
    composition = composing(RISK | {"planning.good": (7, 22)})
    composition.write(Words(words, ORIGIN))
    assert any(refusal.found.startswith(found) for refusal in composition.refusals)


@pytest.mark.parametrize(
    "words",
    [
        "[[two]] parents", "[[4 to 6]] visits", "[[39%]] nationally", "[[07700 900123]]",
        "({risk.inadequate}), {risk.inadequate.percent}; {risk.inadequate.count}.",
        "{risk.inadequate.count} of the {risk.good.base}", "[sic]",
    ],
)  # fmt: skip
def test_figures_and_marks_in_their_places_pass(
    composing: Callable[..., Composition], words: str
) -> None:
    composition = composing(RISK | {"risk.good": (9, 26)})
    composition.write(Words(words, ORIGIN))
    composition.finish()


def test_refusal_is_one_line_whatever_was_written(composing: Callable[..., Composition]) -> None:
    composition = composing(RISK)
    composition.write(Words("{risk.\ninadequate" + "x" * 500 + "}", ORIGIN))
    (refusal,) = composition.refusals
    assert len(str(refusal).splitlines()) == 1
    assert len(str(refusal)) < 200


def test_nothing_refused_lets_the_brief_go_on(composing: Callable[..., Composition]) -> None:
    composition = composing(RISK)
    composition.write(Words("Ask, listen, and {risk.inadequate}"))
    composition.finish()


def test_sentence_quoting_an_author_refuses_typed_numbers_in_the_quotation(
    composing: Callable[..., Composition],
) -> None:
    composition = composing({})
    composition.sentence(("Seen in 16 records",), "sheet Observations, column Item")
    assert [refusal.origin for refusal in composition.refusals] == [
        "sheet Observations, column Item"
    ]


def test_our_own_words_may_not_hold_a_typed_number() -> None:
    with pytest.raises(ValueError, match="typed number"):
        words_to_runs("38% of audits")


def test_number_in_a_name_belongs_to_the_name() -> None:
    assert printed(name_to_runs("Duty team 2")) == "Duty team 2"
    assert [run.kind for run in name_to_runs("Duty team 2") if isinstance(run, Literal)] == ["name"]


def test_figure_that_only_the_earlier_cycle_lacks_is_said_to_be_missing_there(
    composing: Callable[..., Composition],
) -> None:
    composition = composing({"risk.good": (9, 26)}, previous={"risk.inadequate": (4, 21)})
    composition.write(Words("{risk.good@previous}", ORIGIN))
    assert [refusal.mend for refusal in composition.refusals] == [
        "The earlier cycle has no figure risk.good: give it, or leave this out."
    ]
