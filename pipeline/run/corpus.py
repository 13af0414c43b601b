"""The work of the stages that take all papers at once: resolve, link, tables, graph, report."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.model.ids import digest
from pipeline.run.codec import encode, encode_table
from pipeline.run.job import Job
from pipeline.run.language import origin_of_run
from pipeline.run.results import (
    ENTITIES,
    TRAIL,
    Results,
    read_documents,
    read_entities,
    read_papers,
    read_trail,
)
from pipeline.run.work import Made, Plan

# As in papers.py the rooms are imported where they are used: each stage loads the libraries of its own room only.

_UNIT = "corpus"


def plan_resolve(job: Job, results: Results) -> Plan:
    """Tell who is who, and which recommendation is which, over all papers."""
    return _plan(results, lambda: _resolve(job, results))


def plan_link(job: Job, results: Results) -> Plan:
    """Lay the trail over all papers."""
    return _plan(results, lambda: _link(job, results))


def plan_tables(job: Job, results: Results) -> Plan:
    """Write the tables."""
    return _plan(results, lambda: _tables(job, results))


def plan_graph(job: Job, results: Results) -> Plan:
    """Write the exports of the graph."""
    return _plan(results, lambda: _graph(results))


def plan_report(job: Job, results: Results) -> Plan:
    """Write the reports."""
    return _plan(results, lambda: _report(results))


def _plan(results: Results, make: Callable[[], Mapping[str, bytes]]) -> Plan:
    def work(units: Sequence[str]) -> Iterator[tuple[str, Made]]:
        for unit in units:
            yield unit, Made(make())

    states = (f"{stage} {marks.state()}" for stage, marks in sorted(results.marks.items()))
    return Plan({_UNIT: digest(*states)}, work)


def _resolve(job: Job, results: Results) -> dict[str, bytes]:
    from pipeline.resolve import resolve_corpus

    papers, findings = read_papers(results)
    return {ENTITIES: encode(resolve_corpus(papers, findings, context=job.context))}


def _link(job: Job, results: Results) -> dict[str, bytes]:
    from pipeline.link import link_corpus

    papers, findings = read_papers(results)
    return {TRAIL: encode(link_corpus(papers, findings, read_entities(results), context=job.context))}


def _tables(job: Job, results: Results) -> dict[str, bytes]:
    from pipeline.tables import build_tables

    papers, findings = read_papers(results)
    tables = build_tables(
        read_documents(results),
        [paper.structure for paper in papers],
        findings,
        read_entities(results),
        read_trail(results),
        context=job.context,
    )
    origin = origin_of_run(job.context)
    return {f"{name}.parquet": encode_table(table, origin=origin) for name, table in tables.items()}


def _graph(results: Results) -> Mapping[str, bytes]:
    from pipeline.graph import render_exports

    return render_exports(results.tables())


def _report(results: Results) -> Mapping[str, bytes]:
    from pipeline.report import render_reports

    return render_reports(results.tables())
