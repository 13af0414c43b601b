"""Who has a seat in the body that the paper is about: from lists of members and from sentences about one of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.bodies import find_bodies, is_own
from pipeline.extract.dates import find_in
from pipeline.extract.edtf import anchor_of
from pipeline.extract.people import WrittenPerson, read_entry
from pipeline.extract.reading import Reading, Sentence, body_text
from pipeline.extract.rosters import Listed
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.findings import Membership
from pipeline.model.ids import finding_ids, fold
from pipeline.model.paper import Placed
from pipeline.model.place import Proof, Span
from pipeline.model.structure import FrontMatter, SectionRole

# Where "følgende medlemmer" are those who voted, came or sign, and no list of members.
_NO_LISTS = frozenset({
    SectionRole.SIGNATURES, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.DECISION, SectionRole.PROPOSAL,
})  # fmt: skip
_ELECTED = re.compile(r"\b(?:\w*byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)", re.IGNORECASE)
_PERSONAL = re.compile(r"^(?:personlig|brugerrepræsentant|pårørenderepræsentant|livsekspert|borger)", re.IGNORECASE)
_ENTRY_KINDS = frozenset({PassageKind.ITEM, PassageKind.PARAGRAPH, PassageKind.LETTERHEAD})
_HEAD_KINDS = frozenset({PassageKind.HEADING, PassageKind.TITLE})
_LONGEST_ENTRY = 160
_PUBLIC = frozenset({"myndighed", "region", "kommune", "hospital"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place of the paper says of a member; claims about one person are laid together."""

    person: str
    organisation: str | None
    party: str | None
    role: str | None
    seat: str | None
    term_start: str | None
    term_end: str | None
    left: bool
    span: Span
    rule: str


def find_memberships(reading: Reading, listed: Sequence[Listed], facts: FactsLexicon) -> tuple[Membership, ...]:
    """One membership for each person with a seat in the paper's own body."""
    if reading.front.body is None:
        return ()
    claims = [*_list_claims(reading, facts), *_roster_claims(reading, listed, facts), *_sentence_claims(reading, facts)]
    merged = [_merged(group) for group in _by_person(claims)]
    seated = [(c, more) for c, more in merged if c.rule != "people.office_of" or c.organisation or c.party]
    front = reading.front
    ids = finding_ids("memberships", reading.paper.document_id, (c.person for c, _ in seated))
    return tuple(_membership(key, c, more, front) for key, (c, more) in zip(ids, seated, strict=True))


def elected_body(front: FrontMatter, reading: Reading) -> str:
    """The assembly a politician of this paper sits in: of the region, or of the municipality as the paper calls it."""
    if (front.authority or "").startswith("Region") or (front.region is not None and front.authority is None):
        return "Regionsrådet"
    text = " ".join(p.passage.text for p in reading.passages)
    counts = {name: len(re.findall(rf"\b{name}", text, re.IGNORECASE)) for name in _ASSEMBLIES}
    return max(_ASSEMBLIES, key=lambda name: (counts[name], -_ASSEMBLIES.index(name)))


_ASSEMBLIES = ("Byrådet", "Kommunalbestyrelsen", "Borgerrepræsentationen", "Regionsrådet")


