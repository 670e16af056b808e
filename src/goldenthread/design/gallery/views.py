"""The gallery's pages."""

from typing import Any, ClassVar

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View

from goldenthread.design.components import component
from goldenthread.design.gallery import examples, forms
from goldenthread.design.pagination import PER_PAGE


@method_decorator(login_not_required, name="dispatch")
class ShowGalleryView(View):
    """One page of the gallery: each is a page as the service has them."""

    names: ClassVar[tuple[str, ...]] = (
        "components", "fields", "filled", "wrong", "list", "empty", "confirm", "refused",
    )  # fmt: skip

    def get(self, request: HttpRequest, name: str = "") -> HttpResponse:
        """The page of that name, or the list of them."""
        if name and name not in self.names:
            raise Http404
        context = getattr(self, f"_{name}")(request) if name else {"names": self.names}
        template = "form" if name in ("fields", "filled", "wrong") else name or "index"
        return render(request, f"design/gallery/{template}.html", context, using="jinja2")

    def _components(self, request: HttpRequest) -> dict[str, Any]:
        return {"shown": {name: component(name, told) for name, told in examples.SHOWN.items()}}

    def _fields(self, request: HttpRequest) -> dict[str, Any]:
        return self._form(forms.EveryFieldForm())

    def _filled(self, request: HttpRequest) -> dict[str, Any]:
        return self._form(forms.EveryFieldForm(forms.FILLED))

    def _wrong(self, request: HttpRequest) -> dict[str, Any]:
        return self._form(forms.EveryFieldForm(forms.WRONG))

    def _form(self, form: forms.EveryFieldForm) -> dict[str, Any]:
        return {"form": form, "button": "Save and continue", "cancel": "/design/"}

    def _list(self, request: HttpRequest) -> dict[str, Any]:
        people = [f"Robin Example {number}" for number in range(1, 481)]
        people[1] = forms.LONG
        page = Paginator(people, PER_PAGE).get_page(request.GET.get("page"))
        return {"page": page, "narrow": forms.NarrowForm(request.GET)}

    def _empty(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def _confirm(self, request: HttpRequest) -> dict[str, Any]:
        return {"button": "Close the team", "cancel": "/design/"}

    def _refused(self, request: HttpRequest) -> dict[str, Any]:
        reason = "Only an audit lead may open a cycle."
        return {"no": {"allowed": False, "reason": reason}, "yes": {"allowed": True}}
