"""All figures of a cycle: what must hold of any facts."""

import random
import time
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import (
    Action,
    ActionLevel,
    Allocation,
    Answered,
    Challenge,
    CycleFacts,
    CycleWindow,
    Escalation,
    Exemption,
    Facts,
    FindingEvidence,
    FindingKind,
    Judgement,
    Observation,
    Observed,
    Purpose,
    Reading,
    Respondent,
    Response,
    TimelinessEvent,
)
from goldenthread.analysis.figure import Figure, Kind
from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Category, Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

FIRST_DAY = date(2026, 9, 1)
FRAMEWORK = library.framework("short")
SCALE = library.scale(FRAMEWORK.scale)
STRICT = FRAMEWORK.model_copy(update={"not_evidenced": NotEvidenced.LOWEST})
REFERENCES = [f"A{number}" for number in range(6)]

days = st.integers(0, 90).map(lambda n: FIRST_DAY + timedelta(days=n))
maybe_days = st.none() | days
audits = st.sampled_from(REFERENCES)
teams = st.sampled_from(["Alder", "Beech", ""])
given_grades = st.sampled_from(
    [(Answered.GRADED, level.id) for level in SCALE.levels]
    + [(answered, None) for answered in Answered if answered is not Answered.GRADED]
)
windows = days.map(
    lambda day: CycleWindow("now", FIRST_DAY, FIRST_DAY + timedelta(60), date(2026, 11, 6), day)
)


@st.composite
def readings(draw: Any) -> tuple[list[Reading], list[Judgement]]:
    """First readings, some of another cycle, some with second and moderated readings."""
    made: list[Reading] = []
    judged: list[Judgement] = []
    for audit in draw(st.lists(audits, unique=True)):
        cycle = draw(st.sampled_from(["now", "", "before"]))
        team = draw(teams)
        others = draw(st.sets(st.sampled_from([Purpose.SECOND, Purpose.MODERATED])))
        for purpose in sorted({Purpose.FIRST, *others}):
            made.append(
                Reading(
                    audit, f"child of {audit}", purpose, "X", team, "", "", "", cycle, draw(days)
                )
            )
            for category in draw(st.sets(st.sampled_from(_categories(FRAMEWORK)))):
                judged.append(Judgement(audit, purpose, "X", category, *draw(given_grades)))
    return made, judged


@st.composite
def cycle_facts(draw: Any) -> CycleFacts:
    """Facts of every kind."""
    made, judged = draw(readings())
    allocated = draw(st.lists(audits, unique=True))
    rules = st.sampled_from(["r11_care_plan", "r02_assessment"])
    items, questions = st.sampled_from(["Prepared", "Listened"]), st.sampled_from(["Q1", "Q2"])
    facts = Facts(
        readings=tuple(made),
        judgements=tuple(judged),
        allocations=tuple(Allocation(a, "", "X", draw(teams), "") for a in allocated),
        exemptions=_many(draw, Exemption, audits, st.just("r"), st.just("d"), days),
        responses=_many(
            draw, Response, audits, st.sampled_from(Respondent), questions,
            st.none() | st.integers(0, 10),
        ),
        observations=_many(
            draw, Observation, st.sampled_from(["O1", "O2"]), items, st.sampled_from(Observed),
            maybe_days,
        ),
        escalations=_many(
            draw, Escalation, audits, st.just("unsafe"), days, st.just("h"), maybe_days,
            st.just(""), st.none() | st.booleans(), maybe_days,
        ),
        timeliness=_many(draw, TimelinessEvent, audits, rules, days, maybe_days),
        challenges=_many(
            draw, Challenge, st.just("C"), days, st.just("s"), maybe_days, maybe_days, maybe_days
        ),
        actions=_many(
            draw, Action, st.just("X"), st.just("F"), st.sampled_from(ActionLevel), st.just("o"),
            maybe_days, maybe_days,
        ),
        findings=(
            FindingEvidence(
                "F1", FindingKind.WORRY, "t", draw(teams), tuple(draw(st.lists(audits)))
            ),
        ),
    )  # fmt: skip
    return CycleFacts(draw(windows), facts)


def _many(draw: Any, row: Any, *values: Any) -> Any:
    return tuple(row(*drawn) for drawn in draw(st.lists(st.tuples(*values), max_size=5)))


