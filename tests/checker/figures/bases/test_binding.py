"""Which base a share is of, over whole small documents."""

import pytest

from goldenthread.checker.figures.bases.running import bound_figures, governing_bases
from goldenthread.checker.source import Grid, Part, Passage, Region, Role

Found = tuple[str, int | None, int | None]


def document(*lines: str) -> list[Part]:
    """Passages; a line that begins with # is a heading, with one # for each level."""
    return [_passage(line, number) for number, line in enumerate(lines, 1)]


def _passage(line: str, number: int) -> Passage:
    level = len(line) - len(line.lstrip("#"))
    role = Role.HEADING if level else Role.PARAGRAPH
    return Passage(line.lstrip("# "), f"line {number}", role, level=level)


def found(*lines: str) -> list[Found]:
    bound = bound_figures(document(*lines))
    return [(b.mention.share.printed, b.count, b.base) for b in bound]


BRIEF_OF_2019 = (
    "DECEMBER 18 & JANUARY 19 audit findings. – Focus area on LOCALITY TEAMS",
    "The Findings are based on 26 Audits. This is a return of 87%! Thank you everyone.",
    "Four Outstanding grades were awarded to one case.",
    "7 audit categories had Outstanding grades.",
    "One Parent gave the SW 10/10 stating they listened.",
    "Where 1 case was graded ‘outstanding’, 14 graded ‘good’ and 11 ‘requires improvement’.",
    "A Young Person scaled 9/10 in response to the question.",
    "39% of cases were graded ‘inadequate’ for ‘identification and response to risk’.",
    "A plan is due within 10 days of being looked after.",
    "One young person scored the social worker 4/10 for explaining things.",
    "16 Cases, 39%, were graded Inadequate for identification and response to Risk.",
    "There was a 3 month delay in producing a plan.",
    "31%, (8 cases) were graded ‘good’, 46%, (12 cases) were graded ‘requires improvement’.",
    "19%, (5 cases) were graded ‘inadequate’, whist 4% of the cohort, (1 case) was ‘outstanding’.",
    "9 assessments (34%) were graded as ‘good’, 12, (46%), were graded as ‘requires improvement’.",
    "4, (16%) were graded as ‘inadequate’, and 1 (3%) was graded as outstanding.",
    "Involvement was scaled at 1 and they said “different workers have different views”.",
    "1 case was graded with 14 ‘inadequate’ and 2 not, compared to another with 13 ‘goods’.",
    "https://www.example.org/files/190122%20Briefing%20Policy%20for%20SLT%20v7.docx",
)


def test_the_brief_of_2019_is_bound_to_its_26_audits() -> None:
    assert found(*BRIEF_OF_2019) == [
        ("87", 26, None),
        ("39", None, 26),
        ("39", 16, 26),
        ("31", 8, 26),
        ("46", 12, 26),
        ("19", 5, 26),
        ("4", 1, 26),
        ("34", 9, 26),
        ("46", 12, 26),
        ("16", 4, 26),
        ("3", 1, 26),
    ]


