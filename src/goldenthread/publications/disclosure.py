"""Nobody can be recognised in what an author wrote: teams in worries, references anywhere.

What a reader could be recognised by inside free text (names, unique stories) is the checker's
work; this module knows only what the workbook itself tells: its teams and its references.
"""

import re
from collections.abc import Iterator

from goldenthread.analysis.facts import FindingKind
from goldenthread.publications.inputs import AcceptedHit, BriefInputs, Message, Words
from goldenthread.publications.refusals import Refusal

TEAM_NAMED = "team named"
IDENTIFIER = "identifier"

_WORD = re.compile(r"\w+(?:[-/.]\w+)*")


def disclosures(inputs: BriefInputs) -> tuple[Refusal, ...]:
    """Every place where a text would let somebody be recognised and nobody accepted that."""
    found: list[Refusal] = []
    for message in inputs.messages:
        found.extend(_teams_named(message, inputs))
    for words in _texts(inputs):
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
    if message.kind is FindingKind.STRENGTH:
        if message.team and not is_accepted(TEAM_NAMED, message.team, inputs.accepted):
            yield Refusal(
                message.text.origin,
                message.team,
                "A strength may name a team with its manager's agreement: record it in"
                f" Accepted hits (kind “{TEAM_NAMED}”, text “{message.team}”), or set Scope to"
                " service.",
            )
        return
    if message.team:
        yield Refusal(
            message.text.origin,
            message.team,
            "A worry or reminder may not be tied to a team: set Scope to service.",
        )
    for words in _parts(message):
        for team in inputs.teams:
            if _holds(words.text, f"{team} team") or _holds(words.text, f"Team {team}"):
                yield Refusal(
                    words.origin,
                    team,
                    "A worry or reminder may not name a team: write “the service” or “some teams”.",
                )


def _identifiers_in(words: Words, inputs: BriefInputs) -> Iterator[Refusal]:
    telling = {i.casefold() for i in inputs.identifiers if any(c.isdigit() for c in i)}
    written = {word.casefold(): word for word in _WORD.findall(words.text)}
    for word in sorted(telling & written.keys()):
        if not is_accepted(IDENTIFIER, word, inputs.accepted):
            yield Refusal(
                words.origin,
                written[word],
                "The reference of an audit, child or auditor may not leave the service:"
                " take it out of the text.",
            )


def _holds(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE) is not None


def _parts(message: Message) -> tuple[Words, ...]:
    return (
        message.text,
        message.so_what,
        message.what_to_do,
        message.words_to_try,
        message.standard,
        message.source,
    )


def _texts(inputs: BriefInputs) -> Iterator[Words]:
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
