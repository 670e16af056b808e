"""Where names and numbers are meant to stand: sections of contacts, and who wrote a document."""

import re

from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.stretches import Stretch
from goldenthread.checker.source import Region

AUTHOR = "author of the document"
LISTED = "named among the contacts"

ALLOWED_KINDS = frozenset({Kind.NAME, Kind.EMAIL, Kind.TELEPHONE, Kind.POSTCODE, Kind.ADDRESS})
"""What a section of contacts lets stand. Names that were passed in never may."""

_CONTACTS = re.compile(
    r"^(?:(?:\W|\d)*)(?:(?:key |useful |our |your |who (?:to )?)?contacts?(?: us| details| list"
    r"| names| points?"
    r"| information| numbers| for .{1,40})?|(?:our |your |the )?(?:helpers?|champions?"
    r"|ambassadors?)"
    r"|get in touch|how to reach us|key people|useful numbers"
    r"|(?:useful |helpful |quick )?links?(?: to .{1,40}| and .{1,40})?|links? (?:and|&) contacts?"
    r"|further (?:help|information|support|advice|reading)|(?:help|support|advice) (?:available"
    r"|for .{1,40})"
    r"|help and (?:advice|support|contacts?)|where to (?:get|find|go for) .{1,40})\W*$"
    r"|\b(?:who (?:to|can|you can|could|will) (?:ask|contact|help|call|talk|speak|support)"
    r"|people (?:who|to|you) "
    r"(?:can |may |could )?(?:help|ask|contact|support)|ask for help|here to help|find out more"
    r"|contact details)\b",
    re.IGNORECASE,
)
_CONTACT_COLUMNS = re.compile(
    r"\b(?:contact(?: details)?|e-?mail|telephone|tel|phone|extension|ext|mobile)\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:Help|Helpers?|Contacts?|Who can help|Who to ask)(?:\s*[:–—-]| (?=[A-Z“‘\"]))"
)
_LABELS_WITHOUT_COLON = re.compile(r"^Contacts? ")
_WRITTEN_BY = re.compile(
    r"(?:^|[;|•(.:] ?|\b(?:brief|newsletter|bulletin|report|document|edition|issue) (?:was )?)"
    r"(?:prepared|written|produced|compiled|issued|published|authored|edited) by:? ?$",
    re.IGNORECASE,
)
_AUTHOR_LABEL = re.compile(
    r"^(?:author|authors|creator|last (?:changed|modified|saved) by|manager|editor)\W* ?$",
    re.IGNORECASE,
)
_REACH = 60


def contact_rule(stretch: Stretch, sections: tuple[str, ...]) -> str | None:
    """Why a text is a contact's, or ``None``: its heading, its columns, or its label.

    ``sections`` are headings from the allow-list.
    """
    for heading in stretch.headings:
        if any(section.casefold() in heading.casefold() for section in sections):
            return f"allow-list: section “{heading}”"
        if _CONTACTS.search(heading):
            return f"section “{heading}”"
    if stretch.columns and _CONTACT_COLUMNS.search(stretch.columns):
        return "table of contacts"
    if _LABEL.match(stretch.text) and not _LABELS_WITHOUT_COLON.match(stretch.text):
        return "line of contacts"
    return None


def is_author(stretch: Stretch, start: int) -> bool:
    """Whether the name that begins at ``start`` is that of who wrote or saved the document."""
    before = stretch.text[max(0, start - _REACH) : start]
    if stretch.region is Region.PROPERTY and _AUTHOR_LABEL.match(stretch.text[:start]):
        return True
    return _WRITTEN_BY.search(before) is not None
