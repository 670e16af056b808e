"""allauth's elements and layouts in the Design System's markup."""

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.template import Origin, RequestContext, Template, engines
from django.test import RequestFactory
from lxml import html

PAGE = """{% extends "account/base_entrance.html" %}{% load allauth %}
{% block head_title %}Sign in{% endblock %}
{% block content %}
{% element h1 %}Sign in{% endelement %}
{% element form form=form method="post" action="/there/" %}
  {% slot body %}{% element fields form=form %}{% endelement %}{% endslot %}
  {% slot actions %}{% element button type="submit" tags="danger" %}Go{% endelement %}{% endslot %}
{% endelement %}
{% element panel %}{% slot title %}Keys{% endslot %}{% slot body %}None{% endslot %}
{% slot actions %}{% element button href="/add/" %}Add{% endelement %}{% endslot %}{% endelement %}
{% element field type="text" id="secret" value="ABC" readonly=True %}
{% slot label %}Secret{% endslot %}{% endelement %}
{% endblock %}"""


class SignInForm(forms.Form):
    """As allauth makes them."""

    login = forms.EmailField(label="E-mail address")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    remember = forms.BooleanField(label="Remember me", required=False)
    credential = forms.CharField(required=False, widget=forms.HiddenInput)


@pytest.fixture
def request_of_nobody(rf: RequestFactory) -> HttpRequest:
    """A request of somebody who is not signed in."""
    request = rf.get("/sign-in/")
    request.user = AnonymousUser()
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


def shown(request: HttpRequest, form: forms.Form) -> html.HtmlElement:
    """The page with this form."""
    origin = Origin("page.html", template_name="page.html")
    template = Template(PAGE, origin, engine=engines["django"].engine)  # type: ignore[attr-defined]
    return html.fromstring(template.render(RequestContext(request, {"form": form})))


def test_page_of_sign_in_has_the_frame_of_every_page(request_of_nobody: HttpRequest) -> None:
    page = shown(request_of_nobody, SignInForm())
    assert page.get("lang") == "en-GB"
    assert page.xpath("string(//title)").split() == ["Sign", "in", "–", "Golden", "Thread"]
    assert page.xpath("string(//h1[@class='govuk-heading-l'])").strip() == "Sign in"
    assert page.xpath("//header//a[@class='govuk-generic-header__homepage-link']")
    assert "Not a GOV.UK service." in page.xpath("string(//footer)")


def test_fields_are_the_design_systems(request_of_nobody: HttpRequest) -> None:
    page = shown(request_of_nobody, SignInForm())
    assert page.xpath("//input[@id='id_login'][@class='govuk-input'][@type='email']")
    assert page.xpath("//div[@data-module='govuk-password-input']//input[@id='id_password']")
    assert page.xpath("//input[@id='id_remember'][@class='govuk-checkboxes__input']")
    assert page.xpath("//input[@id='id_credential'][@type='hidden']")
    assert page.xpath("//input[@id='secret'][@readonly][@value='ABC']")
    assert page.xpath("//form[@action='/there/'][@novalidate]//button[contains(@class, 'warning')]")
    assert page.xpath("//section//a[@href='/add/'][@class='govuk-button']")


def test_errors_are_told_first_and_lead_to_their_fields(request_of_nobody: HttpRequest) -> None:
    page = shown(request_of_nobody, SignInForm({"login": "nobody"}))
    summary = page.xpath("//main//div[@class='govuk-error-summary']")[0]
    assert page.xpath("string(//title)").split()[0] == "Error:"
    assert summary.xpath(".//a/@href") == ["#id_login", "#id_password"]
    for href in summary.xpath(".//a/@href"):
        assert page.xpath(f"//input[@id='{href[1:]}']")
