"""Links, helpers and notices: where they lead, and what their titles may hold."""

from collections.abc import Callable

import pytest

from goldenthread.analysis.figure import FigureSet
from goldenthread.definitions import library
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import Composition
from goldenthread.publications.inputs import BriefInputs, Notice, ResourceLink, Words
from goldenthread.publications.parts.resources import (
    addresses_without_link,
    links_list,
    notices_list,
)

MakeInputs = Callable[..., BriefInputs]
MakeFigures = Callable[..., FigureSet]

HTTPS = "https://learning.larkshire.example/a"


def brief_of(inputs: BriefInputs, figures: FigureSet) -> Brief:
    framework = library.framework("core_16")
    return Brief(inputs, framework, library.scale(framework.scale), Composition(figures))


@pytest.mark.parametrize(
    "address", ["Q:\\shared\\tips.docx", "www.larkshire.example", "javascript:alert()", "intranet"]
)
def test_address_that_no_file_links_to_is_said(inputs_with: MakeInputs, address: str) -> None:
    links = (ResourceLink(Words("Tips"), address, ""), ResourceLink(Words("More"), HTTPS, ""))
    (warning,) = addresses_without_link(inputs_with(links=links))
    assert address in warning
    (warning,) = addresses_without_link(
        inputs_with(notices=(Notice(Words("News"), Words(""), address),))
    )
    assert warning.startswith("sheet Notices")


def test_title_that_is_a_link_holds_no_figure(
    inputs_with: MakeInputs, figures_from: MakeFigures
) -> None:
    title = Words("Why {risk.inadequate}?", "sheet Links, row 2, column Title")
    inputs = inputs_with(
        links=(ResourceLink(title, HTTPS, ""),), notices=(Notice(title, Words(""), HTTPS),)
    )
    brief = brief_of(inputs, figures_from({"risk.inadequate": (10, 26)}))
    links_list(brief)
    notices_list(brief)
    assert [refusal.found for refusal in brief.composition.refusals] == ["10 of 26 (38%)"] * 2


def test_title_of_a_notice_that_leads_nowhere_may_hold_a_figure(
    inputs_with: MakeInputs, figures_from: MakeFigures
) -> None:
    notice = Notice(Words("Now {risk.inadequate}", "sheet Notices, row 2, column Title"), Words(""))
    brief = brief_of(inputs_with(notices=(notice,)), figures_from({"risk.inadequate": (10, 26)}))
    assert notices_list(brief) is not None
    brief.composition.finish()
