"""Themes: what findings are about, across categories and cycles."""

from goldenthread.definitions.base import Definition, Id, Line, Prose


class Theme(Definition):
    """For example *Management oversight*, with the category ids that it usually comes from."""

    id: Id
    label: Line
    description: Prose = ""
    categories: tuple[Id, ...] = ()
    also: tuple[Line, ...] = ()
