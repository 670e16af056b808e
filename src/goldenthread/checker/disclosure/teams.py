"""Teams named beside a worry: behind a small team's name stand people (design.md §5.4)."""

import re
from collections.abc import Iterator

from goldenthread.checker.disclosure.finding import Finding
from goldenthread.checker.disclosure.kinds import Kind
from goldenthread.checker.disclosure.name_lists import listed
from goldenthread.checker.disclosure.stretches import Stretch
from goldenthread.checker.patterns import Late

_TEAM = Late(
    r"\b(?P<before>(?:[A-Z][\w’'&-]{0,30} ){1,4})[Tt](?:eams?|EAMS?)\b"
    r"(?! (?:called|named|known as) )|\b(?:Team"
    r"|team)(?: (?:called|named|known as))? (?:[“‘\"'](?=\w))?(?P<after>[A-Z0-9][\w-]*)"
)
_TIMES = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december", "spring", "summer", "autumn", "winter"}
)
_WHEN = frozenset({"this", "last", "next", "since", "during", "until", "each", "every"})
_WHEN_FIRST = frozenset({"In", "By"})
_OF_A_TIME = Late(
    r"s\b| (?:managers?|leaders?|leads?|members?|meetings?|visits?|talks?|days?|events?|brief"
    r"|supervision|discussions?)\b",
    re.IGNORECASE,
)
"""What a team does in May: "In May team meetings were late" names none."""

WORRY = Late(
    r"\b(?:inadequate|worr(?:y|ied|ies|ying)|concern(?:s|ed|ing)?|inconsistent\w*|inconsistenc\w+"
    r"|missing|missed"
    r"|late|later"
    r"|delay(?:s|ed)?|drift\w*|poor(?:ly|er)?|fail(?:s|ed|ing)?|failures?|weak\w*|overdue|lack(?:s"
    r"|ed|ing)?|unsafe"
    r"|requires improvement|insufficient|(?:did|do|does|was|were|is|are|has|have) not|cannot|never"
    r"|rarely"
    r"|need(?:s)? to|must improve|lowest|worst|behind|declin\w+|struggl\w+|gaps?|below|worse"
    r"|ineffective"
    r"|without|unclear|absent|too (?:few|little|slow|long|often)|variable|complain\w*"
    r"|criticis\w+)\b",
    re.IGNORECASE,
)
"""Words of a worry."""

_WORRY_ABOVE = Late(r"\b(?:worr\w+|concerns?|improve\w*|weakness\w*|not going well)\b", re.I)
_PRAISE = Late(
    r"\b(?:consistent|strong|excellent|outstanding|good|positive|respectful|well|impressive"
    r"|benchmark"
    r"|celebrate\w*|thank\w*|kind)\b",
    re.IGNORECASE,
)
_AUTHORITY = Late(r"\b(?:Council|Authority|Borough|County|City|Trust|Partnership)\b")
"""All teams of an authority are nobody's."""

_SENTENCE = Late(r"[^.!?]+[.!?]?")
_TEAM_COLUMN = Late(r"^(?:team|teams|team name|locality team|name of team)\b", re.IGNORECASE)


def teams_in(stretch: Stretch, inside: bool) -> Iterator[Finding]:
    """Teams named in a worry, and outside the service any team that is named, as queries.

    A table with a column of teams is a profile of each: its heading is the hit.
    """
    if stretch.columns:
        if stretch.is_heading and _TEAM_COLUMN.match(stretch.columns):
            yield Finding(Kind.TEAM, 0, len(stretch.text))
        return
    if "team" not in stretch.text.lower():
        return
    above = any(_WORRY_ABOVE.search(heading) for heading in stretch.headings[-1:])
    for sentence in _SENTENCE.finditer(stretch.text):
        named = list(_named(sentence[0]))
        if named and (not inside or _is_worry(sentence[0], above)):
            for start, end in named:
                yield Finding(Kind.TEAM, sentence.start() + start, sentence.start() + end)


def _is_worry(sentence: str, above: bool) -> bool:
    """Whether a sentence worries, or stands under a heading of worries and does not praise."""
    return WORRY.search(sentence) is not None or (above and _PRAISE.search(sentence) is None)


def _named(sentence: str) -> Iterator[tuple[int, int]]:
    for found in _TEAM.finditer(sentence):
        if found["after"]:
            if found["after"].lower() not in listed("kinds_of_team"):
                yield found.span()
            continue
        names = found["before"].split()
        own = [name for name in names if name.lower() not in listed("kinds_of_team")]
        if own and not _AUTHORITY.search(found["before"]) and not _is_time(sentence, found, own):
            yield found.start() + found[0].index(own[0]), found.end()


def _is_time(sentence: str, found: re.Match[str], own: list[str]) -> bool:
    """Whether the words before "team" only tell when: a team may be called May, too."""
    if not all(word.lower() in _TIMES for word in own):
        return False
    start = found.start() + found[0].index(own[0])
    before = sentence[:start].split()
    ends = found.end() - (found[0][-1] in "sS")
    when = bool(before) and (before[-1].lower() in _WHEN or before[-1] in _WHEN_FIRST)
    return when or _OF_A_TIME.match(sentence, ends) is not None
