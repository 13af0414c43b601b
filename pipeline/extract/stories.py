"""What citizens meet: where stories are told each paragraph or item, elsewhere what a sentence tells in passing."""

from collections.abc import Mapping, Sequence

from pipeline.extract.reading import Reading
from pipeline.extract.stories_announced import add_announced, begins_otherwise
from pipeline.extract.stories_grounds import Ground, find_grounds, grounds_beside
from pipeline.extract.stories_passing import add_in_passing
from pipeline.extract.stories_told import Told
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Story
from pipeline.model.ids import finding_ids
from pipeline.model.place import Proof

_SENTENCES = frozenset({Ground.HINT, Ground.NEAR})
_WHOLE_PASSAGES = frozenset({Ground.SECTION, Ground.AMONG})


def find_stories(reading: Reading, facts: FactsLexicon) -> tuple[Story, ...]:
    """The stories of the paper in reading order."""
    grounds = find_grounds(reading, facts)
    rows = _gather(grounds, reading, facts)
    near = grounds_beside(frozenset(row.span.passage_id for row in rows), grounds, reading)
    if near:
        rows = _gather({**near, **grounds}, reading, facts)
    return _stories(rows, reading.paper.document_id)


def _gather(grounds: Mapping[str, Ground], reading: Reading, facts: FactsLexicon) -> list[Told]:
    rows: list[Told] = []
    section: tuple[str, ...] = ()
    parent: int | None = None
    for placed in reading.prose():
        if placed.context.section != section:
            section, parent = placed.context.section, None
        ground = grounds.get(placed.passage.passage_id)
        otherwise = ground is not None and ground in _WHOLE_PASSAGES and begins_otherwise(placed, reading, facts)
        if ground is None or ground in _SENTENCES or otherwise:
            add_in_passing(rows, placed, ground, reading, facts)
        else:
            parent = add_announced(rows, placed, parent, ground, reading, facts)
    return rows


def story_passages(reading: Reading, facts: FactsLexicon) -> frozenset[str]:
    """The passages of sections of stories, wishes in them included; not those that say what the council wants."""
    prose = {placed.passage.passage_id: placed for placed in reading.prose()}
    return frozenset(
        key
        for key, ground in find_grounds(reading, facts).items()
        if ground is Ground.SECTION and not (key in prose and begins_otherwise(prose[key], reading, facts))
    )


def _stories(rows: Sequence[Told], document_id: str) -> tuple[Story, ...]:
    ids = list(finding_ids("stories", document_id, (f"{row.kind} {row.span.quote}" for row in rows)))
    return tuple(
        Story(
            key, row.kind, None if row.parent is None else ids[row.parent], row.heading, row.told_by, row.span.quote,
            Proof(row.span, row.rule),
        )
        for key, row in zip(ids, rows, strict=True)
    )  # fmt: skip
