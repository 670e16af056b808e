"""The commands: options in, one engine function called, paths and sentences out."""

from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli.options import (
    AsAt,
    Audience,
    Debug,
    Force,
    FrameworkName,
    Json,
    Output,
    Previous,
    Schema,
    Workbook,
    day,
    given,
    names,
)
from goldenthread.cli.printing import (
    columns,
    print_json,
    print_paths,
    print_text,
    warn,
    working,
)

app = typer.Typer(
    name="goldenthread",
    help="Practice audit and learning for children's services: from audit returns to a brief.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def goldenthread(
    debug: Debug = False,
) -> None:
    """Say what every command has in common."""


@app.command()
def template(
    output: Output = Path("returns.xlsx"),
    framework: FrameworkName = "core_16",
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Write an empty returns workbook, ready for auditors' returns."""
    from goldenthread.engine.template import template as write

    print_paths([write(output, framework=framework, force=force)])


@app.command()
def example(
    output: Output = Path("returns.xlsx"),
    cycle: Annotated[str, typer.Option("--cycle", help="current or previous.")] = "current",
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Write the returns workbook of a fictional authority."""
    from goldenthread.engine.example import example as write

    print_paths([write(output, cycle=cycle, force=force)])


@app.command()
def adopt(
    source: Annotated[
        Path | None,
        typer.Argument(metavar="FILE|FOLDER", help="A spreadsheet, or a folder.", readable=False),
    ] = None,
    output: Output = Path("returns.xlsx"),
    mapping: Annotated[
        Path | None, typer.Option("--map", help="The mapping that was written last time.")
    ] = None,
    framework: FrameworkName = "core_16",
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Turn a Microsoft Forms export or your own spreadsheets into a returns workbook."""
    from goldenthread.engine.adopt import AdoptRequest
    from goldenthread.engine.adopt import adopt as write

    request = AdoptRequest(given(source, "FILE|FOLDER"), output, mapping, framework, force)
    with working("Reading what you have"):
        result = write(request, warn)
    print_paths(result.paths)
    raise typer.Exit(result.exit_code)


@app.command()
def brief(
    returns: Workbook = None,
    output: Output = Path("brief"),
    layout: Annotated[
        str,
        typer.Option(
            help="learning-brief, one-page, seven-minute or signs-of-safety; several with commas."
        ),
    ] = "learning-brief",
    formats: Annotated[
        str, typer.Option("--format", help="File types, with commas.")
    ] = "docx,pdf,pptx,html,md,xlsx",
    audience: Audience = "service",
    previous: Previous = None,
    as_at: AsAt = None,
    force: Force = False,
    debug: Debug = False,
) -> None:
    """Turn a returns workbook into a finished Learning Brief."""
    from goldenthread.engine.brief import BriefRequest
    from goldenthread.engine.brief import brief as write

    request = BriefRequest(
        workbook=given(returns, "RETURNS.xlsx"),
        folder=output,
        layouts=names(layout),
        formats=names(formats),
        audience=audience,
        previous=previous,
        as_at=day(as_at),
        force=force,
        two_processes=True,
    )
    with working("Making the brief"):
        paths = write(request, warn)
    print_paths(paths)


@app.command()
def figures(
    returns: Workbook = None,
    audience: Audience = "service",
    previous: Previous = None,
    as_at: AsAt = None,
    json: Json = False,
    schema: Schema = False,
    debug: Debug = False,
) -> None:
    """Print every figure of a returns workbook, with its count, base and range."""
    from goldenthread.engine import reports

    if schema:
        print_text(reports.figures_schema())
        return
    workbook = given(returns, "RETURNS.xlsx")
    report = reports.figures_json if json else reports.figures_table
    text = report(workbook, audience=audience, previous=previous, as_at=day(as_at), tell=warn)
    (print_json if json else print_text)(text)


@app.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Any brief or report.", readable=False),
    ] = None,
    returns: Annotated[
        Path | None,
        typer.Option("--returns", help="The returns workbook to compare with.", readable=False),
    ] = None,
    audience: Audience = "service",
    names: Annotated[
        Path | None,
        typer.Option("--names", help="Names that must not appear, one a line.", readable=False),
    ] = None,
    allow: Annotated[
        Path | None,
        typer.Option("--allow", help="Names and contacts that may, one a line.", readable=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Report to write: .html or .docx.", readable=False),
    ] = None,
    force: Force = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for queries, too.")] = False,
    json: Json = False,
    schema: Schema = False,
    debug: Debug = False,
) -> None:
    """Say what is wrong with any brief: figures, claims, disclosure, effect and access."""
    from goldenthread.engine.checking import printed

    if schema:
        print_text(printed.check_schema())
        return
    from goldenthread.engine.check import CheckRequest, exit_code
    from goldenthread.engine.check import check as run

    request = CheckRequest(given(file, "FILE"), returns, audience, names, allow, output, force)
    with working("Reading and checking"):
        result = run(request, warn)
    if json:
        print_json(printed.check_json(result))
    elif output:
        print_paths([output])
    else:
        print_text(printed.check_report(result, columns()))
    raise typer.Exit(exit_code(result, strict=strict))


@app.command()
def consistency(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="Returns workbook, or a long table of grades.", readable=False
        ),
    ] = None,
    model: Annotated[str, typer.Option("--model", help="pooled or fixed auditors.")] = "pooled",
    halo: Annotated[
        bool, typer.Option("--halo/--no-halo", help="A child and auditor's own effect.")
    ] = True,
    best: Annotated[
        str | None, typer.Option("--best", help="high or low: the best of grades in numbers.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="ISO date: months from then.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="ISO date: months until then.")
    ] = None,
    all_estimates: Annotated[
        bool,
        typer.Option("--all-estimates", help="Print estimates that are too uncertain to use."),
    ] = False,
    json: Json = False,
    schema: Schema = False,
    debug: Debug = False,
) -> None:
    """Say whether auditors grade alike: is it the child's circumstances, or who looked?"""
    from goldenthread.engine.consistency import printed

    if schema:
        print_text(printed.consistency_schema())
        return
    from goldenthread.engine.consistency.run import ConsistencyRequest
    from goldenthread.engine.consistency.run import consistency as run

    days = day(since, "--from"), day(until, "--to")
    request = ConsistencyRequest(given(file, "FILE"), model, halo, best, *days, all_estimates)
    with working("Reading and comparing"):
        result = run(request, warn)
    if json:
        print_json(printed.consistency_json(result))
    else:
        print_text(printed.consistency_report(result, columns()))