def _categories(framework: Framework) -> list[str]:
    return [*(category.id for category in framework.categories), "overall"]


def figures_of(facts: CycleFacts, framework: Framework = FRAMEWORK) -> Mapping[Any, Figure]:
    """All figures of the cycle."""
    return cycles.figures(facts, framework, SCALE).figures


@pytest.mark.slow
@given(cycle_facts(), st.sampled_from([FRAMEWORK, STRICT]))
@settings(max_examples=60)
def test_figures_shares_lie_between_0_and_1_and_in_their_interval(
    facts: CycleFacts, framework: Framework
) -> None:
    for figure in figures_of(facts, framework).values():
        if figure.kind is not Kind.SHARE:
            continue
        assert figure.numerator is not None
        assert figure.denominator is not None
        assert 0 <= figure.numerator <= figure.denominator, figure.key
        assert (figure.value is None) == (figure.denominator == 0)
        if figure.lower is not None and figure.upper is not None:
            assert figure.value is not None
            assert 0 <= figure.lower <= figure.value + 1e-12
            assert figure.value - 1e-12 <= figure.upper <= 1


@pytest.mark.slow
@given(cycle_facts(), st.sampled_from([FRAMEWORK, STRICT]))
@settings(max_examples=40)
def test_figures_levels_add_to_their_base(facts: CycleFacts, framework: Framework) -> None:
    figures = figures_of(facts, framework)
    levels = [level.id for level in SCALE.levels]
    for group in [*_groups(framework), "grades"]:
        shares = [figures[f"{group}.{level}", ()] for level in levels]
        assert sum(share.numerator or 0 for share in shares) == shares[0].denominator
        halves = [figures[f"{group}.{half}", ()] for half in ("good_or_better", "not_yet_good")]
        assert sum(half.numerator or 0 for half in halves) == halves[0].denominator


def _groups(framework: Framework) -> list[str]:
    return _categories(framework) if framework.overall else _categories(framework)[:-1]


@pytest.mark.slow
@given(cycle_facts())
@settings(max_examples=40)
def test_figures_answers_of_a_category_add_to_the_audits_returned(facts: CycleFacts) -> None:
    figures = figures_of(facts)
    returned = figures["audits.returned", ()].numerator
    for category in _groups(FRAMEWORK):
        answers = ("graded", "not_evidenced", "not_graded", "not_applicable")
        assert sum(figures[f"{category}.{a}", ()].numerator or 0 for a in answers) == returned


