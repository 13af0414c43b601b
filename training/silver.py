"""Names in text that nobody has marked: recognisers vote, and the treebank's proper nouns hold them to account."""

from collections import Counter
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

Found = tuple[int, int, str]


def labelled(documents: Sequence[Doc], *, voters: Sequence[Language]) -> list[Doc]:
    """The documents with names that the voters agree on; where they do not, the tokens are left open."""
    votes = [_votes(document, voters) for document in documents]
    return [_judged(document, cast, len(voters)) for document, cast in zip(documents, votes, strict=True)]


def _votes(document: Doc, voters: Sequence[Language]) -> Counter[Found]:
    cast: Counter[Found] = Counter()
    for voter in voters:
        words, spaces = [t.text for t in document], [bool(t.whitespace_) for t in document]
        seen = voter.get_pipe("ner")(Doc(voter.vocab, words=words, spaces=spaces))
        cast.update((e.start, e.end, e.label_) for e in seen.ents)
    return cast


def _judged(document: Doc, cast: Counter[Found], voters: int) -> Doc:
    """A copy with the agreed names; a token in doubt is neither in a name nor outside of one."""
    agreed = [found for found, count in cast.items() if _holds(document, found, count, voters)]
    agreed.sort(key=lambda found: (-cast[found], found[0] - found[1], found))
    taken: set[int] = set()
    kept: list[Found] = []
    for start, end, label in agreed:
        if not taken.intersection(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end, label))
    copy = Doc(
        document.vocab,
        words=[t.text for t in document],
        spaces=[bool(t.whitespace_) for t in document],
        sent_starts=[bool(t.is_sent_start) for t in document],
    )
    open_tokens = sorted(i for i in _in_doubt(document, cast) if i not in taken)
    copy.set_ents(
        [Span(copy, start, end, label=label) for start, end, label in sorted(kept)],
        missing=[Span(copy, i, i + 1) for i in open_tokens],
        default="outside",
    )
    return copy


def _holds(document: Doc, found: Found, count: int, voters: int) -> bool:
    """Two thirds of the votes for a whole run of proper nouns, all votes for anything else."""
    start, end, label = found
    proper = [t.pos_ == "PROPN" for t in document[start:end]]
    if label in {"PER", "LOC"} and not any(proper):
        return False
    before = start > 0 and document[start - 1].pos_ == "PROPN"
    after = end < len(document) and document[end].pos_ == "PROPN"
    whole_run = proper[0] and proper[-1] and not before and not after
    return 3 * count >= 2 * voters if whole_run else count == voters


def _in_doubt(document: Doc, cast: Counter[Found]) -> set[int]:
    """Proper nouns, and what some voter took for an organisation or the like."""
    doubted = {i for start, end, label in cast if label in {"ORG", "MISC"} for i in range(start, end)}
    return doubted | {t.i for t in document if t.pos_ == "PROPN"}
