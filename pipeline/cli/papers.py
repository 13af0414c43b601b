"""What was read and found."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from pipeline.cli.options import OUT, In, Lexicons, Params
from pipeline.cli.top import app
from pipeline.run.ledger import render_ledger, render_ledger_csv
from pipeline.run.results import open_results
from pipeline.run.settings import open_context, read_setup
from pipeline.run.show import read_through, render_paper
from pipeline.run.summary import render_summary

_PANEL = "What was read and found"


@app.command(rich_help_panel=_PANEL)
def summary(source: In = OUT) -> None:
    """Show what was read and found, and the files to open."""
    typer.echo(render_summary(open_results(source, ("tables",)).tables(), out=source))


@app.command(rich_help_panel=_PANEL)
def ledger(
    source: In = OUT,
    failed: Annotated[bool, typer.Option("--failed", help="Only what was not read, or not in full.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, with a line for each page.")] = False,
) -> None:
    """Show every paper: how it was read, and what was not and why."""
    render = render_ledger_csv if csv else render_ledger
    typer.echo(render(open_results(source, ("tables",)).tables(), failed=failed), nl=not csv)


@app.command(rich_help_panel=_PANEL)
def show(
    paper: Annotated[Path, typer.Argument(metavar="PAPER.pdf", help="The paper.")],
    params: Params = None,
    lexicons: Lexicons = None,
) -> None:
    """Show one paper: front matter, items with their sections, and each finding with its quote, page and rule."""
    context = open_context(read_setup(params=params, lexicon_folder=lexicons))
    console = Console(highlight=False)
    for line in render_paper(*read_through(paper, context=context)):
        console.print(Text(line.text, style=line.style), soft_wrap=True)
