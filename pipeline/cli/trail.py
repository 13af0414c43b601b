"""Who is who, and the trail from story to recommendation to decision."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import OUT, RAW, AsOf, Council, Form, Identified, In, Limit
from pipeline.cli.top import app
from pipeline.run.identities import render_identities
from pipeline.run.results import open_results
from pipeline.run.words import plural

_PANEL = "The trail"


@app.command(rich_help_panel=_PANEL)
def identities(
    source: In = OUT,
    unsure: Annotated[bool, typer.Option("--unsure", help="Only what may be one and is kept apart.")] = False,
    kind: Annotated[
        Identified | None, typer.Option(help="Only people, organisations or recommendations.", case_sensitive=False)
    ] = None,
    limit: Limit = 40,
) -> None:
    """List which names and wordings are held to be one, and why; and which may be one and are kept apart."""
    typer.echo(render_identities(open_results(source, ("tables",)).tables(), unsure=unsure, kind=kind, limit=limit))


@app.command(rich_help_panel=_PANEL)
def cypher(
    query: Annotated[str, typer.Argument(metavar='"MATCH …"', help="The question, in Cypher.")],
    source: In = OUT,
) -> None:
    """Ask the graph a question in Cypher, and print the rows of the answer; needs the optional package ladybug."""
    # Here and not above: no other command needs tables as Arrow and a database of its own.
    from pipeline.run.cypher import render_cypher

    typer.echo(render_cypher(open_results(source, ("tables",)).tables(), query))


@app.command(rich_help_panel=_PANEL)
def trace(
    wanted: Annotated[str, typer.Argument(metavar="TEXT|ID", help="A text, an id, or a recommendation's number.")],
    source: In = OUT,
) -> None:
    """Show the trail both ways: story, recommendation, decision, status. Several hits are listed with their ids."""
    # Here and not above: no other command needs a dictionary and DataFrames.
    from pipeline.run.lookup import Lookup, NotOneFound
    from pipeline.run.traces import look_for, told_why, trace_from
    from pipeline.run.trail_text import render_search, render_trace

    lookup = Lookup(open_results(source, ("tables",)).tables())
    found = look_for(lookup, wanted)
    if len(found.hits) != 1:
        typer.echo(render_search(found))
        raise NotOneFound(told_why(found))
    typer.echo(render_trace(trace_from(lookup, found.hits[0].found)))


@app.command(rich_help_panel=_PANEL)
def gaps(
    source: In = OUT, limit: Annotated[int, typer.Option(min=1, help="How many of each kind to show at most.")] = 10
) -> None:
    """List what the trail lacks: follow-up, answers, stories, evidence, papers; with evidence and what was searched."""
    # Here and not above, as in `trace`.
    from pipeline.run.gaps import find_gaps, render_gaps
    from pipeline.run.lookup import Lookup

    typer.echo(render_gaps(find_gaps(Lookup(open_results(source, ("tables",)).tables())), limit=limit))


@app.command(rich_help_panel=_PANEL)
def explain(
    link: Annotated[str, typer.Argument(metavar="LINK", help="The id of a link, as `trace` shows it; or of any row.")],
    source: In = OUT,
    raw: Annotated[Path, typer.Option(metavar="RAW", help="Folder of the papers, for --image.")] = RAW,
    image: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the pages with the places marked to this PNG.")
    ] = None,
) -> None:
    """Show why a link is one: rules, method, score, shared words and themes, and what competes with it."""
    # Here and not above, as in `trace`.
    from pipeline.run.evidence import find_explanation
    from pipeline.run.page_image import write_page_image

    tables = open_results(source, ("tables",)).tables()
    explanation = find_explanation(tables, link)
    typer.echo(str(explanation))
    if image is not None:
        count = write_page_image(explanation, raw=raw, documents=tables["documents"].to_pylist(), out=image)
        typer.echo(f"{image}: {plural(count, 'page')}")


@app.command(rich_help_panel=_PANEL)
def status(
    as_of: AsOf = None,
    council: Council = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="Else told by the ending of FILE, else md.", case_sensitive=False)
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The file; else the terminal.")] = None,
    source: In = OUT,
) -> None:
    """Write the page of what became of a council's recommendations, in Danish, with its sources."""
    # Here and not above, as in the two that follow: no other command needs what sets a page.
    from pipeline.run.status import find_page, form_of, render_status, write_out

    chosen = form_of(out, form)
    page = find_page(open_results(source, ("tables",)).tables(), council=council, as_of=as_of)
    content = render_status(page, chosen)
    if out is None:
        typer.echo(content.decode(), nl=False)
    else:
        write_out(out, content)


@app.command(rich_help_panel=_PANEL)
def changes(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of the results as they were.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of the results as they are.")],
) -> None:
    """List in Danish what is new, gone and changed from one folder of results to another."""
    from pipeline.report.changes import render_changes

    before, after = (open_results(folder, ("tables",)).tables() for folder in (old, new))
    typer.echo(render_changes(before, after))


@app.command(rich_help_panel=_PANEL)
def package(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.zip", help="The archive to write.")],
    source: In = OUT,
    council: Council = None,
    as_of: AsOf = None,
) -> None:
    """Write an archive for the records: the page, its sources, the tables, and a manifest with digests."""
    from pipeline.run.package import make_package
    from pipeline.run.status import write_out

    write_out(out, make_package(source, council=council, as_of=as_of))
