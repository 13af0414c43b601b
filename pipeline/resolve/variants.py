"""Whole names in two spellings, or one with names left out: joined where organisation, party or body agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.ids import fold
from pipeline.resolve.fitting import shortened, spelt_alike
from pipeline.resolve.persons import Someone
from pipeline.resolve.unsure import Unsure
from pipeline.resolve.written import Written, sound, without_ligatures

_LONG = 5  # letters of a word that may hold a slip of the pen
Block = tuple[str, ...]


@dataclass
class Variants:
    """Joins people whose names are variants; `compared` counts the pairs looked at."""

    given_names: frozenset[str]
    unsure: Unsure
    compared: int = 0

    def join(self, people: Iterable[Someone]) -> list[Someone]:
        """The people that stay."""
        people = list(people)
        for one, other, rule in self._spellings(people):
            self._merge(one.root, other.root, rule)
        self._shorten([one for one in people if one.merged_into is None])
        return [one for one in people if one.merged_into is None]

    def _merge(self, one: Someone, other: Someone, rule: str) -> None:
        if one is other or one.against(other) is not None:
            return
        if _linked_spelling(one, other, rule):
            keep, gone = sorted((one, other), key=lambda s: (not s.lists, s.sightings[0].date, s.sightings[0].name))
            keep.take(gone, rule)
        else:
            self.unsure.between(other, [one], "intet_knytter")

    def _spellings(self, people: Sequence[Someone]) -> Iterator[tuple[Someone, Someone, str]]:
        """Pairs of names that are one but for spelling."""
        blocks: dict[Block, list[tuple[Someone, Written]]] = defaultdict(list)
        for one in people:
            for written in sorted(one.names.values(), key=lambda w: w.words):
                for block in _spelling_blocks(_area(one), written):
                    blocks[block].append((one, written))
        for members in blocks.values():
            for n, (one, written) in enumerate(members):
                for other, second in members[:n]:
                    self.compared += 1
                    rule = None if one is other else spelt_alike(written, second, self.given_names)
                    if rule is not None:
                        yield other, one, rule

    def _shorten(self, people: Sequence[Someone]) -> None:
        """Names that are another one with words left out, the longest first."""
        blocks: dict[Block, list[Someone]] = defaultdict(list)
        for one in people:
            for block in sorted({b for w in one.names.values() for b in _full_blocks(_area(one), w)}):
                blocks[block].append(one)
        ordered = sorted(people, key=lambda s: (-max(len(w.key) for w in s.names.values()), not s.lists, _first(s)))
        for one in ordered:
            fits = self._fuller(one, blocks)
            self._choose(one, fits)

    def _fuller(self, one: Someone, blocks: dict[Block, list[Someone]]) -> dict[int, tuple[Someone, str]]:
        """The people whose names are fuller than this one's, with the rule, by their identity."""
        found: dict[int, tuple[Someone, str]] = {}
        for written in _with_bare(one):
            for block in _short_blocks(_area(one), written):
                for other in blocks.get(block, ()):
                    self.compared += 1
                    full = other.root
                    rule = None if full is one.root else _rule(written, other)
                    if rule == "nyt_efternavn" and written.words[-1] in self.given_names:
                        rule = "fornavn"
                    if rule == "efternavn" and written.words[0] in self.given_names:
                        # Niels Peter Hansen may be called Peter Hansen; so may somebody else.
                        rule = None
                    if rule is not None:
                        found.setdefault(id(full), (full, rule))
        return found

    def _choose(self, one: Someone, found: dict[int, tuple[Someone, str]]) -> None:
        one = one.root
        fits = [(full, rule) for full, rule in found.values() if one.against(full) is None]
        for linked in (_linked, _perhaps_linked):
            sure = [(full, rule) for full, rule in fits if _enough(one, full, rule) and linked(one, full)]
            if len(sure) == 1:
                sure[0][0].take(one, sure[0][1])
                return
            if sure:
                self.unsure.between(one, [full for full, _ in sure], "flere_mulige")
                return
        self.unsure.between(one, [full for full, _ in fits], "intet_knytter")


