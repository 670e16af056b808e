"""Every check of one document, in one call."""

from dataclasses import replace

from goldenthread.checker.claims.check import claims
from goldenthread.checker.effect.check import effect
from goldenthread.checker.errors import Asked, check_for_errors
from goldenthread.checker.remembering import remembering
from goldenthread.checker.results import Result
from goldenthread.checker.sharing import Elsewhere, OfWords
from goldenthread.checker.source import Source


@remembering()
def check(source: Source, asked: Asked | None = None, elsewhere: Elsewhere | None = None) -> Result:
    """Everything that is wrong with a document (design.md §7).

    ``elsewhere`` is where some of it is being found out meanwhile.
    """
    asked = asked or Asked()
    found = check_for_errors(source, asked, elsewhere)
    words = elsewhere.of_words() if elsewhere else OfWords()
    return replace(
        found,
        claims=claims(source, found.statements, found.sets, words.claims),
        effect=effect(
            source,
            found.statements,
            found.sets,
            issued_on=asked.issued_on,
            hits=found.disclosure,
            access=found.access,
            decided=words.effect,
        ),
        words=sum(len(passage.text.split()) for passage in source.passages),
        tables=len(source.grids),
    )
