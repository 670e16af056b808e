"""Links to learning, people who help, and notices, by topic."""

from collections.abc import Iterable

from goldenthread.definitions.problems import shown
from goldenthread.documents.blocks import (
    BulletList,
    Emphasis,
    FigureRun,
    Link,
    ListItem,
    Runs,
    Text,
)
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import name_to_runs
from goldenthread.publications.inputs import (
    BriefInputs,
    Helper,
    Message,
    Notice,
    ResourceLink,
    Words,
)
from goldenthread.publications.parts.words import joined, sentence_end

_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def addresses_without_link(inputs: BriefInputs) -> tuple[str, ...]:
    """A warning for each address that no file type will link to: a drive, a folder, a script."""
    given = [("Links", link.address) for link in inputs.links]
    given.extend(("Notices", notice.address) for notice in inputs.notices)
    return tuple(
        f"sheet {sheet}, column Address: “{shown(address)}” starts with none of"
        f" {', '.join(_SCHEMES)}; the title is printed without a link."
        for sheet, address in given
        if address and not address.lower().startswith(_SCHEMES)
    )


def help_with(brief: Brief, message: Message) -> Runs:
    """The first link and the first helper on a message's topic."""
    topics = _topics([message])
    links = [link for link in brief.inputs.links if link.topic.casefold() in topics]
    people = [person for person in brief.inputs.helpers if person.topic.casefold() in topics]
    parts: list[Runs] = [(_link(brief, link),) for link in links[:1]]
    parts.extend(name_to_runs(person.name) for person in people[:1])
    return joined(parts, between="; ")


def _topics(messages: Iterable[Message]) -> set[str]:
    """What messages are about: links and helpers are found by theme or category."""
    return {t.casefold() for m in messages for t in (m.theme, m.category)} - {""}


def links_list(brief: Brief, about: Iterable[Message] | None = None) -> BulletList | None:
    """Links, new ones first: all, or those ``about`` the topics of messages; ``None`` for none."""
    topics = None if about is None else _topics(about)
    links = [k for k in brief.inputs.links if topics is None or k.topic.casefold() in topics]
    links.sort(key=lambda link: not link.new)
    if not links:
        return None
    return BulletList(tuple(ListItem(_link_line(brief, link)) for link in links), compact=True)


def _link_line(brief: Brief, link: ResourceLink) -> Runs:
    start: Runs = (Text("New: ", Emphasis.STRONG),) if link.new else ()
    return (*start, _link(brief, link))


def _link(brief: Brief, link: ResourceLink) -> Link:
    return _leading_to(brief, link.title, link.address)


def _leading_to(brief: Brief, title: Words, address: str) -> Link:
    """A title that leads to an address: a link is one run, and can hold no figure."""
    runs = brief.composition.write(title)
    for run in runs:
        if isinstance(run, FigureRun):
            mend = "A title that is a link cannot hold a figure: write it in words."
            brief.composition.refuse(title, run.text, mend)
    return Link("".join(run.text for run in runs), address)


def helpers_list(brief: Brief, about: Iterable[Message] | None = None) -> BulletList | None:
    """Helpers with topic, role and how to reach them: all, or those ``about`` some messages."""
    topics = None if about is None else _topics(about)
    people = [h for h in brief.inputs.helpers if topics is None or h.topic.casefold() in topics]
    if not people:
        return None
    lines = (joined((_topic(person), _person(person))) for person in people)
    return BulletList(tuple(ListItem(line) for line in lines), compact=True)


def _topic(person: Helper) -> Runs:
    return name_to_runs(f"{person.topic}:", Emphasis.STRONG) if person.topic else ()


def _person(person: Helper) -> Runs:
    who = f"{person.name}, {person.role}" if person.role else person.name
    contact = name_to_runs(person.contact) if person.contact else ()
    return joined((name_to_runs(who), contact), between=", ")


def notices_list(brief: Brief) -> BulletList | None:
    """Notices, each a title (which leads to more, if there is more) and its text."""
    if not brief.inputs.notices:
        return None
    return BulletList(tuple(ListItem(_notice(brief, notice)) for notice in brief.inputs.notices))


def _notice(brief: Brief, notice: Notice) -> Runs:
    title: Runs
    if notice.address:
        title = (_leading_to(brief, notice.title, notice.address),)
    else:
        title = _strong(brief, notice.title)
    words = sentence_end(brief.composition.write(notice.text)) if notice.text else ()
    return joined((sentence_end(title), words))


def _strong(brief: Brief, words: Words) -> Runs:
    runs = brief.composition.write(words)
    return tuple(Text(run.text, Emphasis.STRONG) if isinstance(run, Text) else run for run in runs)