def test_the_base_of_another_sentence_is_not_stated() -> None:
    bound = bound_figures(document(*BRIEF_OF_2019))
    assert not any(figure.stated or figure.others for figure in bound)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("10 of 26 audits (38%)", 26),
        ("26 audits were completed and 10 (38%) were good", 26),
        ("We audited 26 records and found that 38% were good", 26),
        ("Of the 26, 10 (38%) were good", 26),
        ("The 46 enquiries led to 11 approvals (24%).", 46),
        ("Forms went to 120 parents and 45 came back (38%).", 120),
        ("From a list of 870 children we drew 43 (5%) at random.", 870),
    ],
)
def test_a_base_in_the_same_sentence_is_stated(text: str, base: int) -> None:
    (figure,) = bound_figures(document(text))
    assert (figure.base, figure.stated) == (base, True)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the sentence before
        (["26 audits were completed. Of these, 10 (38%) were good."], [("38", 10, 26)]),
        (["We saw 98 children. Of these, 33% were boys."], [("33", None, 98)]),
        (["12 auditors returned 26 audits.", "Of these, 38% were good."], [("38", None, 26)]),
        (
            ["Of 30 plans, 12 (40%) were late. Of those, 4 (33%) were never made."],
            [("40", 12, 30), ("33", 4, 12)],
        ),
        (["Much was done.", "Of these, 38% were good."], [("38", None, None)]),
        (
            ["Of the 12 in care, 10 (83%) were seen. 8 (67%) had a plan."],
            [("83", 10, 12), ("67", 8, 12)],
        ),
        (["The IROs raised 84 challenges. 59 (70%) were settled."], [("70", 59, 84)]),
        # what governs the section
        (
            [
                *(
                    "# Report",
                    "## Planning",
                    "26 audits were completed.",
                    "38% of plans were good.",
                ),
                *("## Feedback", "12 parents responded.", "50% felt heard."),
            ],
            [("38", None, 26), ("50", None, 12)],
        ),
        (
            [
                *("# Report", "The findings are based on 26 audits."),
                *("## One", "10 audits (38%) were good."),
                *("## Two", "12 audits (46%) were not."),
            ],
            [("38", 10, 26), ("46", 12, 26)],
        ),
        (
            [
                *("# Report", "## North", "26 audits were completed.", "10 (38%) were good."),
                *("## South", "20 audits were completed.", "10 (50%) were good."),
            ],
            [("38", 10, 26), ("50", 10, 20)],
        ),
        (["# Audits", "## Audits completed (26)", "38% were good."], [("38", None, 26)]),
        (["38% of audits were good.", "Sample: 26"], [("38", None, 26)]),
        # units
        (["26 audits were completed.", "80% of parents felt heard."], [("80", None, None)]),
        (["26 audits were completed.", "41% of core groups met."], [("41", None, None)]),
        (["48 parents responded.", "50% of parents felt heard."], [("50", None, 48)]),
        (["We looked at 18 records.", "50% of children were seen."], [("50", None, 18)]),
        # other times, places and rates
        (
            ["26 audits were completed.", "38% compared with 31% last time"],
            [("38", None, 26), ("31", None, None)],
        ),
        (["26 audits were completed.", "The national average is 41%."], [("41", None, None)]),
        (["26 audits (87%) were returned."], [("87", 26, None)]),
        (["The findings are based on 26 audits.", "The return rate was 87%."], [("87", 26, None)]),
        (["The return rate was 87%."], [("87", None, None)]),
        # a count is never of a smaller base
        (["9 audits were completed.", "16 (62%) were good."], [("62", 16, 9)]),
        # nothing is known
        (["39% of cases were late."], [("39", None, None)]),
        (["Turnover was 15.8%."], [("15.8", None, None)]),
    ],
)
def test_a_share_is_of_what_its_words_and_section_say(
    lines: list[str], expected: list[Found]
) -> None:
    assert found(*lines) == expected


def test_where_several_bases_could_govern_the_others_are_named() -> None:
    lines = ("26 audits were completed.", "40 parents responded.", "39% were content.")
    (figure,) = bound_figures(document(*lines))
    assert (figure.base, figure.others) == (40, (26,))


def test_n_that_is_the_governing_base_is_the_base_and_no_count() -> None:
    (figure,) = bound_figures(document("26 audits were completed.", "38% were good (n=26)."))
    assert (figure.count, figure.base, figure.stated) == (None, 26, True)


def test_what_is_not_printed_is_passed_over() -> None:
    parts = [Passage("39% of 26 audits", "comment 1", region=Region.COMMENT)]
    assert bound_figures(parts) == ()
    assert governing_bases(parts) == ()


def test_a_document_without_parts_has_no_figures() -> None:
    assert bound_figures([]) == ()


IN_FORCE = ("Of the 40 plans, 10 (25%) were late.", "Six (15%) had no date.")


