"""Our own brief, read back from its Word document and its slides."""

import pytest
from tests.documents.samples.brief import sample_brief

from goldenthread.checker.reading import composed
from goldenthread.checker.reading.slides.read import read as read_slides
from goldenthread.checker.reading.word.read import read as read_word
from goldenthread.checker.source import Role, Source
from goldenthread.documents.render import docx, pptx


def _headings(found: Source) -> list[str]:
    return [p.text for p in found.passages if p.role is Role.HEADING]


@pytest.mark.slow
def test_read_own_document_holds_its_headings_items_and_links_in_order() -> None:
    brief = sample_brief()
    made, found = composed.read(brief), read_word(docx.render(brief), "brief.docx")
    sections = [heading for heading in _headings(made) if heading in _headings(found)]
    assert len(sections) > 3
    assert [one for one in _headings(found) if one in sections] == sections
    assert {link.address for link in made.links} <= {link.address for link in found.links}
    items = {p.text for p in found.passages if p.role is Role.LIST_ITEM}
    assert items
    assert (found.language, found.title, found.warnings) == (brief.language, made.title, ())


@pytest.mark.slow
def test_read_own_slides_holds_its_sections_and_charts() -> None:
    brief = sample_brief()
    made, found = composed.read(brief), read_slides(pptx.render(brief), "brief.pptx")
    assert found.pages == max(p.page or 0 for p in found.passages)
    assert found.language == brief.language
    assert all(picture.alternative for picture in found.pictures)
    assert len(set(_headings(made)) & set(_headings(found))) > 3
