"""The menu of every page: what exists, and only what this person may open.

An app's entry stands in ``ENTRIES`` once its pages exist. The look does not know the apps: it is
told of this function by the setting ``NAVIGATION``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from goldenthread.children.permissions import can_find_children
from goldenthread.design.shell import NavigationItem
from goldenthread.people.scope import Scope
from goldenthread.people.views.base import reader_of
from goldenthread.records.permissions import can_list_ledger

Asker = Scope | None
"""What whoever asks is to others; ``None`` for who is not signed in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the menu: its words, its view, and who may open it."""

    text: str
    url_name: str
    may_open: Callable[[Asker], bool]


def _signed_in(asker: Asker) -> bool:
    return asker is not None


def _keeps_nothing(asker: Asker) -> bool:
    return bool(settings.OPEN_PAGES) or asker is not None


def _signed_out(asker: Asker) -> bool:
    return asker is None


def _finds_children(asker: Asker) -> bool:
    return asker is not None and bool(can_find_children(asker))


def _reads_the_ledger(asker: Asker) -> bool:
    return asker is not None and bool(can_list_ledger(asker))


ENTRIES: tuple[Entry, ...] = (
    Entry("Home", "home", _signed_in),
    Entry("Check a brief", "check_brief", _keeps_nothing),
    Entry("Make a brief", "make_brief", _keeps_nothing),
    Entry("Children", "find_child", _finds_children),
    Entry("People", "list_people", _signed_in),
    Entry("Records", "show_records", _reads_the_ledger),
)
ACCOUNT: tuple[Entry, ...] = (
    Entry("Your sign-in", "mfa_index", _signed_in),
    Entry("Sign out", "account_logout", _signed_in),
    Entry("Sign in", "account_login", _signed_out),
)


@dataclass(frozen=True, slots=True)
class Menus:
    """The two menus of a page."""

    main: tuple[NavigationItem, ...]
    account: tuple[NavigationItem, ...]


def navigation(request: HttpRequest) -> Menus:
    """The menus of the person who asks."""
    asker = reader_of(request)
    return Menus(_items(request, asker, ENTRIES), _items(request, asker, ACCOUNT))


def _items(
    request: HttpRequest, asker: Asker, entries: tuple[Entry, ...]
) -> tuple[NavigationItem, ...]:
    return tuple(
        NavigationItem(
            text=entry.text,
            href=href,
            active=href != "/" and request.path.startswith(href),
            current=request.path == href,
        )
        for entry in entries
        if entry.may_open(asker) and (href := reverse(entry.url_name))
    )
