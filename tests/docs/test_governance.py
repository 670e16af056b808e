"""ASVS is answered whole and honestly: every requirement once, every piece of evidence there."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from tests.docs.markdown import DOCS, ROOT

ANSWERS = yaml.safe_load((DOCS / "governance/asvs.yaml").read_text(encoding="utf-8"))
LEVELS = {1: 70, 2: 183}
"""How many requirements of each level the standard's version 5.0.0 has."""
FLOWS = DOCS / "pictures/data-flows.svg"


def test_each_requirement_of_level_one_and_two_is_answered_once() -> None:
    assert Counter(each["level"] for each in ANSWERS) == LEVELS
    assert len({each["number"] for each in ANSWERS}) == sum(LEVELS.values())


def test_requirements_stand_in_the_order_of_the_standard() -> None:
    numbers = [tuple(map(int, each["number"][1:].split("."))) for each in ANSWERS]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("answer", ANSWERS, ids=[each["number"] for each in ANSWERS])
def test_an_answer_says_how_and_its_evidence_exists(answer: dict[str, object]) -> None:
    evidence = answer["evidence"]
    assert isinstance(evidence, list)
    assert answer["how"]
    assert [path for path in evidence if not (ROOT / path).exists()] == []
    assert bool(evidence) or answer["answer"] != "met"


def test_every_page_of_governance_is_in_the_table_of_its_first() -> None:
    first = (DOCS / "governance/index.md").read_text(encoding="utf-8")
    others = {path.name for path in (DOCS / "governance").glob("*.md")} - {"index.md"}
    assert others == set(re.findall(r"\]\(([\w-]+\.md)\)", first))


def test_the_picture_of_flows_says_what_it_shows() -> None:
    drawn = Path(FLOWS).read_text(encoding="utf-8")
    for tag in ("title", "desc"):
        assert re.search(rf"<{tag} id=\"[a-z]+\">[^<]{{20,}}</{tag}>", drawn)