@pytest.mark.parametrize(
    "line",
    [
        "35% had been shared with the school.",
        "Sixty per cent were signed.",
        "The father was named in 35%.",
        "10 (25%) were short, and in a further 35% nothing was said of school.",
    ],
)
def test_a_share_without_a_noun_is_of_the_base_in_force(line: str) -> None:
    assert found(*IN_FORCE, line)[-1][1:] == (None, 40)


@pytest.mark.parametrize(
    "line",
    [
        "Turnover stood at 35%.",
        "35% of supervision was held on time.",
        "35% of the parking was free.",
        "35% of teachers had read one.",
        "# Visits\n35% were late.",
        "Nationally 35% are late.",
    ],
)
def test_a_share_of_something_else_is_not_of_the_base_in_force(line: str) -> None:
    assert found(*IN_FORCE, *line.split("\n"))[-1][1:] == (None, None)


def test_a_share_is_of_no_base_in_force_where_two_are() -> None:
    two = ("Of the 40 plans, 10 (25%) were late.", "12 of 30 visits (40%) were late.")
    assert found(*two, "35% were short.")[-1][1:] == (None, None)


def test_the_sample_is_a_base() -> None:
    assert found("The sample was 31 children.", "35% of records were late.")[-1][2] == 31
    assert found("The cohort numbered 31.", "35% of records were late.")[-1][2] == 31


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        # a base that closes its sentence, and is of no other
        (["80% agreed (40 parents answered this question)."], ("80", None, 40)),
        (["Half felt safe, based on 44 replies."], ("Half", None, 44)),
        (["67% knew, out of the 39 who have one."], ("67", None, 39)),
        (["Nineteen (43%) came and 25 (57%) did not; 44 people answered."], ("57", 25, 44)),
        (["50% agreed (40 parents answered).", "Half of the parents wrote."], ("Half", None, 40)),
        # a base after its label
        (["North: 14 audits, 9 (64%) good. West: 10 audits; 40% were good."], ("40", None, 10)),
        # the sentence before says the count
        (["9,000 children live here. This is 23% of the population."], ("23", 9000, None)),
        (["We read 26 files. Ten were late. This is 38% of files."], ("38", 10, 26)),
        (["48 forms came back from 160 that were sent (30%)."], ("30", 48, 160)),
        # what the shares beside it are of
        (
            ["85 came. Seventy-one (84%) came once, 11 (13%) twice and 3 (4%) often."],
            ("4", 3, 85),
        ),
        (
            ["We read 50 files.", "3 of the 6 from schools (50%) were late.", "We saw 18% late."],
            ("18", None, 50),
        ),
        # the noun that a share names, wherever it stands
        (["There were 31 appeals.", "We replied in time to 74% of appeals."], ("74", None, 31)),
        (["# A", "We have 486 children.", "# B", "89% of children ate."], ("89", None, 486)),
        (["26 audits were done.", "Nurses saw 72% of visits and doctors 55%."], ("55", None, None)),
        (["We read 30 files of 3 teams.", "In the 3 teams 63% of files ran."], ("63", None, 30)),
        # what the same passage has just said
        (
            ["4 (21%) of 19 pupils passed.", "247 pupils came. Plans were good for 86%."],
            ("86", None, 247),
        ),
        (
            ["We read 30 of those on a plan and 18 in care.", "9 (50%) of those in care ran."],
            ("50", 9, 18),
        ),
        # what the shares since the last change of base are of
        (
            [
                "Of the 12 in care 6 (50%) ran.",
                "We read 25 files. In 17 (68%) it was so, in 8 (32%) not. 14 (56%) were late.",
                "72% were signed.",
            ],
            ("72", None, 25),
        ),
        # these, where they may be all or the group just named
        (
            [
                "We read 20 audits. The grade was kept in 14 (70%).",
                "30% of these audits lacked it.",
            ],
            ("30", None, 20),
        ),
        (
            ["We read 33 files, 3 (9%) poor.", "Managers told us that 50% of them ran."],
            ("50", None, None),
        ),
        # one of two numbers is not all
        (
            ["48 audits were completed by managers and 12 by others.", "38 audits (63%) ran."],
            ("63", 38, None),
        ),
        # a measure is of nothing that is counted
        (["We read 10 files.", "The rate of offending stands at 31.4%."], ("31.4", None, None)),
        (["We read 30 files.", "Attendance at school was 86%."], ("86", None, None)),
        (["62 live here on 31 May (11.6% of all in care)."], ("11.6", 62, None)),
        (["85 came. 38 letters (45%), delay of 21 (25%), 14 (16%) staff."], ("16", 14, 85)),
        (["201 of the 246 children who have one (82%)."], ("82", 201, 246)),
        # a number further off that comes out right
        (
            ["# A", "Of the 212 children, 150 (71%) came.", "# B", "163 children (77%) wrote."],
            ("77", 163, 212),
        ),
        (["9 audits (45%) were of plans.", "There were 20 audits in all."], ("45", 9, 20)),
        (["There were 300 visits.", "We asked of the 12 visits (4%)."], ("4", 12, 300)),
        (["# A", "Of 40 plans, 10 (25%) came.", "# B", "Of 30, 10 plans (25%)."], ("25", 10, 30)),
        # return rates
        (["60 carers were written to and 42 did, a response rate of 70%."], ("70", 42, 60)),
        (["Forms went to 50 people.", "31 people wrote, a response rate of 62%."], ("62", 31, 50)),
        (["124 pupils voted.", "Turnout was 31%."], ("31", 124, None)),
        # these and those
        (["Of 58 files 41 had a plan. 12 of these (29%) were late."], ("29", 12, 41)),
        (["We assessed 96, 64 (67%) well.", "Aunts are 58% of those assessed."], ("58", None, 96)),
        (
            ["Eight visits: 4 late (50%), 3 early (38%).", "25% of them were short."],
            ("25", None, 8),
        ),
        (["There were 44 visits. 41% were late, 30% of these by far."], ("30", None, None)),
        (
            ["23 parents (41%) and 18 children (32%) came.", "26% of the parents left."],
            ("26", None, 23),
        ),
        # a count that is more than the base
        (["We audited 26 records.", "31 records (84%) were good."], ("84", 31, 26)),
        (["We audited 26 records.", "31 children (84%) were seen."], ("84", 31, None)),
        (["We audited 26 records.", "31 (84%) actions were done."], ("84", 31, None)),
        (["We audited 26 records.", "What was done:", "31 (84%) were done."], ("84", 31, None)),
        (["We audited 26 records. Actions were set. 31 (84%) were done."], ("84", 31, None)),
        # a number of another kind between count and share
        (["5 of the 26 were under 1 (19%), 12 were 5 or over (46%)."], ("46", 12, 26)),
        (["5 of the 26 were babies (19%), 9 were 1 to 4 (35%)."], ("35", 9, 26)),
        (["There are 26 children. 9 had three or more moves (35%)."], ("35", 9, 26)),
        (["Of 26 children 12 had had 3 workers (46%)."], ("46", 12, 26)),
        (["12 children had 3 workers (46%)."], ("46", 12, None)),
        (["We read 26 files and 10 plans.", "16 files (39%) were poor."], ("39", 16, 26)),
        (["10 of the 26 (38%) and, in a sample of 12, 5 (42%) were late."], ("42", 5, 12)),
        (["Of the 26 audits, 5 (42%) were late."], ("42", 5, 26)),
        (["We sent 90 and heard from 37 (41%).", "16% were cross."], ("16", None, 37)),
        # totals after a list
        (["Under 5: 9 (35%). Over 5: 17 (65%). Total 26."], ("65", 17, 26)),
        # a base of another time or another noun
        (["502 children came, a fall of 3% from 517.", "33 children (6%) left."], ("6", 33, 502)),
        (["23 children (of 50, 46%) had one. The same (47%) had two."], ("47", None, None)),
    ],
)
def test_a_share_is_of_what_stands_further_off(lines: list[str], last: Found) -> None:
    assert found(*lines)[-1] == last


