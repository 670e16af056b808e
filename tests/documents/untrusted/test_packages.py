import pytest

from goldenthread.documents.untrusted.archive import Archive, packed
from goldenthread.documents.untrusted.packages import PackageKind, package_kind

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        (f"{WORD}.document.main+xml", PackageKind.WORD),
        (f"{WORD}.template.main+xml", PackageKind.WORD),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", PackageKind.WORD),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", PackageKind.WORD),
        (f"{SLIDES}.presentation.main+xml", PackageKind.SLIDES),
        (f"{SLIDES}.slideshow.main+xml", PackageKind.SLIDES),
        ("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", PackageKind.SLIDES),
        (f"{SHEETS}.sheet.main+xml", PackageKind.WORKBOOK),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", PackageKind.WORKBOOK),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", PackageKind.BINARY_WORKBOOK),
    ],
)
def test_package_is_known_by_the_type_of_its_main_part(
    content_type: str, kind: PackageKind
) -> None:
    """Types from ECMA-376 part 1 §15.2 and [MS-OFFMACRO] §2.1."""
    types = f'<Types><Override PartName="/a.xml" ContentType="{content_type}"/></Types>'
    assert package_kind(Archive(packed({"[Content_Types].xml": types.encode()}))) is kind


def test_word_document_with_an_embedded_workbook_is_a_word_document() -> None:
    types = (
        f'<Types><Default Extension="xlsx" ContentType="{SHEETS}.sheet"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
    )
    assert package_kind(Archive(packed({"[Content_Types].xml": types.encode()}))) is (
        PackageKind.WORD
    )


def test_package_without_a_known_type_is_known_by_its_parts() -> None:
    content = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"}
    assert package_kind(Archive(packed(content))) is PackageKind.WORD
