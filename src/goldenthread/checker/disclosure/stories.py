"""Stories that fit one family only: many small facts about one person in one passage.

No single fact discloses anybody; together they do (domain.md §6.4: change details, no rare
combinations such as age, ethnicity, disability and town). Each kind of fact counts once.
"""

from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import is_place
from goldenthread.checker.disclosure.words import lowered
from goldenthread.checker.patterns import Late

_CHILD = (
    r"(?:child|boy|girl|baby|toddler|teenager|young (?:person|man|woman)|son|daughter|pupil|student"
    r"|sister|brother|twin|infant|care leaver|mother|father|carer)"
)
_ONE_PERSON = Late(
    rf"\b(?:a|an|one|the|this|that|her|his|their|another) (?:[\w’'-]+ ){{0,4}}{_CHILD}\b"
    r"|\b(?:he|she) (?:was|is|had|has|lives|lived)\b|\b(?:child|boy|girl) [a-z]\b"
)
_MANY = Late(r"\b(?:children|young people|boys|girls|families) (?:aged|who|were|are|with)\b")

_AGE = Late(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen)[- ](?:year|month|week|day)s?[- ]olds?\b"
    r"|\baged \d{1,2}\b(?! ?(?:to|and|[-–]) ?\d)|\bnewborn\b"
)
_SEX = Late(r"\b(?:boy|girl|son|daughter|young (?:wo)?man|brother|sister)\b")
_PLAN = Late(
    r"\b(?:child protection plan|cp plan|child in need plan|care order|interim care order"
    r"|placement order|supervision order|special guardianship|looked after|in care"
    r"|section 20"
    r"|section 47|secure|pre-proceedings|pathway plan)\b"
)
_EVENT = Late(
    r"\b(?:suicid\w+|overdos\w+|stabb\w+|arson|traffick\w+|murder\w*|homicide|manslaughter"
    r"|died"
    r"|death of|rape[ds]?|fractur\w+|burn(?:s|ed|t)\b|shot|kidnap\w*|abduct\w*|imprison\w+"
    r"|prison"
    r"|pregnan\w+|gave birth|forced marriage|fgm|genital mutilation|fire at|drown\w*"
    r"|poison\w*"
    r"|shaken|brain injury|tracheostomy|wheelchair|transplant|cancer|leuk\w+|hiv|deport\w+"
    r"|asylum|unaccompanied|radicalis\w+|terror\w*|missing for|excluded from|arrested)\b"
)
_SIBLINGS = Late(
    r"\b(?:sibling group of|(?:one|youngest|eldest|oldest|middle) of (?:\w+ )?(?:siblings"
    r"|children|"
    r"four|five|six|seven|eight|nine|ten)|(?:four|five|six|seven|eight|nine|ten"
    r"|\d{1,2}) siblings"
    r"|twins?|triplets?|only child)\b"
)
_ORIGIN_OR_HEALTH = Late(
    r"\b(?:roma|traveller|gypsy|somali|polish|romanian|kurdish|afghan|syrian|eritrean"
    r"|sudanese|"
    r"albanian|vietnamese|nigerian|ukrainian|chinese|pakistani|bangladeshi|turkish|deaf"
    r"|blind|"
    r"autis\w+|down(?:'|’)?s? syndrome|cerebral palsy|epilep\w+|disab\w+|muslim|jewish"
    r"|sikh|jehovah"
    r"\w*|transgender|non-binary)\b"
)
_SINGLING_OUT = Late(
    r"\b(?:the only (?:child|boy|girl|young person|family|one)|the first (?:child"
    r"|family) (?:in|to)"
    r"|reported in the (?:press|media|news)|in the (?:local )?(?:paper|news)"
    r"|serious case review"
    r"|made headlines)\b"
)
_DATE = Late(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august"
    r"|september"
    r"|october|november|december)\b|\bon (?:christmas|boxing|new year's) (?:day|eve)\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
_WEIGHTS: tuple[tuple[Late, int], ...] = (
    (_AGE, 1),
    (_SEX, 1),
    (_PLAN, 1),
    (_EVENT, 2),
    (_SIBLINGS, 1),
    (_ORIGIN_OR_HEALTH, 1),
    (_SINGLING_OUT, 2),
    (_DATE, 1),
)
"""Facts in small letters about one person, and how much each tells him or her from others."""

_PLACE = Late(
    r"\b(?:in|at|near|from|to|attends?|attending|outside) (?:the )?"
    r"((?:[A-Z][\w’'.-]{0,30} ?){1,5})"
)
_KIND_OF_PLACE = Late(
    r"\b(?:School|Academy|College|Hospital|Primary|Nursery|Infirmary|Park|Prison|Church|Mosque"
    r"|Road|Street"
    r"|Estate|Station|Home)\b"
)
_ENOUGH = 4
_FEWEST_KINDS = 3


def stories_in(text: str) -> Iterator[Finding]:
    """A passage with so many facts about one person that it may be told from others, as a query."""
    small = lowered(text)
    if _ONE_PERSON.search(small) is None:
        return
    if _MANY.search(small) and not _SHORT_OF_MANY.search(small):
        return
    found = [(weight, match.span()) for fact, weight in _WEIGHTS if (match := fact.search(small))]
    place = _named_place(text)
    if place is not None:
        found.append((2, place))
    if len(found) >= _FEWEST_KINDS and sum(weight for weight, _ in found) >= _ENOUGH:
        yield Finding(
            Kind.STORY,
            min(start for _, (start, _) in found),
            max(end for _, (_, end) in found),
        )


_SHORT_OF_MANY = Late(r"\b(?:the only|one (?:child|boy|girl|young person))\b")


def _named_place(text: str) -> tuple[int, int] | None:
    """A school, hospital, road or town by its name."""
    for found in _PLACE.finditer(text):
        names = found[1].split()
        if _KIND_OF_PLACE.search(found[1]) and len(names) > 1:
            return found.span(1)
        if is_place(names[0].strip(".,’'").casefold()):
            return found.span(1)
    return None
