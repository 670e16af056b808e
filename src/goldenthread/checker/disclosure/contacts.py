"""Where names and numbers are meant to stand: sections of contacts, and who wrote a document."""

import re

from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.stretches import Stretch
from goldenthread.checker.patterns import Late
from goldenthread.checker.source import Region

AUTHOR = "author of the document"
LISTED = "named among the contacts"

ALLOWED_KINDS = frozenset({Kind.NAME, Kind.EMAIL, Kind.TELEPHONE, Kind.POSTCODE, Kind.ADDRESS})
"""What a section of contacts lets stand. Names that were passed in never may."""

_CONTACTS = Late(
    r"^(?:(?:\W|\d)*)(?:(?:key |useful |our |your |who (?:to )?)?contacts?(?: us| details| list"
    r"| names| points?"
    r"| information| numbers| for .{1,40})?|(?:our |your |the )?(?:helpers?|champions?"
    r"|ambassadors?)"
    r"|help|get in touch|how to reach us|key people|useful numbers"
    r"|(?:useful |helpful |quick )?links?(?: to .{1,40}| and .{1,40})?|links? (?:and|&) contacts?"
    r"|further (?:help|information|support|advice|reading)|(?:help|support|advice) (?:available"
    r"|for (?:you|staff|workers|practitioners|teams|managers))"
    r"|help and (?:advice|support|contacts?)|where to (?:get|find|go for) .{1,40})\W*$"
    r"|\b(?:who (?:to|can|you can|could|will) (?:ask|contact|help|call|talk|speak|support)"
    r"|people (?:who|to|you) "
    r"(?:can |may |could )?(?:help|ask|contact|support)|ask for help|here to help|find out more"
    r"|contact details)\b",
    re.IGNORECASE,
)
_CONTACT_COLUMNS = Late(
    r"\b(?:contact(?: details)?|e-?mail|telephone|tel|phone|extension|ext|mobile)\b", re.IGNORECASE
)
_LABEL = Late(
    r"(?:^|[.)?!”] )(?:(?:Helpers?|Contacts?|Who can help|Who to ask|Help) ?[:–—]"
    r"|Help (?=[A-Z“]))[^.?!]*$"
)
"""A label before a name in the same passage; "Contact X" without a colon is a sentence."""

_WRITTEN_BY = Late(
    r"(?:^|[;|•(.:] ?|\b(?:brief|newsletter|bulletin|report|document|edition|issue) (?:was )?)"
    r"(?:prepared|written|produced|compiled|issued|published|authored|edited) by:? ?$",
    re.IGNORECASE,
)
_AUTHOR_LABEL = Late(
    r"^(?:author|authors|creator|last (?:changed|modified|saved) by|manager|editor)\W* ?$",
    re.IGNORECASE,
)
_REACH = 60
_LABEL_REACH = 200


def contact_rule(stretch: Stretch, start: int, sections: tuple[str, ...]) -> str | None:
    """Why what begins at ``start`` is a contact's, or ``None``: heading, columns, or a label.

    ``sections`` are headings from the allow-list.
    """
    for heading in stretch.headings:
        if any(section.casefold() in heading.casefold() for section in sections):
            return f"allow-list: section “{heading}”"
        if _CONTACTS.search(heading):
            return f"section “{heading}”"
    if stretch.columns and _CONTACT_COLUMNS.search(stretch.columns):
        return "table of contacts"
    return (
        "line of contacts"
        if _LABEL.search(stretch.text, max(0, start - _LABEL_REACH), start)
        else None
    )


def is_author(stretch: Stretch, start: int) -> bool:
    """Whether the name that begins at ``start`` is that of who wrote or saved the document."""
    before = stretch.text[max(0, start - _REACH) : start]
    is_property = stretch.region is Region.PROPERTY and start <= _REACH
    if is_property and _AUTHOR_LABEL.match(stretch.text[:start]):
        return True
    return _WRITTEN_BY.search(before) is not None
