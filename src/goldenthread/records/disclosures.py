"""What this app and those below hold about a child, in sections for the export."""

from goldenthread.children.models import (
    Child,
    ChildIdentifier,
    ChildMerge,
    RestrictedAccess,
    SiblingMembership,
)
from goldenthread.children.queries import number_of
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.people.ids import UserId
from goldenthread.records.holdings import Asked, Section
from goldenthread.records.presenters.ledger import line, reading
from goldenthread.records.presenters.words import day, moment
from goldenthread.records.queries.ledger import entries_about, readings
from goldenthread.records.queries.naming import names_for, names_of_readers


def of_children(asked: Asked) -> tuple[Section, ...]:
    """What is known of the child. Links of adoption are not told: other law governs them."""
    return (_child(asked), _numbers(asked), _joined(asked), _named(asked))


def _child(asked: Asked) -> Section:
    rows = []
    for child in Child.objects.filter(id__in=asked.rows).order_by("created_at", "id"):
        known = "Only people who are named" if child.restricted else "As for other children"
        rows.append((str(child.id), day(child.created_at), child.initials or "None", known))
    columns = ("Number here", "Known here since", "Initials", "Who may open it")
    return Section("The child", "The record that stands for you here.", columns, tuple(rows))


def _numbers(asked: Asked) -> Section:
    rows = [
        (
            IdentifierSystem(each.system).label,
            number_of(each),
            day(each.from_on),
            day(each.to_on) or "Until further notice",
        )
        for each in ChildIdentifier.objects.filter(child_id__in=asked.rows)
    ]
    about = "Numbers by which other systems know you. They are kept encrypted."
    return Section("Numbers", about, ("System", "Number", "From", "Until"), tuple(rows))


def _joined(asked: Asked) -> Section:
    """That there are siblings, and how many; their data are theirs."""
    rows = []
    mergers = ChildMerge.objects.filter(kept_id__in=asked.rows, undone_at=None)
    for merge in mergers:
        rows.append(("Two records were found to be of one child", day(merge.created_at)))
    groups = SiblingMembership.objects.filter(child_id__in=asked.rows).values("group_id")
    others = SiblingMembership.objects.filter(group_id__in=groups).exclude(child_id__in=asked.rows)
    for other in others:
        rows.append(("A brother or sister is known here", day(other.created_at)))
    about = "That there are brothers or sisters; what is held about them is theirs."
    return Section("Brothers and sisters", about, ("What", "Since"), tuple(rows))


def _named(asked: Asked) -> Section:
    given = RestrictedAccess.objects.filter(child_id__in=asked.rows).select_related("user")
    rows = [(each.user.name, day(each.created_at)) for each in given]
    about = "People who may open your record although it is restricted."
    return Section("People who are named", about, ("Who", "Since"), tuple(rows))


def of_ledger(asked: Asked) -> tuple[Section, ...]:
    """What was done."""
    groups = SiblingMembership.objects.filter(child_id__in=asked.rows)
    subjects = asked.rows | set(groups.values_list("group_id", flat=True))
    entries = list(entries_about(asked.scope, subjects))
    names = names_for(asked.scope, entries)
    rows = tuple((moment(each.at), line(each, names).sentence) for each in entries)
    about = "What was done with what is held about you here."
    return (Section("What was done", about, ("When", "What"), rows),)


def of_read_log(asked: Asked) -> tuple[Section, ...]:
    """Who opened what."""
    entries = list(readings(asked.scope, asked.rows))
    names = {UserId: names_of_readers(asked.scope, entries)}
    lines = [reading(each, names) for each in entries]
    rows = tuple((each.when, each.who.text, each.page) for each in lines)
    about = "Each time somebody opened a page about you."
    return (Section("Who opened your record", about, ("When", "Who", "Page"), rows),)
