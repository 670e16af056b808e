"""What every layout has around its body: masthead, footer, title and description."""

from collections.abc import Iterable

from goldenthread.documents.blocks import Block, Document, Masthead, Runs, Text
from goldenthread.publications.brief import Brief
from goldenthread.publications.composition import name_to_runs
from goldenthread.publications.parts.method import prepared_by, tool, withheld
from goldenthread.publications.parts.words import day, joined, period


def document(
    brief: Brief,
    *,
    layout: str,
    kind: str,
    body: Iterable[Block | None],
    page_budget: int | None,
    orientation: str = "portrait",
    footer: Runs | None = None,
) -> Document:
    """A document around ``body`` (``None`` blocks are left out).

    The footer says who wrote it and by which tool and rule grades were given, unless the body does.
    """
    cycle = brief.inputs.cycle
    when = "".join(run.text for run in period(cycle.period_from, cycle.period_to))
    return Document(
        layout=layout,
        title=f"{kind}: {when}",
        description=f"{kind} of {cycle.authority} on practice audits, {when}",
        author=cycle.author,
        issued_on=cycle.issue_on,
        masthead=Masthead(
            authority=cycle.authority,
            kind=kind,
            focus=brief.composition.write(cycle.focus) if cycle.focus else (),
            period=period(cycle.period_from, cycle.period_to),
            issued=(Text("Issued "), day(cycle.issue_on)),
        ),
        body=tuple(block for block in body if block is not None),
        footer=_footer(brief) if footer is None else footer,
        orientation=orientation,
        page_budget=page_budget,
    )


def _footer(brief: Brief) -> Runs:
    authority = name_to_runs(f"{brief.inputs.cycle.authority}.")
    return joined((authority, prepared_by(brief), tool(brief), withheld(brief)))
