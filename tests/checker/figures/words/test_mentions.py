"""Shares with their counts and bases, in the wording of real reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.model import Nature
from goldenthread.checker.figures.words.mentions import mentions

Found = tuple[str, int | None, int | None]


def found(text: str) -> list[Found]:
    return [(m.share.printed, m.count, m.base) for m in mentions(text, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one share, alone
        ("39% of cases were graded ‘inadequate’.", [("39", None, None)]),
        ("Seventy per cent of parents felt heard.", [("Seventy", None, None)]),
        ("A third of plans were late.", [("A third", None, None)]),
        ("One in five children had moved.", [("One in five", None, None)]),
        # count and share
        ("16 Cases, 39%, were graded Inadequate", [("39", 16, None)]),
        ("31%, (8 cases) were graded good", [("31", 8, None)]),
        ("4% of the cohort, (1 case)", [("4", 1, None)]),
        ("A total of 9 children (36%) had moved", [("36", 9, None)]),
        ("Grades: good twice (40%), inadequate once (20%).", [("40", 2, None), ("20", 1, None)]),
        ("12 were seen once (86%)", [("86", 12, None)]),
        ("26 children from 15 families (58%)", [("58", 15, None)]),
        # the base after the count, further off
        ("41 replies from 120 (34%)", [("34", 41, 120)]),
        ("41 from 120, or 34%", [("34", 41, 120)]),
        ("30 reports in all, out of 40 (a return rate of 75%)", [("75", 30, 40)]),
        ("18 of 20 plans in date: 90%", [("90", 18, 20)]),
        ("5 families left: 25% of the 20", [("25", 5, 20)]),
        ("100% of this year's 14 plans were signed", [("100", None, 14)]),
        ("In May: 40%, then of 30 plans", [("40", None, 30)]),
        # more than the whole
        ("131% of the 20 records were shared", [("131", None, 20)]),
        ("Of the 91 audits, 160% were graded good", [("160", None, 91)]),
        ("There were 56 records, of which 156% were late", [("156", None, 56)]),
        ("31 of the 26 audits (119%) were late", [("119", 31, 26)]),
        ("Of the 12 audits, 20 (60%) named the father", [("60", 20, 12)]),
        ("Of 26 audits, 28 were signed (93%)", [("93", 28, 26)]),
        ("Of the 26 audits, 31 actions (84%) were done", [("84", 31, None)]),
        ("Of the 26 audits, 31 (84%) actions were done", [("84", 31, None)]),
        ("Of 12 teams, 45 workers (60%) replied", [("60", 45, None)]),
        ("110% of the 26 places were filled", []),
        ("In the 12 homes, occupancy was 104%", []),
        ("Of the 26 children, 120% of targets were met", []),
        ("Spending is over 100% of the budget for 26 children", []),
        # the group that words point back to
        ("19 of them (68%) had one, 12 (43%) none", [("68", 19, None), ("43", 12, None)]),
        ("30 came; 67% stayed, of whom 40% are here", [("67", None, None), ("40", None, None)]),
        ("30 came, 37% of them by bus, and 90% by nine", [("37", None, 30), ("90", None, 30)]),
        (
            "Told by 40%, by 33% and by 27% of the 187",
            [("40", None, 187), ("33", None, 187), ("27", None, 187)],
        ),
        ("38% of the 26 (n=10) and 62% (n=16)", [("38", 10, 26), ("62", 16, 26)]),
        ("In a third (33%) of the 24", [("a third", None, 24), ("33", None, 24)]),
        ("8.2% (of 1,204) had one", [("8.2", None, 1204)]),
        ("26 audits against a target of 30 (87%)", [("87", 26, 30)]),
        ("34% (171) of our 502 moved; 12% (20) of these far", [("34", 171, 502), ("12", 20, 171)]),
        ("46 (39%) had 9 or so, of whom 30 (65%) left", [("39", 46, None), ("65", 30, 46)]),
        ("52% were boys (16) and 48% girls (15): 31 in all", [("52", 16, 31), ("48", 15, 31)]),
        ("Every one of the 14 (100%) was seen", [("100", 14, 14)]),
        ("All but 2 of the 26 audits (92%) were read", [("92", None, 26)]),
        ("Good 11 (42%), poor 10 (38%) – n=26", [("42", 11, 26), ("38", 10, 26)]),
        ("Plans (26 audits): 42% good, 38% poor", [("42", None, 26), ("38", None, 26)]),
        ("Good (12 audits): 46%", [("46", None, None)]),
        ("23 children (of 50, 46%) had one", [("46", 23, 50)]),
        ("It was so for 17 workers (of 22), or 77 per cent", [("77", 17, 22)]),
        ("26 cases (6% of the 412 open) were read", [("6", 26, 412)]),
        ("9 had waited for over 6 months (39%) out of 23", [("39", 9, 23)]),
        ("14 live far off, 12% of all children in care.", [("12", 14, None)]),
        ("Of last year’s 40, a quarter had moved", [("a quarter", None, 40)]),
        ("Of the remaining 12, 4 (33%) had moved", [("33", 4, 12)]),
        ("Moved 300 times; 14 children made 120 of these (40%)", [("40", 120, 300)]),
        ("9 of 30 homes (30%), of which 33% were new", [("30", 9, 30), ("33", None, 9)]),
        ("nine (34%) were late", [("34", 9, None)]),
        ("9 assessments (34%) were good", [("34", 9, None)]),
        ("12, (46%), were good", [("46", 12, None)]),
        ("and 1 (3%) was outstanding", [("3", 1, None)]),
        ("14 (or 58%) were good", [("58", 14, None)]),
        ("Good (n = 4, 15%)", [("15", 4, None)]),
        ("15% (n=4) were good", [("15", 4, None)]),
        ("38% of audits were good (10)", [("38", 10, None)]),
        ("38 per cent, or 10 audits, were good", [("38", 10, None)]),
        ("10 audits, or 38 per cent, were good", [("38", 10, None)]),
        ("10 audits, which is 38%, were good", [("38", 10, None)]),
        ("10 audits, equating to 38%", [("38", 10, None)]),
        ("10 audits representing 38%", [("38", 10, None)]),
        ("Good: 10 (38%)", [("38", 10, None)]),
        ("Good: 38% (10)", [("38", 10, None)]),
        ("Good (10, 38%)", [("38", 10, None)]),
        ("Good (38%, 10)", [("38", 10, None)]),
        ("Good (38%; n=10)", [("38", 10, None)]),
        ("Twelve audits were graded requires improvement (46%).", [("46", 12, None)]),
        ("12 children and young people (46%) had one", [("46", 12, None)]),
        ("12 looked after children (46%) had one", [("46", 12, None)]),
        ("twenty‑six plans (27%) had one", [("27", 26, None)]),
        ("1,204 contacts (27.3%) were repeats", [("27.3", 1204, None)]),
        ("9 (approx. 34%) were good", [("34", 9, None)]),
        ("Nearly a third (8) were late", [("a third", 8, None)]),
        ("none (0%) were inadequate", [("0", 0, None)]),
        ("No audits (0%) were inadequate", [("0", 0, None)]),
        ("Plans were late for 14 children, 68%.", [("68", 14, None)]),
        ("Minutes of 13 (68%) were late", [("68", 13, None)]),
        ("9 schools3 and 12 homes (46%) replied", [("46", 12, None)]),
        ("12 audits [46%] were good", [("46", 12, None)]),
        ("For 22 children there was a gap of 6 weeks (26%).", [("26", 22, None)]),
        ("17 (121%) had none", [("121", 17, None)]),
        # count, base and share
        ("26 (27.3%) of the 190 had none", [("27.3", 26, 190)]),
        ("26 (27.3%) children of the 190", [("27.3", 26, 190)]),
        ("137 out of 398 (38%) were late", [("38", 137, 398)]),
        ("Of the 78, 69 (82%) were seen", [("82", 69, 78)]),
        ("Out of 78 plans, 69 (82%) were good", [("82", 69, 78)]),
        ("4/26 (15%)", [("15", 4, 26)]),
        ("4/26 records (15%)", [("15", 4, 26)]),
        ("15% (4/26)", [("15", 4, 26)]),
        ("15% (4 of 26)", [("15", 4, 26)]),
        ("15% (4 out of 26)", [("15", 4, 26)]),
        ("15% – 4 of the 26 audits – were good", [("15", 4, 26)]),
        ("10 of 26 (38%)", [("38", 10, 26)]),
        ("10 of the 26 audits (38%)", [("38", 10, 26)]),
        ("sixteen of the twenty-six audits (62%)", [("62", 16, 26)]),
        ("62% – 16 of the 26 audits", [("62", 16, 26)]),
        ("16 audits out of 26 (62%)", [("62", 16, 26)]),
        ("16 of the 26 audits, 62%, were good", [("62", 16, 26)]),
        ("16 of the 26 audits, or 62%, were good", [("62", 16, 26)]),
        ("16 of the 26 audits were graded good (62%)", [("62", 16, 26)]),
        ("16 audits, 62% of the 26, were good", [("62", 16, 26)]),
        ("38% of the 26 audits (10) were good", [("38", 10, 26)]),
        ("38% of the 26 audits", [("38", None, 26)]),
        ("a third of the 66 plans", [("a third", None, 66)]),
        ("a third (9) of the 26 audits", [("a third", 9, 26)]),
        ("two thirds (17 of 26) were clear", [("two thirds", 17, 26)]),
        ("12 records in 26 (46%)", [("46", 12, 26)]),
        ("41 posts (17.4%) out of 236", [("17.4", 41, 236)]),
        ("8 records out of 22 (36%)", [("36", 8, 22)]),
        ("1,002 of the 1,318 families (76%)", [("76", 1002, 1318)]),
        ("a hundred and four of two hundred plans (52%)", [("52", 104, 200)]),
        ("98 children had a plan, of whom 33% were boys", [("33", None, 98)]),
        ("98 children had a plan, of whom 32 (33%) were boys", [("33", 32, 98)]),
        ("98 children had a plan, 33% of whom were boys", [("33", None, 98)]),
        ("98 children had one, of whom 33% were boys", [("33", None, 98)]),
        ("Of those nine, seven (78%) were seen", [("78", 7, 9)]),
        ("31 were named but only 12 (38%) of them were seen", [("38", 12, 31)]),
        ("Of the audits (n=26), 38% were good", [("38", None, 26)]),
        ("38% of audits (N = 26) were good", [("38", None, 26)]),
        ("Across the 26 audits, 38% were good", [("38", None, 26)]),
        ("From the 26 audits, 10 (38%) were good", [("38", 10, 26)]),
        ("police came to all 47 (100%)", [("100", 47, 47)]),
        ("9 of these 15 (60%)", [("60", 9, 15)]),
        ("46.2% of the other 13", [("46.2", None, 13)]),
        # several in a sentence
        (
            "31%, (8 cases) were ‘good’, 46%, (12 cases) not, 19%, (5) poor, 4% of the cohort, (1)",
            [("31", 8, None), ("46", 12, None), ("19", 5, None), ("4", 1, None)],
        ),
        (
            "9 assessments (34%) were ‘good’, 12, (46%), were fair, 4, (16%) poor and 1 (3%) best",
            [("34", 9, None), ("46", 12, None), ("16", 4, None), ("3", 1, None)],
        ),
        (
            "Of 26 audits, 10 (38%) were good and 12 (46%) were not; 4 (15%) were poor.",
            [("38", 10, 26), ("46", 12, 26), ("15", 4, 26)],
        ),
        (
            "10 of the 26 audits (38%) were good, 12 (46%) were not.",
            [("38", 10, 26), ("46", 12, 26)],
        ),
        ("12 and 14 (46% and 54% respectively)", [("46", 12, None), ("54", 14, None)]),
        ("12 and 14, 46% and 54% respectively", [("46", 12, None), ("54", 14, None)]),
        ("46% and 54% (12 and 14)", [("46", 12, None), ("54", 14, None)]),
        (
            "12 were good and 14 requires improvement (46% and 54%)",
            [("46", 12, None), ("54", 14, None)],
        ),
        ("12, 10 and 4 of 26 (46%, 38% and 15%)", [("46", 12, 26), ("38", 10, 26), ("15", 4, 26)]),
        ("Good: 12 (46%); poor: 4 (15%)", [("46", 12, None), ("15", 4, None)]),
        ("46%, 12, and 54%, 14", [("46", 12, None), ("54", 14, None)]),
        (
            "26 audits were graded: 10 (38%) good, 12 (46%) not",
            [("38", 10, 26), ("46", 12, 26)],
        ),
        (
            "22 carers (15%) are under 40, 71 (50%) are 40 to 59; 143 carers in all.",
            [("15", 22, 143), ("50", 71, 143)],
        ),
        ("Nearly a quarter, 13 (24%), were short", [("a quarter", 13, None), ("24", 13, None)]),
        (
            "Among the 34, 13 (38%) were; among the 21, 13 (62%) were.",
            [("38", 13, 34), ("62", 13, 21)],
        ),
        (
            "120 children, of whom 26 (22%) had a plan, of whom 10 (38%) were boys",
            [("22", 26, 120), ("38", 10, 26)],
        ),
        (
            "12 of 26 audits (46%) had a plan and 54% of parents felt heard",
            [("46", 12, 26), ("54", None, None)],
        ),
        # sentences keep their numbers apart
        ("There were 26 audits. 39% were poor.", [("39", None, None)]),
        ("We saw 9 plans; 39% of visits were late.", [("39", None, None)]),
        ("Nine of ten. (34%) of cases", [("34", None, None)]),
        ("In 2022, 39% were late.", [("39", None, None)]),
        ("13 (15%) of 19- to 21-year-olds", [("15", 13, None)]),
        ("No. 4 says that 39% were late.", [("39", None, None)]),
        ("e.g. 9 plans (34%) were late", [("34", 9, None)]),
        ("On page 12, 39% were late.", [("39", None, None)]),
        # no share at all
        ("sixteen of the twenty-six", []),
        ("4 of 26 were late", []),
        ("7 audit categories had Outstanding grades.", []),
        ("1 case was graded with 14 ‘inadequate’", []),
        ("the majority of children", []),
        ("zero tolerance", []),
        ("", []),
    ],
)
def test_shares_have_the_count_and_base_of_their_sentence(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("39% of cases were graded", ["39% of cases"]),
        ("16 Cases, 39%, were graded", ["16 Cases, 39%"]),
        ("31%, (8 cases) were", ["31%, (8 cases)"]),
        ("4, (16%) were graded", ["4, (16%)"]),
        ("4% of the cohort, (1 case) was", ["4% of the cohort, (1 case)"]),
        ("but 14 (or 58%) were", ["14 (or 58%)"]),
        ("so 26 (27.3%) of the 190 plans were", ["26 (27.3%) of the 190 plans"]),
        ("Of the 78, 69 (82%) were; 9 (12%) not", ["Of the 78, 69 (82%)", "9 (12%)"]),
        ("some 98 children had plans, of whom 33% did", ["98 children had plans, of whom 33%"]),
    ],
)
def test_a_mention_is_the_shortest_stretch_that_holds_it(text: str, stretches: list[str]) -> None:
    assert [mention.text for mention in mentions(text, 0)] == stretches


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("This is a return of 87%!", ["return rate"]),
        ("The return rate was 87%.", ["return rate"]),
        ("The return rate (87%) is up.", ["return rate"]),
        ("87% were returned.", ["return rate"]),
        ("87% of audits were returned.", ["return rate"]),
        ("an 87% return rate", ["return rate"]),
        ("a response rate of 34%", ["return rate"]),
        ("26 audits were returned (87%).", ["return rate"]),
        ("87% returned home.", ["share"]),
        ("87% of children were returned to their parents.", ["share"]),
        ("38% compared with 31% last time", ["share", "elsewhere"]),
        ("38% compared to 31% in the previous quarter", ["share", "elsewhere"]),
        ("10 (38%) compared with 8 (31%) last year", ["share", "elsewhere"]),
        ("38%, up from 31%", ["share", "elsewhere"]),
        ("It rose from 31% to 38%.", ["elsewhere", "share"]),
        ("38% against the England average of 41%", ["share", "elsewhere"]),
        ("38% (national average 41%)", ["share", "elsewhere"]),
        ("41% nationally", ["elsewhere"]),
        ("Nationally 41% moved and 12% of boys did so twice.", ["elsewhere", "elsewhere"]),
        ("In England 30% moved, but here it was 12 of 20 (60%).", ["elsewhere", "share"]),
        ("Turnout was 31%.", ["return rate"]),
        ("Last quarter it was 31%.", ["elsewhere"]),
        ("In 2020-21 the figure was 94%.", ["elsewhere"]),
        ("Compared with last month, 38% more were", []),
        ("Compared with last month, 38% were good.", ["share"]),
        ("more than 38% were good", ["share"]),
    ],
)
def test_words_around_a_share_tell_its_nature(text: str, natures: list[str]) -> None:
    assert [mention.nature.value for mention in mentions(text, 0)] == natures


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("39% of cases", "case"),
        ("39% of the looked after children", "child"),
        ("12 social work audits (46%)", "audit"),
        ("12 young people (46%)", "young person"),
        ("12 families (46%)", "family"),
        ("10 of the 26 audits (38%)", "audit"),
        ("12 (46%) were good", ""),
        ("4% of the cohort", ""),
    ],
)
def test_the_noun_that_is_counted_is_named(text: str, unit: str) -> None:
    (mention,) = mentions(text, 0)
    assert mention.unit == unit


@given(
    count=st.integers(min_value=0, max_value=300),
    base=st.integers(min_value=1, max_value=300),
    share=st.integers(min_value=0, max_value=100),
    form=st.sampled_from(
        [
            "{c} of {b} audits ({s}%) were good",
            "{c} of the {b} audits, or {s} per cent, were good",
            "{s}% ({c} of {b}) were good",
            "{s}% – {c} of the {b} audits – were good",
            "{c} ({s}%) of the {b} audits were good",
            "Of the {b} audits, {c} ({s}%) were good",
            "{c}/{b} ({s}%) were good",
        ]
    ),
)
def test_count_base_and_share_are_read_in_every_order(
    count: int, base: int, share: int, form: str
) -> None:
    (mention,) = mentions(form.format(c=count, b=base, s=share), 0)
    assert mention.count == count
    assert mention.base == base
    assert mention.nature is Nature.SHARE


@given(st.text(alphabet="9 26%(),.;–ofthe", max_size=120))
def test_mentions_hold_their_share_whatever_is_written(text: str) -> None:
    for mention in mentions(text, 3):
        assert text[mention.start : mention.end] == mention.text
        assert mention.share.printed in mention.text
        assert mention.part == 3
