"""The headings that no lexicon entry claims: where the lexicons should grow."""

from dataclasses import dataclass

from pipeline.model.document import PassageKind
from pipeline.model.ids import fold
from pipeline.model.structure import Structure
from pipeline.run.results import Results
from pipeline.run.words import columns, plural, safe, shorten


@dataclass(frozen=True, slots=True)
class _Passage:
    passage_id: str
    kind: PassageKind
    text: str


@dataclass(frozen=True, slots=True)
class _Paper:
    """Of a document only what is asked for here."""

    document_id: str
    path: str
    passages: tuple[_Passage, ...] = ()


def render_headings(results: Results) -> str:
    """Each unclaimed heading: how often it stands, in how many papers, the path of one; most frequent first."""
    unclaimed = {passage_id for s in results.values("structure", Structure) for passage_id in s.unclaimed}
    total = 0
    found: dict[str, list[tuple[str, str]]] = {}
    for paper in results.values("read", _Paper):
        for passage in paper.passages:
            total += passage.kind is PassageKind.HEADING
            if passage.passage_id in unclaimed:
                found.setdefault(fold(passage.text), []).append((paper.path, passage.text))
    rows = [
        (
            str(len(places)),
            plural(len({path for path, _ in places}), "paper"),
            shorten(min(places)[1], 80),
            safe(min(places)[0]),
        )
        for _, places in sorted(found.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    ]
    verdict = f"{len(unclaimed)} of {plural(total, 'heading')} are claimed by no entry of the lexicons"
    return "\n".join([*columns(rows, right=frozenset({0})), verdict])
