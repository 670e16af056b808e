from fractions import Fraction

import pytest

from goldenthread.checker.figures.model import Bound, Closeness, Mention, Nature, Share
from goldenthread.checker.figures.verdicts.judging import judge

CHECK_ALL = "Check the count, the base and the percentage against the returns."


def said(
    count: int | None,
    base: int | None,
    printed: str,
    *,
    stated: bool = True,
    nature: Nature = Nature.SHARE,
    closeness: Closeness = Closeness.AS_PRINTED,
) -> str:
    share = Share(printed, Fraction(printed) / 100, len(printed.partition(".")[2]), closeness)
    mention = Mention(share, count, base, printed, 0, 0, 2, nature=nature)
    return judge(Bound(mention, base, stated, count=count)).message


def test_message_sixteen_of_26_names_what_would_fit_and_not_what_was_meant() -> None:
    assert said(16, 26, "39") == (
        "16 of 26 is 62%, not 39%: no whole count of 26 is 39%, the nearest being 10 (38%), and "
        f"16 would be 39% of 41. {CHECK_ALL}"
    )


@pytest.mark.parametrize(
    ("count", "base", "printed", "expected"),
    [
        (
            None,
            26,
            "39",
            (
                "No whole count of 26 is 39%: the nearest is 10 (38%). "
                "Check the base and the percentage against the returns."
            ),
        ),
        (
            9,
            26,
            "34",
            (
                "9 of 26 is 35% when rounded; 34% only cuts the decimals off. "
                "Round every percentage in the same way."
            ),
        ),
        (
            4,
            26,
            "16",
            (
                "4 of 26 is 15%, not 16%: no whole count of 26 is 16%, the nearest being 4 itself, "
                f"and 4 would be 16% of 25. {CHECK_ALL}"
            ),
        ),
        (
            12,
            26,
            "31",
            (
                "12 of 26 is 46%, not 31%: 31% of 26 would be 8, and 12 would be 31% of 39. "
                f"{CHECK_ALL}"
            ),
        ),
        (12, 26, "46", "12 of 26 is 46%."),
        (None, 26, "46", "46% of 26 can be 12."),
        (None, 200, "46", "46% of 200 can be 91 or 92."),
        (None, 400_000, "46", "46% of 400,000 can be 182,000 to 185,999."),
        (
            None,
            26,
            "34",
            (
                "No whole count of 26 is 34%, unless decimals are cut off. "
                "Round every percentage in the same way."
            ),
        ),
        (27, 26, "39", f"27 of 26 is more than the whole. {CHECK_ALL}"),
        (3, 0, "20", f"There is no share of 0. {CHECK_ALL}"),
        (None, 26, "115", "115% is more than the whole. Check it against the returns."),
        (
            3,
            None,
            "40",
            (
                "3 is not 40% of any whole number. Check the count and the percentage against the "
                "returns."
            ),
        ),
        (None, None, "39", "39% of how many? Print the count and the base beside it."),
        (1, None, "0", "The base is missing: 1 is 0% of 201 or more. Print the base."),
        (
            6,
            13,
            "50",
            (
                f"6 of 13 is 46%, not 50%: no whole count of 13 is 50%, the nearest being "
                f"6 (46%) or 7 (54%), and 6 would be 50% of 12. {CHECK_ALL}"
            ),
        ),
    ],
)
def test_message_by_situation_is_plain(
    count: int | None, base: int | None, printed: str, expected: str
) -> None:
    assert said(count, base, printed) == expected


def test_message_base_from_elsewhere_says_so() -> None:
    assert said(16, 26, "39", stated=False).startswith(
        "16 of 26 (the base given elsewhere in the document) is 62%, not 39%:"
    )


def test_message_return_rate_asks_how_many_were_asked_for() -> None:
    assert said(26, None, "87", nature=Nature.RETURN_RATE) == (
        "The base is missing: 26 is 87% of 30. Print how many were asked for."
    )


def test_message_loose_words_are_repeated() -> None:
    assert "not just under 40%" in said(15, 26, "40", closeness=Closeness.BELOW)


def test_message_more_than_a_few_bases_are_counted_and_not_named() -> None:
    share = Share("39", Fraction(39, 100), 0)
    mention = Mention(share, 16, None, "16 (39%)", 0, 0, 8)
    few = judge(Bound(mention, 26, stated=False, others=(30, 55), count=16)).message
    many = judge(Bound(mention, 26, stated=False, others=(30, 55, 60, 70), count=16)).message
    assert "The document gives the bases 26, 30 and 55, and none of them fits." in few
    assert "The document gives 5 bases, and none of them fits." in many
