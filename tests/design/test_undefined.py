"""Names that stand for nothing: found in our templates, allowed in the Design System's macros."""

from collections.abc import Iterator
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import engines
from jinja2 import Environment, UndefinedError, nodes
from lxml import html

from goldenthread.design.components import component
from goldenthread.design.gallery.examples import AROUND, SHOWN
from goldenthread.design.undefined import ASKED_BY_MACROS

PACKAGED = files("govuk_frontend_jinja") / "templates/components"
TRUTH = (nodes.Not, nodes.And, nodes.Or)
CHILD = SimpleNamespace(name="Robin Example")


def rendered(source: str, **context: Any) -> str:
    """What a template of ours makes of a context."""
    text: str = engines["jinja2"].from_string(source).render(context)
    return text


@pytest.mark.parametrize(
    "source",
    [
        "{{ titel }}",
        "{{ child.titel }}",
        "{{ child.titel.first }}",
        "{{ child['titel'] }}",
        "{% for name in titel %}{% endfor %}",
        "{% if titel %}{% endif %}",
        "{% if child.titel %}{% endif %}",
        "{{ 'a' if not titel }}",
        "{{ titel | length }}",
        "{{ 'a' ~ titel }}",
        "{{ titel() }}",
        "{{ form.name.as_group() }}",
    ],
)
def test_name_that_stands_for_nothing_is_found(source: str) -> None:
    with pytest.raises(UndefinedError):
        rendered(source, child=CHILD)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ options.classes }}", ""),
        ("{{ options.label.classes }}", ""),
        ("{% for item in options.things %}{{ item }}{% endfor %}", ""),
        ("{{ options.things | length }}", "0"),
        ("{{ titel | default('none') }}", "none"),
        ("{{ 'there' if titel is defined else 'not there' }}", "not there"),
        ("{{ child.name }}", "Robin Example"),
    ],
)
def test_missing_option_and_asked_for_name_are_silent(source: str, shown: str) -> None:
    assert rendered(source, child=CHILD, options={}) == shown


def test_every_macro_of_the_package_is_shown() -> None:
    packaged = {folder.name for folder in PACKAGED.iterdir()}
    assert packaged == set(SHOWN) | set(AROUND)
    assert len(packaged) == 37


@pytest.mark.parametrize("name", sorted(SHOWN | AROUND))
def test_macro_renders_under_our_rule_for_names(name: str) -> None:
    markup = component(name, (SHOWN | AROUND)[name])
    found = html.fragment_fromstring(markup, create_parent="div")
    assert found.xpath(f".//*[contains(@class, 'govuk-{name}') or @for or @id]")


def truth(test: nodes.Node) -> Iterator[str]:
    """Names whose truth is asked for."""
    if isinstance(test, nodes.Name):
        yield test.name
    for child in test.iter_child_nodes() if isinstance(test, TRUTH) else ():
        yield from truth(child)


def conditional(found: nodes.If) -> Iterator[str]:
    """Names that are only sometimes given a value there."""
    for given in found.find_all((nodes.Assign, nodes.AssignBlock)):
        target = given.target  # type: ignore[attr-defined]
        if isinstance(target, nodes.Name):
            yield target.name


def test_names_that_macros_ask_for_are_known() -> None:
    asked = {"undefined"}  # compared with, not asked
    for folder in PACKAGED.iterdir():
        tree = Environment(autoescape=True).parse(
            (folder / "macro.html").read_text(encoding="utf-8")
        )
        tests = [found.test for found in tree.find_all((nodes.If, nodes.CondExpr))]  # type: ignore[attr-defined]
        joined = tree.find_all((nodes.And, nodes.Or))
        names = {name for test in (*tests, *joined) for name in truth(test)}
        loose = {name for found in tree.find_all(nodes.If) for name in conditional(found)}
        asked |= names & (loose | {"caller"})
    assert asked == ASKED_BY_MACROS


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("notification-banner", {"text": "Saved"}),
        ("footer", {"navigation": [{"title": "Help", "items": [{"href": "#", "text": "How"}]}]}),
        ("checkboxes", {"name": "a", "items": [{"value": "a", "text": "A"}]}),
        ("radios", {"name": "a", "value": "a", "items": [{"value": "a", "text": "A"}]}),
        ("input", {"id": "a", "name": "a", "label": {"text": "A"}, "hint": {"text": "H"}}),
        ("select", {"id": "a", "name": "a", "label": {"text": "A"}, "errorMessage": {"text": "E"}}),
    ],
)
def test_macro_renders_with_few_options(name: str, options: dict[str, Any]) -> None:
    assert "govuk-" in component(name, options)


def test_text_of_people_is_escaped() -> None:
    assert "&lt;script&gt;" in rendered("{{ name }}", name="<script>")
    assert "&lt;b&gt;" in component("button", {"text": "<b>"})
