"""What a brief says of children read by two auditors, and what that loads."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from goldenthread.analysis.facts import Judgement, Purpose, Reading
from goldenthread.analysis.figure import FigureSet
from goldenthread.analysis.phrases.pieces import plain_text
from goldenthread.engine import figures as figures_command
from goldenthread.engine.example import example
from goldenthread.engine.inputs import brief_inputs
from goldenthread.engine.returns import ReturnsFile
from goldenthread.engine.second_readings import second_readings
from goldenthread.publications.inputs import SecondReadings
from goldenthread.publications.layouts.registry import compose

pytestmark = pytest.mark.slow

EARLIER = "Before"
TOO_FEW = "Too few children have been read twice to say whether auditors agree."


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> tuple[ReturnsFile, FigureSet]:
    return figures_command.figures(example(tmp_path_factory.mktemp("book") / "returns.xlsx"))


def with_history(file: ReturnsFile, children: int, again: Purpose = Purpose.SECOND) -> ReturnsFile:
    """The workbook with so many more children of an earlier cycle, each read twice."""
    facts = file.returns.facts
    reading, judgement = facts.readings[0], facts.judgements[0]
    readings: list[Reading] = []
    judgements: list[Judgement] = []
    for number in range(children):
        for auditor, purpose in (("A1", Purpose.FIRST), ("B2", again)):
            level = file.scale.levels[(number + (auditor == "B2") * (number % 4 == 0)) % 3].id
            audit, child = f"H{number}", f"CH{number}"
            readings.append(
                replace(
                    reading,
                    audit=audit,
                    child=child,
                    auditor=auditor,
                    purpose=purpose,
                    cycle=EARLIER,
                )
            )
            judgements.append(
                replace(
                    judgement, audit=audit, auditor=auditor, purpose=purpose, category="risk",
                    level=level,
                )
            )  # fmt: skip
    more = replace(
        facts,
        readings=(*facts.readings, *readings),
        judgements=(*facts.judgements, *judgements),
    )
    return replace(file, returns=replace(file.returns, facts=more))


def said(file: ReturnsFile) -> str:
    return plain_text(second_readings(file).agreed)


def test_few_second_readings_say_that_they_are_too_few(
    computed: tuple[ReturnsFile, FigureSet],
) -> None:
    assert said(computed[0]) == TOO_FEW
    assert said(with_history(computed[0], 15)) == TOO_FEW


def test_nobody_read_twice_says_nothing(computed: tuple[ReturnsFile, FigureSet]) -> None:
    file, _ = computed
    facts = file.returns.facts
    once = tuple(each for each in facts.readings if each.purpose is Purpose.FIRST)
    without = replace(file, returns=replace(file.returns, facts=replace(facts, readings=once)))
    assert second_readings(without) == SecondReadings()


def test_moderated_readings_are_no_second_opinion(
    computed: tuple[ReturnsFile, FigureSet],
) -> None:
    assert said(with_history(computed[0], 40, Purpose.MODERATED)) == TOO_FEW


def test_history_of_twenty_children_says_how_far_auditors_agree(
    computed: tuple[ReturnsFile, FigureSet],
) -> None:
    """Of the 16 pairs added 4 differ, 1 by two grades; of the example's 59 pairs 47 are the same
    and the others one apart."""
    assert said(with_history(computed[0], 16)) == (
        "From September to November 2026, 20 children’s records were graded by different auditors:"
        " 59 of 75 pairs of grades (79%) were the same, and 74 of 75 (99%) within one grade."
    )


def test_readings_after_the_day_of_the_figures_do_not_count(
    computed: tuple[ReturnsFile, FigureSet],
) -> None:
    """On the day before the last second reading there are nineteen children."""
    file = with_history(computed[0], 16)
    seconds = [r for r in file.returns.facts.readings if r.purpose is Purpose.SECOND]
    of_example = [r.occurred_on for r in seconds if r.cycle != EARLIER]
    day = max(of_example) - timedelta(days=1)
    assert plain_text(second_readings(file, day).agreed) == TOO_FEW


def test_only_the_service_reads_it(computed: tuple[ReturnsFile, FigureSet]) -> None:
    file, figures = computed
    inputs = brief_inputs(with_history(file, 16))
    for audience, told in (("service", True), ("partners", False)):
        of = FigureSet(audience, figures.figures, figures.previous)
        document = compose(["learning-brief"], inputs, of, file.framework, file.scale).documents
        assert ("within one grade" in str(document["learning-brief"])) is told


def test_a_brief_with_few_second_readings_loads_nothing_that_computes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from goldenthread.engine.brief import BriefRequest, brief;"
        "from goldenthread.engine.example import example;"
        "book = example(Path('returns.xlsx'));"
        "brief(BriefRequest(book, Path('out'), formats=('md',)));"
        "print({'numpy', 'scipy'} & sys.modules.keys())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert run.stdout.strip() == "set()"
