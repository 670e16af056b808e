"""Words around a name that tell that it is somebody's: titles, roles, kin, contact, speech."""

import re
from functools import cached_property

from goldenthread.checker.disclosure.name_lists import listed
from goldenthread.checker.patterns import Late

_REACH = 60
"""Letters before a name in which its cue stands."""

_TITLE = Late(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Cllr|Councillor|Judge|HHJ|Rev|Reverend"
    r"|Nurse|PC|DC|DS|Sgt|Sergeant|Aunt|Auntie|Aunty|Uncle|Nan|Nana|Grandma"
    r"|Grandad)\.? (?:[a-z]{2,3} ){0,2}$"
)
_KIN = (
    r"mothers?|mum|mam|fathers?|dad|stepmother|stepfather|step-?mum|step-?dad|grandmother"
    r"|grandfather"
    r"|grandma|grandad|nan|sisters?|brothers?|siblings?|half-sister|half-brother|twins?|sons?"
    r"|daughters?|child|baby|toddler|boys?|girls?|teenagers?|young person|young people|children"
    r"|young (?:wo)?man|partner|boyfriend|girlfriend|ex-partner|husband|wife|aunt|uncle|cousin"
    r"|niece|nephew|foster (?:carers?|mother|father)|carers?|adopters?|care leaver|student|pupil"
    r"|parents?"
)
_ROLE = (
    r"social workers?|workers?|sw|csw|manager|tm|practitioner|iro|reviewing officer|chair|auditor"
    r"|supervisor|advocate|guardian|head ?teacher|teacher|health visitor|school nurse|midwife"
    r"|psychologist|therapist|officer|personal adviser|pa|director|colleagues?|ambassador|lead"
    r"|educator|co-?ordinator|champion|trainer|key ?worker|assessor|solicitor"
)
_KIN_BEFORE = Late(
    rf"\b(?:{_KIN})(?: (?:is|was|called|named|known as))?,? [(“‘\"']?$", re.IGNORECASE
)
_ROLE_BEFORE = Late(rf"\b(?:{_ROLE})(?: (?:is|was|called|named))?[,:]? [(“‘\"']?$", re.IGNORECASE)
_NAMED = Late(
    r"\b(?:named|called|known as|name is|name was|name:|names are|aka|signed:?|worker:|child:"
    r"|author:)"
    r" [(“‘\"']?$",
    re.IGNORECASE,
)
_CONTACT = Late(
    r"\b(?:contact|contacting|speak (?:to|with)|talk to|ask|e-?mail|call|phone|ring|telephone|text"
    r"|write to|go to|see|meet|message|thanks to|thank you to|well done(?: to)?|congratulations to"
    r"|support from|supported by|help from|led by|allocated to|visited by|seen by|written by"
    r"|audited by|moderated by|chaired by|delivered by|facilitated by|completed by|interviewed"
    r"|prepared by|met with|spoke (?:to|with)|worked with|working with|visits? (?:to|by)"
    r"|recording by|practice by|hats off to|kudos to|hello|hi|dear|foreword by|(?:voice|views"
    r"|story|wishes|life) of|life (?:is|was) like for|like for|via)[,:]? $",
    re.IGNORECASE,
)
_SPOKEN_TO = Late(r"\b(?:sp(?:eak|oke) to|talk(?:ed)? to|met with|well done,?) $", re.IGNORECASE)
_HAS_KIN = Late(
    r"['’ʼ]s? (?:\w+ )?(?:mother|mum|father|dad|parents|sister|brother|siblings|social worker"
    r"|carers?"
    r"|bedroom|foster)\b"
)
_AND = (" and ", "& ", ", ", "/ ", "/")

