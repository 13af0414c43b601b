"""Clauses in which somebody is to do something: "formanden skriver et brev, og Kim Lund bestiller lokale senest …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.people import is_organisation
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found

_JOINT = re.compile(r"(?:[\s,;:.–-]+|\b(?:og|mens|men|samt|at|idet)\b)+$")
_AT = re.compile(r"\bat $")
_LABEL = re.compile(r"^[^.:]{2,30}: $")
_STOP = re.compile(r"[.;!?](?= [A-ZÆØÅ]|$)")
_DEFINITE = re.compile(r"(?:en|et|ne|erne|ens|ets)$")
_BRACKETS = re.compile(r" ?\([^)]*\)")
_PRONOUNS = frozenset({"han", "hun"})
_NOBODY = frozenset({
    "alle", "andet", "begge", "da", "de", "dem", "den", "denne", "der", "dermed", "derfor", "dernæst", "derudover",
    "desuden", "det", "dette", "disse", "du", "efter", "en", "enkelte", "er", "et", "flere", "for", "fra", "følgende",
    "her", "herefter", "nedenstående",
    "hvem", "hvis", "hvor", "i", "ingen", "jeg", "mange", "man", "med", "nogle", "når", "om", "også", "på", "samt",
    "som", "så", "til", "ved", "vores",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of promise: its place in the text, who is to act (None: not said), by which rule."""

    start: int
    end: int
    who: str | None
    rule: str
    by_then: bool = False


def find_pieces(text: str, facts: FactsLexicon, *, agreed: bool) -> Iterator[Piece]:
    """The clauses of a text in order; `agreed`: the text is what an agreement says, the words after its "at"."""
    found = [f for f in _claims(text, facts) if _holds(text, f, facts, agreed=agreed)]
    for n, one in enumerate(found):
        begin = one.start if agreed or n else _begin(text, one)
        following = found[n + 1].start if n + 1 < len(found) else len(text)
        stop = _STOP.search(text, one.end)
        end = min(following, len(text) if stop is None else stop.start())
        end -= len(text[begin:end]) - len(_JOINT.sub("", text[begin:end]))
        piece = text[begin:end]
        if not facts.agreements.holds("habits", piece) and not text[end:].startswith("?"):
            yield Piece(begin, end, plain_doer(one.match["who"]), one.rule.name, one.rule.value == "by_then")


def plain_doer(who: str) -> str | None:
    """The doer as named, less what clings to the name; a pronoun names nobody."""
    plain = _BRACKETS.sub("", who).strip(" ,.:–-")
    return None if plain.casefold() in _PRONOUNS | _NOBODY else plain


def _claims(text: str, facts: FactsLexicon) -> Iterator[Found]:
    """The places of the rules, the leftmost subject first: "Anne og Bo sender" is one promise of two people."""
    found = [Found(rule, match) for rule in facts.agreements.groups["promises"] for match in rule.find(text)]
    taken = 0
    for one in sorted(found, key=lambda f: (min(f.start, f.match.start("who")), f.rule.value == "by_then")):
        if one.start >= taken and _acts(one.match["who"], text, one, facts):
            yield one
            taken = one.end


def _begin(text: str, found: Found) -> int:
    """A label or a few words of time before the subject belong to the clause."""
    before = text[: found.start]
    return 0 if _LABEL.match(before) and not before[:1].isdigit() else found.start


def _holds(text: str, found: Found, facts: FactsLexicon, *, agreed: bool) -> bool:
    head = text[: found.match.start("who")]
    if facts.agreements.holds("only_said", head):
        return False
    return agreed or _AT.search(head) is None or facts.agreements.holds("agreed_that", head)


def _acts(who: str, text: str, found: Found, facts: FactsLexicon) -> bool:
    """Whether the words are somebody: a capital at the head of a sentence may be any noun."""
    first = re.split(r"[ ,]", who)[0]
    if first.casefold() in _NOBODY:
        return False
    start = found.match.start("who")
    at_head = start == 0 or re.search(r"[.:!?–-] $", text[:start]) is not None
    office = facts.agreements.holds("offices", first)
    if not first[:1].isupper() or office or not at_head or first.casefold() in _PRONOUNS:
        return True
    return first in facts.given_names or (len(first) < 5 and first.isupper()) or _named(who, first, facts)


def _named(who: str, first: str, facts: FactsLexicon) -> bool:
    several = len([w for w in who.split() if w[:1].isupper()]) > 1 and _DEFINITE.search(first) is None
    return several or is_organisation(who, facts.organisation_names)
