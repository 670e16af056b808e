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


def last_time(figures: FigureSet, key: str, of: Slice = (), *, printed: bool = False) -> Pieces:
    """The earlier figure, for a place where this one stands already, with a word on chance.

    "2 of 21 (10%); the difference could be chance." Where the earlier one is ``printed``
    there too, only the word on chance. Empty when either may not or cannot be said.
    """
    now, earlier = figures.get(key, of), figures.get_previous(key, of)
    verdict = compare(now, earlier).verdict
    if earlier is None or verdict is Verdict.NOTHING:
        return ()
    words = _BESIDE[verdict]
    if printed:
        return (f"{words[0].upper()}{words[1:]}.",)
    return (previous_form(earlier), f"; {words}.")


_BESIDE = {
    Verdict.CANNOT_TELL_APART: "the difference could be chance",
    Verdict.HIGHER: "higher by more than chance usually gives",
    Verdict.LOWER: "lower by more than chance usually gives",
    Verdict.SIDE_BY_SIDE: "that is too little to compare",
}
