"""Every place where a paper names a person, with what the place tells of who it is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.lexicons.identity import IdentityLexicon
from pipeline.model.findings import Attendance, EntityMention, Findings, Membership
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.resolve.uses import paper_date, paper_year, pieces_after
from pipeline.resolve.written import Written, read_name

_BRACKET = re.compile(r"\(([^)]+)\)")
_OFFICE_OF = re.compile(r"^([^,]*?) (?:i|for|af|fra|hos|ved) ([A-ZÆØÅ].*)$")
_EMPLOYERS = ("kommune", "region", "myndighed", "hospital")
_ELECTED_SEATS = ("regionsråd", "byråd")
_STAFF_CAPACITY = "forvaltning"
Organised = Callable[[Paper, str], str | None]
"""From a paper and an organisation as written to one spelling of its name; None for words that name none."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What words about a person tell: organisations, parties, function (`ansat`, `valgt`, `medlem`), office, title.

    `bodies` are councils that the person is said to be of; `elsewhere` is another municipality or region, where the
    person works or is elected; `years` those of a term.
    """

    organisations: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    function: str | None = None
    office: str | None = None
    title: str | None = None
    former: bool = False
    elsewhere: str | None = None
    bodies: frozenset[str] = frozenset()
    years: tuple[int | None, int | None] = (None, None)

    def tell(self) -> bool:
        """Whether anything is told that could keep two of one name apart."""
        return bool(self.organisations or self.parties or self.function)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person named in a paper. `listed` says on which list: `medlem`, `fremmøde`, or none.

    `body` is whose paper it is, `advisory` whether that is a council of others than politicians.
    """

    finding_id: str
    document_id: str
    date: str
    place: int
    name: str
    written: Written
    authority: str | None
    body: str | None
    listed: str | None
    spot: tuple[str, int]
    clues: Clues
    advisory: bool = False


