"""PowerPoint: one subject a slide, native charts and tables, looks in the master alone."""

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.package import normalise
from goldenthread.documents.render.slides.deck import Deck
from goldenthread.documents.render.slides.draw import draw_opening, draw_slide
from goldenthread.documents.render.slides.plan import plan


def render(document: Document) -> bytes:
    """Return the document as a 16:9 presentation.

    Every section has its slides, every headline message a slide that says it in the title, every
    chart is native and its table stands below it or on the next slide. Text that does not fit goes
    on over further slides; none is smaller than 14 points, except on chart axes (12). Notes are
    empty: everything is on the slides. The same document gives the same bytes.
    """
    deck = Deck(document)
    draw_opening(deck)
    for slide in plan(document):
        draw_slide(deck, slide)
    return normalise(deck.save(), document)
