"""The shipped definitions hold what the handbook of the field says they should."""

import pytest

from goldenthread.definitions import library

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
