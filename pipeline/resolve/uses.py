"""Every place where a paper names an organisation, with what the place tells of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.model.findings import Findings, Membership
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.resolve.names import Named, Names

_SEAT_KINDS = {"forening": "forening", "myndighed": "myndighed"}
_BRACKETED = re.compile(r"(.{3,}?) ?\(([^()]+)\)")
_AFTER = re.compile(r" ?\((?P<inside>[^()]{1,60})\)|, (?P<piece>[A-ZÆØÅ][^,.;:()]{1,50})(?=[,.;)]|$)")
_QUIET = "efter navn"
_ROW = "efter navn på liste"
_MOST_WORDS = 6  # of an organisation after a name on a list


@dataclass(frozen=True, slots=True)
class Use:
    """An organisation named in a paper. `hint` is the kind the place tells; `place` orders uses within the paper.

    `rule` says by which words of the lexicon or the papers the name was found to mean another; `front`: in the head of
    the paper. `quiet`: after a person's name, which makes no organisation of it by itself; `row`: so on a list.
    """

    document_id: str
    date: str
    place: int
    name: str
    named: Named
    hint: str | None
    rule: str | None = None
    front: bool = False
    quiet: bool = False
    row: bool = False


@dataclass(frozen=True)
class Reading:
    """How names are read: the lexicons, and by authority what short forms its papers explain."""

    names: Names
    explained: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def uses(self, paper: Paper, findings: Findings) -> Iterator[Use]:
        """The organisations a paper names, front matter first."""
        written = [*_fronts(paper), *_names(paper, findings, self.names), *_after_names(paper, findings, self.names)]
        for place, (name, hint) in enumerate(written):
            named, rule = self._named(name, hint, paper)
            front = place < len(_fronts(paper))
            quiet = hint in (_QUIET, _ROW)
            yield Use(
                document_id=paper.document_id,
                date=paper_date(paper),
                place=place,
                name=name,
                named=named,
                hint=None if quiet else hint,
                rule=rule,
                front=front,
                quiet=quiet,
                row=hint == _ROW,
            )

    def _named(self, name: str, hint: str | None, paper: Paper) -> tuple[Named, str | None]:
        """The name without its authority, and by which words it means another."""
        lexicon, front = self.names.lexicons.identity, paper.structure.front
        if fold(name) in lexicon.authorities:
            own = front.region or front.authority if fold(name).startswith("region") else front.authority
            if own is not None:
                return Named(own, None), "myndighed"
        plain, rule = self._known(name, front.authority)
        party = _party(plain, hint, paper, self.names)
        if party is not None:
            return Named(party, None), rule or (None if fold(party) == fold(name) else "kort_form")
        named = _placed(plain, paper, self.names)
        return named, rule or (None if named.core == name else "myndighed")

    def _known(self, name: str, authority: str | None) -> tuple[str, str | None]:
        """A name less what stands in brackets after it; the long form of a short one; a branch by its place."""
        lexicon = self.names.lexicons.identity
        bracketed = _BRACKETED.fullmatch(name)
        plain = (name if bracketed is None else bracketed[1].strip()).removeprefix("Liste ").removeprefix("liste ")
        for form in (plain, re.sub(r"['’´`]s?$", "", plain), plain.removesuffix("s")):
            told = self._told(form, authority)
            if told is not None:
                return told, "forklaret"
            long = lexicon.short_forms.get(form) or lexicon.other_names_folded.get(fold(form))
            if long is not None:
                return self._told(long, authority) or long, "kort_form"
        if bracketed is not None and self.names.is_own(bracketed[2]):
            plain = f"{plain} {bracketed[2]}"
        plain = self.names.in_place(plain)
        branch = self._branch(plain) or self._short_branch(plain, authority)
        return (plain, None if bracketed is None else "forklaret") if branch is None else (branch, "kort_form")

    def _short_branch(self, name: str, authority: str | None) -> str | None:
        """`DH Testby` → `Danske Handicaporganisationer Testby`."""
        head, _, rest = name.replace("-", " ", 1).partition(" ")
        if not rest or not head.isupper() or len(head) < len("DH"):
            return None
        long = self._told(head, authority) or self.names.lexicons.identity.short_forms.get(head)
        return None if long is None or long.startswith(head) else f"{long} {rest}"

    def _told(self, name: str, authority: str | None) -> str | None:
        return self.explained.get((authority or "", name)) or self.explained.get(("", name))

    def _branch(self, name: str) -> str | None:
        """`Ældre Sagens lokalafdeling i Testby` → `Ældre Sagen Testby`."""
        words = name.split()
        at = next((n for n, word in enumerate(words) if fold(word) in self.names.lexicons.identity.branches), None)
        if at is None or at == 0 or len(words) < at + 2:
            return None
        place = [word for word in words[at + 1 :] if word not in ("i", "for")]
        head = " ".join(words[:at])
        return " ".join([re.sub(r"['’´]s?$|(?<=[a-zæøå])s$", "", head), *place])


def paper_date(paper: Paper) -> str:
    """The paper's date for sorting: an undated paper comes last."""
    return paper.structure.front.date or "~"


