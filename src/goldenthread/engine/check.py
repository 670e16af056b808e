"""``goldenthread check``: what is wrong with any brief or report."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import Path

from goldenthread.checker.check import check as check_source
from goldenthread.checker.disclosure.lists import allow_list, known_names
from goldenthread.checker.errors import Asked, FromReturns
from goldenthread.checker.reading.read import read
from goldenthread.checker.results import Result
from goldenthread.documents.untrusted.opening import UnreadableFile, content_of
from goldenthread.engine.audiences import check_audience
from goldenthread.engine.failures import ExitCode, unreadable, wrong_usage
from goldenthread.engine.second_check import second_check
from goldenthread.engine.telling import Tell, silent
from goldenthread.engine.writing import check_free, write_files

REPORTS = {".html": "html", ".docx": "docx"}
"""File types of the report, by how their names end."""
_LONGEST_ENTRY = 2_000
"""Letters in a line of a list: longer ones are no names."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What was asked for. ``names`` and ``allow`` are text files with one entry a line."""

    file: Path
    returns: Path | None = None
    audience: str = "service"
    names: Path | None = None
    allow: Path | None = None
    report: Path | None = None
    force: bool = False

    @property
    def sources(self) -> list[Path]:
        """Every file that is read."""
        given = (self.file, self.returns, self.names, self.allow)
        return [path for path in given if path]


def check(request: CheckRequest, tell: Tell = silent) -> Result:
    """Read the file, check it, and write the report that was asked for.

    Raises ``Failure``: 2 wrong usage, 3 a file that cannot be read, 4 a report that exists.
    """
    check_audience(request.audience)
    _check_report(request)
    try:
        source = read(request.file)
        known = known_names(_text(request.names, tell))
        allow = allow_list(_text(request.allow, tell))
    except UnreadableFile as error:
        raise unreadable(str(error)) from error
    for warning in source.warnings:
        tell(warning)
    with second_check(source, Asked(request.audience, known, allow)) as elsewhere:
        asked = Asked(request.audience, known, allow, _returns(request, tell))
        result = check_source(source, asked, elsewhere)
    if request.report:
        _write(request, request.report, result)
    return result


def exit_code(result: Result, *, strict: bool = False) -> ExitCode:
    """1 when errors were found, or queries when ``strict``; else 0."""
    found = result.summary.errors + (result.summary.queries if strict else 0)
    return ExitCode.DONE_WITH_ERRORS_FOUND if found else ExitCode.DONE


def _check_report(request: CheckRequest) -> None:
    """Say before any work that the report cannot be written."""
    report = request.report
    if report is None:
        return
    if report.suffix.lower() not in REPORTS:
        raise wrong_usage(f"A report ends in {' or '.join(REPORTS)}; {report.name} does not.")
    check_free([report], force=request.force, sources=request.sources)


def _text(path: Path | None, tell: Tell) -> str:
    """A list of entries, one a line, as text editors and Excel write it.

    Raises ``UnreadableFile``. A list without entries is told: it would look for nobody.
    """
    if path is None:
        return ""
    text = _decoded(path.name, content_of(path))
    lines = [line for line in text.splitlines() if line.split("#", 1)[0].strip()]
    if any(len(line) > _LONGEST_ENTRY for line in lines):
        raise UnreadableFile(f"{path.name} has very long lines; write one entry a line.")
    if not lines:
        tell(f"{path.name} has no entries; write one a line, or leave it out.")
    return text


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\0" in content:
        raise UnreadableFile(f"{name} is no text file; save it as plain text, one a line.")
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(f"{name} is in an unknown encoding; save it as UTF-8.")


def _returns(request: CheckRequest, tell: Tell) -> FromReturns | None:
    """The figures to compare with. Only here is the data frame library loaded."""
    if request.returns is None:
        return None
    from goldenthread.engine.figures import figures

    file, found = figures(request.returns, audience=request.audience, tell=tell)
    return FromReturns(found, file.framework, file.scale)


def _write(request: CheckRequest, path: Path, result: Result) -> None:
    from goldenthread.engine.checking.report import document
    from goldenthread.engine.rendering import renderer

    content = renderer(REPORTS[path.suffix.lower()]).render(document(result))
    write_files({path: content}, force=request.force, sources=request.sources)
