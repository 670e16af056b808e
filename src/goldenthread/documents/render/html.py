"""HTML: one file that needs nothing else, without scripts, for browsers, e-mail and printing."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from goldenthread.documents import fonts, templates
from goldenthread.documents.blocks import ChartBlock, Document, Link, Run, Tone
from goldenthread.documents.charts.svg import chart_svg
from goldenthread.documents.render.grouping import grouped
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.text import plain, printable
from goldenthread.documents.theme import FONT, LOOKS, PALETTE

_FAMILIES = f"'{fonts.WEB_FAMILY}','{FONT}',Arial,sans-serif"

_PICTURES = {"wide": (860.0, 15.0), "narrow": (340.0, 14.5)}
"""Width and type size of the two pictures of a chart, in CSS pixels at full size."""


def render(document: Document) -> bytes:
    """The document as an HTML file in UTF-8, always the same bytes for the same document."""
    page = _environment().get_template("document.html")
    text = page.render(
        document=document,
        palette=PALETTE,
        families=_FAMILIES,
        style=_style(),
        picture=_picture,
        unique=_unique_names(),
    )
    return printable(text).encode("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"kind": _kind, "target": _target, "grouped": grouped}
    environment.tests["block_group"] = lambda value: isinstance(value, list)
    return environment


def _template(name: str) -> str:
    return (files(templates) / name).read_text(encoding="utf-8")


def _kind(value: object) -> str:
    """The name of a block's or run's type in lower case, with hyphens.

    >>> _kind(Link("Toolkit", "https://larkshire.example"))
    'link'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(value).__name__).lower()


def _target(run: Run) -> str | None:
    return link_target(run.address) if isinstance(run, Link) else None


def _picture(block: ChartBlock, name: str, form: str) -> Markup:
    """A chart as SVG for wide or narrow places. Its texts were escaped when it was written."""
    width, size = _PICTURES[form]
    description = plain(block.alternative)
    return Markup(chart_svg(block.chart, width, size, description, f"{name}-{form}"))  # noqa: S704


def _unique_names() -> Callable[[str], str]:
    """A function that turns any text into an id not given before in this document."""
    given: dict[str, int] = {"content": 1}

    def unique(text: str) -> str:
        name = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "part"
        given[name] = given.get(name, 0) + 1
        return name if given[name] == 1 else f"{name}-{given[name]}"

    return unique


@cache
def _style() -> Markup:
    """The style sheet with colours and fonts in it. It holds nothing from the document."""
    css = _template("style.css")
    for weight in ("regular", "semibold"):
        data = b64encode(fonts.web_font(weight)).decode("ascii")
        css = css.replace(f"FONT-{weight.upper()}", data)
    return Markup(f":root {{ {_colours()} }}\n{css}")  # noqa: S704


def _colours() -> str:
    strength, worry = LOOKS[Tone.STRENGTH], LOOKS[Tone.WORRY]
    colours = {
        "accent": PALETTE.accent,
        "accent-tint": PALETTE.accent_tint,
        "ink": PALETTE.ink,
        "quiet": PALETTE.quiet,
        "rule": PALETTE.rule,
        "panel": PALETTE.panel,
        "paper": PALETTE.paper,
        "strength": strength.strong,
        "strength-tint": strength.tint,
        "worry": worry.strong,
        "worry-tint": worry.tint,
    }
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
