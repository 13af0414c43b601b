"""Made lines as council papers have them: people and whom they represent, decisions, headings that name nobody."""

import re
from random import Random

from spacy.language import Language
from spacy.tokens import Span

from training import names
from training.gazetteers import Gazetteers, words_of
from training.lines import Line, line_of_text

_SLOT = re.compile(r"\{(\w)\}")
_LABELS = {"P": "PER", "O": "ORG", "B": "ORG", "M": "ORG", "R": "ORG", "K": "ORG", "Y": "ORG", "L": "LOC", "G": "LOC"}
_LISTS = {"B": "bodies", "R": "regions", "Y": "parties", "G": "places", "t": "offices", "x": "letters", "H": "headings"}


def council_line(rng: Random, lists: Gazetteers, *, language: Language) -> Line | None:
    """A line of council text with its names; None when a name does not fall on whole tokens."""
    template = rng.choice(words_of("council")["lines"])
    before = rng.choice(words_of("council")["bullets"]) if template[0] not in "-•" and rng.random() < 0.25 else ""
    text, marked = filled(template, rng, lists)
    shifted = [(start + len(before), end + len(before), label) for start, end, label in marked]
    return line_of_text(before + text, shifted, language=language)


def filled(template: str, rng: Random, lists: Gazetteers) -> tuple[str, list[tuple[int, int, str]]]:
    """The template with names in its slots, and where they lie."""
    text, at = "", 0
    marked: list[tuple[int, int, str]] = []
    for slot in _SLOT.finditer(template):
        text += template[at : slot.start()]
        value, at = drawn(slot[1], rng, lists), slot.end()
        if not text:
            value = value[0].upper() + value[1:]
        start, text = len(text), text + value
        label = _LABELS.get(slot[1])
        if label is None:
            continue
        after = re.match(r" Kommunes?\b|s\b", template[at:])
        if after is not None:
            # "{K} Kommunes indsats": the municipality is the whole name, and the genitive belongs to it.
            text, at = text + after[0], at + after.end()
        marked.append((start, len(text), label))
    return text + template[at:], marked


def drawn(slot: str, rng: Random, lists: Gazetteers) -> str:
    """A value for a slot of words/council.yaml."""
    if slot == "P":
        return names.person(rng, lists)
    if slot == "O":
        return names.council_organisation(rng, lists)
    if slot == "M":
        body = rng.choice(words_of("council")["municipal_bodies"])
        return f"{genitive(rng.choice(lists.municipalities))} Kommunes {body}"
    if slot == "K":
        return genitive(rng.choice(lists.municipalities))
    if slot == "L":
        return names.town(rng, lists)
    return rng.choice(words_of("council")[_LISTS[slot]])


def genitive(municipality: str) -> str:
    """As it stands before `Kommune`: København alone of the 98 takes an s that its list form has not."""
    return "Københavns" if municipality == "København" else municipality


def heading(rng: Random, fragments: list[str], *, language: Language) -> Line:
    """A heading, a list item or a label that names nobody."""
    words = words_of("council")
    text = rng.choice(rng.choices([words["headings"], words["plain"], fragments], [30, 20, 50])[0])
    if rng.random() < 0.15:
        text = text.upper()
    if rng.random() < 0.45:
        text = rng.choice(words["bullets"]) + text
    if rng.random() < 0.15:
        text += rng.choice([".....\t3", " .....", ":", " ........ 12"])
    parsed = language.make_doc(text)
    return Line(tuple(t.text for t in parsed), tuple(bool(t.whitespace_) for t in parsed))


def fragment(sentence: Span, rng: Random) -> str | None:
    """A few plain words of a sentence, capital first, as a heading has them; None when it has no such words."""
    tokens = list(sentence)
    for start in range(len(tokens) - 1):
        part = tokens[start : start + rng.randint(1, 6)]
        edges = part[0].pos_ in {"NOUN", "ADJ"} and part[-1].pos_ in {"NOUN", "VERB", "ADJ"}
        if edges and not any(t.ent_type_ or t.is_punct for t in part):
            text = "".join(t.text_with_ws for t in part).strip()
            return text[0].upper() + text[1:]
    return None
