"""Problems of a definition file: which file, line and entry, what was there, and the mend."""

from dataclasses import dataclass

_SHOWN = 60
"""Longest piece of a value that a message repeats."""


@dataclass(frozen=True, slots=True, order=True)
class DefinitionProblem:
    """One thing in a YAML file that cannot be used as it stands.

    ``line`` is the line as an editor shows it, counted from 1. ``path`` names the entry, such as
    ``categories[3].descriptors.good``: the third category. Both are empty for a problem of the
    whole file. ``mend`` is an instruction in one sentence.
    """

    file: str
    line: int
    path: str
    value: str
    mend: str

    def __str__(self) -> str:
        """What, where and mend in one sentence.

        >>> print(DefinitionProblem("ours.yaml", 4, "scale", "ofsted_5", "write ofsted_4"))
        ours.yaml, line 4, scale is "ofsted_5": write ofsted_4.
        """
        where = ", ".join(
            part
            for part in (self.file, f"line {self.line}" if self.line else "", self.path)
            if part
        )
        value = f' is "{self.value}"' if self.value else ""
        return f"{where}{value}: {self.mend}."


class UnusableDefinition(Exception):
    """A definition file cannot be used. ``problems`` holds all that was found, in file order."""

    def __init__(self, problems: tuple[DefinitionProblem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def shown(value: object) -> str:
    """A value as a message repeats it: one line, shortened, empty for a list or a table.

    >>> shown("two\\nlines")
    'two lines'
    """
    if not isinstance(value, str):
        return ""
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