@dataclass(frozen=True)
class Sighted:
    """What reading the people of one paper takes."""

    paper: Paper
    lexicon: IdentityLexicon
    organised: Organised
    body: str | None
    given_names: frozenset[str] = frozenset()

    def people(self, findings: Findings) -> Iterator[Sighting]:
        """The people a paper names: members, those present, those named, those who voted."""
        found = [
            *(self._member(m) for m in findings.memberships),
            *(self._present(a) for a in findings.attendance),
            *(self._named(m) for m in findings.entity_mentions if m.entity_kind == "person"),
            *(self._sighting(v.id, v.voter, d.proof, Clues(), None, spot=(v.id, 0))
              for d in findings.decisions for v in d.votes if v.voter_kind == "person"),
        ]  # fmt: skip
        kept = [sighting for sighting in found if sighting.written.words]
        yield from (replace(sighting, place=place) for place, sighting in enumerate(kept))

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {passage.passage_id: passage.text for passage in self.paper.document.passages}

    @cached_property
    def _advisory(self) -> bool:
        """Whether the paper's body is a council whose members are not all politicians."""
        body = self.paper.structure.front.body or ""
        return self.lexicon.kind_of(body) == "råd" and fold(body) not in self.lexicon.elected_seats

    def _member(self, member: Membership) -> Sighting:
        clues = self._after(member.person, member.proof.span.quote)
        elected = member.seat in _ELECTED_SEATS or fold(member.organisation or "") in self.lexicon.elected_seats
        told = Clues() if member.organisation is None else self._from(member.organisation)
        clues = replace(
            clues,
            organisations=frozenset() if elected else clues.organisations | told.organisations,
            bodies=clues.bodies | told.bodies,
            parties=clues.parties | told.parties | self._parties(member.party),
            function=clues.function or ("valgt" if elected or member.party is not None or told.parties else None),
            office=member.role if clues.office is None else clues.office,
            years=(_year(member.term_start), _year(member.term_end)),
        )
        return self._sighting(member.id, member.person, member.proof, clues, "medlem")

    def _present(self, present: Attendance) -> Sighting:
        clues = self._after(present.person, present.proof.span.quote)
        if present.capacity == _STAFF_CAPACITY:
            clues = replace(clues, function="ansat")
        whole = present.item_id is None and present.agenda_item is None
        return self._sighting(present.id, present.person, present.proof, clues, "fremmøde" if whole else None)

    def _named(self, mention: EntityMention) -> Sighting:
        clues = Clues() if mention.role is None else self._titled(mention.role)
        rest = self._texts.get(mention.proof.span.passage_id, "")[mention.proof.span.end :]
        for piece in pieces_after(rest):
            clues = _joined(clues, self._piece(piece, bracket=True))
        return self._sighting(mention.id, mention.text, mention.proof, clues, None)

    def _sighting(
        self, finding_id: str, name: str, proof: Proof, clues: Clues, listed: str | None,
        *, spot: tuple[str, int] | None = None
    ) -> Sighting:  # fmt: skip
        written = read_name(name, self.lexicon, self.given_names)
        if written.title is not None:
            clues = _joined(clues, self._titled(written.title))
        if written.note is not None:
            clues = _joined(clues, self._piece(written.note, bracket=True))
        if written.organisation is not None:
            clues = _joined(clues, replace(self._from(written.organisation), function=None))
        span = proof.span
        at = span.quote.find(name)
        place = (span.passage_id, span.start + max(0, at)) if spot is None else spot
        front = self.paper.structure.front
        return Sighting(
            finding_id, self.paper.document_id, paper_date(self.paper), 0, name, written, front.authority, self.body,
            listed, place, clues, self._advisory,
        )  # fmt: skip

    def _after(self, name: str, quote: str) -> Clues:
        """What a list says before and after a name: `fuldmægtig NAME (A), Blå Kors`."""
        before, found, rest = quote.partition(name)
        if not found or len(quote) > len(name) + 120:
            return Clues()
        if before.strip() and not self.lexicon.is_title(before):
            return Clues()  # a sentence that names several
        clues = self._titled(before) if before.strip() else Clues()
        for inside in _BRACKET.findall(rest):
            clues = _joined(clues, self._piece(inside.strip(), bracket=True))
        for piece in _BRACKET.sub("", rest).split(","):
            clues = _joined(clues, self._piece(piece.strip(" .;:–-")))
        return clues

    def _piece(self, piece: str, *, bracket: bool = False) -> Clues:
        if not piece:
            return Clues()
        if self.lexicon.is_title(piece):
            return self._titled(piece)
        if bracket and (len(piece) == 1 or self.lexicon.party_of(piece, paper_year(self.paper)) is not None):
            return Clues(parties=self._parties(piece))
        head, _, office = _OFFICE_OF.sub(r"\1|\2", piece).partition("|")
        if office and self.lexicon.is_title(head):
            return self._titled(piece)
        return self._from(piece) if piece[:1].isupper() else Clues()

    def _from(self, name: str) -> Clues:
        """Where somebody comes from: an association, or an authority, for which one works."""
        if fold(name) in self.lexicon.elected_seats:
            return Clues(function="valgt")
        if self.lexicon.party_of(name, paper_year(self.paper)) is not None:
            return Clues(parties=self._parties(name))
        known = self.organised(self.paper, name)
        if known is None:
            return Clues()
        kind = self.lexicon.kind_of(name)
        if kind in ("råd", "udvalg"):
            return Clues(bodies=frozenset({known}))
        if kind not in _EMPLOYERS:
            parts = (self.organised(self.paper, part.strip()) for part in re.split(r"[/()]", name))
            return Clues(frozenset({known, *(part for part in parts if part is not None)}))
        own = {fold(area) for area in (self.paper.structure.front.authority, self.paper.structure.front.region) if area}
        away = self.lexicon.kind_of(name) in ("kommune", "region") and fold(name) not in own
        return Clues(frozenset({known}), function="ansat", elsewhere=known if away else None)

    def _titled(self, title: str) -> Clues:
        """What a title tells: `formand`, `ældrechef`, `borgmester i Havrup Kommune`, `formand for SIND`."""
        lexicon = self.lexicon
        head, _, rest = _OFFICE_OF.sub(r"\1|\2", title).partition("|")
        place = self._from(rest) if rest else Clues()
        here = not place.organisations and (not place.bodies or place.bodies == {self.body})
        office = lexicon.office_of(head) if here else None
        former = any(word in lexicon.formerly for word in fold(head).split())
        staff = lexicon.is_staff(head) and not former
        function = "valgt" if lexicon.is_elected(head) else "ansat" if staff else None
        own = self.paper.structure.front.authority or ""
        if rest and place == Clues() and function is not None and fold(rest) != fold(own.removesuffix(" Kommune")):
            place = Clues(elsewhere=fold(rest))
        told = Clues(
            function=function or (None if office is None else "medlem"),
            office=office,
            title=None if former and function is None else _plain(head, lexicon),
            former=former,
        )
        return _joined(told, replace(place, function=None)) if place.elsewhere or not here else told

    def _parties(self, name: str | None) -> frozenset[str]:
        if name is None or fold(name) in self.lexicon.outside:
            return frozenset()
        front = self.paper.structure.front
        return self.lexicon.parties_of(name, paper_year(self.paper), front.authority)


def _plain(title: str, lexicon: IdentityLexicon) -> str | None:
    words = [word.removesuffix("en") if len(word) > 5 else word for word in fold(title).split()]
    kept = [word for word in words if word not in lexicon.before_titles and word not in lexicon.salutations - {"dr"}]
    kept = [word for word in kept if lexicon.office_of(word) is None and not word.endswith(lexicon.neutral)]
    return " ".join(kept) or None


def _joined(a: Clues, b: Clues) -> Clues:
    """Both together; what the first tells of function, office and title holds."""
    return Clues(
        a.organisations | b.organisations,
        a.parties | b.parties,
        a.function or b.function,
        a.office or b.office,
        a.title or b.title,
        a.former or b.former,
        a.elsewhere or b.elsewhere,
        a.bodies | b.bodies,
        a.years if a.years != (None, None) else b.years,
    )


def _year(edtf: str | None) -> int | None:
    return int(edtf[:4]) if edtf is not None and edtf[:4].isdigit() else None
