"""Sentences about consistency: is it the child's circumstances, or who looked?

Estimates come with their range always; what the model counts in logits is said in quarters of a
grade. Amounts are in grades, below 0 for lower.
"""

from goldenthread.analysis.phrases.consistency_agreement import ENOUGH_CHILDREN
from goldenthread.analysis.phrases.consistency_amounts import (
    Estimated,
    count_part,
    grades_in_words,
    hundredths_between,
    part_in_words,
    percent,
    percents_between,
    quarters,
    range_in_words,
    text_part,
)
from goldenthread.analysis.phrases.pieces import Pieces, are, capitalised, units

NOT_SETTLED = (
    "The calculation did not settle, so nothing is said of auditors, categories or single"
    " children. More second readings usually mend that."
)

ONE_BY_ONE = (
    "Each auditor was taken alone (--model fixed), as some other programs do; how much depends on"
    " who looked is not estimated that way."
)

WITHOUT_HALO = (
    "This leaves out each auditor’s own view of a child (--no-halo): it makes too little of who"
    " looked, and every range here is too narrow."
)

GRADED = {
    "lower": "Graded lower than the average category:",
    "higher": "Graded higher than the average category:",
}

ALL_ALIKE = "No category can be told apart from the others."

NOT_THE_GRADE = (
    "Moderate these children’s audits. That a child stands here changes no grade, and some tenth"
    " is the lowest of good work too."
)


def child_or_auditor(children: Estimated) -> Pieces:
    """How much of the difference between two audits is the children.

    "About two-thirds (66%) of the difference between two single audits reflects the children;
    about one-third depends on who looked and when (range for the children: 53% to 78%)."
    """
    theirs = text_part("children.words", part_in_words(children.value))
    return (
        *capitalised((theirs,)),
        " (",
        text_part("children.percent", percent(children.value)),
        ") of the difference between two single audits reflects the children; ",
        text_part("auditors.words", part_in_words(1 - children.value)),
        " depends on who looked and when (range for the children: ",
        *percents_between("children", children.lower, children.upper),
        ").",
    )


def child_or_auditor_in_brief(children: Estimated) -> Pieces:
    """The same for a brief, where a per cent is always a count's.

    "About two-thirds of the difference between two single audits reflects the children; about
    one-third depends on who looked and when (range for the children: 53 to 78 in every 100)."
    """
    return (
        *capitalised((text_part("children.words", part_in_words(children.value)),)),
        " of the difference between two single audits reflects the children; ",
        text_part("auditors.words", part_in_words(1 - children.value)),
        " depends on who looked and when (range for the children: ",
        *hundredths_between("one_auditor.children", children.lower, children.upper),
        " in every 100).",
    )


def more_readers(two: Estimated, three: Estimated) -> Pieces:
    """What a second and a third auditor for each child would buy.

    "With two auditors for each child the children’s part would be 80% (range: 69% to 87%); with
    three, 86% (range: 77% to 91%)."
    """
    return (
        "With two auditors for each child the children’s part would be ",
        *_part("two_auditors", two),
        "; with three, ",
        *_part("three_auditors", three),
        ".",
    )


def _part(key: str, part: Estimated) -> Pieces:
    value = text_part(f"{key}.percent", percent(part.value))
    return (value, " (range: ", *percents_between(key, part.lower, part.upper), ")")


def too_few_to_say(children: int) -> Pieces:
    """That too few children were read twice to say how much depends on who looked.

    "How much is the children and how much is who looked cannot be said yet: that takes 20 children
    whose records two auditors graded, and there are 4."
    """
    have: Pieces = (f"there {are(children)} ", count_part("children_read_twice", children))
    if not children:
        have = ("there is none",)
    return (
        "How much is the children and how much is who looked cannot be said yet: that takes ",
        count_part("children_needed", ENOUGH_CHILDREN),
        " children whose records two auditors graded, and ",
        *have,
        ".",
    )


def not_estimable(why_not: str) -> Pieces:
    """Why grades say nothing of children and auditors.

    "Nothing can be said of children and auditors: there is only one auditor, so there is nobody to
    compare with."
    """
    return (f"Nothing can be said of children and auditors: {why_not}.",)


def category(name: str, difference: Estimated) -> Pieces:
    """How a category is graded beside the others.

    "Child’s story: about half a grade lower (range: a quarter lower to a whole grade lower)".
    """
    about = "" if quarters(difference.value) == 0 else "about "
    amount = text_part("category.difference", grades_in_words(difference.value))
    between = text_part("category.range", range_in_words(difference.lower, difference.upper))
    way = "lower" if difference.value < 0 else "higher"
    return (f"{name}: {about}", amount, f" {way} (range: ", between, ")")


def conversation(difference: Estimated) -> Pieces:
    """How grades after the conversation with the worker stand beside those without it.

    "Grades given after the conversation with the worker cannot be told apart from grades given
    without it (range: a quarter lower to a quarter higher)."
    """
    between = text_part("condition.range", range_in_words(difference.lower, difference.upper))
    after = "Grades given after the conversation with the worker "
    last: Pieces = (" (range: ", between, ").")
    if not difference.told_apart:
        return (f"{after}cannot be told apart from grades given without it", *last)
    way = "lower" if difference.value < 0 else "higher"
    about = "" if quarters(difference.value) == 0 else "about "
    amount = text_part("condition.difference", grades_in_words(difference.value))
    than = f" {way} than the same records would be graded without it"
    return (f"{after}are {about}", amount, than, *last)


def lowest_tenth(children: int) -> Pieces:
    """How many children's records are more likely than not among the lowest tenth.

    "12 children’s records are more likely than not among the lowest tenth of records like these,
    whoever looks."
    """
    if not children:
        return (
            "No child’s record is more likely than not among the lowest tenth of records like",
            " these.",
        )
    whose = " child’s record" if children == 1 else " children’s records"
    return (
        count_part("lowest_tenth", children),
        f"{whose} {are(children)} more likely than not among the lowest tenth of records like",
        " these, whoever looks.",
    )


def likely(probability: float, readers: int) -> Pieces:
    """How likely a child is to be in the lowest tenth, and how many auditors that rests on.

    "a chance of about 9 in 10; graded by 1 auditor".
    """
    tenths = int(10 * probability + 0.5)
    chance: Pieces = ("nearly certain",)
    if tenths < 10:
        chance = ("a chance of about ", text_part("lowest_tenth.chance", f"{tenths} in 10"))
    auditors = (count_part("readers", readers), f" {units(readers, 'auditors')}")
    return (*chance, "; graded by ", *auditors)
