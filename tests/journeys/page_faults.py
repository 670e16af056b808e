"""What is wrong with a page, as far as its HTML shows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from lxml import html

_CODE = re.compile(
    r"\bNone\b(?! [a-z])|Undefined|<built-in|<bound method| object at 0x|\{\{|\{%"
    r"|&(?:amp|lt|quot|#\d+);"
)
_ASKING = "//input[not(@type='hidden')] | //select | //textarea"
_NAMED_ELSEWHERE = {"submit", "button", "image"}
_OWN_TITLE = "Home – "
"""The title of the page whose heading is the reader's name, which no title need hold."""
_SERVED = ("/static/", "/design/")


def faults(content: bytes, *, error: bool = False) -> list[str]:
    """Everything found; ``error``: the page shows a form that was sent and must be mended."""
    page: Any = html.fromstring(content.decode())
    checks = (frame, printed, ids, forms, links)
    found = [fault for check in checks for fault in check(page)]
    return found + (list(mending(page)) if error else [])


def frame(page: Any) -> Iterator[str]:
    """Language, title, headings; nothing that the policy of the pages forbids."""
    if page.get("lang") != "en-GB":
        yield f"lang is {page.get('lang')}"
    headings = [" ".join(each.text_content().split()) for each in page.iter("h1")]
    if len(headings) != 1 or not all(headings):
        yield f"h1: {headings}"
    title = " ".join((page.findtext(".//title") or "").split())
    if not title.endswith(f" – {settings.AUTHORITY_NAME}"):
        yield f"title: {title}"
    if headings and headings[0] not in title and not title.startswith(_OWN_TITLE):
        yield f"title {title!r} is not the heading {headings[0]!r}"
    for each in page.xpath("//*[@style or @onclick or @onsubmit or @onchange]"):
        yield f"style or handler in {_short(each)}"
    for each in page.xpath("//style | //script[not(@src)][not(contains(@type, 'json'))]"):
        if not each.get("nonce"):
            yield f"written into the page: {_short(each)}"


def printed(page: Any) -> Iterator[str]:
    """Values that a person must never read, and elements without words."""
    for each in page.xpath("//body | //title"):
        for hidden in each.xpath(".//script | .//textarea"):
            hidden.text = ""
        if found := _CODE.search(each.text_content()):
            yield f"says {found.group()}: …{found.string[max(0, found.start() - 40) :][:90]}…"
    for each in page.xpath("//button | //main//a | //th | //label | //legend | //h2 | //h3"):
        if not each.text_content().strip() and not each.xpath(".//img[@alt]"):
            yield f"without words: {_short(each)}"


def ids(page: Any) -> Iterator[str]:
    """Names of places: each once, and every reference to one that is there."""
    counted = Counter(page.xpath("//@id"))
    yield from (f"id {name!r} {count} times" for name, count in counted.items() if count > 1)
    for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "form"):
        for value in page.xpath(f"//@{attribute}"):
            yield from (f"{attribute}: no {name}" for name in value.split() if name not in counted)
    for address in page.xpath("//a/@href[starts-with(., '#')]"):
        if address[1:] not in counted:
            yield f"a link to {address}, which is not there"


def forms(page: Any) -> Iterator[str]:
    """A secret and a button in each; a label for each box."""
    for form in page.iter("form"):
        sent = form.get("method", "get").lower()
        if sent == "post" and not form.xpath(".//input[@name='csrfmiddlewaretoken']"):
            yield f"no secret in {_short(form)}"
        outside = page.xpath("//button[@form=$id]", id=form.get("id", "-"))
        inside = ".//button[not(@type='button')] | .//input[@type='submit']"
        if not form.xpath(inside) and not outside:
            yield f"no button in {_short(form)}"
    labelled = set(page.xpath("//label/@for"))
    for box in page.xpath(_ASKING):
        named = box.get("aria-label") or box.get("aria-labelledby") or box.get("id") in labelled
        if not named and box.get("type") not in _NAMED_ELSEWHERE:
            yield f"no label: {_short(box)}"


def links(page: Any) -> Iterator[str]:
    """The same words lead to the same page, and every page that is led to is there."""
    leads = defaultdict(set)
    for link in page.xpath("//main//a[@href]"):
        words = " ".join(link.text_content().split())
        leads[link.get("aria-label") or words].add(link.get("href"))
    for words, targets in leads.items():
        if len(targets) > 1:
            yield f"{len(targets)} places by the words {words!r}"
    for address in page.xpath("//a/@href | //form/@action"):
        path = urlsplit(address).path
        if address.startswith("/") and not path.startswith(_SERVED):
            try:
                resolve(path)
            except Resolver404:
                yield f"leads nowhere: {address}"


def mending(page: Any) -> Iterator[str]:
    """What was wrong is said at the top, in the title, and beside a box that is marked."""
    if not (page.findtext(".//title") or "").strip().startswith("Error: "):
        yield "the title does not begin with Error:"
    summary = page.find_class("govuk-error-summary")
    if len(summary) != 1:
        yield f"{len(summary)} error summaries"
    elif not summary[0].xpath(".//li"):
        yield "an error summary that says nothing"
    beside = page.find_class("govuk-error-message")
    if summary and len(summary[0].xpath(".//li/a")) < len(beside):
        yield f"{len(beside)} errors beside boxes, fewer in the summary"


def _short(element: Any) -> str:
    return str(html.tostring(element, encoding="unicode", with_tail=False))[:160]
