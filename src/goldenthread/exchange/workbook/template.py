"""The empty returns workbook."""

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.write import write_workbook


def template(framework: Framework, scale: Scale) -> bytes:
    """An empty returns workbook for a framework and its scale, ready to fill in.

    A shipped framework is named on the *Cycle* sheet; of any other only its author knows the file.
    """
    shipped = framework.id in library.list_frameworks()
    named = {"Item": "Framework", "Value": framework.id if shipped else None}
    return write_workbook(framework, scale, {"Cycle": [named]})
