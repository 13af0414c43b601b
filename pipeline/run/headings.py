"""The headings that no lexicon entry claims: where the lexicons should grow."""

from dataclasses import dataclass

from pipeline.model.document import PassageKind
from pipeline.model.structure import Structure
from pipeline.run.results import Results
from pipeline.run.words import columns, plural, safe


@dataclass(frozen=True, slots=True)
class _Text:
    kind: PassageKind
    text: str


@dataclass(frozen=True, slots=True)
class _Texts:
    document_id: str
    path: str
    passages: tuple[_Text, ...] = ()


def render_headings(results: Results) -> str:
    """Each unclaimed heading: how often it stands, in how many papers, the path of one; most frequent first."""
    texts = {text.document_id: text for text in results.values("read", _Texts)}
    paths: dict[str, list[str]] = {}
    for structure in results.values("structure", Structure):
        for heading in structure.unclaimed:
            paths.setdefault(heading, []).append(texts[structure.document_id].path)
    rows = [
        (str(len(found)), plural(len(set(found)), "paper"), safe(heading), safe(min(found)))
        for heading, found in sorted(paths.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    ]
    total = sum(p.kind is PassageKind.HEADING for text in texts.values() for p in text.passages)
    unclaimed = sum(len(found) for found in paths.values())
    return "\n".join(
        [
            *columns(rows, right=frozenset({0})),
            f"{unclaimed} of {plural(total, 'heading')} are claimed by no entry of the lexicons",
        ]
    )