def test_a_share_after_a_table_is_of_its_caption_or_total() -> None:
    rows = (("Team", "Audits"), ("North", "40"), ("South", "42"), ("Total", "82"))
    for table in (Grid(rows, "t"), Grid(rows[:2], "t", caption="Replies of 82 families")):
        bound = bound_figures([table, Passage("Thirty of them all (37%) were late.", "p")])
        assert [(b.count, b.base) for b in bound] == [(30, 82)]


def test_two_bases_of_different_nouns_may_both_govern() -> None:
    lines = ("We looked at 18 plans and 22 assessments.", "61% were good.")
    (bound,) = bound_figures(document(*lines))
    assert {bound.base, *bound.others} == {18, 22}


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        # a date or an age that runs into a figure
        (["In March 7 of 12 (58%) were late."], ("58", 7, 12)),
        (["Last year 41% of visits were late."], ("41", None, None)),
        (["On 7 March 26 plans were read, 50% of them late."], ("50", None, 26)),
        # school years and weeks are no counts
        (["640 pupils in Years 7 to 11 replied.", "32% have no desk."], ("32", None, 640)),
        (["18 calls came in week 3, 50% of them at night."], ("50", None, 18)),
        (["In one week 4 parents (10%) wrote."], ("10", 4, None)),
        (["In the last two years 30 plans ended. 12 (40%) did well."], ("40", 12, 30)),
        # who answered governs, who is said to have done a thing does not
        (["52 of 80 nurses took part (65%).", "25% felt alone."], ("25", None, 52)),
        (
            ["120 people replied.", "Stress was named by 66 respondents (55%).", "24 (20%) left."],
            ("20", 24, 120),
        ),
        (["Forms were returned by 30 respondents (60%).", "9 (30%) felt alone."], ("30", 9, 30)),
        (["Thirty enquiries were audited in May.", "12 (40%) were late."], ("40", 12, 30)),
        (
            ["A list of 300 was cut by ten, which gave 30 files.", "40% were late."],
            ("40", None, 30),
        ),
        # where they live is no comparison, another area is one
        (["Of 50 children 45 (90%) live here and 5 (10%) elsewhere."], ("10", 5, 50)),
        (["We read 50 plans.", "Few were late, against 10% elsewhere."], ("10", None, None)),
        # of a group that is not counted here
        (["1,200 adults voted, 12.5% of those aged 18 to 30."], ("12.5", 1200, None)),
        (["There are 9 nurseries; 94% of the nurseries inspected are good."], ("94", None, None)),
        (["There are 9 nurseries; 94% of the nurseries are good."], ("94", None, 9)),
        (
            ["There are 80 pupils.", "Absence is 4.1% for all pupils and 9.3% for boarders."],
            ("9.3", None, None),
        ),
        # percentages that make a hundred are of what the shares before them are of
        (["Of 50 pupils, 20 (40%) wrote.", "Aged under 12 38%, older 62%."], ("62", None, 50)),
        (["Of 50 pupils, 20 (40%) wrote.", "Turnover was 38%."], ("38", None, None)),
        (["Of 50 pupils, 20 (40%) wrote.", "Aged under 12 37%, older 63%."], ("63", None, None)),
        # what goes on with a list, or comes out right under a heading
        (
            ["A check of 40 books found height in 30 (75%), teeth in 20 (50%), sleep in 9 (32%)."],
            ("32", 9, 40),
        ),
        (["We read 25 plans.", "It took a day to write 20 of them (80%)."], ("80", 20, 25)),
    ],
)
def test_a_share_is_of_no_number_that_only_stands_beside_it(lines: list[str], last: Found) -> None:
    assert found(*lines)[-1] == last
