"""Whether everybody can use the document: what fails, what to look at, what would help."""

from collections.abc import Callable, Iterator

from goldenthread.checker.access.colour import check_contrast
from goldenthread.checker.access.headings import check_headings
from goldenthread.checker.access.lists import check_lists
from goldenthread.checker.access.pictures import check_pictures
from goldenthread.checker.access.properties import check_language, check_tags, check_title
from goldenthread.checker.access.reading import check_reading
from goldenthread.checker.access.tables import check_tables
from goldenthread.checker.access.wording import check_capitals, check_links
from goldenthread.checker.results import AccessFinding
from goldenthread.checker.source import Source

_CHECKS: tuple[Callable[[Source], Iterator[AccessFinding]], ...] = (
    check_language,
    check_title,
    check_tags,
    check_headings,
    check_lists,
    check_pictures,
    check_tables,
    check_contrast,
    check_links,
    check_capitals,
    check_reading,
)


def access(source: Source) -> tuple[AccessFinding, ...]:
    """Everything that some readers could not use, in the order of the checks.

    Errors are failures of WCAG 2.2 at levels A and AA, which the Public Sector Bodies
    Accessibility Regulations 2018 ask for; queries are for judgement; notes would help. What the
    file cannot show is never judged.

    >>> from goldenthread.checker.source import FileKind, Picture, Shows
    >>> seen = Source("a.docx", FileKind.DOCX, (), frozenset({Shows.PICTURES}),
    ...               pictures=(Picture("page 1", None),))
    >>> [(found.check, found.severity.value) for found in access(seen)]
    [('alternative text', 'error')]
    """
    return tuple(found for check in _CHECKS for found in check(source))
