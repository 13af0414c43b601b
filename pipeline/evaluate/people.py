"""Members, presence and the names of organisations held against `memberships`, `attendance`, `organisation_aliases`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pipeline.evaluate.folding import alternatives, fold, same
from pipeline.evaluate.judging import Field, Judge, Outcome, Sheet, Verdict, agree, column, tell
from pipeline.evaluate.pairing import Fit, pair
from pipeline.evaluate.rows import Corpus, Found, Reference, references

Gold = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Names:
    """Which names are one organisation by the reference, and how the registry calls those found."""

    groups: Mapping[str, str]
    registry: Mapping[str, str]

    def same(self, cell: str, value: str | None) -> bool:
        """Whether one of the names of a value, joined by a line break, is accepted up to its aliases."""
        named = {self._group(name) for name in (value or "").split("\n")}
        return any(self._group(part) in named for part in alternatives(cell))

    def field(self, name: str) -> Field:
        """A field that names an organisation; as written or by the registry's name for it."""
        return Field(name, name, lambda found: self._written(found, name), self.same)

    def _group(self, name: str) -> str:
        return self.groups.get(fold(name), fold(name))

    def _written(self, found: Found, name: str) -> str | None:
        known = self.registry.get(found.value(f"{name}_id") or "")
        return "\n".join(dict.fromkeys(n for n in (found.value(name), known) if n is not None)) or None


def read_names(corpus: Corpus, gold: Gold) -> Names:
    """The names of the reference and of the registry."""
    groups: dict[str, str] = {}
    for row in references(gold, "organisation_aliases", text="alias"):
        name = fold(row.cell("name"))
        groups[fold(row.text)] = groups.setdefault(name, name)
    registry = {row["organisation_id"]: row["name"] for row in corpus.tables.get("organisations", ())}
    return Names(groups, registry)


def score_memberships(corpus: Corpus, gold: Gold, names: Names) -> list[Sheet]:
    """Members with organisation, party and role; then each field, and the dates of their terms."""
    known = references(gold, "memberships", text="person")
    found = corpus.found("memberships", text="person")
    fields = (names.field("organisation"), column("party"), column("role"))
    terms = (column("term_start", "start"), column("term_end", "end"), column("seat"), column("as_of"))
    pairs, judge = pair(known, found, _person(fields)), Judge(corpus)
    return [judge.records("memberships", pairs, fields), *judge.fields("memberships", pairs, fields + terms)]


def score_non_members(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """Those who are named with an office and are no members: right when not taken for one."""
    found = corpus.found("memberships", text="person")
    known = references(gold, "non_members", text="person")
    return [Sheet("non_members", tuple(_non_member(corpus, reference, found) for reference in known))]


def _non_member(corpus: Corpus, reference: Reference, found: Sequence[Found]) -> Verdict:
    taken = next((f for f in found if f.document == reference.document and same(reference.text, f.text)), None)
    if taken is not None:
        return tell(Outcome.WRONG, taken, expected="no member", other=taken.value("role"))
    document, page = corpus.page_of(reference.document, reference.text)
    return Verdict(Outcome.RIGHT, True, document or "", page, reference.text, None)


def score_attendance(corpus: Corpus, gold: Gold) -> list[Sheet]:
    """Who was at the meeting as a whole; presence at one item is in no reference."""
    known = references(gold, "attendance", text="person")
    found = [f for f in corpus.found("attendance", text="person") if f.value("agenda_item") is None]
    fields = (column("status"),)
    return [Judge(corpus).records("attendance", pair(known, found, _person(fields)), fields)]


def _person(fields: Sequence[Field]) -> Fit:
    """The same name; the better, the more fields agree."""

    def fit(reference: Reference, found: Found) -> int | None:
        if not same(reference.text, found.text):
            return None
        return sum(agree(field, reference, found) for field in fields)

    return fit


def score_aliases(corpus: Corpus, gold: Gold, names: Names) -> list[Sheet]:
    """Each pair of names is one organisation; an organisation that is two of the reference is a false find."""
    known, ids = references(gold, "organisation_aliases", text="alias"), _ids(corpus)
    verdicts = [_alias_verdict(corpus, reference, ids) for reference in known]
    return [Sheet("organisation_aliases", (*verdicts, *_merged(corpus, names)))]


def _ids(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """From a name to the organisations that have it."""
    found: dict[str, set[str]] = {}
    for row in corpus.tables.get("organisations", ()):
        for name in (row["name"], *row["aliases"]):
            found.setdefault(fold(name), set()).add(row["organisation_id"])
    return {name: frozenset(ids) for name, ids in found.items()}


def _alias_verdict(corpus: Corpus, reference: Reference, ids: Mapping[str, frozenset[str]]) -> Verdict:
    name, alias = reference.cell("name"), reference.text
    document, page = corpus.page_of(None, alias)
    one = ids.get(fold(name), frozenset()) & ids.get(fold(alias), frozenset())
    outcome = Outcome.RIGHT if one else Outcome.MISSED
    rule = f"organisation {min(one)}" if one else None
    return Verdict(outcome, True, document or "", page, alias, rule, expected=f"one with {name}")


def _merged(corpus: Corpus, names: Names) -> list[Verdict]:
    verdicts = []
    for row in corpus.tables.get("organisations", ()):
        known = {names.groups[fold(n)]: n for n in (row["name"], *row["aliases"]) if fold(n) in names.groups}
        if len(known) > 1:
            found, rule = " = ".join(sorted(known.values())), f"organisation {row['organisation_id']}"
            document, page = corpus.page_of(None, row["name"])
            verdicts.append(Verdict(Outcome.FALSE, True, document or "", page, row["name"], rule, found=found))
    return verdicts
