"""Draw planned slides by filling the placeholders of their layouts."""

from typing import Final, assert_never

from goldenthread.documents.blocks import KeyFigure, Runs, Text
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.slides import grid, layouts
from goldenthread.documents.render.slides.data import (
    draw_answers_slide,
    draw_bars_slide,
    draw_table_slide,
)
from goldenthread.documents.render.slides.deck import Deck
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.heading import fit_text
from goldenthread.documents.render.slides.lines import height
from goldenthread.documents.render.slides.plan import (
    AnswersSlide,
    BarsSlide,
    SlidePlan,
    TableSlide,
    WordsSlide,
)
from goldenthread.documents.render.slides.room import (
    FIGURE_WIDTH,
    FIGURES_IN_A_ROW,
    GUTTER,
    LABEL_SIZE,
    fit_figures,
)
from goldenthread.documents.render.slides.sheet import Sheet
from goldenthread.documents.render.slides.text import write_lines

_TITLE: Final = (grid.OPENING_TITLE, (54.0, 44.0, 36.0, 28.0))
_CONTACT: Final = (grid.OPENING_CONTACT, (18.0, 16.0, 14.0, 12.0))
_FOCUS: Final = (grid.OPENING_FOCUS, (30.0, 24.0, 20.0, 16.0))


def draw_opening(deck: Deck) -> None:
    """Draw the first slide: who speaks, about what, when."""
    document, head = deck.document, deck.document.masthead
    sheet = deck.add(layouts.OPENING, head.kind)
    details: Runs = (*head.period, Text("  ·  "), *head.issued) if head.issued else head.period
    sheet.write(layouts.AUTHORITY, (Text(head.authority),))
    _write_fitted(sheet, layouts.TITLE, (Text(head.kind or document.title),), _TITLE)
    _write_fitted(sheet, layouts.FOCUS, head.focus, _FOCUS)
    sheet.write(layouts.DETAILS, details)
    _write_fitted(sheet, layouts.CONTACT, document.footer, _CONTACT)


def _write_fitted(sheet: Sheet, idx: int, runs: Runs, room: tuple[Box, tuple[float, ...]]) -> None:
    box, sizes = room
    sheet.write(idx, runs, size=fit_text(line_of(runs), box, sizes).size)


def draw_slide(deck: Deck, plan: SlidePlan) -> None:
    """Draw one planned slide."""
    match plan:
        case WordsSlide():
            _draw_words(deck, plan)
        case BarsSlide():
            draw_bars_slide(deck, plan)
        case AnswersSlide():
            draw_answers_slide(deck, plan)
        case TableSlide():
            draw_table_slide(deck, plan)
        case _:
            assert_never(plan)


def _draw_words(deck: Deck, plan: WordsSlide) -> None:
    layout = layouts.FIGURES if plan.figures else layouts.words_layout(plan.head.tone)
    sheet = deck.add(layout, plan.head.group)
    sheet.write_head(plan.head, plan.heading)
    box = plan.heading.content
    used = sum(height(line, plan.size, box.width) for line in plan.lines)
    if plan.lines:
        own = Box(box.left, box.top, box.width, used) if plan.figures else None
        write_lines(sheet.slot(layouts.TEXT, own), plan.lines, plan.size, sheet.language)
    _write_figures(sheet, plan.figures, box.below(used + GUTTER if used else 0))
    deck.close(sheet)


def _write_figures(sheet: Sheet, figures: tuple[KeyFigure, ...], box: Box) -> None:
    """Write large numbers two in a row, each with its words below it."""
    fit = fit_figures(figures)
    slots = zip(figures, layouts.FIGURE, layouts.FIGURE_LABEL, strict=False)
    for place, (item, number, label) in enumerate(slots):
        row, column = divmod(place, FIGURES_IN_A_ROW)
        left = box.left + column * (FIGURE_WIDTH + GUTTER)
        above = Box(left, box.top + row * fit.row, FIGURE_WIDTH, fit.number)
        below = Box(left, above.bottom, FIGURE_WIDTH, fit.label)
        sheet.write(number, (item.figure,), above, fit.size)
        sheet.write(label, item.label, below, LABEL_SIZE)