_SPEAKS = (
    r"said|says|told|asked|stated|reported|disclosed|explained|described|felt|feels|lives|lived"
    r"|moved"
    r"|attends|attended|loves|loved|likes|liked|enjoys|enjoyed|wants|wanted|died|ran|refused|wrote"
    r"|shared|spoke|thinks|thought|hopes|wishes|wished|cried|returned|went|gave|scored|scaled"
    r"|visited"
    r"|knows|helped|helps|became|remains|remained|answered|smiled|alleged|denied|admitted|agreed"
    r"|met|hit"
    r"|has been"
    r"|had been|was (?:placed|moved|seen|born|taken|removed|found|assaulted|arrested|admitted"
    r"|excluded"
    r"|subject|known|living|visited|spoken|not seen|upset|worried|happy|scared|frightened)"
    r"|is (?:placed|living|a child|aged|subject|now|happy|worried|in foster|in care|the (?:eldest"
    r"|oldest"
    r"|youngest)|on)|(?:and )?(?:his|her|their) (?:mother|father|siblings?|brother|sister|parents"
    r"|family)"
)
_SPEECH_AFTER = Late(rf" (?:(?:also|often|then|clearly|bravely) )?(?:{_SPEAKS})\b")
_ACTS = Late(
    r" (?:[a-z]+ed|wrote|led|gave|took|made|kept|left|met|saw) (?:the|a|an|her|his|their|our|no|to"
    r"|with|for)\b"
)
_OWNS = Late(
    r"['’ʼ]s? (?:(?:own|older|younger|elder|birth|half|foster|new|current|previous|maternal"
    r"|paternal"
    r"|first|second|last|last|allocated) )?(?:mother|mum|mam|father|dad|parents?|sisters?|brothers?"
    r"|siblings?|family|grand\w+|nan|carers?|partner|social worker|worker|manager|iro|teacher"
    r"|advocate|voice|views?|wishes|feelings|story|school|placement|behaviour|needs|record|file"
    r"|home|bedroom|injur\w+|plan|assessment|case|chronology|visits?|review|baby|children|daughter"
    r"|son|birthday|health|death|life|room|recording|supervision|practice|work|team|caseload)\b",
    re.IGNORECASE,
)
_AGED = Late(
    r",? ?\(?(?:aged?|age:?|is) (?:of )?\d{1,2}\b(?![%/])|,? aged? (?:one|two|three|four|five|six"
    r"|seven|eight|nine|ten|\w+teen)\b|,? \(?\d{1,2}\)|, \d{1,2},"
)
_OFFICE_AFTER = Late(
    r"(?:,| -| –| —|\s\(|:| is| as| was| \|)+ (?:(?:the|our|an?|your|who is|is) )*[‘“'\"]?"
    rf"(?:[\w’'/&-]+ ){{0,4}}(?:{_ROLE}|head of service|service manager|nurse|consultant)\b",
    re.IGNORECASE,
)
_HELPS_AFTER = Late(
    r"(?: and (?:the )?[\w ]{1,30}?)? (?:can|will|would|is able to|are able to)"
    r" (?:support|help|advise|assist|talk|answer|be in touch|deliver|offer|guide|run|lead)\b"
    r"| (?:on|at) (?:ext\b|extension|0\d|\S{1,64}@)|,? (?:tel|ext|e-?mail|phone)\b[.:]?",
    re.IGNORECASE,
)
_OF_A_SERVICE = (
    r"(?! (?:of\b|and friends\b|(?:[a-z]+ )?(?:hubs?|courts?|centres?|services?|teams?|support|help"
    r"|groups?|trust|network|model|programme|project|policy|plan|approach|charter|workers?|homes?"
    r"|conference|meetings?|days?|party|therapy|practice|partnership|board|fund|test)\b))"
)
_HOUSEHOLD = Late(
    rf"(?P<close> (?:family|siblings|household|twins|triplets))\b{_OF_A_SERVICE}"
    rf"|['’]? (?:children|brothers|sisters|boys|girls)\b{_OF_A_SERVICE}"
)
_HOUSEHOLD_DOES = Late(
    r" (?:family|siblings|household|twins|triplets)(?:[.,;:!?)]|$| (?:was|were|is|are|has|have|had"
    r"|and|who|moved|said|told|felt|asked|waited|lived?|lives|did|does|do|know|knew|want(?:ed)?)\b)"
)
_THE = Late(r"\bthe $", re.IGNORECASE)


