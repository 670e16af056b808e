"""Set a document on pages as measured: choose its density, and how its columns stand.

Columns of the page cannot be broken by a page as cells of a table can: what does not fit in the
first column goes on in the second. So columns that fit stand side by side; columns of text that
do not are filled one after another like those of a newspaper; others begin a new page, or stand
below one another if no page can hold them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from typing import Final

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.word.flow import whole_flow
from goldenthread.documents.render.word.heights import column_heights, extents, flowing_height
from goldenthread.documents.render.word.items import (
    BarTable,
    DataTable,
    Item,
    Line,
    PageColumns,
    Picture,
)
from goldenthread.documents.render.word.masthead import masthead_height, space_below_masthead
from goldenthread.documents.render.word.measures import (
    DENSITIES,
    UNBUDGETED,
    Density,
    Measures,
    measures_for,
)
from goldenthread.documents.render.word.style_names import below_top

_CAUTION: Final = 1.025
"""Programs do not break lines quite alike; what is measured is taken to be a little more."""
_SECTION_BREAK: Final = 9.0
"""Of the paragraph that ends columns, in points."""
_FULL: Final = 0.97
"""A last page that is filled further, as measured, may run over in another program."""
_HARDLY_BEGUN: Final = 0.45
"""A last page that is filled less than so far is saved, if the text can be set that tight."""
_LITTLE, _VERY_LITTLE = 0.3, 0.05
"""Columns that do not fit begin a new page if less than this share of the page is left; the second
holds where every line counts."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as Word will set it."""

    measures: Measures
    items: tuple[Item, ...]
    pages: int
    filled: float
    """Share of the last page that is filled."""

    def keeps(self, pages: int) -> bool:
        """Tell whether it stands on so many pages, also where another program sets it wider."""
        return self.pages + (self.filled > _FULL) <= pages


def fitted(document: Document) -> Layout:
    """Return the document in the first of the densities with which it keeps its page budget.

    If none does, it is the tightest: the document is then longer, and nothing is cut. A last page
    that would be nearly empty is saved where a tighter density can.
    """
    if document.page_budget is None:
        return set_on_pages(document, UNBUDGETED)
    layout_at = cache(partial(set_on_pages, document))
    chosen = _loosest(layout_at, document.page_budget)
    if chosen.pages > document.page_budget:
        chosen = _loosest(layout_at, chosen.pages)
    if chosen.pages == 1 or chosen.filled >= _HARDLY_BEGUN:
        return chosen
    saving = _loosest(layout_at, chosen.pages - 1)
    return saving if saving.pages < chosen.pages else chosen


def _loosest(layout_at: Callable[[Density], Layout], pages: int) -> Layout:
    """Return the first layout on so many pages, or the tightest if none keeps to them."""
    first = bisect_left(DENSITIES, True, key=lambda density: layout_at(density).keeps(pages))
    return layout_at(DENSITIES[min(first, len(DENSITIES) - 1)])


def set_on_pages(document: Document, density: Density) -> Layout:
    """Set a document at a density."""
    measures = measures_for(document, density)
    used = masthead_height(document, measures)
    page = _Page(measures, used, space_below_masthead(document, measures))
    flow = whole_flow(document, measures)
    items = tuple(page.place(item) for item in (_merged(flow) if density.columns_flow else flow))
    return Layout(measures, items, page.number, page.used / measures.text_height)


