"""The command line: each command takes its arguments, makes one call, and prints. Results on stdout, logs on stderr."""

import io
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

from pipeline.errors import RaadsporError
from pipeline.run.digests import library_version
from pipeline.run.doctor import render_doctor
from pipeline.run.headings import render_headings
from pipeline.run.identities import render_identities
from pipeline.run.job import Job, usual_workers
from pipeline.run.ledger import render_ledger, render_ledger_csv
from pipeline.run.log import open_log
from pipeline.run.progress import shown
from pipeline.run.results import open_results
from pipeline.run.rules import render_rules
from pipeline.run.settings import open_context, read_setup
from pipeline.run.show import read_through, render_paper
from pipeline.run.stages import run_all, run_stage
from pipeline.run.summary import render_outcome, render_summary
from pipeline.run.themes import check_themes, render_shares, render_unclaimed_terms
from pipeline.run.unclaimed import render_unclaimed
from pipeline.run.words import plural
from pipeline.run.work import Outcome


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
app.add_typer(themes, name="themes")

_Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the results.")]
_In = Annotated[Path, typer.Option("--in", metavar="DIR", help="Folder of the results.")]
_Params = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings; without it params.yaml here, if there is one.")
]
_Lexicons = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Lexicon files to use instead of those of the same names.")
]
_Unclaimed = Literal["anbefaler", "beslutter", "fortæller"]
_Identified = Literal["person", "organisation", "anbefaling"]
_Limit = Annotated[int, typer.Option(min=1, help="How many lines to show at most.")]
_Log = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the log, with times, to this file.")]
_Workers = Annotated[int, typer.Option(min=1, metavar="N", help="Papers to work on at once.")]

_Form = Literal["md", "html", "docx", "pdf"]
_AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day to tell of; else that of the council's last paper."),
]
_Council = Annotated[str | None, typer.Option(metavar="NAME", help="The council, where the papers are of several.")]

_OUT = Path("data/processed")
_RAW = Path("data/raw")
_WORKERS = usual_workers()


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe that knows no æ or » gets a question mark, not a crash.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Killed, a run marks what is done and lets its workers go, as after Ctrl-C; by default they would be left behind.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    app()


@app.callback(invoke_without_command=True)
def _top(
    ctx: typer.Context, version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False
) -> None:
    if version:
        typer.echo(f"raadspor {library_version('raadspor') or '(not installed)'}")
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


@app.command()
def run(
    raw: Annotated[Path, typer.Argument(metavar="RAW", help="Folder of the papers.")] = _RAW,
    out: _Out = _OUT,
    workers: _Workers = _WORKERS,
    params: _Params = None,
    lexicons: _Lexicons = None,
    log: _Log = None,
) -> None:
    """Run all stages over the papers in RAW, then show the summary. What is up to date is not done again."""
    outcomes = [_tell(outcome) for outcome in run_all(_job(out, params, lexicons, log, raw=raw, workers=workers))]
    if not any(outcome.done or outcome.swept for outcome in outcomes):
        typer.echo(f"Nothing to do: all {len(outcomes)} stages are up to date.\n")
    typer.echo(render_summary(open_results(out, ("tables",)).tables(), out=out))


@app.command()
def read(
    raw: Annotated[Path, typer.Option(metavar="RAW", help="Folder of the papers.")] = _RAW,
    out: _Out = _OUT,
    workers: _Workers = _WORKERS,
    params: _Params = None,
    lexicons: _Lexicons = None,
    log: _Log = None,
) -> None:
    """Stage 1: PDF to text, with the place of every letter on its page."""
    _tell(run_stage("read", _job(out, params, lexicons, log, raw=raw, workers=workers)))


@app.command()
def structure(
    out: _Out = _OUT,
    workers: _Workers = _WORKERS,
    params: _Params = None,
    lexicons: _Lexicons = None,
    log: _Log = None,
) -> None:
    """Stage 2: the kind of each paper, its front matter, agenda items and sections."""
    _tell(run_stage("structure", _job(out, params, lexicons, log, workers=workers)))


@app.command()
def extract(
    out: _Out = _OUT,
    workers: _Workers = _WORKERS,
    params: _Params = None,
    lexicons: _Lexicons = None,
    log: _Log = None,
) -> None:
    """Stage 3: members, decisions, dates, recommendations, stories, themes and references in each paper."""
    _tell(run_stage("extract", _job(out, params, lexicons, log, workers=workers)))


