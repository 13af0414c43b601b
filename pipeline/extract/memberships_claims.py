"""What one place of a paper says of a member, and how the words of it become a seat and a term."""

import re
from dataclasses import dataclass

from pipeline.extract.dates import find_in
from pipeline.extract.edtf import anchor_of
from pipeline.extract.people import WrittenPerson
from pipeline.extract.reading import Reading
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.place import Span
from pipeline.model.structure import FrontMatter

_ELECTED = re.compile(r"\b(?:\w*byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)", re.IGNORECASE)
_PERSONAL = re.compile(r"^(?:personlig|brugerrepræsentant|pårørenderepræsentant|livsekspert|borger)", re.IGNORECASE)
_PUBLIC = frozenset({"myndighed", "region", "kommune", "hospital"})
_ASSEMBLIES = ("Byrådet", "Kommunalbestyrelsen", "Borgerrepræsentationen", "Regionsrådet")
# The words before a date that may tell what it is, and those that make it the term of the whole body.
_BEFORE = 60
_SMALL_WORDS = re.compile(r"(?:(?:fra|og|med|til|indtil|frem|siden|pr\.|per|den|d\.) )*", re.IGNORECASE)
_OF_THE_BODY = re.compile(r"periode\w* ?(?:\(|fra )?$", re.IGNORECASE)


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


def elected_body(front: FrontMatter, reading: Reading) -> str:
    """The assembly a politician of this paper sits in: of the region, or of the municipality as the paper calls it."""
    if (front.authority or "").startswith("Region") or (front.region is not None and front.authority is None):
        return "Regionsrådet"
    text = " ".join(p.passage.text for p in reading.passages)
    counts = {name: len(re.findall(rf"\b{name}", text, re.IGNORECASE)) for name in _ASSEMBLIES}
    return max(_ASSEMBLIES, key=lambda name: (counts[name], -_ASSEMBLIES.index(name)))


def listed_claim(
    person: WrittenPerson, lead: str, rule: str, span: Span, reading: Reading, facts: FactsLexicon
) -> Claim:
    """The claim of an entry of a list; `lead` introduces the list."""
    text = span.quote
    elected = person.party is not None or facts.people.holds("elected_groups", lead)
    organisation = person.organisation
    elected = elected or (organisation is not None and _ELECTED.search(organisation) is not None)
    if elected and (organisation is None or person.party is not None or _ELECTED.search(organisation)):
        organisation = elected_body(reading.front, reading)
    seat = seat_of(organisation, elected, facts)
    if seat == "personlig":
        organisation = None
    start, end = spoken_term(text, reading, facts)
    left = facts.people.holds("left", text) or (end is not None and start is None)
    return Claim(
        person.name,
        organisation,
        person.party,
        person.office,
        seat,
        start,
        end or (already(reading.front.date) if left else None),
        left or person.former,
        span,
        rule,
    )


def spoken_term(text: str, reading: Reading, facts: FactsLexicon) -> tuple[str | None, str | None]:
    """The first day and the last that words about a person give; the body's own period gives none."""
    start = end = None
    at = 0
    for found in find_in(text, anchor=anchor_of(reading.front.date), dates=facts.dates):
        if _OF_THE_BODY.search(text[: found.start]):
            continue
        first, _, last = found.edtf.partition("/")
        # "fra 2019" and "til 2021" are dates with a word of their own in them; what stands before them counts too.
        before = f"{text[max(at, found.start - _BEFORE) : found.start]}{_word_of(text[found.start : found.end])}"
        at = found.end
        if last == ".." and facts.people.holds("left", before):
            end = end or first
        elif last == "..":
            start = start or first
        elif first == "..":
            end = end or last
        elif last:
            start, end = start or first, end or last
        elif facts.people.holds("ends", before):
            end = end or first
        elif facts.people.holds("begins", before):
            start = start or first
    return start, end


def _word_of(date: str) -> str:
    """The small words that a date begins with: "pr. " of "pr. 1. maj"."""
    found = _SMALL_WORDS.match(date)
    return "" if found is None else found[0]


def seat_of(organisation: str | None, elected: bool, facts: FactsLexicon) -> str | None:
    """From whom a seat comes, by the organisation or the vote behind it."""
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


def already(date: str | None) -> str | None:
    """Over by the date of the paper, the day unknown."""
    return None if date is None else f"../{date}"
