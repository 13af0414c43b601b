"""Who and what is named: people with their titles, organisations and places, as the text writes them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.bodies import find_bodies
from pipeline.extract.deciders import bare_name
from pipeline.extract.people import is_organisation
from pipeline.extract.reading import Reading
from pipeline.extract.rosters import Listed
from pipeline.lexicons import Lexicons
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import PassageKind
from pipeline.model.findings import EntityMention, Membership
from pipeline.model.ids import finding_ids
from pipeline.model.language import NamedSpan
from pipeline.model.paper import Placed
from pipeline.model.place import Proof
from pipeline.nlp import Nlp

_TITLE_BEFORE = re.compile(r"(?:^|[\s(])((?:[A-ZÆØÅ]{2,3}-)?[\wæøå-]+) $")
# Two titles before one name: "professor og praktiserende læge Anne Bech"
_TWO_TITLES = re.compile(r"(?:^|[\s(])(([\wæøå-]+) og (?:[a-zæøå]+ )?[\wæøå-]+) $")
_OFFICE_AFTER = re.compile(r"^, ([a-zæøå][^,.;()]{3,80}?)(?=[,.;()]|$)")
_NAME_LABEL = "PER"
_LABELS = {"person": "PER", "organisation": "ORG", "sted": "LOC"}
# How far before a name its title is looked for.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a passage: its kind, its letters, the rule that found it, how sure."""

    start: int
    end: int
    kind: str
    rule: str
    score: float


def find_names(
    reading: Reading, memberships: Sequence[Membership], listed: Sequence[Listed], *, lexicons: Lexicons, nlp: Nlp
) -> tuple[EntityMention, ...]:
    """Every person, organisation and place that a list, a rule or the language model is sure of."""
    passages = [p for p in reading.passages if p.passage.kind is not PassageKind.TABLE]
    known = _known(memberships, listed)
    sure = [_sure(p.passage.text, known, lexicons) for p in passages]
    seen = nlp.names((p.passage.text for p in passages), ruled=map(_ruled, passages, sure))
    rows = [
        (placed, named)
        for placed, names, guesses in zip(passages, sure, seen, strict=True)
        for named in _kept([*names, *_by_model(placed.passage.text, guesses, lexicons)])
    ]
    ids = finding_ids("entity_mentions", reading.paper.document_id, (p.passage.text[n.start : n.end] for p, n in rows))
    return tuple(_mention(key, placed, named, lexicons.facts) for key, (placed, named) in zip(ids, rows, strict=True))


def _known(memberships: Sequence[Membership], listed: Sequence[Listed]) -> dict[str, str]:
    """Names that the paper's own lists give, with their kind."""
    found = {
        m.organisation: "organisation" for m in memberships if m.organisation is not None and len(m.organisation) > 3
    }
    found |= {one.person.organisation: "organisation" for one in listed if one.person.organisation is not None}
    found |= {m.person: "person" for m in memberships}
    return found | {one.person.name: "person" for one in listed if " " in one.person.name}


def _sure(text: str, known: dict[str, str], lexicons: Lexicons) -> list[Named]:
    """What lists and rules name; the language model looks for others around them."""
    return _kept([*_from_lists(text, known), *_by_rule(text, lexicons)])


def _kept(found: Iterable[Named]) -> list[Named]:
    """The names in reading order; a surer one, then a longer one, takes the place."""
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: (-n.score, n.start - n.end, n.start)):
        if not any(named.start < k.end and k.start < named.end for k in kept):
            kept.append(named)
    return sorted(kept, key=lambda n: n.start)


def _ruled(placed: Placed, names: Iterable[Named]) -> list[NamedSpan]:
    """What the model need not look for; what is written small is no name to it."""
    text = placed.passage.text
    return [NamedSpan(n.start, n.end, text[n.start : n.end], _LABELS[n.kind]) for n in names if text[n.start].isupper()]


def _from_lists(text: str, known: dict[str, str]) -> Iterator[Named]:
    for name, kind in known.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?=s?(?!\w))", text):
            yield Named(match.start(), match.end(), kind, "names.list", 1.0)


def _by_rule(text: str, lexicons: Lexicons) -> Iterator[Named]:
    facts = lexicons.facts
    for group in ("names", "shapes", "places"):
        for found in facts.organisation_names.every(group, text):
            kind = "sted" if group == "places" else "organisation"
            yield Named(found.start, found.end, kind, found.rule.name, 0.95)
    for found in facts.parties.every("names", text):
        yield Named(found.start, found.end, "organisation", found.rule.name, 0.95)
    for body in find_bodies(text, facts.bodies):
        if not body.generic and body.end - body.start > 4:
            yield Named(body.start, body.end, "organisation", f"bodies.{body.kind}", 0.95)


def _by_model(text: str, guesses: Iterable[NamedSpan], lexicons: Lexicons) -> Iterator[Named]:
    """People that the model sees and whose letters are those of a name; municipalities as places."""
    towns = frozenset(lexicons.front.municipalities)
    for guess in guesses:
        if guess.label == "LOC" and guess.text in towns:
            yield Named(guess.start, guess.end, "sted", "names.place", 0.7)
        if guess.label == _NAME_LABEL:
            yield from _person(text, guess, lexicons.facts)


def _person(text: str, guess: NamedSpan, facts: FactsLexicon) -> Iterator[Named]:
    name = bare_name(guess.text.removesuffix("s") if guess.text.endswith("'s") else guess.text, facts)
    start = guess.start + guess.text.find(name)
    rules = facts.people.groups["name"]
    whole = any(p.fullmatch(name) for rule in rules for p in rule.patterns)
    titled = _TITLE_BEFORE.search(text[max(0, start - _NEAR) : start])
    sure = name.split(" ")[0].split("-")[0] in facts.given_names or (
        titled is not None and facts.people.holds("titles", titled[1])
    )
    if (
        whole
        and sure
        and not is_organisation(name, facts.organisation_names)
        and text[start : start + len(name)] == name
    ):
        yield Named(start, start + len(name), "person", "names.model", 0.8)


def _mention(key: str, placed: Placed, named: Named, facts: FactsLexicon) -> EntityMention:
    span = placed.passage.span(named.start, named.end)
    role = _role(placed.passage.text, named, facts) if named.kind == "person" else None
    return EntityMention(key, named.kind, span.quote, role, Proof(span, named.rule, named.score))


def _role(text: str, named: Named, facts: FactsLexicon) -> str | None:
    """The title right before the name, or the office right after it, as written."""
    near = text[max(0, named.start - _NEAR) : named.start]
    two = _TWO_TITLES.search(near)
    if two is not None and facts.people.holds("titles", two[2]):
        return two[1]
    before = _TITLE_BEFORE.search(near)
    if before is not None and (facts.people.holds("titles", before[1]) or facts.people.holds("offices", before[1])):
        return before[1]
    after = _OFFICE_AFTER.match(text[named.end :])
    if after is not None and (facts.people.holds("titles", after[1]) or facts.people.holds("offices", after[1])):
        return after[1]
    return None
