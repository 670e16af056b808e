from dataclasses import replace

from tests.engine.checking.results import access, claim, figure, name, result

from goldenthread.checker.results import Severity, Statement, Verdict
from goldenthread.engine.checking.lines import cut, groups, quoted


def test_queries_of_one_kind_are_said_once_with_every_place() -> None:
    (group,) = groups(result(statements=tuple(figure(number) for number in range(1, 16))))
    assert [line.where for line in group.lines] == [f"line {number}" for number in range(1, 16)]
    assert group.why == "Of how many? Print the count and the base beside each."


def test_a_query_alone_says_its_own_words() -> None:
    (group,) = groups(result(statements=(figure(1),)))
    assert group.why.startswith("39% of how many?")


def _cut_off(line: int, count: int, percent: str, computed: str) -> Statement:
    text = f"{count} of 26 ({percent}%)"
    cut_off = figure(line, Verdict.TRUNCATED, Severity.NOTE)
    return replace(cut_off, text=text, count=count, base=26, percent=percent, computed=computed)


def test_percentages_that_are_cut_off_each_say_what_they_are_when_rounded() -> None:
    # 9/26 is 34.6%, 7/26 is 26.9%.
    found = result(statements=(_cut_off(1, 9, "34", "35"), _cut_off(2, 7, "26", "27")))
    (group,) = groups(found)
    assert [quoted(line) for line in group.lines] == [
        "“9 of 26 (34%)”: 9 of 26 is 35%",
        "“7 of 26 (26%)”: 7 of 26 is 27%",
    ]


def test_the_same_percentage_of_other_counts_stays_two_lines() -> None:
    one, other = _cut_off(1, 9, "34", "35"), _cut_off(2, 18, "34", "35")
    same_words = (replace(one, text="34%"), replace(other, text="34%", base=52))
    (group,) = groups(result(statements=same_words))
    assert [line.only_here for line in group.lines] == ["9 of 26 is 35%", "18 of 52 is 35%"]


def test_claims_that_differ_in_the_quoted_words_only_are_one_group() -> None:
    (group,) = groups(result(claims=(claim("improved", 1), claim("rose", 2))))
    assert group.why == "Each compares with an earlier time. Say from what to what."


def test_errors_come_first_and_those_with_their_own_reasons_stand_alone() -> None:
    errors = tuple(figure(n, Verdict.IMPOSSIBLE, Severity.ERROR) for n in (1, 2))
    found = groups(result(statements=errors, disclosure=(name("Jo Bloggs", 3),)))
    assert [group.severity for group in found] == [Severity.ERROR, Severity.ERROR, Severity.QUERY]
    assert [len(group.lines) for group in found] == [1, 1, 1]


def test_the_same_words_twice_are_one_line_with_both_places() -> None:
    (group,) = groups(result(disclosure=(name("Jo Bloggs", 3), name("Jo Bloggs", 9))))
    (line,) = group.lines
    assert (line.quote, line.where) == ("Jo Bloggs", "line 3, line 9")
    assert group.times == 2


def test_what_is_in_order_is_left_out() -> None:
    assert groups(result(disclosure=(name("Jo Bloggs", 3, Severity.OK),))) == ()


def test_access_quotes_nothing_and_says_its_places_once() -> None:
    message = "1 picture has no alternative text (page 1). Say what it tells."
    (group,) = groups(result(found=(access("alternative text", Severity.ERROR, message),)))
    (line,) = group.lines
    assert (line.subject, line.quote, line.where) == ("Access, alternative text", "", "")


def test_a_quotation_without_a_space_is_cut_too() -> None:
    assert cut("x" * 1000) == "x" * 240 + " …"
