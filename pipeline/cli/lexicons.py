"""Where the rules and the words of themes should grow."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import OUT, In, Lexicons, Limit, Unclaimed
from pipeline.cli.top import app, fail_with, themes
from pipeline.run.headings import render_headings
from pipeline.run.results import open_results
from pipeline.run.rules import render_rules
from pipeline.run.settings import open_context, read_setup
from pipeline.run.themes import check_themes, render_shares, render_unclaimed_terms
from pipeline.run.unclaimed import render_unclaimed

_PANEL = "Rules and words"


@app.command(rich_help_panel=_PANEL)
def rules(
    source: In = OUT,
    every: Annotated[bool, typer.Option("--all", help="Rules of several papers too.")] = False,
) -> None:
    """List the rules that found something in one paper only, and the share of findings that hang on them."""
    typer.echo(render_rules(open_results(source, ("tables",)).tables(), every=every))


@app.command(rich_help_panel=_PANEL)
def unclaimed(
    source: In = OUT,
    kind: Annotated[
        Unclaimed | None, typer.Option(help="Only sentences that advise, decide or tell.", case_sensitive=False)
    ] = None,
    limit: Limit = 40,
) -> None:
    """List the sentences that advise, decide or tell and that no rule claimed, the most frequent form first."""
    typer.echo(render_unclaimed(open_results(source, ("tables",)).tables(), kind=kind, limit=limit))


@themes.command("coverage")
def themes_coverage(source: In = OUT) -> None:
    """Show for each council the share of its passages that no theme claims."""
    typer.echo(render_shares(open_results(source, ("tables",)).tables()))


@themes.command("unclaimed")
def themes_unclaimed(
    source: In = OUT,
    limit: Limit = 40,
    least: Annotated[int, typer.Option(min=1, help="Only nouns in so many passages or more.")] = 2,
) -> None:
    """List the nouns that recur and that no theme has, the most frequent first."""
    typer.echo(render_unclaimed_terms(open_results(source, ("tables",)).tables(), limit=limit, least=least))


@themes.command("check")
def themes_check(
    source: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="Also list the words that stand in none of its papers.")
    ] = None,
    lexicons: Lexicons = None,
) -> None:
    """Find entries of the theme lexicons that overlap, do nothing, or are hidden by others; if so, exit code 1."""
    known = open_context(read_setup(lexicon_folder=lexicons)).lexicons.themes
    tables = None if source is None else open_results(source, ("tables",)).tables()
    text, wrong = check_themes(known, tables)
    typer.echo(text)
    fail_with(["entries of the theme lexicons do nothing or stand twice"] if wrong else [])


@app.command(rich_help_panel=_PANEL)
def headings(source: In = OUT) -> None:
    """List the headings that no lexicon entry claims, the most frequent first."""
    typer.echo(render_headings(open_results(source, ("read", "structure"))))
