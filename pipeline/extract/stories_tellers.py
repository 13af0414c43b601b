"""Who tells a story, where the paper says so."""

import re
from itertools import pairwise

from pipeline.extract.reading import Reading, body_text
from pipeline.extract.stories_sentences import sentences_of
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.document import PassageKind
from pipeline.model.paper import Placed

_QUOTED = re.compile(r"^[–—-]? ?[”\"»“„]|[”\"«“»][.,]?$")
_MORE = re.compile(r",? (?:der|som|da|og (?:han|hun|de|tilføj\w+)|men|mens|efter|om|til)\b.*$")
_PRONOUN = re.compile(r"(?:han|hun|de)\b(?! \w+(?:erne|ede|e)\b)")
_NAMED_TWICE = re.compile(r"^(?:som|sådan|således) ")


def teller_of(placed: Placed, reading: Reading, facts: FactsLexicon) -> str | None:
    """Who tells: the passage itself, the line under a quotation, the sentence that leads it in, or the chapter's."""
    text = body_text(placed.passage)
    own = who_tells(sentences_of(placed, reading)[0].text, facts) or label_of(text, facts)
    if own is not None:
        return own
    under = _line_under(placed, reading, facts)
    if under is not None:
        return under
    return _told_above(placed, reading, facts)


def who_tells(text: str, facts: FactsLexicon) -> str | None:
    """Whom a sentence names as its teller."""
    found = facts.stories.first("tellers", text)
    if found is None:
        return None
    who = next(value for value in found.match.groupdict().values() if value)
    genitive = found.rule.name == "stories.own_statements" and who.endswith("s")
    return _begun(who[:-1] if genitive else who)


def label_of(text: str, facts: FactsLexicon) -> str | None:
    """The name before the colon at the head of an item."""
    found = facts.stories.first("labels", text)
    return None if found is None else _begun(found.match["who"])


def said_by(quote: Found) -> str:
    """Who says a quotation that names its speaker."""
    who = quote.match["who"]
    pronoun = _PRONOUN.match(who)
    if pronoun is not None:
        return _begun(pronoun[0])
    return _begun(_MORE.sub("", _NAMED_TWICE.sub("", who)) or who)


def attribution(placed: Placed, reading: Reading, facts: FactsLexicon) -> str | None:
    """Who is named by a passage that is nothing but the line under a quotation."""
    place = reading.places[placed.passage.passage_id]
    above = reading.passages[place - 1].passage if place else None
    if above is None or placed.passage.kind not in {PassageKind.PARAGRAPH, PassageKind.ITEM}:
        return None
    if above.kind is not PassageKind.QUOTE and _QUOTED.search(body_text(above)) is None:
        return None
    found = facts.stories.first("attributions", body_text(placed.passage))
    return None if found is None else _begun(found.match["who"])


def _line_under(placed: Placed, reading: Reading, facts: FactsLexicon) -> str | None:
    """The line under this quotation, or under the last of those that follow each other."""
    start = reading.places[placed.passage.passage_id]
    for above, below in pairwise(reading.passages[start : start + 4]):
        if not (above.passage.kind is PassageKind.QUOTE or _QUOTED.search(body_text(above.passage))):
            return None
        who = attribution(below, reading, facts)
        if who is not None:
            return who
    return None


def _told_above(placed: Placed, reading: Reading, facts: FactsLexicon) -> str | None:
    listed = placed.passage.kind in {PassageKind.ITEM, PassageKind.QUOTE}
    for n, other in enumerate(reading.before(placed)):
        text = other.passage.text
        if (listed or n == 0) and text.rstrip().endswith(":"):
            led = who_tells(text, facts)
            if led is not None:
                return led
        if other.context.section[:1] != placed.context.section[:1]:
            return None
        if facts.stories.holds("announcements", text):
            return who_tells(text, facts)
    return None


def _begun(who: str) -> str:
    bare = who.strip(" ,–—-")
    return bare[:1].upper() + bare[1:]
