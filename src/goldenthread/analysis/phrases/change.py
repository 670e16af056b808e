"""This cycle beside the last, in words that the two numbers bear."""

from goldenthread.analysis.comparison import Verdict, compare
from goldenthread.analysis.figure import FigureSet, Slice
from goldenthread.analysis.phrases.forms import form, previous_form
from goldenthread.analysis.phrases.pieces import Pieces

_CHANCE = ", more than chance alone usually gives."


def comparison(figures: FigureSet, key: str, of: Slice = ()) -> Pieces:
    """A figure beside the earlier cycle's; empty when either may not or cannot be said.

    "4 of 26 (15%) cannot be told apart from last time's 2 of 21 (10%)."
    """
    now, earlier = figures.get(key, of), figures.get_previous(key, of)
    verdict = compare(now, earlier).verdict
    if now is None or earlier is None or verdict is Verdict.NOTHING:
        return ()
    this, last = form(now), previous_form(earlier)
    match verdict:
        case Verdict.CANNOT_TELL_APART:
            return (this, " cannot be told apart from last time’s ", last, ".")
        case Verdict.HIGHER:
            return (this, " is higher than last time’s ", last, _CHANCE)
        case Verdict.LOWER:
            return (this, " is lower than last time’s ", last, _CHANCE)
        case _:
            return ("This time ", this, "; last time ", last, ". That is too little to compare.")


def chance(figures: FigureSet, key: str, of: Slice = ()) -> Pieces:
    """How the difference from the earlier figure is to be read, where both are printed already.

    "Chance alone could make this difference."
    """
    match compare(figures.get(key, of), figures.get_previous(key, of)).verdict:
        case Verdict.NOTHING:
            return ()
        case Verdict.CANNOT_TELL_APART:
            return ("Chance alone could make this difference.",)
        case Verdict.HIGHER | Verdict.LOWER:
            return ("The difference is more than chance alone usually gives.",)
        case _:
            return ("That is too little to compare.",)
