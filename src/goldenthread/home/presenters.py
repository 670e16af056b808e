"""What the home page prints."""

from dataclasses import dataclass

from django.urls import reverse

from goldenthread.home.places import GROUPS, Group
from goldenthread.people.rules.kinds import Role
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class Link:
    """A place that this person may go to."""

    text: str
    href: str
    hint: str


@dataclass(frozen=True, slots=True)
class Section:
    """Links under a heading."""

    title: str
    links: tuple[Link, ...]


def sections(scope: Scope) -> tuple[Section, ...]:
    """The places that are open to a person; a group with none is left out."""
    made = (Section(group.title, _links(group, scope)) for group in GROUPS)
    return tuple(section for section in made if section.links)


def _links(group: Group, scope: Scope) -> tuple[Link, ...]:
    return tuple(
        Link(place.text, reverse(place.url_name), place.hint)
        for place in group.places
        if place.decision(scope)
    )


def roles_in_words(scope: Scope) -> str:
    """A person's roles, in the order in which the service lists them.

    Empty where they have none.
    """
    return ", ".join(role.label for role in Role if role in scope.roles)
