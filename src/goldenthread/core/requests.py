"""The request in hand: an id that ties ledger, read log, logs and error page together."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Empty outside a request; a job sets the id of its own."""
