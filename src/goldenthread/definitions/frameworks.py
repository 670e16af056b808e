"""Frameworks: the categories that an audit grades, with prompts, descriptors and applicability."""

from enum import StrEnum

from pydantic import Field, model_validator

from goldenthread.definitions.base import Definition, Id, Line, Prose

RESERVED_CATEGORY_IDS = frozenset(
    {"overall", "returns", "audits", "grades", "categories", "profiles", "feedback",
     "observations", "timeliness", "escalations", "challenges", "actions", "finding",
     "findings", "moderation", "second_reading", "previous"}
)  # fmt: skip
"""First words of figure keys that are not categories."""


class Layer(StrEnum):
    """Quality of practice and compliance (ticks, dates, signatures) are reported apart."""

    QUALITY = "quality"
    COMPLIANCE = "compliance"


class NotEvidenced(StrEnum):
    """What a framework makes of *not evidenced*.

    ``APART``: printed beside the grades, outside the denominator.
    ``LOWEST``: counted as the scale's lowest grade, inside the denominator.
    """

    APART = "apart"
    LOWEST = "lowest"


class Category(Definition):
    """One thing that an audit grades. ``id`` is its identity; ``label`` may be reworded."""

    id: Id
    label: Line
    short: Line
    """A label for charts, at most about thirty characters."""
    prompts: tuple[Line, ...] = ()
    descriptors: dict[Id, Prose] = Field(default_factory=dict)
    """Level id to what that grade looks like in this category."""
    applies_to: tuple[Id, ...] | None = None
    """Plan type ids; ``None`` means all kinds of child."""
    layer: Layer = Layer.QUALITY
    also: tuple[Line, ...] = ()
    """Other column headings that mean this category."""


class Framework(Definition):
    """A versioned audit tool."""

    id: Id
    version: Line
    label: Line
    form: str = Field(default="core", pattern="^(core|short)$")
    scale: Id
    overall: bool = True
    not_evidenced: NotEvidenced = NotEvidenced.APART
    categories: tuple[Category, ...]

    @model_validator(mode="after")
    def _check(self) -> "Framework":
        ids = [category.id for category in self.categories]
        if not ids:
            raise ValueError("a framework needs at least one category")
        if repeated := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"categories with the same id: {', '.join(repeated)}")
        if reserved := sorted(set(ids) & RESERVED_CATEGORY_IDS):
            raise ValueError(f"these ids mean something else in figure keys: {', '.join(reserved)}")
        return self

    def category(self, category_id: str) -> Category:
        """The category with this id. Raises ``KeyError`` when there is none."""
        for category in self.categories:
            if category.id == category_id:
                return category
        raise KeyError(category_id)
