"""What tests of children share."""

from collections.abc import Callable
from uuid import UUID

import pytest

from goldenthread.children.models import Child
from goldenthread.children.visibility import CHILDREN_AT_WORK
from goldenthread.core import readers


@pytest.fixture
def works_with(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Say that everybody's work concerns these children."""

    def tell(*at_work: Child) -> None:
        ids: frozenset[UUID] = frozenset(child.id for child in at_work)
        monkeypatch.setattr(readers, "_readers", lambda: {CHILDREN_AT_WORK.name: (lambda _: ids,)})

    return tell
