"""``goldenthread template``: an empty returns workbook."""

from pathlib import Path

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.engine.failures import wrong_usage
from goldenthread.engine.writing import write_file


def template(output: Path, *, framework: str = "core_16", force: bool = False) -> Path:
    """Write an empty returns workbook for a framework (a shipped id, or a YAML file)."""
    from goldenthread.exchange.workbook.template import template as empty_workbook

    chosen, scale = find_framework(framework)
    return write_file(output, empty_workbook(chosen, scale), force=force)


def find_framework(name: str) -> tuple[Framework, Scale]:
    """A shipped framework by id, or one from a YAML file, with its scale.

    Raises ``Failure`` (exit 2) when there is none, naming those that there are.
    """
    from goldenthread.definitions import library

    if name in library.list_frameworks():
        chosen = library.framework(name)
        return chosen, library.scale(chosen.scale)
    if Path(name).suffix in {".yaml", ".yml"}:
        return _from_file(Path(name))
    known = ", ".join(library.list_frameworks())
    raise wrong_usage(f"There is no framework {name}; give one of {known}, or a YAML file.")


def _from_file(path: Path) -> tuple[Framework, Scale]:
    raise NotImplementedError
