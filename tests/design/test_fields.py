"""Every field in every state, as parsed HTML."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict
from lxml import html
from lxml.html import HtmlElement

from goldenthread.design import fields
from goldenthread.design.date_field import DateField
from goldenthread.design.file_field import FileField
from goldenthread.design.forms import FilterForm, Form
from goldenthread.design.gallery.forms import FILLED, WRONG, EveryFieldForm


def parsed(markup: str) -> HtmlElement:
    """Markup as a tree."""
    return html.fragment_fromstring(markup, create_parent="div")


def said(form: Form) -> dict[str, str]:
    """The first error of each field."""
    return {name: str(errors[0]) for name, errors in form.errors.items()}


@pytest.mark.parametrize(
    "form", [EveryFieldForm(), EveryFieldForm(FILLED), EveryFieldForm(WRONG), EveryFieldForm({})]
)
def test_every_box_has_one_id_and_a_label_in_every_state(form: Form) -> None:
    tree = parsed(form.fields_markup())
    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))
    boxes = tree.xpath(".//input[not(@type='hidden')] | .//select | .//textarea")
    assert len(boxes) == 22
    for box in boxes:
        assert tree.xpath(f".//label[@for='{box.get('id')}']"), box.get("id")


@pytest.mark.parametrize("form", [EveryFieldForm(WRONG), EveryFieldForm({})])
def test_every_error_leads_to_its_box_and_is_told_there(form: Form) -> None:
    page = parsed(form.error_summary() + form.fields_markup())
    links = page.xpath(".//div[@class='govuk-error-summary']//a")
    assert len(links) == len(form.errors)
    for link in links:
        (box,) = page.xpath(f".//*[@id='{link.get('href')[1:]}']")
        assert box.tag in ("input", "select", "textarea")
        (group,) = box.xpath(
            "ancestor::div[contains(concat(' ', @class, ' '), ' govuk-form-group--error ')][1]"
        )
        told = group.xpath(".//p[@class='govuk-error-message']")
        assert link.text_content() in told[0].text_content()


def test_form_that_is_right_or_was_not_sent_has_no_summary() -> None:
    assert EveryFieldForm().error_summary() == ""
    assert EveryFieldForm(FILLED).error_summary() == ""


def test_what_was_typed_is_shown_again_and_a_password_never() -> None:
    tree = parsed(EveryFieldForm(FILLED).fields_markup())
    assert tree.xpath("string(.//input[@name='returns']/@value)") == "26"
    assert tree.xpath("string(.//input[@name='started-month']/@value)") == "May"
    assert tree.xpath(".//input[@name='grade'][@checked]/@value") == ["good"]
    assert tree.xpath(".//input[@name='seen'][@checked]/@value") == ["plan", "notes"]
    assert tree.xpath(".//input[@name='agreed'][@checked]")
    assert tree.xpath(".//select[@name='team']/option[@selected]/@value") == ["south"]
    assert "not sent back" not in html.tostring(tree, encoding="unicode")


def test_lines_of_a_text_area_keep_their_indentation() -> None:
    markup = EveryFieldForm(FILLED)["notes"].as_group()
    # lxml joins what browsers would; the references must be in the markup itself.
    assert "Two lines:&#10;  the second is indented &lt;by two&gt;." in markup


def test_new_line_counts_as_the_page_counts_it() -> None:
    class Short(Form):
        notes = fields.TextAreaField("Notes", max_length=5)

    form = Short({"notes": "ab\r\ncd"})
    assert form.is_valid()
    assert form.cleaned_data == {"notes": "ab\ncd"}


def test_values_that_rows_hold_fill_the_form() -> None:
    tree = parsed(EveryFieldForm(initial={"started": date(2026, 3, 9)}).fields_markup())
    parts = [tree.xpath(f"string(.//input[@name='started-{part}']/@value)") for part in PARTS]
    assert parts == ["9", "3", "2026"]


PARTS = ("day", "month", "year")


def test_hints_are_read_with_their_boxes() -> None:
    tree = parsed(EveryFieldForm(WRONG).fields_markup())
    described = tree.xpath("string(.//input[@id='id_name']/@aria-describedby)")
    assert described == "id_name-hint id_name-error"


def test_optional_fields_say_so_except_in_filters() -> None:
    class Narrow(FilterForm):
        words = fields.TextField("Words", required=False)

    label = ".//label[@for='{}']"
    assert (
        parsed(Narrow()["words"].as_group()).findtext(label.format("id_words")).strip() == "Words"
    )
    lines = parsed(EveryFieldForm()["lines"].as_group())
    assert "(optional)" in lines.findtext(label.format("id_lines"))


def test_label_of_a_page_that_asks_one_question_is_its_heading() -> None:
    class One(Form):
        name = fields.TextField("What is its name?", page_heading=True)
        kind = fields.RadiosField("Which?", choices=[("a", "A")], page_heading=True)

    form = One()
    assert (
        parsed(form["name"].as_group()).xpath("string(.//h1/label)").strip() == "What is its name?"
    )
    assert parsed(form["kind"].as_group()).xpath("string(.//legend/h1)").strip() == "Which?"


def test_what_an_option_opens_stands_inside_it_once_and_needs_no_script() -> None:
    markup = EveryFieldForm().fields_markup()
    tree = parsed(markup)
    opened = tree.xpath(".//div[@class='govuk-radios__conditional']//input/@name")
    assert opened == ["other_grade"]
    assert len(tree.xpath(".//input[@name='other_grade']")) == 1
    assert "data-aria-controls" not in markup


def test_form_errors_lead_to_the_first_field() -> None:
    class Pair(Form):
        version = fields.HiddenField("Version", required=False)
        one = fields.TextField("One")

        def clean(self) -> None:
            self.add_error(None, "These do not fit together")

    (listed,) = Pair({"one": "x"}).errors_listed()
    assert listed == {"text": "These do not fit together", "href": "#id_one"}


class Dated(Form):
    """One date, in May 2026."""

    started = DateField("Start date", earliest=date(2026, 5, 1), latest=date(2026, 5, 31))


def dated(day: str, month: str, year: str) -> Dated:
    """The form as it comes from the browser."""
    return Dated({"started-day": day, "started-month": month, "started-year": year})


@pytest.mark.parametrize("month", ["5", "05", "May", "may ", "MAY"])
def test_date_is_read_as_people_write_it(month: str) -> None:
    form = dated(" 7", month, "2026")
    assert form.is_valid()
    assert form.cleaned_data["started"] == date(2026, 5, 7)


@pytest.mark.parametrize(
    ("typed", "sentence", "box"),
    [
        # Sentences of the Design System's page on the date input.
        (("", "", ""), "Enter start date", "day"),
        (("7", "", "2026"), "Start date must include a month", "month"),
        (("", "", "2026"), "Start date must include a day and month", "day"),
        (("7", "5", "26"), "Year must include 4 numbers", "year"),
        (("31", "4", "2026"), "Start date must be a real date", "day"),
        (("x", "5", "2026"), "Start date must be a real date", "day"),
        (("7", "Mai", "2026"), "Start date must be a real date", "day"),
        (("30", "4", "2026"), "Start date must be on or after 1 May 2026", "day"),
        (("1", "6", "2026"), "Start date must be on or before 31 May 2026", "day"),
        (("+7", "5", "2026"), "Start date must be a real date", "day"),
        (("7", "Mayo", "2026"), "Start date must be a real date", "day"),
        (("٧", "5", "2026"), "Start date must be a real date", "day"),
    ],
)
def test_date_that_is_wrong_names_the_box(
    typed: tuple[str, str, str], sentence: str, box: str
) -> None:
    form = dated(*typed)
    assert said(form) == {"started": sentence}
    assert form.errors_listed()[0]["href"] == f"#id_started-{box}"


class Uploading(Form):
    """A file of two kinds."""

    brief = FileField("Brief", accept=(".docx", ".pdf"), largest=1_000_000)


@pytest.mark.parametrize(
    ("name", "size", "sentence"),
    [
        ("brief.docx", 10, None),
        ("BRIEF.PDF", 10, None),
        ("brief.exe", 10, "The selected file must be a .docx or .pdf"),
        ("brief.docx", 1_000_001, "The selected file must be smaller than 1 MB"),
        ("brief.docx", 0, "The selected file is empty"),
    ],
)
def test_file_is_refused_before_it_is_read(name: str, size: int, sentence: str | None) -> None:
    sent: MultiValueDict[str, UploadedFile] = MultiValueDict(
        {"brief": [SimpleUploadedFile(name, b"x" * size)]}
    )
    form = Uploading({}, sent)
    assert said(form) == ({"brief": sentence} if sentence else {})


def test_no_file_is_asked_for() -> None:
    assert said(Uploading({}, MultiValueDict())) == {"brief": "Select a file"}


class Counting(Form):
    """Bounds of text and numbers."""

    name = fields.TextField("Team name", max_length=5)
    number = fields.NumberField("Audits", min_value=1, max_value=9)


@pytest.mark.parametrize(
    ("sent", "sentences"),
    [
        ({}, ("Enter team name", "Enter audits")),
        (
            {"name": "Northern", "number": "0"},
            ("Team name must be 5 characters or fewer", "Audits must be 1 or more"),
        ),
        ({"name": "N", "number": "10"}, (None, "Audits must be 9 or less")),
        ({"name": "N", "number": "1.5"}, (None, "Audits must be a whole number, like 30")),
        (
            {"name": "N\0", "number": "3"},
            ("Team name must not hold characters that cannot be read",),
        ),
    ],
)
def test_sentences_say_what_to_mend(
    sent: dict[str, Any], sentences: tuple[str | None, ...]
) -> None:
    assert tuple(said(Counting(sent)).values()) == tuple(filter(None, sentences))