def _list_claims(reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """The entries of member lists: under a heading, or after a sentence that introduces them."""
    lead: str | None = None
    rule = ""
    for placed in reading.passages:
        text = body_text(placed.passage)
        found = _introduces(placed, text, facts)
        if placed.passage.kind in _HEAD_KINDS:
            lead, rule = (
                (text, _rule_of(found)) if found is not None or placed.role is SectionRole.MEMBERS else (None, "")
            )
            lead = None if facts.people.holds("other_lists", text) else lead
            continue
        if found is not None and placed.passage.kind is not PassageKind.ITEM:
            lead, rule = text, _rule_of(found)
            continue
        if lead is None or placed.passage.kind not in _ENTRY_KINDS or facts.presence.holds("labels", text):
            lead = lead if lead is not None and placed.passage.kind is PassageKind.ITEM else None
            continue
        person = _entry(placed, text, facts)
        if person is not None and not person.alternatives:
            yield _listed_claim(person, lead, rule or "people.members_are", placed.passage.span(), reading, facts)


def _rule_of(found: Found | None) -> str:
    return "people.members_are" if found is None else found.rule.name


def _introduces(placed: Placed, text: str, facts: FactsLexicon) -> Found | None:
    """The rule by which a heading or a paragraph introduces members of the paper's body."""
    if placed.role in _NO_LISTS:
        return None
    parts = [text] if len(text) < _LONGEST_ENTRY else re.split(r"(?<=[.:])\s+(?=[A-ZÆØÅ])", text)
    return next((f for part in parts if (f := facts.people.first("member_lists", part)) is not None), None)


def _entry(placed: Placed, text: str, facts: FactsLexicon) -> WrittenPerson | None:
    if len(text) > _LONGEST_ENTRY or any(_leaves(text, facts)):
        return None
    return read_entry(text, people=facts.people, organisations=facts.organisation_names)


def _leaves(text: str, facts: FactsLexicon) -> Iterator[Found]:
    found = facts.people.first("statements", text)
    if found is not None:
        yield found


def _listed_claim(
    person: WrittenPerson, lead: str, rule: str, span: Span, reading: Reading, facts: FactsLexicon
) -> Claim:
    text = span.quote
    elected = person.party is not None or facts.people.holds("elected_groups", lead)
    organisation = person.organisation
    elected = elected or (organisation is not None and _ELECTED.search(organisation) is not None)
    if elected and (organisation is None or person.party is not None or _ELECTED.search(organisation)):
        organisation = elected_body(reading.front, reading)
    seat = _seat(organisation, elected, facts)
    if seat == "personlig":
        organisation = None
    dates = [d.edtf for d in find_in(text, anchor=anchor_of(reading.front.date), dates=facts.dates)]
    entered, left = facts.people.holds("entered", text), facts.people.holds("left", text)
    return Claim(
        person.name,
        organisation,
        person.party,
        person.office,
        seat,
        dates[0] if dates and entered and not left else None,
        (dates[-1] if dates else _already(reading.front.date)) if left else None,
        left or person.former,
        span,
        rule,
    )


def _seat(organisation: str | None, elected: bool, facts: FactsLexicon) -> str | None:
    if elected:
        return "regionsråd" if organisation == "Regionsrådet" else "byråd"
    if organisation is None:
        return None
    found = facts.organisation_names.first("names", organisation) or facts.organisation_names.first(
        "shapes", organisation
    )
    if _PERSONAL.match(organisation):
        return "personlig"
    return "myndighed" if found is not None and found.rule.value in _PUBLIC else "forening"


def _already(date: str | None) -> str | None:
    return None if date is None else f"../{date}"


def _roster_claims(reading: Reading, listed: Sequence[Listed], facts: FactsLexicon) -> Iterator[Claim]:
    """Lists under "Medlemmer"; and lists of those present that give offices: who has a seat by party or association."""
    for one in listed:
        if one.label == "medlemmer" and not one.person.alternatives:
            yield _listed_claim(one.person, "", one.rule, one.span, reading, facts)
    heads = [one for one in listed if one.placed.item is None and one.label in {"til stede", "afbud", "fraværende"}]
    if not any(one.person.office in {"formand", "næstformand"} for one in heads):
        return
    for one in heads:
        place = one.person.organisation
        known = place is not None and (
            _seat(place, False, facts) in {"forening", "personlig"} or bool(_ELECTED.search(place))
        )
        seated = one.person.party is not None or known or one.person.office in {"formand", "næstformand"}
        if seated and one.person.office != "suppleant" and one.person.title is None and " " in one.person.name:
            yield _listed_claim(one.person, "", one.rule, one.span, reading, facts)


def _sentence_claims(reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    for placed in reading.prose():
        for sentence in reading.sentences[placed.passage.passage_id]:
            for found in facts.people.every("statements", sentence.text):
                if _about_own(found, sentence, reading.front, facts):
                    yield _sentence_claim(found, sentence, reading, facts)


def _about_own(found: Found, sentence: Sentence, front: FrontMatter, facts: FactsLexicon) -> bool:
    """Whether the body that the sentence gives or takes a seat in is the paper's own; unnamed, it is."""
    named = found.match.groupdict().get("body")
    if named is not None:
        return is_own(named.strip(), front) or find_generic(named, facts)
    after = [b for b in find_bodies(sentence.text[found.end - 1 :], facts.bodies) if b.start < 60]
    if not after:
        return not re.match(r"[\w ]{0,20} (?:for|af|i) (?!rådet|udvalget)[A-ZÆØÅ]", sentence.text[found.end :][:40])
    return after[0].generic or is_own(after[0].name, front)


def find_generic(name: str, facts: FactsLexicon) -> bool:
    """Whether a name is only "rådet" or "udvalget"."""
    return any(b.generic and b.end - b.start >= len(name.strip()) - 1 for b in find_bodies(name, facts.bodies))


def _sentence_claim(found: Found, sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Claim:
    parts = found.match.groupdict()
    left = found.rule.value == "udtrådt"
    words = parts.get("office") or parts.get("note") or ""
    office = facts.people.first("offices", words)
    after = sentence.text[found.end :]
    dates = [d.edtf for d in find_in(after, anchor=anchor_of(reading.front.date), dates=facts.dates)]
    meeting = sentence.placed.meeting
    day = reading.front.date if meeting is None else meeting.date
    end = (dates[0] if dates else _already(day)) if left else None
    party, organisation = parts.get("party"), parts.get("org")
    if party is not None and organisation is None:
        organisation = elected_body(reading.front, reading)
    seat = _seat(organisation, party is not None, facts)
    rule = "people.office_of" if found.rule.value == "bekræftet" else found.rule.name
    role = None if office is None else office.rule.value
    return Claim(parts["name"], organisation, party, role, seat, None, end, left, sentence.span(), rule)


def _by_person(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(fold(claim.person), []).append(claim)
    yield from groups.values()


def _merged(claims: list[Claim]) -> tuple[Claim, tuple[Span, ...]]:
    """The claim that says most, filled up from the others; their places stand behind it."""
    first = max(
        claims, key=lambda c: (c.rule != "people.office_of", c.party is not None, c.organisation is not None, c.left)
    )
    for other in claims:
        first = replace(
            first,
            organisation=first.organisation or other.organisation,
            party=first.party or other.party,
            role=other.role if first.role in (None, "medlem") and other.role is not None else first.role,
            seat=first.seat or other.seat,
            term_start=first.term_start or other.term_start,
            term_end=first.term_end or other.term_end,
            left=first.left or other.left,
        )
    return first, tuple(dict.fromkeys(c.span for c in claims if c.span != first.span))


def _membership(key: str, claim: Claim, more: tuple[Span, ...], front: FrontMatter) -> Membership:
    as_of = None if claim.left or claim.term_end is not None else front.date
    return Membership(
        key, claim.person, claim.organisation, claim.party, claim.role or "medlem", claim.seat,
        claim.term_start, claim.term_end, as_of, front.body, Proof(claim.span, claim.rule, 1.0, more),
    )  # fmt: skip
