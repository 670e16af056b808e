"""What ``goldenthread check`` prints: a report for people, JSON, or its schema."""

import json

from goldenthread.checker.results import Result


def check_schema() -> str:
    """The JSON Schema of ``check_json``."""
    from goldenthread.engine.checking.outputs import CheckOut

    return json.dumps(CheckOut.model_json_schema(mode="serialization"), indent=1)


def check_json(result: Result) -> str:
    """Everything that was found, as JSON (design.md §10.3)."""
    from goldenthread.engine.checking.outputs import check_out

    return json.dumps(check_out(result).model_dump(mode="json"), indent=1, ensure_ascii=False)


def check_report(result: Result, width: int) -> str:
    """The report for people, wrapped to ``width`` columns."""
    from goldenthread.engine.checking.terminal import report

    return report(result, width)
