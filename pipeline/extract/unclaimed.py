"""What no rule claimed: sentences that advise, decide or tell, and nouns that belong to no theme."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.extract.reading import Reading, Sentence
from pipeline.extract.theme_words import Found, PaperWords, name_places
from pipeline.model.findings import EntityMention, Findings
from pipeline.model.ids import finding_ids
from pipeline.model.language import Word
from pipeline.model.place import Proof, Span
from pipeline.model.unclaimed import UnclaimedSentence, UnclaimedTerm

_VERBS = frozenset({"VERB", ""})
_LEAST_LETTERS = 4
_TIES = frozenset({"at", "om", "på", "til", "for", "over", "med", "af", "sig"})


def find_unclaimed(
    reading: Reading, words: PaperWords, found: Findings, verbs: Mapping[str, str]
) -> tuple[UnclaimedSentence, ...]:
    """Sentences with such a verb (from dictionary form to kind) that no finding overlaps; the first verb counts."""
    claimed = _claimed(found)
    rows = []
    for placed in reading.prose():
        text_words = words.of[placed.passage.text].whole
        for sentence in reading.sentences[placed.passage.passage_id]:
            said = _verb(sentence, text_words, verbs)
            if said is not None and not _overlaps(sentence.span(), claimed):
                rows.append((*said, sentence.span()))
    ids = finding_ids("unclaimed", reading.paper.document_id, (span.quote for _, _, span in rows))
    return tuple(
        UnclaimedSentence(key, kind, form, Proof(span, "unclaimed.verb"))
        for key, (kind, form, span) in zip(ids, rows, strict=True)
    )


def find_unclaimed_terms(
    reading: Reading, words: PaperWords, terms: Found, names: Sequence[EntityMention], silent: frozenset[str]
) -> tuple[UnclaimedTerm, ...]:
    """Nouns outside names that are no term of a theme, by dictionary form; a repeated passage counts once."""
    taken = name_places(names, every=True)
    places: dict[str, list[Span]] = defaultdict(list)
    seen: set[str] = set()
    for placed in reading.prose():
        passage = placed.passage
        if passage.text in seen:
            continue
        seen.add(passage.text)
        hits = terms.hits.get(passage.passage_id, {}).values()
        claimed = [(h.start, h.end) for one in hits for h in (*one.strong, *one.weak)]
        outside = [*claimed, *taken.get(passage.passage_id, ())]
        fresh = {w.lemma: w for w in reversed(words.of[passage.text].whole) if _tells(w, outside, silent)}
        for lemma, word in fresh.items():
            places[lemma].append(passage.span(word.start, word.end))
    ordered = sorted(places)
    ids = finding_ids("unclaimed_terms", reading.paper.document_id, ordered)
    return tuple(
        UnclaimedTerm(key, term, len(places[term]), Proof(places[term][0], "unclaimed.noun"))
        for key, term in zip(ids, ordered, strict=True)
    )


def _tells(word: Word, outside: Sequence[tuple[int, int]], silent: frozenset[str]) -> bool:
    """Whether a word is a noun that could name a theme: none of the words of meetings, and in no name or term."""
    noun = word.pos == "NOUN" and len(word.lemma) >= _LEAST_LETTERS and word.lemma.isalpha()
    return noun and word.lemma not in silent and not any(a < word.end and word.start < b for a, b in outside)


def _verb(sentence: Sentence, words: Sequence[Word], verbs: Mapping[str, str]) -> tuple[str, str] | None:
    """The kind of the first such verb, and its form with the auxiliary before and the particle after it."""
    inside = [w for w in words if sentence.start <= w.start and w.end <= sentence.end]
    for n, word in enumerate(inside):
        kind = next((verbs[lemma] for lemma in sorted(word.lemmas) if lemma in verbs), None)
        if kind is not None and word.pos in _VERBS:
            before = [w.form for w in inside[max(0, n - 1) : n] if w.pos == "AUX"]
            after = [w.form for w in inside[n + 1 : n + 2] if w.form in _TIES]
            return kind, " ".join([*before, word.form, *after])
    return None


def _claimed(found: Findings) -> Mapping[str, Sequence[Span]]:
    """By passage what the findings of advice, decisions, stories and terms of reference rest on."""
    proofs = [
        *(p.proof for p in found.proposals),
        *(d.proof for d in found.decisions),
        *(c.proof for c in found.contributions),
        *(c.proof for c in found.commitments),
        *(r.proof for r in found.recommendations),
        *(s.proof for s in found.stories),
        *(c.proof for c in found.clauses),
        *(d.proof for d in found.duties),
        *(a.proof for a in found.attendance),
        *(m.proof for m in found.memberships),
    ]
    spans: dict[str, list[Span]] = defaultdict(list)
    for span in (span for proof in proofs for span in (proof.span, *proof.more)):
        spans[span.passage_id].append(span)
    return spans


def _overlaps(span: Span, claimed: Mapping[str, Sequence[Span]]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in claimed.get(span.passage_id, ()))
