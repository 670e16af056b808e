"""Children, requests and answers, as tests of the pages about children use them."""

from typing import Any

from django.test import Client
from lxml import html

from goldenthread.children.models import Child
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import children
from goldenthread.core.actors import System
from goldenthread.core.models import ReadEntry
from goldenthread.people.models import User

SERVICE = System("tests")
CASE = IdentifierSystem.CASE_SYSTEM


def a_child(number: str = "") -> Child:
    """A child, with a number of the case system where one is given."""
    first = children.FirstNumber(system=CASE, number=number) if number else None
    return children.add(first=first, by=SERVICE)


def client_of(user: User) -> Client:
    """A browser of somebody who is signed in."""
    client = Client()
    client.force_login(user)
    return client


def parsed(answer: Any) -> Any:
    """The page as lxml reads it, whose stubs know no HTML."""
    return html.fromstring(answer.content.decode())


def heading(answer: Any) -> str:
    """The page's heading."""
    return " ".join(parsed(answer).findtext(".//h1").split())


def text(answer: Any) -> str:
    """Everything the page says, with single spaces."""
    (main,) = parsed(answer).xpath("//main")
    return " ".join(main.text_content().split())


def faults(answer: Any) -> str:
    """What the error summary says."""
    found = parsed(answer).find_class("govuk-error-summary")
    return " ".join(found[0].text_content().split()) if found else ""


def readings() -> list[tuple[str, str, str]]:
    """The log of reading: who, about whom, which page; the earliest first."""
    rows = ReadEntry.objects.order_by("id").values_list("reader", "child", "page")
    return [(reader, str(child), page) for reader, child, page in rows]
