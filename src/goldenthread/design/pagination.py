"""Pages of a long list, as the Design System's pagination shows them."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest

PER_PAGE = 50


def pagination(page: "Page[Any]", request: HttpRequest) -> dict[str, Any]:
    """Options of ``govukPagination``, keeping what else the address asks for."""

    def href(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    paginator = page.paginator
    options: dict[str, Any] = {
        "landmarkLabel": "Pages of the list",
        "items": [
            {"ellipsis": True}
            if not isinstance(number, int)
            else {"number": number, "href": href(number), "current": number == page.number}
            for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        ],
    }
    if page.has_previous():
        options["previous"] = {"href": href(page.previous_page_number())}
    if page.has_next():
        options["next"] = {"href": href(page.next_page_number())}
    return options
