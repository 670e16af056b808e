"""The shipped definitions hold what the handbook of the field says they should."""

import re
import subprocess
import sys

import pytest

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Layer

# The table of common audit categories, in its order: id and printed name.
CORE_CATEGORIES = [
    ("record", "Case record and chronology"),
    ("story", "Case summary / child's story"),
    ("voice", "Child's voice and lived experience"),
    ("identity", "Identity, diversity and culture"),
    ("assessment", "Assessment"),
    ("risk", "Identification of and response to risk"),
    ("planning", "Planning (CIN/CP/care/pathway plan)"),
    ("reviewing", "Reviewing and core groups/CIN meetings"),
    ("visiting", "Visiting and relationship"),
    ("direct_work", "Direct work and intervention"),
    ("family", "Partnership with family, incl. fathers"),
    ("agencies", "Working with other agencies"),
    ("management", "Management oversight and decision making"),
    ("supervision", "Supervision"),
    ("iro", "IRO / CP chair footprint and challenge"),
    ("impact", "Impact and outcomes for the child"),
]


def test_core_16_as_shipped_has_the_sixteen_categories_in_order() -> None:
    categories = library.framework("core_16").categories
    assert [(category.id, category.label) for category in categories] == CORE_CATEGORIES


def test_ofsted_scale_as_shipped_runs_from_inadequate_to_outstanding() -> None:
    scale = library.scale("ofsted_4")
    ids = [level.id for level in scale.levels]
    assert ids == ["inadequate", "requires_improvement", "good", "outstanding"]
    assert [scale.is_good(level) for level in ids] == [False, False, True, True]


@pytest.mark.parametrize(
    ("plan_type", "applicable"),
    [
        ("child_in_care", 16),
        ("child_protection_plan", 16),
        ("child_in_need", 15),
        ("short_breaks", 14),
        ("assessment_only", 13),
    ],
)
def test_core_16_by_plan_type_applies_as_many_categories_as_make_sense(
    plan_type: str, applicable: int
) -> None:
    categories = library.framework("core_16").categories
    applies = [c.id for c in categories if c.applies_to is None or plan_type in c.applies_to]
    assert len(applies) == applicable


def test_framework_with_unknown_id_names_those_that_ship() -> None:
    with pytest.raises(library.UnknownDefinition, match=r'no framework "core_17".*core_16'):
        library.framework("core_17")


def test_core_12_as_shipped_has_twelve_categories_on_nought_to_ten() -> None:
    framework = library.framework("core_12")
    scale = library.scale(framework.scale)
    assert len(framework.categories) == 12
    assert [level.id for level in scale.levels] == [str(number) for number in range(11)]
    assert scale.is_good("7")
    assert not scale.is_good("6")


def test_short_form_as_shipped_keeps_compliance_apart_and_has_no_overall_grade() -> None:
    framework = library.framework("short")
    assert (framework.form, framework.overall) == ("short", False)
    assert {category.layer for category in framework.categories} == set(Layer)
    scale = library.scale(framework.scale)
    assert [level.id for level in scale.levels] == ["not_met", "partly_met", "met"]


@pytest.mark.parametrize("framework_id", library.list_frameworks())
def test_framework_as_shipped_gives_each_category_four_to_eight_prompts(framework_id: str) -> None:
    for category in library.framework(framework_id).categories:
        assert 4 <= len(category.prompts) <= 8, category.id
        assert all(prompt.endswith("?") for prompt in category.prompts)


def test_core_16_as_shipped_describes_all_four_grades_differently() -> None:
    categories = library.framework("core_16").categories
    texts = [text for category in categories for text in category.descriptors.values()]
    assert len(texts) == len(set(texts)) == 64


def test_ungraded_as_shipped_are_the_three_reasons() -> None:
    reasons = [reason.id for reason in library.ungraded()]
    assert reasons == ["not_applicable", "not_evidenced", "not_graded"]


def test_themes_as_shipped_cover_every_core_category() -> None:
    covered = {category for theme in library.themes() for category in theme.categories}
    assert covered == {category_id for category_id, _ in CORE_CATEGORIES}


def test_scale_asked_for_twice_is_read_once() -> None:
    assert library.scale("met_3") is library.scale("met_3")


# The vocabulary of the field: people are children and young people.
AVOIDED = re.compile(
    r"\b(cases?|clients?|service users?|LAC|RAG|failings?|compliance rate)\b", re.I
)


@pytest.mark.parametrize("framework_id", library.list_frameworks())
def test_words_that_auditors_read_avoid_what_the_field_avoids(framework_id: str) -> None:
    for category in library.framework(framework_id).categories:
        for text in (*category.prompts, *category.descriptors.values()):
            assert not AVOIDED.search(text), text


def test_words_of_themes_plan_types_and_grades_avoid_what_the_field_avoids() -> None:
    levels = (level for scale in library.list_scales() for level in library.scale(scale).levels)
    texts = [
        *(theme.description for theme in library.themes()),
        *(theme.label for theme in library.themes()),
        *(plan_type.label for plan_type in library.plan_types()),
        *(level.descriptor for level in levels),
    ]
    assert [text for text in texts if AVOIDED.search(text)] == []


@pytest.mark.slow
def test_library_in_a_fresh_process_imports_nothing_heavy() -> None:
    code = (
        "import sys; from goldenthread.definitions import library; library.framework('core_16');"
        "print(sorted({'polars', 'openpyxl', 'docx', 'typst', 'jinja2'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
