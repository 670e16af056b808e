"""What a page lacks for people who use it otherwise than its makers do."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "assets/axe-core/axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 320)
_DRAWN = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
"""What follows from another width, as places that can be scrolled, is done a frame later."""
_RUN = """() => axe.run(document, {runOnly: [
  "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"
]})"""
_LINKS = """() => [...document.querySelectorAll("main a[href]")]
  .filter((link) => link.checkVisibility())
  .map((link) => [link.innerText.trim().replace(/\\s+/g, " "), link.href])"""


def violations(page: Page) -> list[str]:
    """Everything found on the page, wide and at 320 CSS pixels: an empty list is what we want.

    Rules of axe (WCAG 2.2 AA and its best practices), scrolling sideways, and links of the same
    words that lead to different places.
    """
    before = page.viewport_size
    found = [fault for width in WIDTHS for fault in _at(page, width)]
    if before:
        page.set_viewport_size(before)
    return found + _same_words(page)


def _at(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(_DRAWN)
    found = []
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        found.append(f"{width} px: the page is {wide} px wide and scrolls sideways")
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    for rule in page.evaluate(_RUN)["violations"]:
        places = "; ".join(str(node["html"])[:200] for node in rule["nodes"][:5])
        found.append(f"{width} px: {rule['id']}: {rule['help']}: {places}")
    return found


def _same_words(page: Page) -> list[str]:
    addresses: dict[str, set[str]] = {}
    for words, address in page.evaluate(_LINKS):
        addresses.setdefault(words, set()).add(address)
    return [
        f"{len(found)} links say {words!r} and lead to different pages"
        for words, found in addresses.items()
        if len(found) > 1
    ]