def _fronts(paper: Paper) -> list[tuple[str, str | None]]:
    front = paper.structure.front
    named = [front.body, front.authority, front.region, *(m.body for m in paper.structure.meetings)]
    return [(name, None) for name in named if name is not None]


def _names(paper: Paper, findings: Findings, names: Names) -> Iterator[tuple[str, str | None]]:
    lexicon = names.lexicons.identity
    people = {fold(m.person) for m in findings.memberships} | {fold(a.person) for a in findings.attendance}
    for mention in findings.entity_mentions:
        # A label of the page or a person whom the language model took for an organisation is none.
        taken = fold(mention.text) in people or names.is_label(mention.text)
        if mention.entity_kind == "organisation" and not taken:
            yield mention.text, None
    for membership in findings.memberships:
        yield from _membership_names(membership, paper, names)
    bodies = [
        *(seat.body for seat in findings.seats),
        # "frivillige organisationer" is whom a seat is for, and no name.
        *(seat.organisation for seat in findings.seats if (seat.organisation or "")[:1].isupper()),
        *(decision.body for decision in findings.decisions),
        *(mention.issued_by for mention in findings.recommendations),
        *(expected.body for expected in findings.expected_papers),
        *(actor.id for d in findings.decisions for actor in d.actors if lexicon.kind_of(actor.id) is not None),
    ]
    yield from ((name, None) for name in bodies if name is not None)


def _membership_names(membership: Membership, paper: Paper, names: Names) -> Iterator[tuple[str, str | None]]:
    if membership.organisation is not None:
        yield membership.organisation, _SEAT_KINDS.get(membership.seat or "")
    if membership.body is not None:
        yield membership.body, None
    if membership.party is not None:
        party = names.lexicons.identity.party_of(membership.party, paper_year(paper))
        if party is not None:
            yield membership.party, "parti"


def paper_year(paper: Paper) -> int | None:
    """The year of the paper's date."""
    date = paper.structure.front.date
    return int(date[:4]) if date is not None and date[:4].isdigit() else None


def _after_names(paper: Paper, findings: Findings, names: Names) -> Iterator[tuple[str, str | None]]:
    """What stands after the names of people: `Kirsten Holm, Ældre Sagen`."""
    people = [(m.person, m.proof) for m in findings.memberships] + [(a.person, a.proof) for a in findings.attendance]
    for person, proof in people:
        before, _, rest = proof.span.quote.partition(person)
        if before.strip() and not names.lexicons.identity.is_title(before):
            continue  # a sentence that names several
        for piece in re.split(r"[,()]", rest):
            word = piece.strip(" .;:–-")
            if _may_be_organisation(word, names):
                yield word, _ROW
    texts = {p.passage_id: p.text for p in paper.document.passages}
    for mention in findings.entity_mentions:
        if mention.entity_kind == "person":
            after = texts.get(mention.proof.span.passage_id, "")[mention.proof.span.end :]
            yield from ((word, _QUIET) for word in pieces_after(after) if _may_be_organisation(word, names))


def _may_be_organisation(word: str, names: Names) -> bool:
    words = word.split()
    short = len(word) > 1 and len(words) <= _MOST_WORDS and " og " not in f" {word} "
    person = word.partition(" ")[0] in names.lexicons.facts.given_names
    return short and not person and word[:1].isupper() and not names.lexicons.identity.is_title(word)


def pieces_after(text: str) -> Iterator[str]:
    """What may tell who is named in running text before: `(A)`, `(Blå Kors)`, `, Blå Kors,`."""
    found = _AFTER.match(text)
    while found is not None:
        yield (found["inside"] or found["piece"]).strip()
        text = text[found.end() :]
        found = _AFTER.match(text)


def _party(name: str, hint: str | None, paper: Paper, names: Names) -> str | None:
    """The one party that a name or a letter means; a letter alone, named as an organisation, is a party's."""
    lexicon, front = names.lexicons.identity, paper.structure.front
    for form in (name, re.sub(r"['’´`]s?$", "", name), name.removesuffix("s")):
        party = lexicon.party_of(form, paper_year(paper))
        if party is not None and (hint == "parti" or fold(form) != fold(party.letter or "") or len(name) == 1):
            return party.name
    if len(name) > 1 or name == name.lower():
        return None
    meant = lexicon.parties_of(name, paper_year(paper), front.authority)
    if name in lexicon.shared_short and front.authority not in lexicon.split_areas and name == "S":
        return lexicon.shared_short[name][0]
    known = next(iter(meant)) if len(meant) == 1 else None
    return known if known is not None and not known.startswith("?") else None


def _placed(name: str, paper: Paper, names: Names) -> Named:
    """The name without its authority; a body without one in its name belongs to that of the paper."""
    lexicon, front = names.lexicons.identity, paper.structure.front
    if fold(name) in lexicon.bare and front.body is not None and lexicon.kind_of(front.body) == lexicon.kind_of(name):
        name = front.body
    named = names.split(name)
    if named.authority is not None or not names.is_body(named.core):
        return named
    if fold(name) in lexicon.national and name != front.body:
        return named
    regional = fold(named.core) in lexicon.regional and front.region is not None
    return Named(named.core, front.region if regional else front.authority)
