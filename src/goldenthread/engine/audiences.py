"""Who a publication is for (design.md §5.4)."""

from goldenthread.engine.failures import wrong_usage

AUDIENCES = ("service", "partners", "public")


def check_audience(audience: str) -> None:
    """Raise ``Failure`` (exit 2) for an audience that there is not."""
    if audience not in AUDIENCES:
        raise wrong_usage(f"There is no audience {audience}; give one of {', '.join(AUDIENCES)}.")
