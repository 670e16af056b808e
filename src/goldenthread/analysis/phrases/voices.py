"""Sentences about people: what families and colleagues answered, what was seen, who was unsafe."""

from goldenthread.analysis.facts import Respondent
from goldenthread.analysis.figure import Figure, FigureSet, Slice
from goldenthread.analysis.phrases.forms import form, is_some
from goldenthread.analysis.phrases.pieces import FigurePart, Pieces, are, capitalised, joined, was

RESPONDENTS = {
    Respondent.CHILD: ("child or young person", "children and young people"),
    Respondent.PARENT: ("parent or carer", "parents and carers"),
    Respondent.PROFESSIONAL: ("professional", "professionals"),
    Respondent.WORKER: ("practitioner", "practitioners"),
}
"""What one and what several of them are called."""

FEW_ENOUGH_TO_LIST = 5
"""Up to this many answers are listed one by one; more are the dots of a chart."""


def answers(figures: FigureSet, respondent: Respondent, question: str) -> Pieces:
    """Who answered a question and what; empty when nobody was asked. Answers are never averaged.

    "2 of 3 parents and carers asked “Did we listen to you?” answered: 1 and 10, on a scale of
    0 to 10."
    """
    of: Slice = (("question", question),)
    answered = figures.get(f"feedback.{respondent.value}.answered", of)
    if answered is None or (answered.suppressed_because is None and not answered.denominator):
        return ()
    one, several = RESPONDENTS[respondent]
    if answered.suppressed_because is not None:
        return (f"How many {several} answered “{question}” is not shown (c).",)
    who = f" {one if answered.denominator == 1 else several} asked “{question}” answered"
    return (form(answered), who, *_given(figures, respondent, answered, of), ".")


def _given(figures: FigureSet, respondent: Respondent, answered: Figure, of: Slice) -> Pieces:
    key = f"feedback.{respondent.value}"
    middle = figures.get(f"{key}.median", of)
    if middle is not None and middle.suppressed_because is None:
        return ("; the middle answer was ", form(middle), ", on a scale of 0 to 10")
    if not 0 < (answered.numerator or 0) <= FEW_ENOUGH_TO_LIST:
        return ()
    listed: list[Pieces] = []
    for answer in range(11):
        gave = figures.get(f"{key}.gave_{answer}", of)
        if is_some(gave):
            part = FigurePart(gave.key, gave.slice, "answer", str(answer))
            listed.extend([(part,)] * (gave.numerator or 0))
    return (": ", *joined(listed), ", on a scale of 0 to 10") if listed else ()


def observations(figures: FigureSet, item: str) -> Pieces:
    """How often an item of practice was seen when it was looked for; empty when it never was.

    "Visit prepared for beforehand: seen in 5 of 6, partly in 1."
    """
    of: Slice = (("item", item),)
    yes = figures.get("observations.yes", of)
    if yes is None or (yes.suppressed_because is None and not yes.denominator):
        return ()
    if yes.suppressed_because is not None:
        return (f"{item}: how often it was seen is not shown (c).",)
    others = [
        (", ", words, form(figure, "count"))
        for key, words in (("partly", "partly in "), ("no", "not in "))
        if is_some(figure := figures.get(f"observations.{key}", of))
    ]
    return (f"{item}: seen in ", form(yes), *(piece for other in others for piece in other), ".")


def escalations(figures: FigureSet) -> Pieces:
    """What happened to each child whose audit raised alarm; empty when that was not recorded.

    "3 children’s audits raised alarm; all 3 were followed up and are closed. All 3 were
    acknowledged the same day."
    """
    raised = figures.get("escalations.raised")
    if raised is None:
        return ()
    if raised.suppressed_because is not None:
        return ("How many children’s audits raised alarm is not shown (c).",)
    if not raised.numerator:
        return ("No child’s audit raised alarm.",)
    whose = " child’s audit" if raised.numerator == 1 else " children’s audits"
    return (
        form(raised, "count"),
        whose,
        " raised alarm; ",
        *_closed(figures, raised.numerator),
        ".",
        *_acknowledged(figures),
        *_safe(figures),
    )


def _closed(figures: FigureSet, raised: int) -> Pieces:
    closed = figures.get("escalations.closed")
    if closed is None or closed.suppressed_because is not None:
        return ("what became of them is not shown (c)",)
    if closed.numerator == raised:
        verb = "was followed up and is closed" if raised == 1 else "were followed up and are closed"
        return (_everyone(closed, "it"), f" {verb}")
    still = "is still open" if raised - (closed.numerator or 0) == 1 else "are still open"
    left = figures.get("escalations.open")
    open_now: Pieces = (" and ", form(left, "count"), f" {still}") if is_some(left) else ()
    return (_some_of(closed), f" {are(closed.numerator)} closed so far", *open_now)


def _acknowledged(figures: FigureSet) -> Pieces:
    figure = figures.get("escalations.acknowledged_same_day")
    if figure is None or figure.suppressed_because is not None or not figure.denominator:
        return ()
    if figure.numerator == figure.denominator:
        who = capitalised((_everyone(figure, "it"),))
        return (" ", *who, f" {was(figure.denominator)} acknowledged the same day.")
    verb = was(figure.numerator)
    return (" ", *capitalised((_some_of(figure),)), f" {verb} acknowledged the same day.")


def _safe(figures: FigureSet) -> Pieces:
    figure = figures.get("escalations.child_safe")
    if figure is None or figure.suppressed_because is not None or not figure.denominator:
        return ()
    share = form(figure, "words")
    if figure.denominator == 1:
        known = "is" if figure.numerator else "is not yet"
        return (
            " The child ",
            FigurePart(figure.key, figure.slice, "words", known),
            " known to be safe.",
        )
    return (" ", *capitalised((share,)), f" {are(figure.numerator)} known to be safe.")


def _everyone(figure: Figure, one: str) -> FigurePart:
    """All of them, as people say it: it, both, all 3."""
    base = figure.denominator or 0
    text = {1: one, 2: "both"}.get(base, f"all {base:,}")
    return FigurePart(figure.key, figure.slice, "words", text, base, base)


def _some_of(figure: Figure) -> FigurePart:
    """Some of them: "2 of the 3"."""
    count, base = figure.numerator or 0, figure.denominator or 0
    text = f"{f'{count:,}' if count else 'none'} of the {base:,}"
    return FigurePart(figure.key, figure.slice, "words", text, count, base)
