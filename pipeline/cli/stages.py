"""The stages: from papers to reports."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import OUT, RAW, WORKERS, Lexicons, Log, Out, Params, Workers
from pipeline.cli.top import app
from pipeline.run.job import Job
from pipeline.run.log import open_log
from pipeline.run.progress import shown
from pipeline.run.results import open_results
from pipeline.run.settings import open_context, read_setup
from pipeline.run.stages import run_all, run_stage
from pipeline.run.summary import render_outcome, render_summary
from pipeline.run.work import Outcome

_PANEL = "The stages"


@app.command(rich_help_panel=_PANEL)
def run(
    raw: Annotated[Path, typer.Argument(metavar="RAW", help="Folder of the papers.")] = RAW,
    out: Out = OUT,
    workers: Workers = WORKERS,
    params: Params = None,
    lexicons: Lexicons = None,
    log: Log = None,
) -> None:
    """Run all stages over the papers in RAW, then show the summary. What is up to date is not done again."""
    outcomes = [_tell(outcome) for outcome in run_all(_job(out, params, lexicons, log, raw=raw, workers=workers))]
    if not any(outcome.done or outcome.swept for outcome in outcomes):
        typer.echo(f"Nothing to do: all {len(outcomes)} stages are up to date.\n")
    typer.echo(render_summary(open_results(out, ("tables",)).tables(), out=out))


@app.command(rich_help_panel=_PANEL)
def read(
    raw: Annotated[Path, typer.Option(metavar="RAW", help="Folder of the papers.")] = RAW,
    out: Out = OUT,
    workers: Workers = WORKERS,
    params: Params = None,
    lexicons: Lexicons = None,
    log: Log = None,
) -> None:
    """Stage 1: PDF to text, with the place of every letter on its page."""
    _tell(run_stage("read", _job(out, params, lexicons, log, raw=raw, workers=workers)))


@app.command(rich_help_panel=_PANEL)
def structure(
    out: Out = OUT,
    workers: Workers = WORKERS,
    params: Params = None,
    lexicons: Lexicons = None,
    log: Log = None,
) -> None:
    """Stage 2: the kind of each paper, its front matter, agenda items and sections."""
    _tell(run_stage("structure", _job(out, params, lexicons, log, workers=workers)))


@app.command(rich_help_panel=_PANEL)
def extract(
    out: Out = OUT,
    workers: Workers = WORKERS,
    params: Params = None,
    lexicons: Lexicons = None,
    log: Log = None,
) -> None:
    """Stage 3: members, decisions, dates, recommendations, stories, themes and references in each paper."""
    _tell(run_stage("extract", _job(out, params, lexicons, log, workers=workers)))


@app.command(rich_help_panel=_PANEL)
def resolve(out: Out = OUT, params: Params = None, lexicons: Lexicons = None, log: Log = None) -> None:
    """Stage 4: the same person, organisation, body and recommendation across papers."""
    _tell(run_stage("resolve", _job(out, params, lexicons, log)))


@app.command(rich_help_panel=_PANEL)
def link(out: Out = OUT, params: Params = None, lexicons: Lexicons = None, log: Log = None) -> None:
    """Stage 5: the trail from story to recommendation to decision, with its evidence."""
    _tell(run_stage("link", _job(out, params, lexicons, log)))


@app.command(rich_help_panel=_PANEL)
def tables(out: Out = OUT, params: Params = None, lexicons: Lexicons = None, log: Log = None) -> None:
    """Stage 6: the tables that are handed out."""
    _tell(run_stage("tables", _job(out, params, lexicons, log)))


@app.command(rich_help_panel=_PANEL)
def graph(out: Out = OUT, params: Params = None, lexicons: Lexicons = None, log: Log = None) -> None:
    """Stage 7: the graph and its exports."""
    _tell(run_stage("graph", _job(out, params, lexicons, log)))


@app.command(rich_help_panel=_PANEL)
def report(out: Out = OUT, params: Params = None, lexicons: Lexicons = None, log: Log = None) -> None:
    """Stage 8: theme frequencies and the other reports."""
    _tell(run_stage("report", _job(out, params, lexicons, log)))


def _job(
    out: Path, params: Path | None, lexicons: Path | None, log: Path | None, *, raw: Path = RAW, workers: int = 1
) -> Job:
    open_log(log, out=out)
    setup = read_setup(params=params, lexicon_folder=lexicons)
    open_context(setup)  # a wrong setting or lexicon is told before any work is done
    return Job(out, setup, raw, workers, shown)


def _tell(outcome: Outcome) -> Outcome:
    typer.echo(render_outcome(outcome), err=True)
    return outcome
