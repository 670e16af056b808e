"""What narrows the list of e-mails."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from goldenthread.design.fields import SelectField
from goldenthread.design.forms import FilterForm
from goldenthread.notices.kinds import kinds
from goldenthread.notices.rules.states import IN_TROUBLE, State

TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which e-mails: of some states, of one kind; empty for all."""

    states: frozenset[State] = frozenset()
    kind: str = ""


class NoticeFilterForm(FilterForm):
    """By what became of them, and by kind."""

    state = SelectField("What became of it", required=False)
    kind = SelectField("About", required=False)

    def __init__(self, sent: Mapping[str, Any]) -> None:
        super().__init__(sent)
        states = [(state.value, state.label) for state in State]
        in_trouble = (TROUBLE, "In trouble: somebody has to look")
        named = sorted((kind.label, kind.name) for kind in kinds().values())
        of_state, of_kind = self.fields["state"], self.fields["kind"]
        assert isinstance(of_state, SelectField)  # noqa: S101 - for the type checker
        assert isinstance(of_kind, SelectField)  # noqa: S101 - for the type checker
        of_state.choices = [("", "Everything"), in_trouble, *states]
        of_kind.choices = [("", "Everything"), *((name, text) for text, name in named)]

    def wanted(self) -> Wanted:
        """What is asked for; an address that asks for nonsense asks for everything."""
        if not self.is_valid():
            return Wanted()
        state = self.cleaned_data["state"]
        if state == TROUBLE:
            return Wanted(IN_TROUBLE, self.cleaned_data["kind"])
        states = frozenset({State(state)}) if state else frozenset()
        return Wanted(states, self.cleaned_data["kind"])
