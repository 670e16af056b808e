"""How surely letters that match a listed name are that person."""

import re
from dataclasses import dataclass

from goldenthread.checker.disclosure.capitals import is_listed
from goldenthread.checker.disclosure.cues import cues
from goldenthread.checker.disclosure.name_lists import is_place, is_word, listed
from goldenthread.checker.disclosure.spellings import Form
from goldenthread.checker.disclosure.words import Word
from goldenthread.checker.patterns import Late
from goldenthread.checker.results import Severity

_TITLE = Late(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|master|cllr|councillor|judge|nurse"
    r"|social worker)\.?\s*(?:(?:and|&|\+)\s*\w{1,6}\.?\s*)?$"
    r"|\b(?:surname|family name|last name|first name|forename|given name)s?\W{1,3}$",
    re.IGNORECASE,
)
"""A title, or the label of a form: what follows is somebody's name."""

_HOUSEHOLD = Late(
    r"['’]?s?\s+(?:family|families|siblings?|children|household|twins|brothers|sisters|boys|girls)\b",
    re.IGNORECASE,
)
_THE = Late(r"\bthe\s$", re.IGNORECASE)
_SOMEWHERE = Late(r"\b(?:in|at|near|across|around|outside|to|from|of|for)\s$", re.IGNORECASE)
_CAPITAL_BEFORE = Late(r"\b[A-Z][\w’'-]*\s$")
_CAPITAL_AFTER = Late(r"\s[A-Z]")
_MONTHS = frozenset({"april", "may", "june", "august"})
_BEFORE_MONTH = Late(r"(?:\d|\b(?:in|of|since|by|until|to|and|from|early|late|mid|last))\W*$")
_BEFORE_NUMBER = Late(r"\W{0,2}\d")
_ASK = frozenset({"will", "may", "can"})
"""Names with which a question may begin: "Will the plan work?"."""

