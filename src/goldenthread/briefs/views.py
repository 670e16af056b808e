"""Check a brief, and make a brief from a spreadsheet: upload, result, download; nothing is kept."""

from io import BytesIO
from typing import Any, ClassVar

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from goldenthread.briefs import workshop
from goldenthread.briefs.errands import TemplateErrand
from goldenthread.briefs.forms import CheckBriefForm, MakeBriefForm
from goldenthread.briefs.presenters import download, layouts_made, zipped

_FOR_EXCEL = "returns.xlsx"


class CheckBriefView(View):
    """Say what is wrong with a brief that somebody brings."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the brief."""
        return _ask(request, CheckBriefForm(), "briefs/check_brief.html", "Check it")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Check it, and show what was found."""
        form = CheckBriefForm(request.POST, request.FILES)
        if not form.is_valid():
            return _ask(request, form, "briefs/check_brief.html", "Check it")
        errand, uploads = workshop.check_errand(**form.cleaned_data)
        done = workshop.do(errand, uploads)
        if done.answer.page is None:
            return _refused(request, done.answer.wrong, "check_brief")
        context = {
            "found": done.answer.page,
            "warnings": done.answer.warnings,
            "report": download(errand.report, "This report, Word", done.files[errand.report]),
        }
        return render(request, "briefs/brief_checked.html", context)


class MakeBriefView(View):
    """Make a brief of a returns workbook."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the workbook."""
        return _ask(request, MakeBriefForm(), "briefs/make_brief.html", "Make the brief")

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make it, and offer the files."""
        form = MakeBriefForm(request.POST, request.FILES)
        if not form.is_valid():
            return _ask(request, form, "briefs/make_brief.html", "Make the brief")
        errand, uploads = workshop.brief_errand(**form.cleaned_data)
        done = workshop.do(errand, uploads)
        if done.answer.wrong:
            return _refused(request, done.answer.wrong, "make_brief")
        context = {
            "layouts": layouts_made(done.files),
            "all": download("brief.zip", "Everything in one ZIP file", zipped(done.files)),
            "warnings": done.answer.warnings,
        }
        return render(request, "briefs/brief_made.html", context)


class DownloadReturnsView(View):
    """Give the empty returns workbook, or the invented example."""

    example: ClassVar[bool] = False

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Write it and send it."""
        errand = TemplateErrand(example=self.example, output=_FOR_EXCEL)
        done = workshop.do(errand)
        name = "example-returns.xlsx" if self.example else _FOR_EXCEL
        return FileResponse(BytesIO(done.files[_FOR_EXCEL]), as_attachment=True, filename=name)


class DownloadExampleReturnsView(DownloadReturnsView):
    """Give the invented example."""

    example = True


def _ask(request: HttpRequest, form: Any, template: str, button: str) -> HttpResponse:
    context = {"form": form, "button": button, "cancel": ""}
    return render(request, template, context)


def _refused(request: HttpRequest, wrong: tuple[str, ...], back: str) -> HttpResponse:
    """Say everything that keeps the file from being used, and the way back."""
    context = {"wrong": wrong, "back": reverse(back)}
    return render(request, "briefs/refused.html", context, status=422)
