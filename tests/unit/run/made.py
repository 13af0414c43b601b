"""The made corpus of the tests of the tables, as it lies in a folder of results."""

from pathlib import Path

import pyarrow as pa

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model.entities import Entities, Recommendation
from pipeline.model.ids import digest
from pipeline.model.trail import Conflict, Link, LocatedProof, Status, StatusEvent, Trail
from pipeline.run.codec import encode_table
from pipeline.run.work import Made, Plan, bring_up_to_date
from pipeline.tables import build_tables
from tests.unit.tables.corpus import (
    ADVICE,
    DOCUMENTS,
    FINDINGS,
    FOLLOWED,
    IDS,
    MINUTES,
    POST,
    STORY,
    STRUCTURES,
    TALKED,
)
from tests.unit.tables.factory import proof_of

POST_ID, STOVE_ID, LIBRARY_ID = (digest("r", key) for key in ("post", "stue", "bibliotek"))
LINK_ID = digest("l", "1")
CONFLICT_ID = digest("k", "1")


def made_tables() -> dict[str, pa.Table]:
    """The tables, with a story and two decisions that lead to the first recommendation."""
    context = Context(Config(), load())
    return build_tables(DOCUMENTS, STRUCTURES, FINDINGS, _entities(), _trail(), context=context)


def write_tables(out: Path) -> Path:
    """The folder DIR with nothing but `tables` in it."""
    files = {f"{name}.parquet": encode_table(table, origin={}) for name, table in made_tables().items()}
    bring_up_to_date(out / "tables", Plan({"corpus": "1"}, lambda todo: [("corpus", Made(files))]), needs={})
    return out


def _entities() -> Entities:
    return Entities(
        recommendations=(
            Recommendation(POST_ID, IDS.post, (IDS.post,), ()),
            Recommendation(STOVE_ID, IDS.stove, (IDS.stove,), ()),
            Recommendation(LIBRARY_ID, IDS.library, (IDS.library,), (POST_ID,)),
        )
    )


def _trail() -> Trail:
    post = LocatedProof(ADVICE.document_id, proof_of(ADVICE, POST))
    story = LocatedProof(ADVICE.document_id, proof_of(ADVICE, STORY))
    talked = LocatedProof(MINUTES.document_id, proof_of(MINUTES, TALKED))
    followed = LocatedProof(MINUTES.document_id, proof_of(MINUTES, FOLLOWED))
    return Trail(
        links=(
            _link("1", "story", IDS.story, "supports", story, post),
            _link("2", "decision", digest("d", "f"), "follows_up", followed, post, reference="særskilt"),
            _link("3", "decision", digest("d", "t"), "follows_up", talked, post, reference="samlet", fact=False),
        ),
        status_events=(
            StatusEvent(
                digest("ev", "1"), POST_ID, "2025-01-15", "Borgerrådet", "rådet selv", "fremsat",
                "førstehånd", "særskilt", None, post,
            ),
        ),
        statuses=(
            Status(
                digest("su", "1"), POST_ID, "2025-01-15", "fremsat", "2025-01-15", "kan ikke afgøres",
                (), (), None, None, "modtagerens papirer mangler",
            ),
        ),
        conflicts=(Conflict(CONFLICT_ID, "noget", "det ene", post, "det andet", talked),),
    )  # fmt: skip


def _link(key, kind, source, relation, at, to, *, reference=None, fact=True):
    return Link(
        digest("l", key), kind, source, relation, "recommendation", POST_ID, 0.9 if fact else 0.3, fact,
        reference, "test.method", "samme ord", at, to,
    )  # fmt: skip
