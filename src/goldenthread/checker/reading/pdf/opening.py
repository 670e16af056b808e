"""A PDF opened, or one clear sentence why not."""

from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.preflight import refuse_bombs
from goldenthread.documents.untrusted.archive import Damaged, Unfit

MOST_PAGES = 1_000

_REASONS = {
    raw.FPDF_ERR_PASSWORD: "is protected by a password; save it without one",
    raw.FPDF_ERR_SECURITY: "is protected in a way that cannot be read; save it without protection",
}


def opened(content: bytes) -> Any:
    """The document. Raises ``Unfit`` and ``Damaged``; the caller closes it."""
    refuse_bombs(content)
    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _REASONS:
            raise Unfit(_REASONS[error.err_code]) from error
        raise Damaged from error
    if pages == 0:
        raise Damaged
    if pages > MOST_PAGES:
        raise Unfit(f"has more than {MOST_PAGES:,} pages; give only the part that matters")
    return document
