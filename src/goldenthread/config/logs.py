"""Logs: one JSON line for each event, of names and numbers, and never of anybody's words.

What an error says may hold narrative, so of an error its kind and places are written, and not its
message. Nothing of a request's content is written, and of its address only the URL's name.
"""

import logging
import logging.config
import sys
import traceback
from typing import Any

import structlog

from goldenthread.config.environment import Environment
from goldenthread.core.requests import request_id


def logging_settings(environment: Environment) -> dict[str, Any]:
    """Settings of the standard library's logging, which structlog formats."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "house": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": list(_FIRST),
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    _printer(environment.log_format),
                ],
            }
        },
        "handlers": {"standard_error": {"class": "logging.StreamHandler", "formatter": "house"}},
        "root": {"handlers": ["standard_error"], "level": "INFO"},
        "loggers": {
            "django": {"handlers": [], "level": "INFO"},  # and not by e-mail, as Django would
            "django.request": {"level": "ERROR"},
            "django_tasks": {"level": "WARNING"},  # a line for each job that fails, and no other
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            "fido2": {"handlers": [], "level": "WARNING"},  # it tells of keys of people
        },
    }


def configure(settings: dict[str, Any]) -> None:
    """Set up logging for this process; Django calls it with ``LOGGING``."""
    logging.config.dictConfig(settings)
    structlog.configure(
        processors=[*_FIRST, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _printer(form: str) -> structlog.types.Processor:
    if form == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())


def _with_request(
    logger: object, method: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    if request := request_id.get():
        event["request"] = request
    return event


def _error_without_words(
    logger: object, method: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    """Replace an error by its kind and places."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        places = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__name__
        event["places"] = [f"{place.filename}:{place.lineno} {place.name}" for place in places]
    return event


_SPEAK_FREELY = ("_granian", "django_tasks", "django_tasks_db")
"""Loggers of libraries whose messages hold ids, names of jobs and addresses to listen on only."""


def _without_arguments(
    logger: object, method: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    """Write a library's message as its code has it, without what it was to be filled with.

    Django fills in addresses, names of hosts and what errors say.
    """
    record: logging.LogRecord | None = event.get("_record")
    if record is None or record.name in _SPEAK_FREELY:
        return event
    if record.name.startswith("django.security"):  # whose messages are what errors say
        event["event"] = "refused"
    elif record.name == "django.request":
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        event["event"] = "answered_with_error"
        event["page"] = match and match.view_name
        event["status"] = getattr(record, "status_code", None)
    else:
        event["event"] = str(record.msg)
    return event


_FIRST: tuple[structlog.types.Processor, ...] = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _with_request,
    _without_arguments,
    _error_without_words,
)
