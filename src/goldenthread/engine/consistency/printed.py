"""What ``goldenthread consistency`` prints: a report for people, JSON, or its schema."""

import json

from goldenthread.engine.consistency.run import Consistency


def consistency_schema() -> str:
    """The JSON Schema of ``consistency_json``."""
    from goldenthread.engine.consistency.outputs import ConsistencyOut

    return json.dumps(ConsistencyOut.model_json_schema(mode="serialization"), indent=1)


def consistency_json(found: Consistency) -> str:
    """Everything that was computed, as JSON (design.md §10.2)."""
    from goldenthread.engine.consistency.writing import consistency_out

    out = consistency_out(found)
    return json.dumps(out.model_dump(mode="json"), indent=1, ensure_ascii=False)


def consistency_report(found: Consistency, width: int) -> str:
    """The report for people, wrapped to ``width`` columns."""
    from goldenthread.engine.consistency.terminal import report

    return report(found, width)
