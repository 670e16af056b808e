"""``goldenthread adopt``: what a council has, turned into a returns workbook and a map of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.problems import UnusableDefinition
from goldenthread.definitions.scales import Scale
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.engine.failures import ExitCode, unreadable, wrong_usage
from goldenthread.engine.frameworks import find_framework
from goldenthread.engine.telling import Tell, silent
from goldenthread.engine.writing import check_free, write_files
from goldenthread.exchange.adopt.adopting import adopt_again, adopt_first
from goldenthread.exchange.adopt.applying import Adopted
from goldenthread.exchange.adopt.map_reading import load_map
from goldenthread.exchange.adopt.mapping import ColumnMap
from goldenthread.exchange.adopt.people import PeopleKey
from goldenthread.exchange.adopt.people_file import key_path, key_text, load_key
from goldenthread.exchange.problems import sentence
from goldenthread.exchange.workbook.write import write_workbook


@dataclass(frozen=True, slots=True)
class AdoptRequest:
    """What was asked for. ``mapping`` is a map file: reused when it exists, else written there."""

    source: Path
    output: Path = Path("returns.xlsx")
    mapping: Path | None = None
    framework: str = "core_16"
    force: bool = False

    @property
    def map_path(self) -> Path:
        """Where the map stands: as asked, or beside the workbook."""
        return self.mapping or self.output.with_name(f"{self.output.stem}.map.yaml")

    @property
    def has_map(self) -> bool:
        """Whether a map was given that somebody has looked at."""
        return self.mapping is not None and self.mapping.exists()


@dataclass(frozen=True, slots=True)
class AdoptResult:
    """Paths written, and whether some values could not be understood."""

    paths: list[Path]
    exit_code: ExitCode


def adopt(request: AdoptRequest, tell: Tell = silent) -> AdoptResult:
    """Read a file or folder, and write the workbook, the map and the key of who is behind codes.

    Raises ``Failure``: 2 or 3 for a source, map or key that cannot be used, 4 for existing files.
    """
    _check_map(request)
    written = [request.output] if request.has_map else [request.output, request.map_path]
    check_free(written, force=request.force, sources=[request.source])
    key_file = key_path(request.map_path)
    framework, scale = find_framework(request.framework)
    adopted, map_file, framework, scale = _adopted(request, framework, scale, _key(key_file))
    for line in adopted.report.text().splitlines():
        tell(line)
    for problem in adopted.problems:
        tell(sentence(problem))
    files = {request.output: write_workbook(framework, scale, adopted.rows), **map_file}
    files[key_file] = key_text(adopted.people).encode()
    paths = write_files(files, force=request.force, updated=[key_file], private=[key_file])
    found = ExitCode.DONE_WITH_ERRORS_FOUND if adopted.problems else ExitCode.DONE
    return AdoptResult(paths, found)


def _check_map(request: AdoptRequest) -> None:
    """Raise ``Failure`` (exit 2) for a map that is a folder, or stands where the workbook will."""
    if request.mapping is None:
        return
    try:
        if request.mapping.is_dir():
            raise wrong_usage(f"--map {request.mapping} is a folder; give the name of a file.")
    except OSError as error:
        sentence = f"The map {request.mapping} cannot be opened: {error.strerror}."
        raise wrong_usage(sentence) from error
    if request.mapping.resolve() == request.output.resolve():
        raise wrong_usage(f"--map and -o both name {request.output}; give the map another name.")


def _adopted(
    request: AdoptRequest, framework: Framework, scale: Scale, people: PeopleKey
) -> tuple[Adopted, Mapping[Path, bytes], Framework, Scale]:
    try:
        if request.has_map:
            column_map = _map(request.map_path, request.framework)
            again = adopt_again(request.source, column_map, people)
            return again, {}, column_map.framework, column_map.scale
        first = adopt_first(request.source, framework, scale, people)
    except UnreadableFile as error:
        raise unreadable(str(error)) from error
    return first.adopted, {request.map_path: first.map_text.encode()}, framework, scale


def _map(path: Path, framework: str) -> ColumnMap:
    """The map, which names its framework by id: a shipped one, or that of ``--framework``."""

    def lookup(framework_id: str) -> tuple[Framework, Scale]:
        own, scale = find_framework(framework)
        return (own, scale) if own.id == framework_id else find_framework(framework_id)

    try:
        return load_map(path, lookup)
    except UnusableDefinition as error:
        raise unreadable(*(str(problem) for problem in error.problems)) from error
    except OSError as error:
        raise wrong_usage(f"The map {path} cannot be opened: {error.strerror}.") from error


def _key(path: Path) -> PeopleKey:
    try:
        return load_key(path)
    except UnusableDefinition as error:
        raise unreadable(*(str(problem) for problem in error.problems)) from error
    except OSError as error:
        raise wrong_usage(f"The key {path} cannot be opened: {error.strerror}.") from error
