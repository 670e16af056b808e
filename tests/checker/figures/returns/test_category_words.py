import pytest

from goldenthread.checker.figures.returns.category_words import CategoryVocabulary
from goldenthread.definitions import library

CORE = CategoryVocabulary(library.framework("core_16"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("identification and response to Risk", ("risk",)),
        ("Identification of and response to risk", ("risk",)),
        ("Decision making and management oversight", ("management", "management")),
        ("the voice of the child", ("voice",)),
        ("Children’s voices and childs voice", ("voice", "voice")),
        ("Planning (CIN/CP/care/pathway plan)", ("planning", "planning")),
        ("multi-agency working", ("agencies",)),
        ("Overall grade", ("overall",)),
        ("IRO footprint and challenge", ("iro",)),
        ("9 assessments of 26", ("assessment",)),
        ("Assessment of risk", ("assessment", "risk")),
        ("the riskiest planner", ()),
        ("cases", ()),
    ],
)
def test_category_words_in_running_text_are_known(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(word.id for word in CORE.named_in(text)) == expected


@pytest.mark.parametrize("framework_id", library.list_frameworks())
def test_category_labels_of_every_framework_name_their_category(framework_id: str) -> None:
    framework = library.framework(framework_id)
    words = CategoryVocabulary(framework)
    for category in framework.categories:
        assert {word.id for word in words.named_in(category.short)} == {category.id}


def test_category_words_of_a_framework_without_overall_grade_leave_it_out() -> None:
    framework = library.framework("core_16").model_copy(update={"overall": False})
    assert CategoryVocabulary(framework).named_in("Overall, 38% were good") == ()
