"""Criteria 9, 11 and 12: few priorities, for those who can act, for the sake of children."""

from collections.abc import Iterator

from goldenthread.checker.effect.brief import Brief, Line, Section
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.effect.vocabulary import ASK, CHILD, LEADER, phrases

MOST = 3
"""As the criterion says: at most three priorities."""

_SOME = 5
_LABEL_WORDS = 6

_PRIORITY = phrases(
    "what matters most",
    "priorit(?:y|ies)",
    "headlines?",
    "(?:key|main) (?:messages?|points?|learning|findings?)",
    "(?:three|3|two|2) (?:things|messages|points)",
    "most important",
)
_WHY = phrases("why (?:it|this|they) matters?")
"""The section of priorities in a seven-minute briefing, where it holds headings of its own."""

_PRIORITY_SAID = phrases(
    r"(?:our|the|these|top) (?:\w+ ){0,2}priorit(?:y|ies) (?:is|are)",
    "most important (?:thing|message)",
    "top priority",
)
_REASON = phrases(
    "so what",
    "because",
    "why",
    "so that",
    "means? that",
    "as a result",
    "risk of",
    "matters?",
    "harm",
    "may live",
)
_MUST = phrases("must", "needs? to")
_ASKING = phrases(
    "reminders?",
    r"worr(?:y|ies|ied)\b.*",
    "(?:to improve|needs improvement)",
    "next steps?",
    r"actions?\b.*",
    "recommendations?",
    "what to do",
    "what needs to happen",
    "development",
)

_LEADERS_SECTION = phrases(
    "(?:leaders|managers|directors?|the service) (?:will|must|to) (?:do|act)",
    "for (?:senior )?leaders",
)
_LEADER_ACTS = phrases(
    rf"^(?:the |our )?(?:{LEADER})\s?:",
    rf"(?:{LEADER}) (?:will|ha(?:ve|s) agreed|must|should|to)",
    rf"(?:agreed|owned|led) by (?:the |our )?(?:{LEADER})",
    rf"(?:owner|lead|who): (?:the )?(?:{LEADER})",
)
_WE_WILL = phrases(
    "we (?:will|are going to|have asked)",
    "(?:are|is) being (?:created|developed|written|planned)",
    "systems?",
    "resources",
    "capacity",
    "workloads?",
    "caseloads?",
    "staffing",
)

_GOAL = phrases(
    "our (?:goals?|priorities|vision|values|aims?|ambitions?|pledges?|practice model)",
    "improvement plan",
    r"strategic (?:plan|priorit\w+)",
    "practice (?:standards?|framework|model)",
    "(?:service|business|corporate|children and young people's) plan",
    "signs of safety",
    "(?:high|core|professional) standards?",
)
_LIVED = phrases(
    "feels?",
    "felt",
    "wait(?:s|ed|ing)?",
    "harm",
    "safer?",
    "safety",
    "listen(?:s|ed)?",
    "heard",
    "seen",
    "understand(?:s|ing)?",
    "experiences?",
    "voices?",
    "lives?",
    "outcomes?",
    "tells?",
    "told",
    "wish(?:es)?",
    "daily life",
    "loved",
    "settled",
)


def headlines(brief: Brief) -> tuple[str, ...]:
    """What the document puts first: the items of its section of priorities, if it has one."""
    section = _first_section(brief)
    if section is None:
        return ()
    return section.headings or tuple(line.text for line in section.lines)


def _first_section(brief: Brief) -> Section | None:
    """The section of priorities; on slides, those that say "What matters most · 1" are one."""
    titled = brief.titled(_PRIORITY) or [s for s in brief.titled(_WHY) if s.headings]
    if titled:
        return titled[0]
    slides = [part for part in brief.sections if part.lines and _is_label(part.lines[0])]
    if not slides:
        return None
    lines = tuple(line for slide in slides for line in slide.lines)
    titles = tuple(slide.title for slide in slides)
    return Section(lines[0].text, lines[0].where, titles, lines)


def _is_label(line: Line) -> bool:
    is_short = len(line.text.split()) <= _LABEL_WORDS
    return is_short and _PRIORITY.search(line.lower) is not None


def few(brief: Brief) -> Decision:
    """9: at most three priorities, ranked, with the reason."""
    section = _first_section(brief)
    if section and headlines(brief):
        return _of_section(section, len(headlines(brief)))
    mend = "Choose the three that matter most to children, number them, and say why each matters."
    said = brief.first(_PRIORITY_SAID)
    if said:
        return partly("A priority is named, but not set apart.", said, mend)
    asked = asks(brief)
    if not asked:
        return cannot_tell("Nothing is asked of anybody, so nothing can be ranked.", mend)
    if len(asked) <= MOST:
        return partly("Few things are asked, but they are not ranked.", asked[0], mend)
    shown = next((line for line in asked if _MUST.search(line.lower)), asked[0])
    return failed(f"{len(asked)} things are asked, none before the others.", shown, mend)


def _of_section(section: Section, number: int) -> Decision:
    line = Line(section.title, section.where)
    reason = any(_REASON.search(part.lower) for part in section.lines)
    if number > _SOME:
        return failed(f"{number} things are all said to matter most.", line, "Keep three of them.")
    if number > MOST:
        return partly(f"{number} things come first.", line, "Keep three of them.")
    if not reason:
        return partly(
            "Few things come first, but not why.",
            line,
            "Say under each what it means for a child.",
        )
    return passed("Few things come first, each with its reason.", line)


def asks(brief: Brief) -> tuple[Line, ...]:
    """Paragraphs that ask for something: under reminders, worries and steps, else anywhere."""
    found = tuple(line for line in brief.paragraphs if ASK.search(line.lower))
    asking = tuple(line for line in found if _ASKING.search(line.section.lower()))
    return asking or found


def for_those_who_can(brief: Brief) -> Decision:
    """11: asks readers for what they control, and sends the rest to leaders."""
    led = next(_led(brief), None)
    asked = asks(brief)
    if led and asked:
        return passed("Leaders have their part as well as readers.", led)
    if not asked and not led:
        return cannot_tell("Nothing is asked of anybody.")
    mend = "Add “What leaders will do”: what practitioners cannot change, with a name and a day."
    if led:
        return partly("Leaders have their part, but readers are asked for nothing.", led, mend)
    ours = brief.first(_WE_WILL)
    if ours:
        return partly("Some of it is for the service to do, but for nobody by role.", ours, mend)
    return failed("All of it is asked of practitioners.", asked[0], mend)


def _led(brief: Brief) -> Iterator[Line]:
    """Lines of what leaders do: under a heading that says so, or with their role first."""
    for section in brief.titled(_LEADERS_SECTION):
        yield from section.lines
    for line in brief.paragraphs:
        if _LEADER_ACTS.search(line.lower):
            yield line


def for_children(brief: Brief) -> Decision:
    """12: tied to the goals of the service and to what children experience."""
    goal = brief.first(_GOAL) or brief.heading(_GOAL)
    lived = brief.first(CHILD, _LIVED)
    if goal and lived:
        return passed("It is tied to standards or goals, and to what children experience.", lived)
    if lived:
        return partly(
            "It speaks of children's experience, but of no goal of the service.",
            lived,
            "Name the goal or practice standard that each message serves.",
        )
    mend = "Say under each message what it means for a child's day."
    if goal:
        return partly("It is tied to goals, but not to what children experience.", goal, mend)
    return failed("It is tied neither to goals nor to what children experience.", None, mend)