_APOSTROPHES = ("'", "’", "ʼ")
_BETWEEN = " (“‘\"'.,:"
"""What may stand between a cue and a name."""


class Cues:
    """Which cues stand beside a run of words with capitals; each is looked for when asked."""

    def __init__(self, before: str, after: str) -> None:
        self._before = before
        self._after = after
        last = before.rstrip(_BETWEEN).rpartition(" ")[2].lower().lstrip(_BETWEEN)
        self._led = last in listed("words_before_names") or last in listed("particles")

    def _ends_with(self, cue: Late) -> bool:
        return self._led and cue.search(self._before) is not None

    @cached_property
    def title(self) -> bool:
        """Mrs, Dr, PC."""
        return self._ends_with(_TITLE)

    @cached_property
    def kin(self) -> bool:
        """ "the mother, Iman"."""
        return self._ends_with(_KIN_BEFORE)

    @cached_property
    def role(self) -> bool:
        """ "the auditor Iman", "Iman, audit manager"."""
        return self._ends_with(_ROLE_BEFORE) or _OFFICE_AFTER.match(self._after) is not None

    @cached_property
    def named(self) -> bool:
        """ "named Iman"."""
        return self._ends_with(_NAMED)

    @cached_property
    def contact(self) -> bool:
        """ "ask Iman", "Iman can help"."""
        return self._ends_with(_CONTACT) or _HELPS_AFTER.match(self._after) is not None

    @cached_property
    def spoken_to(self) -> bool:
        """ "spoke to Iman"."""
        return self._ends_with(_SPOKEN_TO)

    @property
    def beside(self) -> bool:
        """An "and" or a comma before it: a cue only if a name stands before that."""
        return self._before.endswith(_AND)

    @cached_property
    def _owns(self) -> bool:
        return self._after[:1] in _APOSTROPHES and _OWNS.match(self._after) is not None

    @cached_property
    def speaks(self) -> bool:
        """Speech, feeling or something that people have after it."""
        return self._owns or _SPEECH_AFTER.match(self._after) is not None

    @cached_property
    def aged(self) -> bool:
        """An age after it."""
        return _AGED.match(self._after) is not None

    @cached_property
    def acts(self) -> bool:
        """A deed after it: "closed the referral"; enough for two strange words, not for one."""
        return _ACTS.match(self._after) is not None

    @cached_property
    def has_kin(self) -> bool:
        """Kin or a worker of theirs after it: "Iman's mother"."""
        return self._owns and _HAS_KIN.match(self._after) is not None

    @cached_property
    def household(self) -> bool:
        """ "the Haverstock family", "Haverstock children": enough for a plain surname."""
        return _HOUSEHOLD.match(self._after) is not None

    @cached_property
    def the_family(self) -> bool:
        """ "the Haverstock family": enough for a word that no list has, but for a place."""
        found = _HOUSEHOLD.match(self._after)
        return found is not None and found["close"] is not None and self._follows_the

    @cached_property
    def family_does(self) -> bool:
        """ "the Hope family waited": enough for a surname that is an ordinary word."""
        return self._follows_the and _HOUSEHOLD_DOES.match(self._after) is not None

    @cached_property
    def _follows_the(self) -> bool:
        return _THE.search(self._before) is not None

    @property
    def strong(self) -> bool:
        """Enough for a word that is no ordinary one."""
        return (
            self.title
            or self.kin
            or self.role
            or self.named
            or self.contact
            or self.speaks
            or self.aged
        )

    @property
    def sure(self) -> bool:
        """Enough even for the name of a month or a town."""
        return self.kin or self.named or self.aged or self.has_kin or self.spoken_to

    @property
    def is_family(self) -> bool:
        """Whether the words are about a family rather than a worker."""
        return self.kin or self.aged


def cues(text: str, start: int, end: int) -> Cues:
    """The cues around a stretch of a text.

    >>> cues("the mother Iman said no", 11, 15).kin, cues("Iman can support you", 0, 4).contact
    (True, True)
    """
    return Cues(text[max(0, start - _REACH) : start], text[end : end + 2 * _REACH])
