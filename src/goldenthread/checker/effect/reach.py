"""Criteria 19 to 22: talked about, sent to readers, with families' voices, and answered."""

import re

from goldenthread.checker.effect.brief import Brief, Line
from goldenthread.checker.effect.decision import Decision, cannot_tell, failed, partly, passed
from goldenthread.checker.effect.vocabulary import ASK, phrases

_PROMPT = phrases(
    "(?:in|at|for) (?:your|the next|your next|a) team meeting",
    "team (?:discussion|exercise)",
    "questions? (?:for (?:your|the) team|to (?:discuss|ask|talk|reflect|consider))",
    "discussion (?:points?|questions?|prompts?)",
    "for discussion",
    "ten[- ]minute",
    "talk about (?:it|this)",
    r"(?:talk|discuss)\b.{0,30}\b(?:with|in|as) (?:your|a) team",
    "reflective questions?",
)
_TALK = phrases(
    r"(?:managers?|teams?|you and your team)\b.{0,40}\b(?:consider|discuss|reflect|talk|think)",
    "(?:to|in|within) supervision",
    "team meetings?",
)

_LISTED = phrases(
    r"^(?:distribution|circulation|sent to|cc|readers?|audience)(?: list)?\s?:",
    "(?:sent|e-?mailed|circulated|distributed) to (?:all|every|each|the)",
)
_LISTED_UNDER = phrases("distribution", "circulation", "sent to", "who gets this")
_COUNTED = phrases(
    r"(?:opened|read|viewed|seen) by \d+",
    r"\d+ (?:of|out of) (?:the )?\d+ (?:\w+ )?(?:opened|read|viewed)",
    "confirm (?:that )?you have read",
    "read receipts?",
)
_ADDRESSED = phrases(
    "you and your teams?",
    "your team",
    "dear (?:all|colleagues?|teams?)",
    "for all (?:staff|social workers|practitioners)",
    "this (?:brief|bulletin|newsletter|report) is for",
)

_FAMILY = "|".join(
    (
        "parents?",
        "carers?",
        "mothers?",
        "fathers?",
        "mums?",
        "dads?",
        "famil(?:y|ies)",
        "child(?:ren)?",
        "young (?:person|people)",
        "care leavers?",
        "grandparents?",
    )
)
_SAID = "said|say|told|gave|scaled|scored|rated|answered|felt|feel|stated|feedback|wanted|described"
_VOICE = phrases(
    rf"(?:{_FAMILY})(?: [\w'-]+){{0,6}}? (?:{_SAID}|listened to)",
    rf"(?:asked|feedback from|heard from|spoke (?:to|with)) (?:\w+ ){{0,3}}(?:{_FAMILY})",
    rf"[“\"][^”\"]{{3,200}}[”\"].{{0,40}}\b(?:{_FAMILY})",
)
_OF_HOW_MANY = phrases(
    rf"\d+ (?:of|out of) (?:the |our )?\d+ (?:\w+ )?(?:asked|answered|who|{_FAMILY})",
    rf"(?:asked|heard from|spoke (?:to|with)|(?:feedback|answers?) from) (?:\w+ )?\d+ (?:\w+ )?"
    rf"(?:{_FAMILY})",
    rf"\d+ (?:{_FAMILY})(?: \w+){{0,3}} (?:answered|were asked|told us|said|replied)",
)
_QUESTION = re.compile(
    r"[“\"][^”\"]{5,150}\?[”\"]|\b(?:the question|we asked|were asked)\s?[:,]?\s?[“\"]"
)
_AS_A_RATE = re.compile(
    r"^(?:the |our |most |many |all )?(?:parents|carers|families|children|young people|mothers"
    r"|fathers|care leavers) (?:\w+ )?(?:say|feel|felt|told|said|think|find|report|want|value"
    r"|are (?:happy|satisfied|pleased|listened))"
)
"""Many speak: "Parents feel listened to"."""

_REPLY = phrases(
    "tell us",
    "(?:welcome|want|send|give us|like|value) your (?:feedback|views|comments|thoughts|ideas)",
    "let us know",
    "reply (?:to|by)",
    "what do you think",
    "seeking feedback",
)
_ANSWERED = phrases(
    "you (?:said|asked (?:for|us)|wanted|told us)",
    "because (?:you|of what you)",
    "thanks to your",
    "(?:in response to|as a result of) your",
)


def has_two_modes(brief: Brief) -> Decision:
    """19: to read, and to talk about in a team."""
    prompt = brief.first(_PROMPT) or brief.heading(_PROMPT)
    if prompt:
        return passed("It brings something to talk about as a team.", prompt)
    mend = "Add ten minutes for the team meeting: one question, one thing to try."
    talk = brief.first(_TALK)
    if talk:
        return partly("Talking it over is asked for, without a prompt to begin.", talk, mend)
    return failed("It is only to be read.", None, mend)


def is_sent(brief: Brief) -> Decision:
    """20: pushed to listed readers, and opens counted."""
    listed = brief.first(_LISTED) or brief.heading(_LISTED_UNDER)
    counted = brief.first(_COUNTED)
    if listed and counted:
        return passed("Readers are listed, and who read it is counted.", listed)
    mend = "Print whom it is sent to, and ask each team to say when it has been read."
    if listed or counted:
        return partly(
            "Either readers are listed or reading is counted, not both.", listed or counted, mend
        )
    addressed = brief.first(_ADDRESSED) or brief.heading(_ADDRESSED)
    if addressed:
        return partly("It speaks to its readers, but does not list them.", addressed, mend)
    return cannot_tell("Who is sent it, and who opens it, is not printed.", mend)


def has_voice(brief: Brief) -> Decision:
    """21: what families say, with how many were asked what; never one quotation as a rate."""
    voices = _voices(brief)
    mend = "Print the question, and how many were asked and answered: “3 of 5 parents asked”."
    if not voices:
        return failed("No child, parent or carer is heard.", None, mend)
    numbered = next((line for line in voices if _counts(line)), None)
    asked = any(_QUESTION.search(line.lower) for line in voices)
    general = [line for line in voices if _AS_A_RATE.search(line.lower) and not _counts(line)]
    if len(general) == len(voices):
        return failed("What some said is told as if all had said it.", general[0], mend)
    if numbered and asked and not general:
        return passed("Families are heard, with the question and how many were asked.", numbered)
    if general:
        return partly("Some of it is told as if all had said it.", general[0], mend)
    return partly("Single voices are heard, without how many were asked what.", voices[0], mend)


def _counts(line: Line) -> bool:
    return _OF_HOW_MANY.search(line.lower) is not None


def _voices(brief: Brief) -> tuple[Line, ...]:
    """Paragraphs in which children and families speak, and not those on what to ask them."""
    return tuple(
        line
        for line in brief.paragraphs
        if _VOICE.search(line.lower) and not ASK.search(line.lower)
    )


def is_answered(brief: Brief) -> Decision:
    """22: asks for a reply, and shows what replies have changed."""
    asked = brief.first(_REPLY)
    shown = brief.first(_ANSWERED) or brief.heading(_ANSWERED)
    if asked and shown:
        return passed("It asks for replies, and shows what earlier ones changed.", shown)
    if asked:
        return partly(
            "It asks for replies, but shows none that changed anything.",
            asked,
            "Add “You said, we did” with one example from last time.",
        )
    mend = "Ask one question, with a name and a day to reply by."
    if shown:
        return partly("It shows what replies changed, but asks for none.", shown, mend)
    return failed("It asks nobody for a reply.", None, mend)
