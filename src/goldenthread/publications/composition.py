"""Turning words and figures into runs, while collecting every reason not to publish."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goldenthread.analysis import phrases
from goldenthread.analysis.figure import Figure, FigureSet, Slice
from goldenthread.definitions.literals import Found, stretches
from goldenthread.documents.blocks import Emphasis, FigureRun, Link, Literal, Run, Runs, Text
from goldenthread.publications.inputs import Words
from goldenthread.publications.marks import (
    PERCENTAGE_MEND,
    STRAY_MEND,
    is_percentage,
    slips_between,
    stray_mark,
    trouble_in_mark,
)
from goldenthread.publications.refusals import Refusal, Refused

_FORMS = ("count", "base", "percent", "words", "text")
_MARK = re.compile(r"\{(?P<token>[^{}]*)\}|\[\[(?P<literal>.*?)\]\]", re.DOTALL)
_TOKEN = re.compile(r"(?P<key>[a-z0-9_]+(?:\.[a-z0-9_]+)+)(?:@(?P<at>previous|team))?")


@dataclass(slots=True)
class Composition:
    """The figures of one audience, and the refusals met while writing with them."""

    figures: FigureSet
    refusals: list[Refusal] = field(default_factory=list)
    grades: frozenset[str] = frozenset()
    """Labels of the scale's levels; on a scale of numbers they are numbers that count nothing."""

    def finish(self) -> None:
        """Raise ``Refused`` with every refusal, in order of place, if there is any."""
        if self.refusals:
            raise Refused(tuple(sorted(set(self.refusals))))

    def refuse(self, words: Words, found: str, mend: str) -> None:
        """Note a reason not to publish."""
        self.refusals.append(Refusal(words.origin or "this text", found, mend))

    def write(self, words: Words, team: str = "") -> Runs:
        """An author's words as runs: tokens become figures, marked and recognised literals stay.

        A number that is neither is refused; it stands in the result as text, so that all
        problems of a brief come out at once. ``team`` is what ``@team`` stands for.
        """
        runs: list[Run] = []
        end = 0
        for mark in _MARK.finditer(words.text):
            runs.extend(self._authors(words, words.text[end : mark.start()]))
            if mark["literal"] is not None:
                runs.append(self._marked(words, mark["literal"]))
            else:
                runs.append(self._token(words, mark["token"].strip(), team))
            end = mark.end()
        runs.extend(self._authors(words, words.text[end:]))
        for found, mend in slips_between(runs):
            self.refuse(words, found, mend)
        return tuple(runs)

    def figure(
        self, key: str, form: str = "text", of: Slice = (), emphasis: Emphasis = Emphasis.NONE
    ) -> FigureRun | None:
        """A figure of this cycle as a run, or ``None`` when there is no such figure."""
        found = self.figures.get(key, of)
        return None if found is None else figure_run(found, form, emphasis)

    def sentence(self, pieces: Iterable[str | phrases.FigurePart], origin: str = "") -> Runs:
        """A sentence of ``analysis.phrases`` as runs.

        Its words may quote an author (a question as asked, an item looked for): ``origin`` says
        where those stand, and a typed number in them is refused. Without it they are our own.
        """
        runs: list[Run] = []
        for piece in pieces:
            if isinstance(piece, str):
                ours = frozenset() if origin else self.grades
                runs.extend(self._plain(Words(piece, origin), piece, ours))
            else:
                runs.append(part_to_run(piece))
        return tuple(runs)

    def _authors(self, words: Words, text: str) -> Iterable[Run]:
        """An author's words between tokens and marks."""
        if stray := stray_mark(text):
            self.refuse(words, stray, STRAY_MEND)
        return self._plain(words, text)

    def _marked(self, words: Words, content: str) -> Literal:
        if mend := trouble_in_mark(content):
            self.refuse(words, f"[[{content}]]", mend)
        return Literal(content.strip(), "marked by the author")

    def _plain(
        self, words: Words, text: str, grades: frozenset[str] = frozenset()
    ) -> Iterable[Run]:
        for stretch in stretches(text):
            typed = stretch.found is Found.TYPED_NUMBER
            if typed and stretch.text in grades:
                yield Literal(stretch.text, "grade")
                continue
            if typed:
                self.refuse(words, stretch.text, _typed_mend(stretch.text))
            yield _stretch_to_run(stretch.found, stretch.text, stretch.kind)

    def _token(self, words: Words, token: str, team: str) -> Run:
        match = _TOKEN.fullmatch(token)
        if match is None:
            self.refuse(words, f"{{{token}}}", "Write a figure as {risk.inadequate}.")
            return Text(token)
        if match["at"] == "team" and not team:
            self.refuse(words, f"{{{token}}}", "@team needs a finding whose Scope names a team.")
            return Text(token)
        key, form = _split(match["key"])
        of: Slice = (("team", team),) if match["at"] == "team" else ()
        previous = match["at"] == "previous"
        found = self.figures.get_previous(key, of) if previous else self.figures.get(key, of)
        if found is None:
            self.refuse(words, f"{{{token}}}", self._no_such_figure(key, previous))
            return Text(token)
        return figure_run(found, form, at="previous" if previous else "")

    def _no_such_figure(self, key: str, previous: bool) -> str:
        figures = self.figures.previous if previous else self.figures.figures
        if previous and not figures:
            return "There is no earlier cycle to compare with: give its figures, or leave this out."
        if previous and self.figures.get(key) is not None:
            return f"The earlier cycle has no figure {key}: give it, or leave this out."
        if any(key == known for known, _ in figures):
            return f"The figure {key} is there for parts of the service only, and has no token."
        near = difflib.get_close_matches(key, [known for known, _ in figures], n=1)
        hint = f"; did you mean {{{near[0]}}}?" if near else "."
        return f"There is no figure {key}{hint}"