@app.command()
def resolve(out: _Out = _OUT, params: _Params = None, lexicons: _Lexicons = None, log: _Log = None) -> None:
    """Stage 4: the same person, organisation, body and recommendation across papers."""
    _tell(run_stage("resolve", _job(out, params, lexicons, log)))


@app.command()
def link(out: _Out = _OUT, params: _Params = None, lexicons: _Lexicons = None, log: _Log = None) -> None:
    """Stage 5: the trail from story to recommendation to decision, with its evidence."""
    _tell(run_stage("link", _job(out, params, lexicons, log)))


@app.command()
def tables(out: _Out = _OUT, params: _Params = None, lexicons: _Lexicons = None, log: _Log = None) -> None:
    """Stage 6: the tables that are handed out."""
    _tell(run_stage("tables", _job(out, params, lexicons, log)))


@app.command()
def graph(out: _Out = _OUT, params: _Params = None, lexicons: _Lexicons = None, log: _Log = None) -> None:
    """Stage 7: the graph and its exports."""
    _tell(run_stage("graph", _job(out, params, lexicons, log)))


@app.command()
def report(out: _Out = _OUT, params: _Params = None, lexicons: _Lexicons = None, log: _Log = None) -> None:
    """Stage 8: theme frequencies and the other reports."""
    _tell(run_stage("report", _job(out, params, lexicons, log)))


@app.command()
def summary(source: _In = _OUT) -> None:
    """Show what was read and found, and the files to open."""
    typer.echo(render_summary(open_results(source, ("tables",)).tables(), out=source))


@app.command()
def ledger(
    source: _In = _OUT,
    failed: Annotated[bool, typer.Option("--failed", help="Only what was not read, or not in full.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, with a line for each page.")] = False,
) -> None:
    """Show every paper: how it was read, and what was not and why."""
    render = render_ledger_csv if csv else render_ledger
    typer.echo(render(open_results(source, ("tables",)).tables(), failed=failed), nl=not csv)


@app.command()
def rules(
    source: _In = _OUT,
    every: Annotated[bool, typer.Option("--all", help="Rules of several papers too.")] = False,
) -> None:
    """List the rules that found something in one paper only, and the share of findings that hang on them."""
    typer.echo(render_rules(open_results(source, ("tables",)).tables(), every=every))


@app.command()
def unclaimed(
    source: _In = _OUT,
    kind: Annotated[
        _Unclaimed | None, typer.Option(help="Only sentences that advise, decide or tell.", case_sensitive=False)
    ] = None,
    limit: _Limit = 40,
) -> None:
    """List the sentences that advise, decide or tell and that no rule claimed, the most frequent form first."""
    typer.echo(render_unclaimed(open_results(source, ("tables",)).tables(), kind=kind, limit=limit))


@themes.command("coverage")
def themes_coverage(source: _In = _OUT) -> None:
    """Show for each council the share of its passages that no theme claims."""
    typer.echo(render_shares(open_results(source, ("tables",)).tables()))


@themes.command("unclaimed")
def themes_unclaimed(
    source: _In = _OUT,
    limit: _Limit = 40,
    least: Annotated[int, typer.Option(min=1, help="Only nouns in so many passages or more.")] = 2,
) -> None:
    """List the nouns that recur and that no theme has, the most frequent first."""
    typer.echo(render_unclaimed_terms(open_results(source, ("tables",)).tables(), limit=limit, least=least))


@themes.command("check")
def themes_check(
    source: Annotated[
        Path | None, typer.Option("--in", metavar="DIR", help="Also list the words that stand in none of its papers.")
    ] = None,
    lexicons: _Lexicons = None,
) -> None:
    """Find entries of the theme lexicons that overlap, do nothing, or are hidden by others; if so, exit code 1."""
    known = open_context(read_setup(lexicon_folder=lexicons)).lexicons.themes
    tables = None if source is None else open_results(source, ("tables",)).tables()
    text, wrong = check_themes(known, tables)
    typer.echo(text)
    _fail_with(["entries of the theme lexicons do nothing or stand twice"] if wrong else [])


@app.command()
def identities(
    source: _In = _OUT,
    unsure: Annotated[bool, typer.Option("--unsure", help="Only what may be one and is kept apart.")] = False,
    kind: Annotated[
        _Identified | None, typer.Option(help="Only people, organisations or recommendations.", case_sensitive=False)
    ] = None,
    limit: _Limit = 40,
) -> None:
    """List which names and wordings are held to be one, and why; and which may be one and are kept apart."""
    typer.echo(render_identities(open_results(source, ("tables",)).tables(), unsure=unsure, kind=kind, limit=limit))


