"""Names in templates that stand for nothing: a typing error is found, a blank option is not one."""

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from jinja2 import Undefined

ASKED_BY_MACROS = {
    "caller", "describedBy", "hasHint", "isChecked", "itemDescribedBy", "listClasses",
    "successBanner", "typeClass", "undefined",
}  # fmt: skip
"""Names that the Design System's macros ask whether they are there, found by a test."""


class HouseUndefined(Undefined):
    """Silent for a missing key of a mapping; for any other missing name, use raises.

    The Design System's macros ask mappings for many optional keys, which rules out Jinja's
    StrictUndefined; its ChainableUndefined would hide ``{{ titel }}`` and ``{{ child.titel }}``.
    ``x is defined`` and ``x | default("")`` always work.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """A key of a missing key is missing too. Raises for any other missing name."""
        if name.startswith("__"):
            raise AttributeError(name)
        self._complain()
        return self

    def __getitem__(self, key: Any) -> Any:
        self._complain()
        return self

    def __str__(self) -> str:
        self._complain()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._complain()
        return iter(())

    def __len__(self) -> int:
        self._complain()
        return 0

    def __bool__(self) -> bool:
        if self._undefined_name not in ASKED_BY_MACROS:
            self._complain()
        return False

    def __html__(self) -> str:
        return str(self)

    def _complain(self) -> None:
        if not isinstance(self._undefined_obj, Mapping):
            self._raise()

    def _raise(self) -> NoReturn:
        raise self._undefined_exception(self._undefined_message)
