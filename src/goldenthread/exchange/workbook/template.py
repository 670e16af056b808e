"""The empty returns workbook."""

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.write import write_workbook


def template(framework: Framework, scale: Scale) -> bytes:
    """An empty returns workbook for a framework and its scale, ready to fill in."""
    return write_workbook(framework, scale, {"Cycle": [_framework_item(framework)]})


def _framework_item(framework: Framework) -> dict[str, object]:
    return {"Item": "Framework", "Value": framework.id}
