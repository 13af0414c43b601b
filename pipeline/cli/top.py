"""The command that all others hang on, and how a command ends."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.errors import RaadsporError
from pipeline.run.digests import library_version


class _Commands(TyperGroup):
    """The commands; an error that the operator can mend becomes its message and exit code 2, here and nowhere else."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command asked for."""
        try:
            return super().invoke(ctx)
        except RaadsporError as problem:
            typer.echo(f"Error: {problem}", err=True)
            raise typer.Exit(2) from problem


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    # A bug shows Python's own traceback, whole and without the values of variables: those may be from the papers.
    pretty_exceptions_enable=False,
    help="Reads the papers of Danish councils and lays the trail from citizen story to recommendation to decision.",
)
themes = typer.Typer(help="How well the taxonomies fit the papers, and where their words should grow.")
app.add_typer(themes, name="themes", rich_help_panel="Rules and words")


@app.callback(invoke_without_command=True)
def _top(
    ctx: typer.Context, version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False
) -> None:
    if version:
        typer.echo(f"raadspor {library_version('raadspor') or '(not installed)'}")
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def fail_with(problems: Iterable[str]) -> None:
    """Tell what is wrong and end with exit code 1; nothing when nothing is."""
    told = list(problems)
    for problem in told:
        typer.echo(f"Error: {problem}", err=True)
    if told:
        raise typer.Exit(1)
