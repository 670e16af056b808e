"""A brief that was asked for: composed, rendered, and written with its manifest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goldenthread.checker.remembering import remembering
from goldenthread.checker.results import EffectVerdict
from goldenthread.documents.blocks import Document
from goldenthread.documents.text import figures_of
from goldenthread.engine import figures as figures_command
from goldenthread.engine.audiences import check_audience
from goldenthread.engine.brief import BriefRequest
from goldenthread.engine.failures import check_names, refused
from goldenthread.engine.inputs import brief_inputs
from goldenthread.engine.making import Made, Order, Sharer, make_all
from goldenthread.engine.origins import Origins
from goldenthread.engine.outputs import (
    MANIFEST_SCHEMA_VERSION,
    CheckerOut,
    Manifest,
    ManifestFigure,
    ManifestFile,
)
from goldenthread.engine.rendering import Job
from goldenthread.engine.self_check import Scored, asked_of, refuse, scored
from goldenthread.engine.telling import Tell
from goldenthread.engine.writing import check_free, write_files
from goldenthread.publications.inputs import BriefInputs
from goldenthread.publications.layouts.registry import LAYOUTS, compose
from goldenthread.publications.refusals import Refused

MANIFEST = "manifest.json"


@remembering()
def publish(request: BriefRequest, tell: Tell, second: Sharer | None = None) -> list[Path]:
    """Make and write what was asked for (see ``brief``); ``second`` may make a part of it."""
    check_audience(request.audience)
    check_names("layout", request.layouts, tuple(LAYOUTS))
    names = [*(job.file for job in request.jobs), MANIFEST]
    sources = [path for path in (request.workbook, request.previous) if path]
    targets = [request.folder / name for name in names]
    check_free(targets, force=request.force, sources=sources)
    composed = _composed(request, tell)
    asked = asked_of(composed.inputs, request.audience)
    layouts = scored(composed.documents, asked, tell, Origins(composed.inputs))
    documents = {layout: found.document for layout, found in layouts.items()}
    made = make_all(Order(documents, asked), request.jobs, second)
    refuse(error for one in made.values() for error in one.found.errors)
    for job, one in made.items():
        _tell_of_pages(job, one.content, documents[job.layout].page_budget, tell)
    files = {request.folder / job.file: one.content for job, one in made.items()}
    listed = [_listed(job, one, layouts[job.layout]) for job, one in made.items()]
    files[request.folder / MANIFEST] = _manifest(request, composed.inputs.as_at, listed)
    return write_files(files, force=request.force, sources=sources)


@dataclass(frozen=True, slots=True)
class _Composed:
    """What an author gave, and the brief in every layout that was asked for."""

    inputs: BriefInputs
    documents: Mapping[str, Document]


def _composed(request: BriefRequest, tell: Tell) -> _Composed:
    file, figures = figures_command.figures(
        request.workbook,
        audience=request.audience,
        as_at=request.as_at,
        previous=request.previous,
        tell=tell,
    )
    inputs = brief_inputs(file, request.as_at)
    try:
        publication = compose(request.layouts, inputs, figures, file.framework, file.scale)
    except Refused as error:
        raise refused(
            "The brief was refused; nothing was written.",
            *(str(refusal) for refusal in error.refusals),
        ) from error
    for warning in publication.warnings:
        tell(warning)
    return _Composed(inputs, publication.documents)


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


def _listed(job: Job, made: Made, layout: Scored) -> ManifestFile:
    """One file as the manifest has it, with every figure that it prints."""
    return ManifestFile(
        file=job.file,
        layout=job.layout,
        format=job.format,
        sha256=hashlib.sha256(made.content).hexdigest(),
        figures=[ManifestFigure(key=run.key, text=run.text) for run in figures_of(layout.document)],
        checker=_checker(made, layout),
    )


def _checker(made: Made, layout: Scored) -> CheckerOut:
    """What was found in the file, and the effect of its layout as every file of it prints it."""
    summary = made.found.summary
    return CheckerOut(
        errors=summary.errors,
        queries=summary.queries,
        notes=summary.notes,
        effect={verdict.value: layout.effect[verdict] for verdict in EffectVerdict},
    )


def _manifest(request: BriefRequest, as_at: date, listed: list[ManifestFile]) -> bytes:
    manifest = Manifest(
        schema_version=MANIFEST_SCHEMA_VERSION,
        as_at=as_at.isoformat(),
        audience=request.audience,
        files=listed,
    )
    return (json.dumps(manifest.model_dump(), indent=1, ensure_ascii=False) + "\n").encode()
