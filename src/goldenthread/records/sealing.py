"""What exports keep sealed: the sections, and passages while they are decided."""

import json

from goldenthread.privacy.encryption import seal, unseal
from goldenthread.records.holdings import Section, section_from
from goldenthread.records.models import Passage, SubjectAccess


def seal_content(access: SubjectAccess, sections: tuple[Section, ...]) -> None:
    """Keep the sections."""
    text = json.dumps([section.as_data() for section in sections])
    access.content = seal(text.encode(), place=f"records_subjectaccess.content.{access.id}")


def content_of(access: SubjectAccess) -> tuple[Section, ...]:
    """The sections that are kept."""
    place = f"records_subjectaccess.content.{access.id}"
    return tuple(
        section_from(each) for each in json.loads(unseal(bytes(access.content), place=place))
    )


def seal_passage(passage: Passage, text: str) -> None:
    """Keep the words of a passage."""
    passage.sealed_text = seal(text.encode(), place=_place(passage))


def text_of(passage: Passage) -> str:
    """The words of a passage; empty where they are no longer kept."""
    if not passage.sealed_text:
        return ""
    return unseal(bytes(passage.sealed_text), place=_place(passage)).decode()


def _place(passage: Passage) -> str:
    return f"records_passage.sealed_text.{passage.id}"