def _area(one: Someone) -> str:
    return fold(one.sightings[0].authority or "")


def _first(one: Someone) -> tuple[str, str, int]:
    return min((s.date, s.document_id, s.place) for s in one.sightings)


def _spelling_blocks(area: str, written: Written) -> Iterator[Block]:
    """Keys that two spellings share: sounds, what lost ligatures leave, one name and the other less a letter."""
    words = [sound(word) for word in written.words]
    yield area, "sound", "".join(sorted("".join(words)))
    yield area, "lost", without_ligatures(written.key)
    first, last = written.words[0], written.words[-1]
    for sure, other in ((words[0], last), (words[-1], first)):
        # Two words with one letter wrong are the same when the right letter of each is left out.
        if len(other) >= _LONG:
            less = {other[:n] + other[n + 1 :] for n in range(1, len(other))}
            yield from ((area, sure, letters) for letters in sorted({other, *less}))


def _full_blocks(area: str, written: Written) -> Iterator[Block]:
    words = [sound(word) for word in written.words]
    for word in words[1:]:
        yield area, words[0], word
    if len(words) > 2:
        yield area, sound("".join(written.words[:2])), words[-1]
    for word in words[1:-1]:
        yield area, "end", word, words[-1]
    if written.former:
        yield area, words[0], sound(written.former[-1])


def _short_blocks(area: str, written: Written) -> Iterator[Block]:
    words = [sound(word) for word in written.words]
    yield area, words[0], words[-1]
    yield area, "end", words[0], words[-1]
    if len(words) > 2:
        yield area, sound("".join(written.words[:2])), words[-1]


def _with_bare(one: Someone) -> list[Written]:
    """The forms of a name, and without the s of a genitive where it stands in running text only."""
    forms = sorted(one.names.values(), key=lambda w: w.words)
    bare = [w.bare() for w in forms if w.words[-1].endswith("s") and not one.lists]
    return [*forms, *bare]


def _rule(written: Written, other: Someone) -> str | None:
    for full in sorted(other.names.values(), key=lambda w: w.words):
        if written.words == full.words and written.genitive:
            return "genitiv"
        rule = shortened(written, full)
        if rule is not None:
            return rule
    return None


def _enough(one: Someone, full: Someone, rule: str) -> bool:
    """A changed last name takes more than a body in common, when both have a seat of their own."""
    if rule == "efternavn" and one.lists and not one.tied(full) and not one.bodies & full.bodies:
        return False
    seated = all(any(kind == "medlem" for _, kind in some.lists) for some in (one, full))
    begun = [{(body, start) for body, start, _ in some.terms} for some in (one, full)]
    same_term = bool(begun[0] & begun[1])
    return rule != "nyt_efternavn" or one.tied(full) or same_term or not seated


def _linked_spelling(one: Someone, other: Someone, rule: str) -> bool:
    """Whether two spellings are tied: the more they differ, the more it takes; in one paper they are rather two."""
    if one.tied(other) or bool(one.bodies & other.bodies):
        return True
    if rule == "tastefejl":
        return False
    here = bool(one.bodies & other.papers_of) or bool(other.bodies & one.papers_of)
    return here or (rule != "udtale" and bool(one.papers & other.papers))


def _linked(short: Someone, full: Someone) -> bool:
    """Whether organisation, party, list of a body or paper ties the shorter name to the fuller one."""
    here = short.bodies if short.lists else short.papers_of
    return short.tied(full) or bool(here & full.bodies) or bool(short.papers & full.papers)


def _perhaps_linked(short: Someone, full: Someone) -> bool:
    """The fuller name stands in running text of the body's papers, without a title of its own."""
    return bool(short.bodies & full.papers_of) and not full.titles and not full.functions
