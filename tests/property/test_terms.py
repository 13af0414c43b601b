"""Whatever the text, what terms find lies in it, in order; whatever the term, it is read or refused."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicons.terms import Terms, parse_terms, word_keys
from tests.property.strategies import word
from tests.unit.extract.papers import NLP

SOURCES = (
    "hjemløs", '"unge"', "sundhed+", "+plan", "+sundhed+", "bolig*", "*ning", "*e*", "(god|ung) (gruppe|*e)",
    "adgang ... hjælp", "ung ... +plan ... *er", "på rørende", "pårørende+",
)  # fmt: skip
TERMS = Terms.of(term for source in SOURCES for term in parse_terms(source))
signs = st.sampled_from(["-", "–", "/", "- ", ", ", ". ", " ", "\n", "  ", "’", "(", "…", "\u00ad"])
danish = st.lists(st.tuples(st.one_of(word, st.sampled_from(["på", "rørendepolitik", "UNGE"])), signs), max_size=12)
some_text = st.one_of(st.text(max_size=60), danish.map(lambda pairs: "".join(w + sign for w, sign in pairs)))


def parsed(source):
    """The term, or what is said against it."""
    try:
        return parse_terms(source)[0], ""
    except ValueError as problem:
        return None, str(problem)


@given(some_text)
def test_words_lie_in_the_text_one_after_the_other(text):
    (words,) = NLP.words([text])
    assert all(text[w.start : w.end].lower() == w.form for w in words)
    assert all(a.start < a.end <= b.start for a, b in pairwise(words))
    assert all(w.end <= len(text) and w.form in w.lemmas for w in words)


@given(some_text)
def test_what_is_found_lies_in_the_text_from_word_to_word_in_reading_order(text):
    (words,) = NLP.words([text])
    starts, ends = {w.start: w for w in words}, {w.end for w in words}
    hits = list(TERMS.find(words))
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(text)
        assert hit.start in starts
        assert hit.end in ends
        first = hit.term.steps[0]
        letters = first.letters is not None and first.letters.fullmatch(starts[hit.start].form)
        assert first.keys & word_keys(starts[hit.start]) or letters


@given(some_text)
def test_a_torn_word_covers_two_words_of_the_text(text):
    (words,) = NLP.words([text])
    for whole in NLP.torn(words, text):
        left, right = (w for w in words if whole.start <= w.start and w.end <= whole.end)
        assert (whole.start, whole.end, whole.form) == (left.start, right.end, left.form + right.form)


@given(some_text)
def test_a_term_finds_the_same_alone_and_among_others(text):
    (words,) = NLP.words([text])
    alone = {(h.term.source, h.start, h.end) for t in TERMS.terms for h in Terms.of([t]).find(words)}
    assert {(h.term.source, h.start, h.end) for h in TERMS.find(words)} == alone


@given(st.one_of(st.text(max_size=20), st.text(alphabet='ab+*|()". -', max_size=12)))
def test_any_term_is_read_or_refused_by_its_name(source):
    term, told = parsed(source)
    if term is None:
        assert repr(source) in told
    else:
        assert term.steps
        assert term.steps[0].after == 0
        assert all(step.keys or step.letters is not None for step in term.steps)
