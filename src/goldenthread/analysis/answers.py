"""Answers of 0 to 10: how many gave which answer to which question, and how many were asked.

Children, parents, professionals and workers are never pooled, nor are questions worded
differently. Answers are few and skewed: they are shown one by one, never averaged, and a median
only from ten answers.
"""

from collections.abc import Iterable, Iterator

from goldenthread.analysis.facts import Respondent, Response
from goldenthread.analysis.figure import Figure
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.population import Population
from goldenthread.analysis.tables import FactsError, ResponseRow, where
from goldenthread.analysis.tally import Tally

ANSWERS = tuple(str(answer) for answer in range(11))

FEWEST_FOR_A_MEDIAN = 10

RESPONDENTS = {
    Respondent.CHILD: "children and young people",
    Respondent.PARENT: "parents and carers",
    Respondent.PROFESSIONAL: "professionals",
    Respondent.WORKER: "workers",
}


def response_rows(population: Population, responses: Iterable[Response]) -> list[ResponseRow]:
    """Questions put in audits of this cycle that were returned or are still expected.

    Raises ``FactsError`` for an answer outside 0 to 10.
    """
    rows = []
    for response in responses:
        if not population.known(response.audit):
            continue
        answer = "" if response.answer is None else str(response.answer)
        if answer and answer not in ANSWERS:
            raise FactsError(
                f"Audit {response.audit}: the answer {answer} is not one of 0 to 10; correct it."
            )
        rows.append(ResponseRow(response.respondent.value, response.question, answer))
    return rows


def figures(maker: Maker, responses: Tally) -> Iterator[Figure]:
    """``feedback.{respondent}.*`` for each question, as it was worded.

    ``responses`` has columns ``respondent``, ``question`` and ``answer``.
    """
    for respondent in Respondent:
        theirs = responses.narrow(where(respondent=respondent))
        for question in theirs.values("question"):
            asked = theirs.narrow(where(question=question))
            yield from _question(maker, respondent, question, asked)


def _question(
    maker: Maker, respondent: Respondent, question: str, asked: Tally
) -> Iterator[Figure]:
    key, people, of = f"feedback.{respondent}", RESPONDENTS[respondent], (("question", question),)
    put = Subject("answers", f"times {people} were asked “{question}”", of)
    yield maker.count(f"{key}.asked", put, asked)
    given = where(answer=ANSWERS)
    yield maker.share(f"{key}.answered", put, asked, given, certainty=Certainty.COMPLETE)
    answers = Subject("answers", f"answers by {people} to “{question}”", of)
    for answer in ANSWERS:
        yield maker.count(f"{key}.gave_{answer}", answers, asked, where(answer=answer))
    if asked.count(given) >= FEWEST_FOR_A_MEDIAN:
        yield maker.median(f"{key}.median", answers, _sorted_answers(asked), asked.selector(given))


def _sorted_answers(asked: Tally) -> list[int]:
    return [int(answer) for answer in ANSWERS for _ in range(asked.count(where(answer=answer)))]
