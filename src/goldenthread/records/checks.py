"""Checks of the authority's own retention schedule, before anything is deleted by it."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from goldenthread.records.queries.retention import disposers, schedule_now
from goldenthread.records.rules.retention import WrongSchedule

_HINT = "Mend the file that GOLDENTHREAD_RETENTION_SCHEDULE names, or take the setting away."


@register
def schedule_fits(app_configs: object = None, **options: Any) -> list[CheckMessage]:
    """Whether it can be read, and says of every kind that the service knows what becomes of it."""
    try:
        rules = schedule_now().rules
    except OSError:
        return [Error("The retention schedule cannot be opened.", hint=_HINT, id="records.E001")]
    except WrongSchedule as error:
        return [Error(str(error), hint=_HINT, id="records.E002")]
    known = disposers().keys()
    unknown = {rule.kind for rule in rules if rule.action.by_itself} - known
    missing = known - {rule.kind for rule in rules}
    faults: list[CheckMessage] = []
    if unknown:
        said = f"The service cannot dispose of these by itself: {', '.join(sorted(unknown))}."
        faults.append(Error(said, hint=_HINT, id="records.E003"))
    if missing:
        said = (
            f"The retention schedule does not say how long to keep: {', '.join(sorted(missing))}."
        )
        faults.append(Error(said, hint=_HINT, id="records.E004"))
    return faults
