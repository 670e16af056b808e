"""Kinds of child that an audit can be about: the plan a child has when chosen."""

from goldenthread.definitions.base import Definition, Id, Line


class PlanType(Definition):
    """For example *Child protection plan*; ``also`` holds spellings such as ``CP`` or ``CPP``."""

    id: Id
    label: Line
    also: tuple[Line, ...] = ()
