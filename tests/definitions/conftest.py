"""Definition files as a council would write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save text as a file in the council's folder; ``ours.yaml`` unless named."""

    def to_folder(content: str, name: str = "ours.yaml") -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return to_folder


@pytest.fixture
def framework_text() -> str:
    """A framework without mistakes: one category of quality, one of compliance."""
    return """\
id: ours
version: 3
label: Our practice audit
scale: met_3
categories:
  - id: risk
    label: Response to risk
    short: Risk
    descriptors:
      not_met: Harm was missed.
      partly_met: The response was slow.
      met: The child is safer.
  - id: record
    label: Record up to date
    short: Record
    layer: compliance
    applies_to: [child_in_need, child_in_care]
    also: [Chronology]
"""


@pytest.fixture
def scale_text() -> str:
    """A scale of three levels without mistakes; only the highest has a descriptor."""
    return """\
id: steps
label: Three steps
version: 1
good_from: gold
levels:
  - {id: bronze, label: Bronze, short: B, also: [Weak]}
  - {id: silver, label: Silver, short: S}
  - {id: gold, label: Gold, short: G, descriptor: As it should be.}
"""


@pytest.fixture
def framework_on_steps_text() -> str:
    """A framework on the scale of ``scale_text``."""
    return """\
id: ours
version: 1
label: Our audit
scale: steps
categories:
  - id: risk
    label: Risk
    short: Risk
    descriptors: {gold: The child is safer.}
"""
