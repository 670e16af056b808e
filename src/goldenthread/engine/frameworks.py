"""The framework that a command was asked to use."""

from pathlib import Path

from goldenthread.definitions import library, loading
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.definitions.scales import Scale
from goldenthread.engine.failures import unreadable, wrong_usage


def find_framework(name: str) -> tuple[Framework, Scale]:
    """A shipped framework by its id, or one from a YAML file, with its scale.

    Raises ``Failure``: 2 when there is none of that id, 3 for a file that cannot be used.
    """
    path = Path(name)
    try:
        return loading.choose_framework(path.name, path.parent)
    except library.UnknownDefinition as error:
        known = ", ".join(library.list_frameworks())
        mend = f"give one of {known}, or a YAML file."
        raise wrong_usage(f"There is no framework {name}; {mend}") from error
    except UnusableDefinition as error:
        raise unreadable(*(str(problem) for problem in error.problems)) from error
