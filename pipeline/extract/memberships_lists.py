"""The entries of member lists: under a heading, or after a sentence that introduces them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.memberships_claims import Claim, listed_claim
from pipeline.extract.memberships_groups import group_claims
from pipeline.extract.people import WrittenPerson, read_entry
from pipeline.extract.reading import Reading, body_text
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed
from pipeline.model.structure import PaperKind, SectionRole

# Where "følgende medlemmer" are those who voted, came or sign, and no list of members.
_NO_LISTS = frozenset({
    SectionRole.SIGNATURES, SectionRole.PRESENCE, SectionRole.ABSENCE, SectionRole.DECISION, SectionRole.PROPOSAL,
})  # fmt: skip
_ENTRY_KINDS = frozenset({PassageKind.ITEM, PassageKind.PARAGRAPH, PassageKind.LETTERHEAD})
_HEAD_KINDS = frozenset({PassageKind.HEADING, PassageKind.TITLE})
_LONGEST_ENTRY = 160


def list_claims(reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """The entries of member lists: under a heading, or after a sentence that introduces them."""
    lead: str | None = None
    rule = ""
    for placed in reading.passages:
        text = body_text(placed.passage)
        found = _introduces(placed, text, facts)
        if placed.passage.kind in _HEAD_KINDS and lead is not None and _of_substitutes(text, reading, facts):
            lead = text
            continue
        if placed.passage.kind in _HEAD_KINDS:
            lead, rule = (
                (text, _rule_of(found)) if found is not None or placed.role is SectionRole.MEMBERS else (None, "")
            )
            lead = None if facts.people.holds("other_lists", text) else lead
            continue
        grouped = list(group_claims(placed, text, reading, facts)) if lead is not None else []
        if grouped:
            yield from grouped
            continue
        if found is not None and placed.passage.kind is not PassageKind.ITEM:
            lead, rule = text, _rule_of(found)
            continue
        if lead is None or placed.passage.kind not in _ENTRY_KINDS or facts.presence.holds("labels", text):
            lead = lead if lead is not None and placed.passage.kind is PassageKind.ITEM else None
            continue
        person = _entry(placed, text, facts)
        if person is not None and not person.alternatives:
            if _of_substitutes(lead, reading, facts):
                person = replace(person, office="suppleant")
            yield listed_claim(person, lead, rule or "people.members_are", placed.passage.span(), reading, facts)


def _of_substitutes(text: str, reading: Reading, facts: FactsLexicon) -> bool:
    """Whether a heading below the members names those who stand in; in minutes it is who stood in that day."""
    found = facts.people.first("seat_groups", text.strip(" :"))
    told = found is not None and found.rule.value == "post" and reading.front.kind is not PaperKind.MINUTES
    return told and re.match(r"(?:\d\. )?(?:suppleant|stedfortræder)", text, re.IGNORECASE) is not None


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
