"""Where everybody arrives."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.home.presenters import roles_in_words, sections
from goldenthread.home.todo import to_do
from goldenthread.people.views.base import ScopedView


class ShowHomeView(ScopedView):
    """What this person can do, the next thing first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        context = {
            "name": self.person.name,
            "roles": roles_in_words(self.scope),
            "to_do": to_do(self.scope),
            "sections": sections(self.scope),
        }
        return render(request, "home/home.html", context)