def _typed_mend(found: str) -> str:
    return PERCENTAGE_MEND if is_percentage(found) else _TYPED_NUMBER.format(found)


_TYPED_NUMBER = (
    "A typed number cannot be published: use a figure such as {{risk.inadequate}},"
    " or write [[{0}]] if it counts nothing in this cycle."
)


def figures_named(words: Words) -> Iterator[tuple[str, str]]:
    """Key of each figure that an author's words hold, and of which cycle or part: "previous".

    >>> list(figures_named(Words("Late: {risk.inadequate.count}; last time {risk.late@previous}.")))
    [('risk.inadequate', ''), ('risk.late', 'previous')]
    """
    for mark in _MARK.finditer(words.text):
        token = _TOKEN.fullmatch((mark["token"] or "").strip())
        if token is not None:
            yield _split(token["key"])[0], token["at"] or ""


def figure_run(
    figure: Figure, form: str = "text", emphasis: Emphasis = Emphasis.NONE, at: str = ""
) -> FigureRun:
    """A figure as a run in one of its forms."""
    run = part_to_run(phrases.form(figure, form))
    printed_as = f"{run.form}@{at}" if at else run.form
    return FigureRun(run.key, run.text, printed_as, run.slice, emphasis, run.count, run.base)


def part_to_run(part: phrases.FigurePart) -> FigureRun:
    """A figure inside a sentence as a run."""
    return FigureRun(
        part.key, part.text, part.form, part.slice, Emphasis.NONE, part.count, part.base
    )


def words_to_runs(text: str, emphasis: Emphasis = Emphasis.NONE) -> Runs:
    """Our own words as runs. Raises ``ValueError`` for a typed number: that would be our bug."""
    runs = tuple(_stretch_to_run(s.found, s.text, s.kind, emphasis) for s in stretches(text))
    if any(s.found is Found.TYPED_NUMBER for s in stretches(text)):
        raise ValueError(f"a typed number in our own words: {text!r}")
    return runs


def name_to_runs(text: str, emphasis: Emphasis = Emphasis.NONE) -> Runs:
    """A name, role or topic as runs: a number in it belongs to the name ("Team 2")."""
    return tuple(
        Literal(s.text, "name", emphasis)
        if s.found is Found.TYPED_NUMBER
        else _stretch_to_run(s.found, s.text, s.kind, emphasis)
        for s in stretches(text)
    )


def _stretch_to_run(found: Found, text: str, kind: str, emphasis: Emphasis = Emphasis.NONE) -> Run:
    if found is not Found.LITERAL:
        return Text(text, emphasis)
    if kind == "link" and text.startswith(("http://", "https://")):
        return Link(text.split("://", 1)[1], text)
    if kind == "link" and "@" in text:
        return Link(text, f"mailto:{text}")
    return Literal(text, kind, emphasis)


def _split(key: str) -> tuple[str, str]:
    head, _, last = key.rpartition(".")
    return (head, last) if last in _FORMS and "." in head else (key, "text")