@dataclass(slots=True)
class _Page:
    """The page that is being filled."""

    measures: Measures
    used: float
    space: float
    """White space below what stands last."""
    number: int = 1
    kept: float = 0.0
    """Height of what must stay with what comes next."""

    @property
    def left(self) -> float:
        """Height that is left."""
        return self.measures.text_height - self.used - self.kept

    def place(self, item: Item) -> Item:
        """Place an item and return it, columns with the way in which they stand."""
        if isinstance(item, PageColumns):
            return self._place_columns(item)
        repeated = 0.0
        for place, extent in enumerate(extents(item, self.measures.text_width, self.measures)):
            height = max(self.space, extent.before) + extent.height * _CAUTION
            self._add(height, repeated, keeps=extent.keeps)
            self.space = extent.after
            if place == 0 and isinstance(item, BarTable | DataTable):
                repeated = extent.height * _CAUTION
        return item

    def _add(self, height: float, repeated: float = 0.0, *, keeps: bool = False) -> None:
        """Add a piece; ``repeated`` is the header row that stands above it where a page begins."""
        self.kept += height
        if keeps:
            return
        if self.used + self.kept > self.measures.text_height and self.used:
            self.number, self.used = self.number + 1, repeated
        self.used += self.kept
        self.kept = 0.0

    def _place_columns(self, item: PageColumns) -> PageColumns:
        tallest = max(column_heights(item, self.measures), default=0.0) * _CAUTION + _SECTION_BREAK
        around = max(self.space, self.measures.gap)
        self.space = self.measures.gap
        if item.parted and around + tallest <= self.left:
            self._add(around + tallest)
            return item
        if item.parted and self._begins_a_page(item, tallest):
            self.number, self.used, self.kept = self.number + 1, tallest, 0.0
            return replace(item, new_page=True)
        flowing = _flowing([item]) if _flows(item) else _below_one_another(item)
        height = flowing_height(flowing, self.measures) * _CAUTION
        self._flow(around + height + _SECTION_BREAK)
        return flowing

    def _begins_a_page(self, item: PageColumns, tallest: float) -> bool:
        """Whether columns that do not fit here go over to the next page whole."""
        share = _VERY_LITTLE if self.measures.density.slim else _LITTLE
        little = self.left < self.measures.text_height * share
        return tallest <= self.measures.text_height and (little or not _flows(item))

    def _flow(self, height: float) -> None:
        """Fill this page and the next ones with text in columns."""
        self.used += self.kept + height
        self.kept = 0.0
        while self.used > self.measures.text_height:
            self.number, self.used = self.number + 1, self.used - self.measures.text_height


def _flows(item: Item) -> bool:
    """Whether an item is columns that hold text alone, which can be set in any of them."""
    if not isinstance(item, PageColumns):
        return False
    return all(isinstance(one, Line) for column in item.columns for one in column)


def _flowing(group: Sequence[PageColumns]) -> PageColumns:
    """Make one flow of columns, in equally wide ones, in reading order.

    Only the first heading stands at the top of a column for certain.
    """
    first, *rest = (one for item in group for column in item.columns for one in column)
    later = (
        replace(one, style=below_top(one.style)) if isinstance(one, Line) else one for one in rest
    )
    widths = group[0].widths
    equal = (sum(widths) / len(widths),) * len(widths)
    return replace(group[0], columns=((first, *later),), widths=equal, parted=False)


def _below_one_another(item: PageColumns) -> PageColumns:
    """Make one column of columns with pictures or tables, which are then as wide as the page."""
    width = sum(item.widths) + item.gutter * (len(item.widths) - 1)
    items = tuple(
        _widened(one, width - own)
        for column, own in zip(item.columns, item.widths, strict=True)
        for one in column
    )
    return replace(item, columns=(items,), widths=(width,), parted=False)


def _widened(item: Item, more: float) -> Item:
    """Make a table or a picture wider; bars of grades keep the widths they were laid out for."""
    return replace(item, width=item.width + more) if isinstance(item, DataTable | Picture) else item


def _merged(items: tuple[Item, ...]) -> Iterator[Item]:
    """Make one flow of neighbouring columns of text."""
    for flows, group in groupby(items, _flows):
        together = list(group)
        columns = [item for item in together if isinstance(item, PageColumns)]
        if flows and len(columns) > 1:
            yield _flowing(columns)
        else:
            yield from together
