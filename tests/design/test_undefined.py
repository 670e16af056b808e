"""Names that stand for nothing: found in our templates, allowed in the Design System's macros."""

from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import engines
from jinja2 import UndefinedError
from lxml import html

from goldenthread.design.components import component
from goldenthread.design.gallery.examples import AROUND, SHOWN

PACKAGED = files("govuk_frontend_jinja") / "templates/components"
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


def test_text_of_people_is_escaped() -> None:
    assert "&lt;script&gt;" in rendered("{{ name }}", name="<script>")
    assert "&lt;b&gt;" in component("button", {"text": "<b>"})
