"""Examples on the pages are real: files are valid, numbers are what the code computes."""

import re
from pathlib import Path

import pytest
from tests.docs.markdown import DOCS, ROOT, name

from goldenthread.analysis import intervals, rounding
from goldenthread.definitions import loading

FILES = DOCS / "how-to" / "files"
FRAMEWORK_PAGE = DOCS / "how-to" / "use-your-own-framework.md"
INTERVALS_PAGE = DOCS / "explanation" / "intervals-and-words.md"


def test_the_example_framework_can_be_used_with_its_scale() -> None:
    framework, scale = loading.choose_framework("ashby.yaml", FILES)
    assert [category.id for category in framework.categories] == [
        "voice", "risk", "assessment", "plan", "oversight", "visits_on_time",
    ]  # fmt: skip
    assert [level.id for level in scale.levels if scale.is_good(level.id)] == [
        "sound", "strong", "exemplary",
    ]  # fmt: skip


def test_what_the_page_quotes_of_the_example_framework_stands_in_its_files() -> None:
    page = FRAMEWORK_PAGE.read_text(encoding="utf-8")
    whole = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FILES.glob("*.yaml")))
    quoted = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(quoted) == 3
    for block in quoted:
        assert block in whole


def test_intervals_on_the_page_are_wilsons() -> None:
    page = INTERVALS_PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\d+%) \| (\d+)% to (\d+)% \|$", page, re.MULTILINE)
    assert len(rows) == 6
    for count, share, lower, upper in rows:
        interval = intervals.wilson(int(count), 26)
        assert rounding.percent_text(int(count), 26) == share
        assert [f"{100 * limit:.0f}" for limit in (interval.lower, interval.upper)] == [
            lower,
            upper,
        ]


def test_differences_on_the_page_are_newcombes() -> None:
    page = INTERVALS_PAGE.read_text(encoding="utf-8").replace("−", "-")
    cells = r"\| (\d+) of (\d+) \(\d+%\) \| (\d+) of (\d+) \(\d+%\) \| ([-+]\d+) to ([-+]\d+) \|"
    rows = re.findall(cells, page)
    assert len(rows) == 2
    for *counts, lower, upper in rows:
        earlier_k, earlier_n, k, n = map(int, counts)
        interval = intervals.newcombe_difference((k, n), (earlier_k, earlier_n))
        assert [round(100 * limit) for limit in (interval.lower, interval.upper)] == [
            int(lower), int(upper),
        ]  # fmt: skip


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=name)
def test_every_make_target_that_a_page_names_exists(path: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", path.read_text("utf-8"), re.MULTILINE))
    assert {"test"} <= named <= set(targets)
