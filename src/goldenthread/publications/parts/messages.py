"""Messages: as cards that lead a brief, as lists, and as one line each."""

from collections.abc import Collection, Sequence

from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.findings import finding_key
from goldenthread.documents.blocks import (
    BulletList,
    Card,
    Emphasis,
    FigureRun,
    ListItem,
    Literal,
    Run,
    Runs,
    Text,
    Tone,
)
from goldenthread.publications.brief import Brief
from goldenthread.publications.inputs import Message, Words
from goldenthread.publications.parts.last_time import message_beside_last_time
from goldenthread.publications.parts.resources import help_with
from goldenthread.publications.parts.words import bracketed, joined, sentence_end, text

_TONES = {
    FindingKind.STRENGTH: Tone.STRENGTH,
    FindingKind.WORRY: Tone.WORRY,
    FindingKind.REMINDER: Tone.REMINDER,
}

WORDS, LAST_TIME, HELP = "Words to try", "Last time", "Help"
"""Lines of a card that some layouts do without."""

KIND_LABELS = {
    FindingKind.STRENGTH: "Working well",
    FindingKind.WORRY: "Worry",
    FindingKind.REMINDER: "Reminder",
}


def headline_cards(
    brief: Brief, messages: Sequence[Message], *, without: Collection[str] = ()
) -> tuple[Card, ...]:
    """Each headline as finding, n of N, and what helps to act on it.

    So what, what to do, words to try, last time, the standard, and help; ``without`` some of these,
    where a layout has little room or says it elsewhere.
    """
    if len(messages) == 1:
        return (_card(brief, messages[0], "", without),)
    numbered = enumerate(messages, start=1)
    return tuple(_card(brief, message, str(n), without) for n, message in numbered)


def _card(brief: Brief, message: Message, number: str, without: Collection[str]) -> Card:
    lines: list[tuple[str, Runs]] = [
        ("So what", _written(brief, message, message.so_what)),
        ("What to do", _written(brief, message, message.what_to_do)),
        (WORDS, _quoted(_written(brief, message, message.words_to_try))),
        (LAST_TIME, message_beside_last_time(brief, message)),
        ("Standard", _standard(brief, message)),
        (HELP, help_with(brief, message)),
    ]
    return Card(
        title=with_evidence(brief, message),
        lines=tuple((label, runs) for label, runs in lines if runs and label not in without),
        tone=_TONES[message.kind],
        number=number,
    )


def message_list(
    brief: Brief, messages: Sequence[Message], *, advice: bool = False, standards: bool = False
) -> BulletList | None:
    """Messages as a list; ``None`` for none.

    After each comes what to do when ``advice``, and what it is judged by when ``standards``.
    """
    if not messages:
        return None
    items = (_item(brief, message, advice, standards) for message in messages)
    return BulletList(tuple(items))


def _item(brief: Brief, message: Message, advice: bool, standards: bool) -> ListItem:
    what = _written(brief, message, message.what_to_do) if advice else ()
    standard = _standard(brief, message) if standards else ()
    more = ((*text("Standard: ", Emphasis.QUIET), *standard),) if standard else ()
    return ListItem(joined((with_evidence(brief, message), sentence_end(what))), more)


def one_line_each(brief: Brief, messages: Sequence[Message]) -> BulletList | None:
    """Messages for which there is no room, one line each; ``None`` for none."""
    if not messages:
        return None
    items = tuple(ListItem(with_evidence(brief, message)) for message in messages)
    return BulletList(items, compact=True)


def with_evidence(brief: Brief, message: Message) -> Runs:
    """A finding followed by how many audits it came from: "(5 of 26 audits)"."""
    runs = sentence_end(_written(brief, message, message.text))
    return joined((runs, bracketed(_evidence(brief, message))))


def _evidence(brief: Brief, message: Message) -> Runs:
    """k of N audits; of a team's strength, N is that team's audits."""
    key = finding_key(message.finding)
    count, base = (brief.composition.figure(key, form) for form in ("count", "base"))
    if count is None or base is None or not count.count:
        return ()
    of = " of the team’s " if message.team else " of "
    return (count, Text(of), base, Text(" audits"))


def _written(brief: Brief, message: Message, words: Words) -> Runs:
    return brief.composition.write(words, message.team) if words else ()


def _standard(brief: Brief, message: Message) -> Runs:
    standard = _written(brief, message, message.standard)
    source = _written(brief, message, message.source)
    return joined((standard, bracketed(_quiet(source))))


def _quiet(runs: Runs) -> Runs:
    return tuple(_with_emphasis(run, Emphasis.QUIET) for run in runs)


def _with_emphasis(run: Run, emphasis: Emphasis) -> Run:
    match run:
        case Text(text):
            return Text(text, emphasis)
        case Literal(text, kind):
            return Literal(text, kind, emphasis)
        case FigureRun():
            return FigureRun(run.key, run.text, run.form, run.slice, emphasis, run.count, run.base)
        case _:
            return run


def _quoted(runs: Runs) -> Runs:
    if not runs or runs[0].text.lstrip().startswith(("“", '"', "‘")):
        return runs
    return (Text("“"), *runs, Text("”"))
