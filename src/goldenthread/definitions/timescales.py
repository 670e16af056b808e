"""Timescale rules: how long a step may take, counted how, and on whose authority."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from goldenthread.definitions.base import Definition, Id, Line, Prose


class Unit(StrEnum):
    """How the days of a rule are counted."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    MONTHS = "months"


class Basis(StrEnum):
    """Where a rule comes from: law, guidance, or the authority's own standard."""

    STATUTORY = "statutory"
    GUIDANCE = "guidance"
    LOCAL = "local"


class TimescaleRule(Definition):
    """Done within ``count`` ``unit`` of the trigger. Day 0 is the trigger's date.

    On time means done on or before the due date; done before the trigger is on time too.
    """

    id: Id
    label: Line
    trigger: Line
    stop: Line
    count: int = Field(gt=0)
    unit: Unit
    basis: Basis
    source: Line
    note: Prose = ""
    effective_from: date | None = None
    effective_to: date | None = None
    also: tuple[Line, ...] = ()
