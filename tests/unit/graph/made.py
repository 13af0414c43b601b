"""Tables of the made papers with what a graph is about: links, statuses that came and went, terms of office, themes."""

import pyarrow as pa

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.ids import digest
from pipeline.model.trail import Link, LocatedProof, Status, StatusEvent, Trail
from pipeline.resolve import resolve_corpus
from pipeline.tables import SCHEMAS, build_tables
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import proof_of

CONTEXT = Context(Config(), load())
TOLD = LocatedProof(c.ADVICE.document_id, proof_of(c.ADVICE, c.STORY))
ANSWERED = LocatedProof(c.ADVICE.document_id, proof_of(c.ADVICE, c.POST))


def theme(theme_id, da, en, taxonomy, *, broader=None, scope=None):
    """A row of the table of themes."""
    labels = {"label_da": da, "label_en": en, "scope_da": scope}
    return {"theme_id": theme_id, "broader": broader, "taxonomy": taxonomy, **labels}


THEMES = [
    theme("adgang", "Adgang", "Access", "raad", scope="Om borgeren kan komme ind"),
    theme("digital", "Digital adgang", "Digital inclusion", "raad", broader="adgang"),
    theme("velfaerd", "Velfærd", "Welfare", "almen"),
]


def status(advice, as_of, what, since):
    """The status of a recommendation on a day."""
    ends = digest("status", advice, as_of), advice, as_of, what, since
    return Status(*ends, "kan ikke afgøres", (), (), None, None, f"{what} {since}")


def make_tables(*, documents=c.DOCUMENTS, structures=c.STRUCTURES, findings=c.FINDINGS):
    """All tables of the made papers."""
    entities = resolve_corpus(c.PAPERS, c.FINDINGS, context=CONTEXT)
    by_first = {r.first: r.recommendation_id for r in entities.recommendations}
    post = by_first[c.IDS.post]

    def link(first, *, fact):
        ends = "story", c.IDS.story, "supports", "recommendation", by_first[first]
        return Link(digest("l", first), *ends, 0.61234, fact, "særskilt", "link.test", "fordi", TOLD, ANSWERED)

    ends = digest("ev"), post, "2025-02", "Byrådet", "modtager", "drøftet", "andenhånds", "samlet", None
    event = StatusEvent(*ends, LocatedProof(c.MINUTES.document_id, proof_of(c.MINUTES, c.REPORTED)))
    trail = Trail(
        links=(link(c.IDS.post, fact=True), link(c.IDS.stove, fact=False)),
        status_events=(event,),
        statuses=(
            status(post, "2025-01-15", "fremsat", "2025-01-15"),
            status(post, "2025-02", "drøftet", "2025-02"),
            status(post, "2025-03-04", "drøftet", "2025-02"),
        ),
    )
    tables = build_tables(documents, structures, findings, entities, trail, context=CONTEXT)
    return tables | {"themes": pa.Table.from_pylist(THEMES, schema=SCHEMAS["themes"])}


def with_rows(tables, name, rows):
    """The tables with other rows in one of them."""
    return tables | {name: pa.Table.from_pylist(rows, schema=tables[name].schema)}


def with_terms(tables, person, *terms):
    """The tables with one membership of a person for each term of office, and none for others."""
    row = next(row for row in tables["memberships"].to_pylist() if row["person"] == person)
    seats = [
        {**row, "membership_id": digest("term", start or "", end or ""), "term_start": start, "term_end": end}
        for start, end in terms
    ]
    return with_rows(tables, "memberships", seats)