_FEWEST_SPACED = 4
_FEWEST_GLUED = 5
_NEAR = 24


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces of a text that are, put together, a spelling of a listed name."""

    text: str
    run: tuple[Word, ...]
    form: Form
    is_plural: bool = False
    is_address: bool = False

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.run[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.run[-1].end

    @property
    def before(self) -> str:
        """The text just before it."""
        return self.text[max(0, self.start - _NEAR) : self.start]

    @property
    def after(self) -> str:
        """The text just after it."""
        return self.text[self.end : self.end + _NEAR]

    @property
    def letters(self) -> str:
        """All its letters, folded."""
        return "".join(word.folded for word in self.run)

    @property
    def is_spaced(self) -> bool:
        """Whether each letter stands by itself: I m a n."""
        return len(self.run) > 1 and all(len(word.text) == 1 for word in self.run)

    @property
    def has_capital(self) -> bool:
        """Whether it is written as a name: small words such as *da* and *van* may begin it."""
        named = [word for word in self.run if word.text not in listed("particles")]
        return (named or list(self.run))[0].text[0].isupper()

    @property
    def is_common(self) -> bool:
        """Whether all its words are ordinary English ones."""
        stem = self.letters.removesuffix("s") if self.is_plural else self.letters
        return is_word(stem) or all(is_word(word.folded) for word in self.run)


def severity_of(match: Match) -> Severity | None:
    """Error where the words can be nobody else, query where they may, ``None`` where not."""
    if match.is_spaced:
        return _of_spaced(match)
    if match.form is Form.FULL:
        return _of_full(match)
    if match.form is Form.SINGLE:
        return _of_single(match)
    if match.form in (Form.SURNAME, Form.GIVEN):
        return _of_part(match)
    return _of_glued_initials(match) if len(match.run) == 1 else _of_initials(match)


def _of_spaced(match: Match) -> Severity | None:
    if len(match.run) < _FEWEST_SPACED:
        return None
    return Severity.QUERY if match.form in (Form.SURNAME, Form.GIVEN) else Severity.ERROR


def _of_full(match: Match) -> Severity | None:
    """Glued letters may be another name, and small ones no name: Li Na and Lina, will young."""
    one_word = len(match.run) == 1 and not match.is_address
    if one_word and (is_listed(match.letters) or is_word(match.letters)):
        return Severity.QUERY if match.has_capital else None
    written_small = all(word.text.islower() for word in match.run)
    if written_small and not match.is_address and match.is_common:
        return Severity.QUERY
    return Severity.ERROR


def _of_single(match: Match) -> Severity | None:
    if not match.is_common:
        return Severity.ERROR
    if match.is_address or not match.has_capital:
        return Severity.QUERY if match.is_address else None
    tells_nothing = _begins_sentence(match) or _is_shouted(match) or _is_month(match)
    return Severity.QUERY if tells_nothing else Severity.ERROR


def _begins_sentence(match: Match) -> bool:
    before = match.text[max(0, match.start - _NEAR) : match.start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:•–|"


def _is_shouted(match: Match) -> bool:
    return len(match.letters) > 1 and match.run[0].text.isupper() and match.text.isupper()


def _is_month(match: Match) -> bool:
    return match.letters in _MONTHS and (
        _BEFORE_MONTH.search(match.before) is not None
        or _BEFORE_NUMBER.match(match.after) is not None
    )


def _of_glued_initials(match: Match) -> Severity | None:
    """ "ihaverstock": the name of an account. In prose short ones are words: "sarah"."""
    looks_otherwise = is_word(match.letters) or is_listed(match.letters) or is_place(match.letters)
    if match.is_address:
        return Severity.QUERY if looks_otherwise else Severity.ERROR
    short = len(match.letters) < _FEWEST_GLUED or match.form is Form.GIVEN_AND_INITIAL
    return None if looks_otherwise or short else Severity.ERROR


def _of_initials(match: Match) -> Severity | None:
    first = match.form is Form.INITIALS_BEFORE
    run = match.run if first else match.run[::-1]
    initials = [word for word in run[:-1] if len(word.text) == 1 or word.text.isupper()]
    if not initials:
        return Severity.ERROR if match.is_address else None
    if match.is_address:
        return Severity.ERROR
    between = match.text[match.start : match.end]
    if "." in between or "_" in between:
        return None if re.search(r"\s", between) and not match.has_capital else Severity.ERROR
    if not all(
        word.text[0].isupper() for word in match.run if word.text not in listed("particles")
    ):
        return None
    names = [word for word in match.run if word not in initials]
    return Severity.ERROR if _are_marked(match, initials, names) else None


def _are_marked(match: Match, initials: list[Word], names: list[Word]) -> bool:
    """Whether an initial is one: "A Young person" and "Young, I think" hold none."""
    common = all(is_word(word.folded) for word in names)
    if match.form is Form.INITIALS_BEFORE:
        return not (common and initials[0].text in "AI")
    if match.after.startswith("."):
        return True
    return initials[0].text not in "AI" and not common


def _of_part(match: Match) -> Severity | None:
    """A given name or a surname alone."""
    common = match.is_common or any(is_place(word.folded) for word in match.run)
    if match.is_address or not match.has_capital:
        return None if common or len(match.letters) < 3 else Severity.QUERY
    if _TITLE.search(match.before):
        return Severity.ERROR
    if match.form is Form.SURNAME and not common and _is_household(match):
        return Severity.ERROR
    if not common:
        return Severity.QUERY
    if _is_acronym(match) or _is_month(match):
        return None
    if match.form is Form.GIVEN:
        return _of_common_given(match)
    return _of_common_surname(match)


def _is_household(match: Match) -> bool:
    plural = match.is_plural and _THE.search(match.before) is not None
    return plural or _HOUSEHOLD.match(match.after) is not None


def _is_acronym(match: Match) -> bool:
    """ED and AL, save where all letters are capitals."""
    return len(match.letters) < 3 and match.run[0].text.isupper() and not match.text.isupper()


def _of_common_given(match: Match) -> Severity | None:
    """Hope, Lee: always to be looked at, save where a question begins with it."""
    asks = match.letters in _ASK or match.letters in listed("function_words")
    if asks and (_begins_sentence(match) or _is_shouted(match)):
        return Severity.QUERY if cues(match.text, match.start, match.end).strong else None
    return Severity.QUERY


def _of_common_surname(match: Match) -> Severity | None:
    """Young, Bath: only where the capital tells something, and of no longer name."""
    if _begins_sentence(match) or _is_shouted(match):
        return Severity.QUERY if cues(match.text, match.start, match.end).strong else None
    if _CAPITAL_AFTER.match(match.after) or _CAPITAL_BEFORE.search(match.before):
        return None
    place = is_place(match.letters) and _SOMEWHERE.search(match.before) is not None
    return None if place else Severity.QUERY
