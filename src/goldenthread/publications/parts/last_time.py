"""A finding or a grade beside the earlier cycle's, with a word on chance."""

from goldenthread.analysis import phrases
from goldenthread.analysis.facts import FindingKind
from goldenthread.analysis.figure import Figure, Kind
from goldenthread.analysis.phrases.grades import halves_in_words
from goldenthread.documents.blocks import Runs
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import figures_named, name_to_runs
from goldenthread.publications.inputs import Message
from goldenthread.publications.parts.grades import OVERALL, category_label

PREVIOUS = "previous"


def message_beside_last_time(brief: Brief, message: Message) -> Runs:
    """What may be said of a message's share beside the earlier one; nothing where that is nothing.

    Of a share that its text compares already, only whether chance could make the difference;
    of another share, the earlier one too; of a text without shares, how its category was graded.
    """
    named = tuple(figures_named(message.text))
    for key, at in named:
        if at == PREVIOUS:
            return brief.composition.sentence(phrases.last_time(brief.figures, key, printed=True))
    for key, at in named:
        if not at and _is_share(brief.figures.get(key)):
            return brief.composition.sentence(phrases.last_time(brief.figures, key))
    return _grades(brief, message.category, _better(brief)) if message.category else ()


def worry_beside_last_time(brief: Brief) -> Runs:
    """How the category of the first headline worry was graded, beside the earlier cycle."""
    worries = (m for m in brief.select().headlines if m.kind is FindingKind.WORRY and m.category)
    worry = next(worries, None)
    if worry is None:
        return ()
    label = f"{category_label(brief, worry.category)}, {_better(brief).lower()}"
    return _grades(brief, worry.category, label)


def overall_beside_last_time(brief: Brief) -> Runs:
    """Overall grades beside the earlier cycle's, if they bear it."""
    label = f"{category_label(brief, OVERALL)}, {_better(brief).lower()}"
    return _grades(brief, OVERALL, label)


def _grades(brief: Brief, category: str, label: str) -> Runs:
    sentence = phrases.comparison(brief.figures, f"{category}.good_or_better")
    if not sentence:
        return ()
    return (*name_to_runs(f"{label}: "), *brief.composition.sentence(sentence))


def _better(brief: Brief) -> str:
    better, _ = halves_in_words(brief.scale)
    return better.capitalize()


def _is_share(figure: Figure | None) -> bool:
    return figure is not None and figure.kind is Kind.SHARE
