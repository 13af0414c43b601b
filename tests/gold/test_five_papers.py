"""What must hold on the five papers, whatever else changes."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from pipeline.evaluate import Outcome
from pipeline.model.document import Document, Passage, PassageKind, Place
from tests.conftest import FIVE

NAMES = [path.stem for path in FIVE]
# Apart from the text on the page: where they stand in its order is the reader's choice.
_ASIDE = {PassageKind.FURNITURE, PassageKind.LETTERHEAD}
_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7▪◦"), "•")


def printed(text: str) -> str:
    """The letters of a word: hyphens at line ends go, and bullets of symbol fonts are bullets."""
    return re.sub(r"[\s\u00ad-]", "", unicodedata.normalize("NFC", text).translate(_BULLETS))


def lines_of(document: Document) -> dict[int, list[tuple[Passage, Place]]]:
    """The printed lines of each page, with the passages they are of."""
    found: dict[int, list[tuple[Passage, Place]]] = {}
    for passage in document.passages:
        for place in passage.places:
            found.setdefault(place.page, []).append((passage, place))
    return found


def holders(lines: list[tuple[Passage, Place]], word: dict[str, Any]) -> list[tuple[Passage, int, str]]:
    """The lines with letters in a word's box: the passage, where in it the first letter stands, and the letters."""
    middle, found = (word["top"] + word["bottom"]) / 2, []
    for passage, place in lines:
        if not place.top - 1 <= middle <= place.bottom + 1:
            continue
        inside = [
            i
            for i, (left, right) in enumerate(pairwise(place.edges), start=place.start)
            if word["x0"] - 0.5 <= (left + right) / 2 <= word["x1"] + 0.5 and passage.text[i] != " "
        ]
        if inside:
            found.append((passage, inside[0], "".join(passage.text[i] for i in inside)))
    return found


def words(name: str) -> Iterator[tuple[int, dict[str, Any], str]]:
    """The PDF's own words, page by page from top to bottom."""
    with pdfplumber.open(next(path for path in FIVE if path.stem == name)) as pdf:
        for page in pdf.pages:
            yield from ((page.page_number, word, printed(word["text"])) for word in page.extract_words())


@pytest.mark.parametrize("name", NAMES)
def test_every_word_stands_in_exactly_one_passage_and_in_order(name, documents):
    lines, astray, turns, last = lines_of(documents[name]), [], [], (0, 0, 0)
    for page, word, text in words(name):
        found = holders(lines[page], word)
        if text and [printed(letters) for *_, letters in found] != [text]:
            astray.append((page, word["text"], [letters for *_, letters in found]))
        elif text and found[0][0].kind not in _ASIDE:
            place = (page, found[0][0].order, found[0][1])
            turns += [(page, word["text"])] if place < last else []
            last = place
    assert astray == []
    assert turns == []


@pytest.mark.parametrize("name", NAMES)
def test_every_page_was_read(name, documents):
    document = documents[name]
    assert {page.state for page in document.pages} == {"text"}
    assert {page.number for page in document.pages} == {p.page for p in document.passages}


@pytest.mark.parametrize(
    ("score", "count"),
    [
        ("documents.kind", 5),
        ("documents.body", 5),
        ("documents.region", 5),
        ("documents.date", 4),  # the slides have none
        ("documents.case_numbers", 2),
        ("documents", 5),
        ("meetings", 1),
        ("agenda_items", 10),
        ("agenda_items.number", 10),
        ("agenda_items.title", 10),
        ("agenda_items.case_number", 10),
        ("agenda_items.page", 10),
    ],
)
def test_front_matter_and_items_are_all_right(score, count, scores):
    found = scores.named(score)
    assert (found.expected, found.found, found.right) == (count, count, count)


def test_every_section_of_every_item(scores):
    minutes = [v for v in scores.named("sections").verdicts if v.document.startswith("referat")]
    assert [v for v in minutes if v.outcome is not Outcome.RIGHT] == []
    assert len(minutes) == 31


@pytest.mark.parametrize("score", ["headings", "list_items"])
def test_headings_and_list_items(score, scores):
    assert scores.named(score).f1.value >= 0.98


def test_those_who_are_no_members_are_not_taken_for_any(scores):
    assert scores.named("non_members").f1.value == 1.0
