"""What every definition has in common: frozen, closed to unknown keys, and named by an id."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=60)]
"""Part of a figure's key: lower case, digits and underscores, never renamed once used."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""One line of text that people read."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
"""A paragraph or two that people read; may be empty."""


class Definition(BaseModel):
    """A value read from YAML: immutable, and strict about keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
