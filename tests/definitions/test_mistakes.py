"""Each typical mistake in a file is named with line, entry, what was there, and the mend."""

from collections.abc import Callable
from pathlib import Path

import pytest

from goldenthread.definitions import loading
from goldenthread.definitions.problems import DefinitionProblem, UnusableDefinition

Save = Callable[..., Path]
Load = Callable[[Path], object]


def problems_of(load: Load, path: Path) -> tuple[DefinitionProblem, ...]:
    """All that is said of a file that cannot be used."""
    with pytest.raises(UnusableDefinition) as caught:
        load(path)
    return caught.value.problems


def only_problem(load: Load, path: Path) -> tuple[int, str, str, str]:
    """Line, entry, value and mend of the one problem of a file."""
    (problem,) = problems_of(load, path)
    return problem.line, problem.path, problem.value, problem.mend


NAMES = "write lower-case letters, digits and underscores only"
LIST = 'write a list, one item a line, each beginning with "- "'
TAKEN = "this already means categories[1] on line 6; choose other words"
ALL_MET = "a category of quality says what not_met, partly_met and met look like"


@pytest.mark.parametrize(
    ("right", "wrong", "line", "path", "value", "mend"),
    [
        # The framework itself.
        ("met_3", "ofsted_5", 4, "scale", "ofsted_5", "write one of met_3, ofsted_4 and"),
        ("scale: met_3", "scale:", 4, "scale", "", "fill it in"),
        ("scale: met_3\n", "", 1, "", "", 'add the entry "scale"'),
        ("version: 3", "overalls: no\nversion: 3", 2, "overalls", "no", 'write "overall"'),
        ("version: 3", "hue: 1\nversion: 3", 2, "hue", "1", "take it out, or use one of id, vers"),
        ("version: 3", "form: long\nversion: 3", 2, "form", "long", "write core or short"),
        ("version: 3", "overall: si\nversion: 3", 2, "overall", "si", "write true or false"),
        ("version: 3", "not_evidenced: x\nversion: 3", 2, "not_evidenced", "x", "apart or lowest"),
        ("version: 3", "id: two\nversion: 3", 2, "id", "", "it stands on line 1 already; keep one"),
        ("version: 3", "version: [3]", 2, "version", "", "write one piece of text"),
        ("version: 3", f"version: {'9' * 400}", 2, "version", "999", "shorten it to 300"),
        # Names of categories, which head the columns of the workbook.
        ("    label: R", "    labels: R", 7, "[1].labels", "Response to risk", 'write "label"'),
        ("id: record", "id: Record!", 13, "[2].id", "Record!", NAMES),
        ("id: record", "id: audits", 13, "[2].id", "audits", "means something else in figures"),
        ("id: record", "id: risk", 13, "[2].id", "risk", TAKEN),
        ("Record up to date", "response  to Risk.", 14, "[2].label", "response to Risk.", TAKEN),
        ("[Chronology]", "[Chronology, RISK]", 18, "[2].also[2]", "RISK", TAKEN),
        ("Record up to date", "OVERALL", 14, "[2].label", "OVERALL", "another column has this"),
        ("Record up to date", "'—'", 14, "[2].label", "—", "write some letters or digits"),
        ("short: Record", f"short: {'x' * 31}", 15, "[2].short", "x" * 31, "shorten it to 30"),
        ("[Chronology]", "Chronology", 18, "[2].also", "Chronology", LIST),
        # To whom a category applies, and its layer.
        ("[child_in_need,", "[cin,", 17, "[2].applies_to[1]", "cin", "write one of early_help, "),
        ("[child_in_need, child_in_care]", "[]", 17, "[2].applies_to", "", "name the plan types"),
        ("compliance", "ticks", 16, "[2].layer", "ticks", "write quality or compliance"),
        # Descriptors.
        ("    layer: compliance\n", "", 13, "[2].descriptors", "", ALL_MET),
        ("      partly_met: The response was slow.\n", "", 9, "[1].descriptors", "", ALL_MET),
        ("      met:", "      good: a\n      met:", 12, "[1].descriptors.good", "", "no such"),
        ("met: The child is safer.", "met: [x]", 12, "[1].descriptors.met", "", "one piece"),
    ],
)  # fmt: skip
def test_framework_with_one_mistake_has_one_problem_that_names_it(
    save: Save,
    framework_text: str,
    right: str,
    wrong: str,
    line: int,
    path: str,
    value: str,
    mend: str,
) -> None:
    assert right in framework_text
    found = only_problem(loading.load_framework, save(framework_text.replace(right, wrong, 1)))
    assert found[0] == line
    assert found[1] == (f"categories{path}" if path.startswith("[") else path)
    assert found[2].startswith(value)
    assert mend in found[3]


