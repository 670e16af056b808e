"""What stands around every page: whose service it is, where one can go, what was just done."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol, cast

from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A place in the menu. ``current``: this very page; ``active``: somewhere below it."""

    text: str
    href: str
    active: bool = False
    current: bool = False


class Navigation(Protocol):
    """The menus of a request: the service's own, and the person's."""

    @property
    def main(self) -> Sequence[NavigationItem]:
        """Places of the service that this person may open."""

    @property
    def account(self) -> Sequence[NavigationItem]:
        """Their own account and sign-out, or sign-in."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame of a page."""

    authority_name: str
    logo: str
    stylesheet: str
    main: Sequence[NavigationItem]
    account: Sequence[NavigationItem]
    messages: Sequence[Message]

    @property
    def navigation(self) -> list[dict[str, Any]]:
        """The service's own menu, as the macro takes it."""
        return [asdict(item) for item in self.main]


def shell(request: HttpRequest, *, plain: bool = False) -> Shell:
    """The frame for a request; ``plain`` asks nothing of the database, for pages of faults."""
    menus = None if plain else _navigation()(request)
    version = settings.ACCENT_COLOUR.removeprefix("#")
    return Shell(
        authority_name=settings.AUTHORITY_NAME,
        logo=reverse("authority_logo") if settings.AUTHORITY_LOGO else "",
        stylesheet=f"{reverse('authority_css')}?{version}",
        main=menus.main if menus else (),
        account=menus.account if menus else (),
        messages=() if plain else tuple(get_messages(request)),
    )


def _navigation() -> Callable[[HttpRequest], Navigation]:
    """Named by a string: the menu knows the apps, and the look may not."""
    return cast(Callable[[HttpRequest], Navigation], import_string(settings.NAVIGATION))
