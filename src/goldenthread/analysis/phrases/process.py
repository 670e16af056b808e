"""Sentences about the work of auditing: returns, moderation, timeliness, actions, challenges."""

from goldenthread.analysis.figure import Figure, FigureSet
from goldenthread.analysis.phrases.forms import form, is_some
from goldenthread.analysis.phrases.pieces import Pieces, are, capitalised, joined, units, was


def return_rate(figures: FigureSet, by: str = "the cut-off") -> Pieces:
    """How many audits came back by the cut-off, of both denominators; empty without allocations.

    "26 of 30 (87%) audits were returned by the cut-off. 2 more were exempt; counting them too,
    26 of 32 (81%)." ``by`` names the day, where the figures were made before the cut-off.
    """
    rate = figures.get("returns.at_cut_off")
    if rate is None or (rate.denominator == 0 and rate.suppressed_because is None):
        return ()
    if rate.suppressed_because is not None:
        return ("The return rate is not shown (c).",)
    by_then: Pieces = (form(rate), f" audits {was(rate.numerator)} returned by {by}.")
    return (*by_then, *_of_allocated(figures), *_to_date(figures, rate))


def _of_allocated(figures: FigureSet) -> Pieces:
    exempt, whole = figures.get("returns.exempt"), figures.get("returns.of_allocated")
    if not is_some(exempt) or not is_some(whole):
        return ()
    number = exempt.numerator
    return (
        " ",
        form(exempt, "count"),
        f" more {was(number)} exempt; counting {'it' if number == 1 else 'them'} too, ",
        form(whole),
        ".",
    )


def _to_date(figures: FigureSet, rate: Figure) -> Pieces:
    now = figures.get("returns.to_date")
    if not is_some(now) or (now.numerator, now.denominator) == (rate.numerator, rate.denominator):
        return ()
    return (" To date it is ", form(now), ".")


def moderation(figures: FigureSet) -> Pieces:
    """How many audits were read twice, and what moderation changed; empty when none was.

    "4 of the 26 audits were read by a second person. Moderation changed 3 of the 64 grades in the
    audits moderated: 1 raised and 2 lowered."
    """
    second = figures.get("second_reading.audits")
    if not is_some(second):
        return ()
    read = (form(second, "words"), f" {was(second.numerator)} read by a second person.")
    return capitalised((*read, *_changed(figures)))


def _changed(figures: FigureSet) -> Pieces:
    changed = figures.get("moderation.changed")
    if changed is None or changed.suppressed_because is not None or not changed.denominator:
        return ()
    moved = [
        (form(figure, "count"), f" {word}")
        for word in ("raised", "lowered")
        if is_some(figure := figures.get(f"moderation.{word}"))
    ]
    which: Pieces = (": ", *joined(moved)) if moved else ()
    end = "; the others gained or lost a grade." if _others(figures, changed) else "."
    return (" Moderation changed ", form(changed, "words"), " in the audits moderated", *which, end)


def _others(figures: FigureSet, changed: Figure) -> bool:
    """Whether moderation did more than raise and lower: it may give a grade, or take it back."""
    parts = [figures.get(f"moderation.{word}") for word in ("raised", "lowered")]
    told = [part.numerator for part in parts if part is not None]
    known = [count for count in (*told, changed.numerator) if count is not None]
    return len(known) == len(parts) + 1 and 0 < sum(known[:-1]) < known[-1]


def timeliness(figures: FigureSet, rule: str, label: str) -> Pieces:
    """How much of one kind of work was on time; empty when none was due.

    "Care plan: 17 of 20 (85%) on time, 2 late and 1 overdue; 3 not yet due."
    """
    on_time = figures.get(f"timeliness.{rule}.on_time")
    if on_time is None or (on_time.suppressed_because is None and not on_time.denominator):
        return ()
    if on_time.suppressed_because is not None:
        return (f"{label}: how much was on time is not shown (c).",)
    others = [
        (form(figure, "count"), f" {word}")
        for word in ("late", "overdue")
        if is_some(figure := figures.get(f"timeliness.{rule}.{word}"))
    ]
    waiting = figures.get(f"timeliness.{rule}.not_yet_due")
    later: Pieces = ("; ", form(waiting, "count"), " not yet due") if is_some(waiting) else ()
    late: Pieces = (", ", *joined(others)) if others else ()
    return (f"{label}: ", form(on_time), " on time", *late, *later, ".")


def actions(figures: FigureSet) -> Pieces:
    """How actions stand; empty when there are none.

    "5 of the 9 actions are done; 2 are overdue."
    """
    done = figures.get("actions.done")
    if done is None or done.suppressed_because is not None or not done.denominator:
        return ()
    overdue = figures.get("actions.overdue")
    late: Pieces = ()
    if is_some(overdue):
        late = ("; ", form(overdue, "count"), f" {are(overdue.numerator)} overdue")
    share = form(done, "words")
    return capitalised((share, f" {are(done.numerator)} done", *late, "."))


def challenges(figures: FigureSet) -> Pieces:
    """Challenges by independent reviewing officers and conference chairs; empty when none.

    "3 challenges were raised by IROs and conference chairs: 2 of 3 answered and 1 of 3 answered on
    time."
    """
    raised = figures.get("challenges.raised")
    if not is_some(raised):
        return ()
    number = raised.numerator
    what = f" {units(number, 'challenges')} {was(number)} raised by IROs and conference chairs"
    answered = figures.get("challenges.answered")
    on_time = figures.get("challenges.answered_on_time")
    parts = [
        (form(figure, "text"), f" {words}")
        for figure, words in ((answered, "answered"), (on_time, "answered on time"))
        if figure is not None and figure.suppressed_because is None and figure.denominator
    ]
    outcome: Pieces = (": ", *joined(parts)) if parts else ()
    return (form(raised, "count"), what, *outcome, ".")
