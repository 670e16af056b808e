"""What happens next, what we ask of readers, and what changed since the last brief."""

from collections.abc import Sequence

from goldenthread.analysis.facts import ActionLevel
from goldenthread.documents.blocks import (
    BulletList,
    Emphasis,
    ListItem,
    Paragraph,
    Runs,
    Section,
    Text,
    Tone,
)
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import name_to_runs
from goldenthread.publications.inputs import Ask, PlannedAction
from goldenthread.publications.parts.words import day, joined, sentence_end, text


def open_actions(brief: Brief, level: ActionLevel | None = None) -> tuple[PlannedAction, ...]:
    """Actions not yet done (at one level, or all), the earliest due first."""
    wanted = [
        action
        for action in brief.inputs.actions
        if action.done_on is None and level in (None, action.level)
    ]
    return tuple(sorted(wanted, key=lambda a: (a.due_on is None, a.due_on, a.action)))


def action_list(brief: Brief, actions: Sequence[PlannedAction]) -> BulletList | None:
    """Who does what by when, one line each; ``None`` for none."""
    if not actions:
        return None
    return BulletList(tuple(ListItem(_action_line(brief, action)) for action in actions))


def _action_line(brief: Brief, action: PlannedAction) -> Runs:
    who: Runs = name_to_runs(f"{action.owner}:", Emphasis.STRONG) if action.owner else ()
    what = brief.composition.write(action.what)
    when: Runs = (Text("by "), day(action.due_on)) if action.due_on else ()
    return sentence_end(joined((who, joined((_without_stop(what), when), ", "))))


def _without_stop(runs: Runs) -> Runs:
    if runs and isinstance(runs[-1], Text) and runs[-1].text.endswith("."):
        return (*runs[:-1], Text(runs[-1].text[:-1], runs[-1].emphasis))
    return runs


def tell_us(brief: Brief, most: int | None = None) -> Section | None:
    """ "Tell us": what we ask (at ``most`` so much), and when the next brief comes."""
    blocks = [b for b in (ask_list(brief, most), next_brief(brief)) if b is not None]
    return Section("ask", text("Tell us"), tuple(blocks), Tone.NEXT) if blocks else None


def ask_list(brief: Brief, most: int | None = None) -> BulletList | None:
    """What we ask of readers, of whom, by when; ``None`` for none."""
    asks = brief.inputs.asks[:most]
    if not asks:
        return None
    return BulletList(tuple(ListItem(_ask_line(brief, ask)) for ask in asks))


def _ask_line(brief: Brief, ask: Ask) -> Runs:
    what = _without_stop(brief.composition.write(ask.text))
    to = joined((text("to"), name_to_runs(ask.to))) if ask.to else ()
    when: Runs = (Text("by "), day(ask.by)) if ask.by else ()
    return sentence_end(joined((joined((what, to), " – "), when), ", "))


def changes_section(brief: Brief, most: int | None = None) -> Section | None:
    """ "What changed since last time": (at ``most`` so many) actions done, with their outcome."""
    done = [a for a in brief.inputs.actions if a.done_on is not None and a.outcome][:most]
    if not done:
        return None
    items = tuple(
        ListItem(
            (
                *sentence_end(brief.composition.write(action.what)),
                Text(" "),
                *sentence_end(brief.composition.write(action.outcome)),
            )
        )
        for action in done
    )
    return Section("changed", text("What changed since last time"), (BulletList(items),), Tone.NEXT)


def next_brief(brief: Brief) -> Paragraph | None:
    """When the next brief comes; ``None`` when that is not known."""
    when = brief.inputs.cycle.next_brief_on
    if when is None:
        return None
    return Paragraph((Text("The next brief comes on "), day(when), Text(".")))
