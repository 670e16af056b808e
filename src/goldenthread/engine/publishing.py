"""A brief that was asked for: composed, rendered, and written with its manifest."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from goldenthread.engine import figures as figures_command
from goldenthread.engine.audiences import check_audience
from goldenthread.engine.brief import BriefRequest
from goldenthread.engine.failures import check_names, refused
from goldenthread.engine.inputs import brief_inputs
from goldenthread.engine.outputs import (
    MANIFEST_SCHEMA_VERSION,
    Manifest,
    ManifestFigure,
    ManifestFile,
)
from goldenthread.engine.rendering import Job, Sharer, render_all
from goldenthread.engine.returns import ReturnsFile
from goldenthread.engine.telling import Tell
from goldenthread.engine.writing import check_free, write_files
from goldenthread.publications.layouts.registry import LAYOUTS, Publication, compose
from goldenthread.publications.refusals import Refused

MANIFEST = "manifest.json"


def publish(request: BriefRequest, tell: Tell, second: Sharer | None = None) -> list[Path]:
    """Make and write what was asked for (see ``brief``); ``second`` may make a part of it."""
    check_audience(request.audience)
    check_names("layout", request.layouts, tuple(LAYOUTS))
    names = [*(job.file for job in request.jobs), MANIFEST]
    sources = [path for path in (request.workbook, request.previous) if path]
    targets = [request.folder / name for name in names]
    check_free(targets, force=request.force, sources=sources)
    file, publication = _composed(request, tell)
    rendered = render_all(publication.documents, request.jobs, second)
    for job, content in rendered.items():
        _tell_of_pages(job, content, publication.documents[job.layout].page_budget, tell)
    files = {request.folder / job.file: content for job, content in rendered.items()}
    files[request.folder / MANIFEST] = _manifest(request, file, rendered, publication.printed)
    return write_files(files, force=request.force, sources=sources)


def _composed(request: BriefRequest, tell: Tell) -> tuple[ReturnsFile, Publication]:
    """The workbook, and the brief in every layout that was asked for."""
    file, figures = figures_command.figures(
        request.workbook,
        audience=request.audience,
        as_at=request.as_at,
        previous=request.previous,
        tell=tell,
    )
    try:
        publication = compose(
            request.layouts, brief_inputs(file, request.as_at), figures, file.framework, file.scale
        )
    except Refused as error:
        raise refused(
            "The brief was refused; nothing was written.",
            *(str(refusal) for refusal in error.refusals),
        ) from error
    for warning in publication.warnings:
        tell(warning)
    return file, publication


def _tell_of_pages(job: Job, content: bytes, budget: int | None, tell: Tell) -> None:
    """Say when a PDF needs more pages than its layout means to take."""
    if job.format != "pdf" or budget is None:
        return
    from goldenthread.documents.render.pdf import page_count

    if (pages := page_count(content)) > budget:
        limit = "one page" if budget == 1 else f"{budget} pages"
        tell(
            f"{job.file} takes {pages} pages; it is meant for {limit}: shorten texts to keep them."
        )


def _manifest(
    request: BriefRequest,
    file: ReturnsFile,
    rendered: Mapping[Job, bytes],
    printed: Mapping[str, Sequence[tuple[str, str]]],
) -> bytes:
    manifest = Manifest(
        schema_version=MANIFEST_SCHEMA_VERSION,
        as_at=(request.as_at or file.cycle.cut_off_on).isoformat(),
        audience=request.audience,
        files=[
            ManifestFile(
                file=job.file,
                layout=job.layout,
                format=job.format,
                sha256=hashlib.sha256(content).hexdigest(),
                figures=[ManifestFigure(key=k, text=t) for k, t in printed[job.layout]],
            )
            for job, content in rendered.items()
        ],
    )
    return (json.dumps(manifest.model_dump(), indent=1, ensure_ascii=False) + "\n").encode()