def test_framework_with_many_mistakes_has_all_problems_in_file_order(
    save: Save, framework_text: str
) -> None:
    wrong = (
        framework_text.replace("scale: met_3", "scale: none")
        .replace("short: Risk", "short:")
        .replace("layer: compliance", "layer: ticks")
        .replace("id: ours", "id: Ours!")
    )
    problems = problems_of(loading.load_framework, save(wrong))
    assert [(one.line, one.path) for one in problems] == [
        (1, "id"),
        (4, "scale"),
        (8, "categories[1].short"),
        (16, "categories[2].layer"),
    ]


def test_problem_as_printed_is_one_sentence_of_what_where_and_mend(
    save: Save, framework_text: str
) -> None:
    path = save(framework_text.replace("layer: compliance", "layer: ticks"))
    with pytest.raises(UnusableDefinition) as caught:
        loading.load_framework(path)
    assert str(caught.value) == (
        'ours.yaml, line 16, categories[2].layer is "ticks": write quality or compliance.'
    )


def test_framework_whose_heading_is_taken_by_the_sheet_is_refused(
    save: Save, framework_text: str
) -> None:
    path = save(framework_text.replace("[Chronology]", "[Plan Type]"))
    with pytest.raises(UnusableDefinition, match="another column has this heading"):
        loading.load_framework(path, headings=["Team", "Plan type"])


@pytest.mark.parametrize(
    ("right", "wrong", "line", "path", "value", "mend"),
    [
        ("from: gold", "from: top", 4, "good_from", "top", "write one of bronze, silver and gold"),
        ("short: S}", "short: S, also: [N.A.]}", 7, "levels[2].also[1]", "N.A.",
         "this means not applicable; choose other words"),
        ("short: S}", "short: S, also: [weak.]}", 7, "levels[2].also[1]", "weak.",
         "this already means levels[1] on line 6; choose other words"),
        ("id: silver", "id: bronze", 7, "levels[2].id", "bronze",
         "this already means levels[1] on line 6; choose other words"),
    ],
)  # fmt: skip
def test_scale_with_one_mistake_has_one_problem_that_names_it(
    save: Save, scale_text: str, right: str, wrong: str, line: int, path: str, value: str, mend: str
) -> None:
    found = only_problem(loading.load_scale, save(scale_text.replace(right, wrong)))
    assert found == (line, path, value, mend)


def test_scale_with_one_level_is_refused_in_plain_words(save: Save) -> None:
    text = "id: a\nlabel: One\nversion: 1\ngood_from: a\nlevels: [{id: a, label: A, short: A}]\n"
    assert only_problem(loading.load_scale, save(text)) == (
        1, "", "", "mend this: a scale needs at least two levels",
    )  # fmt: skip


def test_plan_types_with_one_spelling_twice_are_refused(save: Save) -> None:
    text = "plan_types:\n  - {id: cin, label: In need}\n  - {id: cp, label: CP, also: [C.I.N.]}\n"
    assert only_problem(loading.load_plan_types, save(text)) == (
        3, "plan_types[2].also[1]", "C.I.N.",
        "this already means plan_types[1] on line 2; choose other words",
    )  # fmt: skip


def test_theme_of_a_category_that_no_framework_has_is_refused(save: Save) -> None:
    text = "themes:\n  - {id: a, label: A, categories: [risk, risky]}\n"
    assert only_problem(loading.load_themes, save(text)) == (
        2, "themes[1].categories[2]", "risky", "write the id of a category in use",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "entry", "value", "mend"),
    [
        ("10", "ten", "count", "ten", "write a whole number"),
        ("10", "0", "count", "0", "write a number above 0"),
        ("10", "5000", "count", "5000", "write a number of 1000 or less"),
        ("working_days", "days", "unit", "days",
         "write working_days, calendar_days, weeks or months"),
        ("local,", "local, effective_from: 1 April,", "effective_from", "1 April",
         "write the date as year-month-day, such as 2026-04-01"),
        ("local,", "local, effective_from: 2026-04-01, effective_to: 2025-04-01,", "effective_to",
         "2025-04-01", "write a date after effective_from"),
    ],
)  # fmt: skip
def test_rule_with_one_mistake_has_one_problem_that_names_it(
    save: Save, right: str, wrong: str, entry: str, value: str, mend: str
) -> None:
    rule = (
        "timescale_rules:\n"
        "  - {id: visit, label: Visit, trigger: Previous visit, stop: Visit, count: 10,\n"
        "     unit: working_days, basis: local, source: Our standard}\n"
    )
    _, path, found, said = only_problem(
        loading.load_timescale_rules, save(rule.replace(right, wrong))
    )
    assert (path, found, said) == (f"timescale_rules[1].{entry}", value, mend)


def test_list_where_entries_are_wanted_is_refused_in_plain_words(save: Save) -> None:
    assert only_problem(loading.load_calendar, save("- a\n")) == (
        1, "", "", 'write entries such as "id: good" here, indented under the line above',
    )  # fmt: skip


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableDefinition) as caught:
        loading.load_framework(tmp_path / "gone.yaml")
    assert str(caught.value) == "gone.yaml: there is no such file; check its name and folder."


def test_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableDefinition, match="the file cannot be opened"):
        loading.load_framework(tmp_path)
