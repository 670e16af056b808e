"""Write a flow with python-docx."""

from typing import assert_never

from goldenthread.documents.render.word.items import (
    BarTable,
    DataTable,
    Figures,
    Item,
    Line,
    PageColumns,
    Picture,
)
from goldenthread.documents.render.word.pictures import write_picture
from goldenthread.documents.render.word.strips import write_bar_table
from goldenthread.documents.render.word.tables import write_key_figures, write_table
from goldenthread.documents.render.word.writer import Writer


def write_flow(writer: Writer, items: tuple[Item, ...]) -> None:
    """Write items one below another."""
    for item in items:
        match item:
            case Line():
                writer.write_line(item)
            case DataTable():
                write_table(writer, item)
            case Picture():
                write_picture(writer, item)
            case BarTable():
                write_bar_table(writer, item)
            case Figures():
                write_key_figures(writer, item)
            case PageColumns():
                _write_columns(writer, item)
            case _:
                assert_never(item)


def _write_columns(writer: Writer, item: PageColumns) -> None:
    """Write columns as a section of its own, with breaks between columns that are parted."""
    writer.end_section()
    for number, column in enumerate(item.columns):
        writer.breaks_column = item.parted and number > 0
        write_flow(writer, column)
    writer.end_section(item)
