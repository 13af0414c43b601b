"""Citizens' stories held against `stories`: kind, what each is part of, themes, and what it supports."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from pipeline.evaluate.claims import Claims, judge_claims, links_of, listed, themes_of
from pipeline.evaluate.folding import same
from pipeline.evaluate.judging import Field, Judge, Sheet, agree
from pipeline.evaluate.pairing import Pair, pair, quoted
from pipeline.evaluate.rows import Corpus, Found, Reference, references

Gold = Mapping[str, pd.DataFrame]


def pair_stories(corpus: Corpus, gold: Gold) -> list[Pair]:
    """Which story is which of the reference."""
    known = references(gold, "stories", text="quote")
    return pair(known, corpus.found("stories"), quoted(lambda reference, found: agree(_KIND, reference, found)))


def score_stories(corpus: Corpus, pairs: Sequence[Pair]) -> list[Sheet]:
    """The stories; their kind, the story each is part of, and their themes."""
    judge = Judge(corpus)
    keys = {f.row["story_id"]: r.cell("key") for r, f in _known(pairs) if f is not None}

    def part_of(found: Found) -> str | None:
        whole = found.value("part_of")
        return None if whole is None else keys.get(whole, "another story")

    fields = judge.fields("stories", pairs, (_KIND, Field("part_of", "part_of", part_of)))
    themes = judge_claims(judge, "stories.themes", (_themes(corpus, r, f) for r, f in _known(pairs)))
    return [judge.records("stories", pairs), *fields, themes]


def score_supports(corpus: Corpus, pairs: Sequence[Pair], numbers: Mapping[str, str]) -> list[Sheet]:
    """Links from a story to the recommendations; only of stories whose links the reference gives."""
    linked = [(r, f) for r, f in _known(pairs) if r.cell("supports_strong") or r.cell("supports_acceptable")]
    all_claims = (_supported(corpus, reference, found, numbers) for reference, found in linked)
    return [judge_claims(Judge(corpus), "supports", all_claims)]


def _known(pairs: Sequence[Pair]) -> Iterator[tuple[Reference, Found | None]]:
    return ((p.reference, p.found) for p in pairs if p.reference is not None)


def _themes(corpus: Corpus, reference: Reference, found: Found | None) -> Claims:
    accepted = frozenset(listed(reference.cell("themes_acceptable")))
    return Claims(reference, listed(reference.cell("themes")), accepted, themes_of(corpus, "story", found, "story_id"))


def _supported(corpus: Corpus, reference: Reference, found: Found | None, numbers: Mapping[str, str]) -> Claims:
    links = () if found is None else links_of(corpus, "supports", found.value("story_id"))
    given = {numbers[link.text]: link for link in links if link.text in numbers}
    accepted = frozenset(listed(reference.cell("supports_acceptable")))
    return Claims(reference, listed(reference.cell("supports_strong")), accepted, given)


def _right_kind(cell: str, value: str | None) -> bool:
    """A quote is as right as an example: an example is often told in the citizen's own words."""
    return same(cell, value) or (cell == "eksempel" and value == "citat")


_KIND = Field("kind", "kind", lambda found: found.value("kind"), _right_kind)
