"""Sentences that give a person a seat in the paper's body, an office in it, or take it."""

import re
from collections.abc import Iterator

from pipeline.extract.bodies import find_bodies, is_own
from pipeline.extract.dates import find_in
from pipeline.extract.edtf import anchor_of
from pipeline.extract.memberships_claims import Claim, already, elected_body, listed_claim, seat_of, spoken_term
from pipeline.extract.people import read_run
from pipeline.extract.reading import Reading, Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.structure import FrontMatter


def sentence_claims(reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """The claims of all sentences, in order."""
    for placed in reading.prose():
        for sentence in reading.sentences[placed.passage.passage_id]:
            yield from _all_named(sentence, reading, facts)
            stated = facts.people.every("statements", sentence.text)
            ends = [*(found.start for found in stated[1:]), len(sentence.text)]
            for found, end in zip(stated, ends, strict=False):
                if _about_own(found, sentence, reading.front, facts):
                    yield _sentence_claim(found, end, sentence, reading, facts)
            for found in facts.people.every("replaced", sentence.text):
                if stated and _about_own(stated[0], sentence, reading.front, facts):
                    yield _sentence_claim(found, len(sentence.text), sentence, reading, facts)


def _all_named(sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Iterator[Claim]:
    """ "Rådet består af Anne Bech (formand), Kim Lund og Per Holm": each is a member."""
    found = facts.people.first("member_sentences", sentence.text)
    if found is None:
        return
    rest = sentence.text[found.end :]
    people = list(read_run(rest, people=facts.people, organisations=facts.organisation_names))
    for person in people if len(people) > 1 else ():
        span = sentence.span(found.end + person.start, found.end + person.end)
        yield listed_claim(person, "", found.rule.name, span, reading, facts)


def _about_own(found: Found, sentence: Sentence, front: FrontMatter, facts: FactsLexicon) -> bool:
    """Whether the body that the sentence gives or takes a seat in is the paper's own; unnamed, it is."""
    named = found.match.groupdict().get("body")
    if named is not None:
        return is_own(named.strip(), front) or find_generic(named, facts)
    after = [b for b in find_bodies(sentence.text[found.end - 1 :], facts.bodies) if b.start < 60]
    if not after:
        rest = re.sub(r"^,? (?:i stedet for|efter) .*", "", sentence.text[found.end :])
        return not re.match(r"[\w ]{0,20} (?:for|af|i) (?!rådet|udvalget)[A-ZÆØÅ]", rest[:40])
    return after[0].generic or is_own(after[0].name, front)


def find_generic(name: str, facts: FactsLexicon) -> bool:
    """Whether a name is only "rådet" or "udvalget"."""
    return any(b.generic and b.end - b.start >= len(name.strip()) - 1 for b in find_bodies(name, facts.bodies))


def _sentence_claim(found: Found, stop: int, sentence: Sentence, reading: Reading, facts: FactsLexicon) -> Claim:
    parts = {key: value for key, value in found.match.groupdict().items() if value}
    left = found.rule.value == "udtrådt"
    office = facts.people.first("offices", parts.get("office") or parts.get("note") or "")
    start, end = _term(found, stop, sentence, reading, facts)
    if left and end is None:
        day = reading.front.date if sentence.placed.meeting is None else sentence.placed.meeting.date
        end = already(day)
    party = parts.get("party")
    organisation = next((parts[key].strip() for key in ("org", "org2", "org3") if key in parts), None)
    if party is not None and organisation is None:
        organisation = elected_body(reading.front, reading)
    seat = seat_of(organisation, party is not None, facts)
    rule = "people.office_of" if found.rule.value == "bekræftet" else found.rule.name
    role = None if office is None else office.rule.value
    over = left or (end is not None and not end.startswith(".."))
    return Claim(parts["name"], organisation, party, role, seat, start, end, over, sentence.span(), rule)


def _term(
    found: Found, stop: int, sentence: Sentence, reading: Reading, facts: FactsLexicon
) -> tuple[str | None, str | None]:
    """Its dates, read up to the next statement; of somebody who has left, the first date is the last day."""
    if found.rule.value != "udtrådt":
        return spoken_term(sentence.text[found.start : stop], reading, facts)
    after = sentence.text[found.end :]
    dates = [d.edtf for d in find_in(after, anchor=anchor_of(reading.front.date), dates=facts.dates)]
    return None, dates[0] if dates else None
