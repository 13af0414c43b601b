"""To whom advice goes: who stands between the verb and the content, or who is to act in the content."""

import re

from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found

# Verbs that take the one they are said to; others ("lægger vægt på") have none.
_SAID_TO = re.compile(
    r"anbefal|indstil|henstil|opfordr|appell|foresl|fraråd|anmod|tilråd|kræv|be(?:der|d)|bad", re.IGNORECASE
)
_SOMEBODY = re.compile(r"(?:en|et|ne|ere?|[ent]s)$|^(?:alle|samtlige)$")
_DIRECTIVE = 2
# A wish is spoken to nobody, even where it says who is to act.
_WISHES = "ønsk"


def find_addressee(text: str, found: Found, end: int, facts: FactsLexicon) -> str | None:
    """The addressee of advice whose verb ends at `end`, as written; None when nobody is named."""
    book = facts.recommendations
    verb = (found.match.groupdict().get("verb") or "").casefold()
    if _SAID_TO.match(verb):
        told = book.first("addressees", text[end:])
        if told is not None and _is_somebody(told.match["who"]):
            return told.match["who"]
    if int(found.rule.value) > _DIRECTIVE or verb.startswith(_WISHES):
        return None
    acting = book.first("actors", text[found.start :])
    return None if acting is None else acting.match["who"]


def find_list_addressee(text: str, facts: FactsLexicon) -> str | None:
    """To whom a list announced by its noun goes: "følgende anbefalinger til byrådet:"."""
    found = facts.recommendations.first("list_addressees", text)
    return None if found is None else found.match["who"]


def _is_somebody(words: str) -> bool:
    """A name, or a noun in the definite or the plural: no adverb."""
    return any(word[:1].isupper() or _SOMEBODY.search(word) for word in words.split())
