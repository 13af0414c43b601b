"""How well it works, and what is installed."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import OUT, In, Params
from pipeline.cli.top import app, fail_with
from pipeline.run.doctor import render_doctor
from pipeline.run.results import open_results
from pipeline.run.settings import open_context, read_setup

_PANEL = "How well it works"


@app.command(rich_help_panel=_PANEL)
def evaluate(
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the references.")] = Path("tests/gold"),
    source: In = OUT,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and every false find.")] = False,
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap intervals.")] = 0,
    update_floors: Annotated[bool, typer.Option("--update-floors", help="Raise the floors to these scores.")] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update-floors: lower floors too.")
    ] = False,
) -> None:
    """Hold what was found against reference annotations; exit code 1 when a score is below its floor."""
    # Here and not above: no other command needs this room and what it counts with.
    from pipeline.run.scores import Asked
    from pipeline.run.scores import evaluate as evaluate_results

    asked = Asked(seed, errors, update_floors, allow_regression)
    text, sunk = evaluate_results(open_results(source, ("tables",)), gold=gold, asked=asked)
    typer.echo(text)
    fail_with(sunk)


@app.command(rich_help_panel=_PANEL)
def doctor(params: Params = None) -> None:
    """Show what is installed, what is missing, and what that turns off; exit code 1 when something is."""
    context = open_context(read_setup(params=params))
    text, well = render_doctor(context.config.nlp.model)
    typer.echo(text)
    fail_with([] if well else ["something is missing"])
