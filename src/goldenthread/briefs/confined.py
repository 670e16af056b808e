"""The process that reads an upload: one errand, under limits of memory, time and file size.

Run as ``python -m goldenthread.briefs.confined`` in the errand's folder. The errand comes on
standard input, the answer goes to standard output, both as JSON. It loads no web framework, holds
no key and has no connection to the database.
"""

import resource
import sys
from collections.abc import Callable
from pathlib import Path

from pydantic import TypeAdapter

from goldenthread.briefs.errands import (
    MEBIBYTE,
    MEMORY,
    SECONDS,
    Answer,
    BriefErrand,
    CheckErrand,
    Errand,
    TemplateErrand,
)
from goldenthread.engine.failures import Failure

_LARGEST_FILE = 200 * MEBIBYTE
_ERRAND: TypeAdapter[CheckErrand | BriefErrand | TemplateErrand] = TypeAdapter(Errand)


def main() -> None:
    """Do the errand that stands on standard input."""
    _confine()
    errand = _ERRAND.validate_json(sys.stdin.buffer.read())
    sys.stdout.write(_done(errand).model_dump_json())


def _confine() -> None:
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: _LARGEST_FILE,
        resource.RLIMIT_CORE: 0,
    }
    for which, limit in limits.items():
        resource.setrlimit(which, (limit, limit))


def _done(errand: CheckErrand | BriefErrand | TemplateErrand) -> Answer:
    warnings: list[str] = []
    try:
        answer = _answer(errand, warnings.append)
    except Failure as failure:
        answer = Answer(wrong=failure.sentences)
    except MemoryError:
        answer = Answer(wrong=("The file takes more memory to read than is allowed here.",))
    return answer.model_copy(update={"warnings": tuple(warnings)})


def _answer(
    errand: CheckErrand | BriefErrand | TemplateErrand, tell: Callable[[str], None]
) -> Answer:
    match errand:
        case CheckErrand():
            return _checked(errand, tell)
        case BriefErrand():
            return _made(errand, tell)
        case TemplateErrand():
            return _template(errand)


def _checked(errand: CheckErrand, tell: Callable[[str], None]) -> Answer:
    from goldenthread.engine.check import CheckRequest, check
    from goldenthread.engine.checking.page import check_page

    report = Path(errand.report)
    result = check(
        CheckRequest(
            file=Path(errand.file),
            returns=_path(errand.returns),
            audience=errand.audience,
            names=_path(errand.names),
            report=report,
        ),
        tell,
    )
    return Answer(files=(report.name,), page=check_page(result))


def _made(errand: BriefErrand, tell: Callable[[str], None]) -> Answer:
    from goldenthread.engine.brief import BriefRequest, brief

    request = BriefRequest(
        workbook=Path(errand.workbook),
        folder=Path(errand.folder),
        layouts=errand.layouts,
        formats=errand.formats,
        audience=errand.audience,
        previous=_path(errand.previous),
    )
    return Answer(files=tuple(f"{errand.folder}/{path.name}" for path in brief(request, tell)))


def _template(errand: TemplateErrand) -> Answer:
    from goldenthread.engine.example import example
    from goldenthread.engine.template import template

    write = example if errand.example else template
    return Answer(files=(write(Path(errand.output)).name,))


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None


if __name__ == "__main__":
    main()
