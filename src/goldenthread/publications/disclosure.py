"""Nobody can be recognised in what an author wrote: teams in worries, references anywhere.

What a reader could be recognised by inside free text (names, unique stories) is the checker's
work; this module knows only what the workbook itself tells: its teams and its references.
"""

from collections.abc import Iterable, Iterator

from goldenthread.analysis.facts import FindingKind
from goldenthread.publications.inputs import AcceptedHit, BriefInputs, Message, Words
from goldenthread.publications.naming import identifiers_in, teams_in
from goldenthread.publications.refusals import Refusal

TEAM_NAMED = "team named"
IDENTIFIER = "identifier"


def disclosures(inputs: BriefInputs) -> tuple[Refusal, ...]:
    """Every place where a text would let somebody be recognised and nobody accepted that."""
    found: list[Refusal] = []
    for message in inputs.messages:
        found.extend(_teams_named(message, inputs))
    for words in written(inputs):
        found.extend(_identifiers_in(words, inputs))
    return tuple(found)


def is_accepted(kind: str, text: str, accepted: tuple[AcceptedHit, ...]) -> bool:
    """Whether two different people accepted this hit, with a reason."""
    return any(
        hit.kind.casefold() == kind
        and hit.text.casefold() == text.casefold()
        and hit.reason
        and hit.accepted_by.casefold() != hit.second_person.casefold()
        for hit in accepted
    )


def _teams_named(message: Message, inputs: BriefInputs) -> Iterator[Refusal]:
    """A strength may name teams that agreed; a worry or reminder none, nor be scoped to one."""
    strength = message.kind is FindingKind.STRENGTH
    if message.team:
        yield from _not_agreed(message.text.origin, [message.team], strength, inputs)
    for words in _parts(message):
        named = [team for team in teams_in(words.text, inputs.teams) if team != message.team]
        yield from _not_agreed(words.origin, named, strength, inputs)


def _not_agreed(
    origin: str, teams: Iterable[str], strength: bool, inputs: BriefInputs
) -> Iterator[Refusal]:
    for team in teams:
        if not strength:
            yield Refusal(origin, team, _NO_TEAM)
        elif not is_accepted(TEAM_NAMED, team, inputs.accepted):
            yield Refusal(origin, team, _AGREEMENT.format(kind=TEAM_NAMED, team=team))


_NO_TEAM = (
    "A worry or reminder may not name a team: write “the service” or “some teams”, and leave Scope"
    " at service."
)
_AGREEMENT = (
    "A strength may name a team with its manager's agreement: record it in Accepted hits (kind"
    " “{kind}”, text “{team}”), or write of the service."
)


def _identifiers_in(words: Words, inputs: BriefInputs) -> Iterator[Refusal]:
    for found in identifiers_in(words.text, inputs.identifiers):
        if not is_accepted(IDENTIFIER, found, inputs.accepted):
            yield Refusal(words.origin, found, _REFERENCE.format(kind=IDENTIFIER, found=found))


_REFERENCE = (
    "The reference of an audit, child or auditor may not leave the service: take it out of the"
    " text. If it means something else here, two people record it in Accepted hits (kind"
    " “{kind}”, text “{found}”)."
)


def _parts(message: Message) -> tuple[Words, ...]:
    return (
        message.text,
        message.so_what,
        message.what_to_do,
        message.words_to_try,
        message.standard,
        message.source,
    )


def written(inputs: BriefInputs) -> Iterator[Words]:
    """Every text of the author that may be printed, with where it stands in the workbook."""
    for message in inputs.messages:
        yield from _parts(message)
    for action in inputs.actions:
        yield from (action.what, action.outcome)
    for notice in inputs.notices:
        yield from (notice.title, notice.text)
    for ask in inputs.asks:
        yield ask.text
    for link in inputs.links:
        yield link.title
    yield from (inputs.cycle.focus, inputs.cycle.method)
