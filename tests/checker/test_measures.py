"""What the labels say, how they are compared with what is found, and the checker's own scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pytest
from bench.checker import alarms, labels, people, scores, search
from bench.checker.documents import document
from bench.checker.faults import EACH, faults
from bench.checker.labels import Label, Which
from bench.checker.misses import misses

from goldenthread.checker.figures.check import check_figures
from goldenthread.checker.results import Hit, SetFound, Severity, Statement, Verdict
from goldenthread.checker.source import FileKind, Passage, Source

LEAST_STATEMENTS, LEAST_TRAPS, LEAST_SETS = 330, 150, 40
NEAR = Fraction(5, 100)
"""How far a fraction in words may be from the truth where the words say "nearly" or "over"."""


@dataclass(frozen=True)
class Given:
    """What a check found."""

    statements: Sequence[Statement]
    sets: Sequence[SetFound] = ()


def _statement(label: Label, **other: object) -> Statement:
    values: dict[str, object] = {
        "text": label.percent,
        "where": "",
        "count": label.count,
        "base": label.base,
        "base_stated": label.base_stated,
        "percent": label.percent,
        "computed": "",
        "verdict": label.verdict,
        "severity": label.severity,
        "fits_counts": (),
        "fits_bases": (),
        "message": "",
        "part": label.part,
        "start": 0,
    }
    return Statement(**(values | other))  # type: ignore[arg-type]


def _printed_whole(count: int, base: int, places: int, *, half_up: bool) -> int:
    scaled = Fraction(count * 100 * 10**places, base)
    return int(scaled + Fraction(1, 2)) if half_up else int(scaled)


def _by_arithmetic(label: Label) -> Verdict | None:
    """The verdict by an arithmetic of its own; ``None`` for shares in words."""
    if label.family == "in words":
        return None
    digits = label.percent.replace(",", "")
    if not digits.replace(".", "").isdigit():
        return None
    places = len(digits.partition(".")[2])
    printed = int(digits.replace(".", ""))
    if label.base is None:
        return Verdict.NO_BASE if label.count is None else Verdict.POSSIBLE
    if label.count is not None and label.count > label.base:
        return Verdict.DISAGREES
    counts = range(label.base + 1) if label.count is None else (label.count,)
    sure = label.count is not None
    for half_up, verdict in (
        (True, Verdict.AGREES if sure else Verdict.POSSIBLE),
        (False, Verdict.TRUNCATED if sure else Verdict.POSSIBLE_IF_TRUNCATED),
    ):
        if any(_printed_whole(k, label.base, places, half_up=half_up) == printed for k in counts):
            return verdict
    return Verdict.DISAGREES if sure else Verdict.IMPOSSIBLE


@pytest.mark.slow
@pytest.mark.parametrize("which", Which)
def test_labels_of_figures_are_many_and_follow_from_their_numbers(which: Which) -> None:
    documents = labels.load(which)
    statements = [one for document in documents for one in document.statements]
    assert len(statements) >= LEAST_STATEMENTS
    assert sum(len(kinds) for one in documents for kinds in one.traps.values()) >= LEAST_TRAPS
    assert sum(bool(document.sets) for document in documents) >= LEAST_SETS
    wrong = [one for one in statements if _by_arithmetic(one) not in (None, one.verdict)]
    about = [one for one in wrong if one.verdict is Verdict.AGREES and _is_near(one)]
    assert wrong == about


def _is_near(label: Label) -> bool:
    assert label.count is not None
    assert label.base is not None
    return abs(Fraction(label.count, label.base) - Fraction(label.percent) / 100) < NEAR


def test_figure_sets_share_no_document() -> None:
    first, second = (
        {part for document in labels.load(which) for part in document.source.parts}
        for which in Which
    )
    assert not {p for p in first & second if "%" in str(p)}


@pytest.mark.slow
@pytest.mark.parametrize(("which", "least"), [(Which.WORKING, 100), (Which.FINAL, 400)])
def test_labels_of_people_stand_in_their_sentences(which: Which, least: int) -> None:
    sentences = people.load(which)
    assert len(sentences) >= least
    assert all(hit.text in one.text for one in sentences for hit in one.hits)
    assert all(bool(one.hits) is not bool(one.trap) for one in sentences)


def test_label_without_a_verdict_is_refused() -> None:
    with pytest.raises(ValueError, match="no label"):
        labels.label("39 = 16 of 26")


def test_scores_of_a_reader_who_finds_all_are_full() -> None:
    documents = labels.load(Which.WORKING)[:3]
    given = {d.source: Given([_statement(one) for one in d.statements]) for d in documents}
    found = scores.score(scores.run(documents, given.__getitem__))
    assert (found.precision, found.all.recall, found.all.rightness) == (1, 1, 1)


def test_scores_of_a_reader_who_errs_count_each_error() -> None:
    document = labels.load(Which.WORKING)[0]
    first, second, *rest = (_statement(one) for one in document.statements)
    otherwise = _statement(document.statements[1], verdict=Verdict.IMPOSSIBLE)
    too_much = _statement(document.statements[0], percent="12345")
    given = Given([otherwise, too_much, *rest])
    compared = scores.run([document], lambda _: given)
    found = scores.score(compared)
    number = len(document.statements)
    assert first.percent != second.percent
    assert (found.all.expected, found.all.found, found.all.right) == (
        number,
        number - 1,
        number - 2,
    )
    assert found.extra == 1
    said = list(misses(compared))
    assert [line.split(" ")[0] for line in said if not line.startswith("SET")] == [
        "MISSED",
        "OTHERWISE",
        "TOO",
    ]


def test_every_kind_of_fault_is_seeded_a_hundred_times() -> None:
    made = list(faults())
    kinds = {fault.kind for fault in made}
    assert all(sum(f.kind == kind for f in made) == EACH for kind in kinds)
    assert all(0 <= fault.part < len(fault.source.parts) for fault in made)


def test_seeded_faults_that_nobody_looks_for_are_all_missed() -> None:
    some = list(faults())[::25]
    tallies, missed = alarms.recall_of_faults(some, lambda _: Given(()), lambda *_: ())
    assert len(missed) == len(some)
    assert {tally.recall for tally in tallies.values()} == {0}


@pytest.mark.slow
def test_false_alarms_are_counted_for_twenty_pages() -> None:
    wrong = _statement(labels.label("39 = 16 of 26: disagrees"))
    nothing = Source("a.txt", FileKind.TEXT, (Passage("", "line 1"),))
    found = alarms.false_alarms(
        "txt", lambda _: nothing, lambda _: Given([wrong, wrong]), lambda *_: ()
    )
    assert found.of_twenty_pages == 2


def test_long_document_is_the_same_each_time_and_as_long_as_asked() -> None:
    first, again, other = document(2, 1), document(2, 1), document(2, 2)
    assert first == again
    assert first != other
    assert 2 * 535 <= first.words < 3 * 535


def test_search_tells_what_was_found_whole_in_part_and_for_nothing() -> None:
    sentences = [
        people.Sentence("Call Ana Lopez.", (people.Recognisable("name", "Ana Lopez"),)),
        people.Sentence("Ask Ana Lopez.", (people.Recognisable("name", "Ana Lopez"),)),
        people.Sentence("Bath Road is shut.", trap="street"),
    ]
    texts = {
        "Call Ana Lopez.": "Ana Lopez",
        "Ask Ana Lopez.": "Lopez",
        "Bath Road is shut.": "Bath",
    }

    def find(source: Source) -> list[Hit]:
        return [Hit("name", texts[source.passages[0].text], "line 1", Severity.QUERY)]

    found = search.search(sentences, find)
    names = found.kinds["name"]
    assert (names.expected, names.found, names.right) == (2, 2, 1)
    assert found.traps["street"].found == 1


def test_seeded_faults_are_the_same_each_time() -> None:
    assert next(faults()) == next(faults())


@pytest.mark.slow
def test_checker_on_the_working_set_meets_its_targets() -> None:
    def found(source: Source) -> Given:
        figures = check_figures(source)
        return Given(figures.statements, figures.sets)

    measured = scores.score(scores.run(labels.load(Which.WORKING), found))
    assert measured.precision >= 0.98
    assert measured.all.recall >= 0.92
    assert measured.all.rightness >= 0.97