@pytest.mark.slow
@given(cycle_facts(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_figures_do_not_depend_on_the_order_of_rows(facts: CycleFacts, rng: random.Random) -> None:
    shuffled = {}
    for field in fields(Facts):
        rows = list(getattr(facts.facts, field.name))
        rng.shuffle(rows)
        shuffled[field.name] = tuple(rows)
    again = replace(facts, facts=Facts(**shuffled))
    assert list(figures_of(again).items()) == list(figures_of(facts).items())


@pytest.mark.slow
@given(cycle_facts(), readings())
@settings(max_examples=40)
def test_figures_are_unchanged_by_rows_of_another_cycle(
    facts: CycleFacts, history: tuple[list[Reading], list[Judgement]]
) -> None:
    def rename(rows: list[Any], **more: str) -> tuple[Any, ...]:
        return tuple(replace(row, audit=f"H{row.audit}", **more) for row in rows)

    read, judged = rename(history[0], cycle="before"), rename(history[1])
    asked = tuple(Allocation(r.audit, r.child, "X", "Cedar", "") for r in read)
    first = tuple(a for a, r in zip(asked, read, strict=True) if r.purpose is Purpose.FIRST)
    with_history = replace(
        facts.facts,
        readings=(*read, *facts.facts.readings),
        judgements=(*judged, *facts.facts.judgements),
        allocations=(*first, *facts.facts.allocations),
        responses=(
            *facts.facts.responses,
            *(Response(r.audit, Respondent.CHILD, "Q1", 1) for r in read),
        ),
    )
    assert figures_of(replace(facts, facts=with_history)) == figures_of(facts)


@pytest.mark.slow
@given(cycle_facts())
@settings(max_examples=40)
def test_figures_selectors_select_what_was_counted(facts: CycleFacts) -> None:
    yardsticks = cycles.Yardsticks(
        FRAMEWORK,
        SCALE,
        library.timescale_rules(),
        library.calendar("england"),
        library.plan_types(),
    )
    tables = cycles.tables(facts, yardsticks)
    for figure in figures_of(facts).values():
        selected = [
            row
            for row in tables[figure.selector.table]
            if all(str(getattr(row, c)) in values for c, values in figure.selector.where)
        ]
        of_things = {"categories": "category", "observations.held": "observation"}
        column = of_things.get(figure.unit) or of_things.get(figure.key)
        number = len({getattr(row, column) for row in selected} if column else selected)
        expected = figure.denominator if figure.kind is Kind.MEDIAN else figure.numerator
        assert number == expected, figure


@pytest.mark.parametrize("framework_id", library.list_frameworks())
def test_figures_of_every_shipped_framework_without_readings_have_no_values(
    cycle: Any, framework_id: str
) -> None:
    framework = library.framework(framework_id)
    scale = library.scale(framework.scale)
    figures = cycles.figures(cycle.facts, framework, scale).figures
    assert figures["audits.returned", ()].numerator == 0
    for category in framework.categories:
        for level in scale.levels:
            assert figures[f"{category.id}.{level.id}", ()].value is None


@pytest.mark.parametrize("framework_id", library.list_frameworks())
def test_figures_of_every_shipped_framework_count_every_level(
    cycle: Any, framework_id: str
) -> None:
    framework = library.framework(framework_id)
    scale = library.scale(framework.scale)
    for number, level in enumerate(scale.levels):
        cycle.reading(f"A{number}", {category.id: level.id for category in framework.categories})
    figures = cycles.figures(cycle.facts, framework, scale).figures
    for category in framework.categories:
        for level in scale.levels:
            assert figures[f"{category.id}.{level.id}", ()].numerator == 1


@pytest.mark.parametrize("size", [1, 40])
def test_figures_of_one_category_or_forty(cycle: Any, scale: Scale, size: int) -> None:
    categories = tuple(Category(id=f"c{n}", label=f"Part {n}", short=f"{n}") for n in range(size))
    framework = Framework(id="any", version="1", label="Any", scale="four", categories=categories)
    cycle.reading("A1", {category.id: "G" for category in categories})
    figures = cycles.figures(cycle.facts, framework, scale).figures
    assert figures["grades.good", ()].numerator == size
    assert figures["categories.with_good", ()].denominator == size


def test_figures_same_facts_give_the_same_set(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "G"}).allocation("A1")
    once, again = (cycles.figures(cycle.facts, framework, scale) for _ in range(2))
    assert once == again
    assert list(once.figures) == sorted(once.figures)


def test_figures_that_would_share_a_key_are_refused(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    pooled = framework.categories[0].model_copy(update={"id": "grades"})
    clashing = framework.model_copy(update={"categories": (pooled,)})  # unchecked copy
    with pytest.raises(ValueError, match=r"two figures have the key grades\.inadequate"):
        cycles.figures(cycle.facts, clashing, scale)


@pytest.mark.slow
@pytest.mark.parametrize(("size", "seconds"), [(26, 0.06), (5_000, 1.0)])
def test_figures_are_made_in_time(cycle: Any, size: int, seconds: float) -> None:
    """Budgets in seconds of processor time, doubled because machines differ."""
    framework, scale = library.framework("core_16"), library.scale("ofsted_4")
    grades = [level.id for level in scale.levels]
    for number in range(26):
        judged = {c: grades[(number * 7 + n) % 4] for n, c in enumerate(_categories(framework))}
        cycle.reading(f"A{number:05}", judged).allocation(f"A{number:05}")
    facts = _repeated(cycle.facts, size // 26)
    cycles.figures(cycle.facts, framework, scale)
    began = time.process_time()
    cycles.figures(facts, framework, scale)
    assert time.process_time() - began < 2 * seconds


def _repeated(facts: CycleFacts, times: int) -> CycleFacts:
    more = {
        name: tuple(
            replace(row, audit=f"{row.audit}-{n}")
            for n in range(times)
            for row in getattr(facts.facts, name)
        )
        for name in ("readings", "judgements", "allocations")
    }
    return replace(facts, facts=replace(facts.facts, **more))