@app.command()
def cypher(
    query: Annotated[str, typer.Argument(metavar='"MATCH …"', help="The question, in Cypher.")],
    source: _In = _OUT,
) -> None:
    """Ask the graph a question in Cypher, and print the rows of the answer; needs the optional package ladybug."""
    # Here and not above: no other command needs tables as Arrow and a database of its own.
    from pipeline.run.cypher import render_cypher

    typer.echo(render_cypher(open_results(source, ("tables",)).tables(), query))


@app.command()
def trace(
    wanted: Annotated[str, typer.Argument(metavar="TEXT|ID", help="A text, an id, or a recommendation's number.")],
    source: _In = _OUT,
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


@app.command()
def gaps(
    source: _In = _OUT, limit: Annotated[int, typer.Option(min=1, help="How many of each kind to show at most.")] = 10
) -> None:
    """List what the trail lacks: follow-up, answers, stories, evidence, papers; with evidence and what was searched."""
    # Here and not above, as in `trace`.
    from pipeline.run.gaps import find_gaps, render_gaps
    from pipeline.run.lookup import Lookup

    typer.echo(render_gaps(find_gaps(Lookup(open_results(source, ("tables",)).tables())), limit=limit))


@app.command()
def explain(
    link: Annotated[str, typer.Argument(metavar="LINK", help="The id of a link, as `trace` shows it; or of any row.")],
    source: _In = _OUT,
    raw: Annotated[Path, typer.Option(metavar="RAW", help="Folder of the papers, for --image.")] = _RAW,
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


@app.command()
def headings(source: _In = _OUT) -> None:
    """List the headings that no lexicon entry claims, the most frequent first."""
    typer.echo(render_headings(open_results(source, ("read", "structure"))))


@app.command()
def show(
    paper: Annotated[Path, typer.Argument(metavar="PAPER.pdf", help="The paper.")],
    params: _Params = None,
    lexicons: _Lexicons = None,
) -> None:
    """Show one paper: front matter, items with their sections, and each finding with its quote, page and rule."""
    context = open_context(read_setup(params=params, lexicon_folder=lexicons))
    console = Console(highlight=False)
    for line in render_paper(*read_through(paper, context=context)):
        console.print(Text(line.text, style=line.style), soft_wrap=True)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the references.")] = Path("tests/gold"),
    source: _In = _OUT,
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
    _fail_with(sunk)


@app.command()
def status(
    as_of: _AsOf = None,
    council: _Council = None,
    form: Annotated[
        _Form | None, typer.Option("--format", help="Else told by the ending of FILE, else md.", case_sensitive=False)
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The file; else the terminal.")] = None,
    source: _In = _OUT,
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


@app.command()
def changes(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of the results as they were.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of the results as they are.")],
) -> None:
    """List in Danish what is new, gone and changed from one folder of results to another."""
    from pipeline.report.changes import render_changes

    before, after = (open_results(folder, ("tables",)).tables() for folder in (old, new))
    typer.echo(render_changes(before, after))


@app.command()
def package(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.zip", help="The archive to write.")],
    source: _In = _OUT,
    council: _Council = None,
    as_of: _AsOf = None,
) -> None:
    """Write an archive for the records: the page, its sources, the tables, and a manifest with digests."""
    from pipeline.run.package import make_package
    from pipeline.run.status import write_out

    write_out(out, make_package(source, council=council, as_of=as_of))


@app.command()
def doctor(params: _Params = None) -> None:
    """Show what is installed, what is missing, and what that turns off; exit code 1 when something is."""
    context = open_context(read_setup(params=params))
    text, well = render_doctor(context.config.nlp.model)
    typer.echo(text)
    _fail_with([] if well else ["something is missing"])


def _job(
    out: Path, params: Path | None, lexicons: Path | None, log: Path | None, *, raw: Path = _RAW, workers: int = 1
) -> Job:
    open_log(log, out=out)
    setup = read_setup(params=params, lexicon_folder=lexicons)
    open_context(setup)  # a wrong setting or lexicon is told before any work is done
    return Job(out, setup, raw, workers, shown)


def _tell(outcome: Outcome) -> Outcome:
    typer.echo(render_outcome(outcome), err=True)
    return outcome


def _fail_with(problems: Iterable[str]) -> None:
    told = list(problems)
    for problem in told:
        typer.echo(f"Error: {problem}", err=True)
    if told:
        raise typer.Exit(1)
