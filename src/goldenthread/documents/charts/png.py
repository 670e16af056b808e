"""Charts as PNG, for file types that cannot show SVG."""

from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.model import Chart
from goldenthread.documents.charts.svg import piece_svg
from goldenthread.documents.typst import compiler


def chart_png(chart: Chart, width: float = 493.0, size: float = 9.5, ppi: int = 220) -> bytes:
    """A chart as PNG bytes on white.

    ``width`` and the type ``size`` are in points, ``ppi`` in pixels per inch. The same chart always
    gives the same bytes.
    """
    whole = lay_out(chart, width, size).whole
    data = {"svg": piece_svg(whole, width), "width": width, "height": max(whole.height, 1.0)}
    picture = compiler("picture.typ", data).compile(format="png", ppi=float(ppi))
    if not isinstance(picture, bytes):
        raise TypeError("a picture has one page")
    return picture
