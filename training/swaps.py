"""Copies of real sentences with other names in the old names' places; labels and grammar stay."""

import re
from dataclasses import dataclass
from random import Random

from spacy.language import Language

from training import names
from training.gazetteers import Gazetteers
from training.lines import Line, Name


@dataclass(frozen=True, slots=True)
class Swapper:
    """What a swap draws from; `share` of the names are exchanged, the rest keep the sentence true to the corpus."""

    language: Language
    lists: Gazetteers
    rng: Random
    share: float = 0.85

    def swapped(self, line: Line) -> Line:
        """The line with other names in it."""
        words: list[str] = []
        spaces: list[bool] = []
        found: list[Name] = []
        at = 0
        for name in line.names:
            words += line.words[at : name.start]
            spaces += line.spaces[at : name.start]
            new_words, new_spaces = self._replaced(line, name)
            found.append(Name(len(words), len(words) + len(new_words), name.label))
            words += new_words
            spaces += new_spaces
            at = name.end
        return Line(tuple(words) + line.words[at:], tuple(spaces) + line.spaces[at:], tuple(found))

    def _replaced(self, line: Line, name: Name) -> tuple[list[str], list[bool]]:
        old = list(line.words[name.start : name.end])
        spaces = list(line.spaces[name.start : name.end])
        text = self._other(old, name.label) if self.rng.random() < self.share else None
        if text is None:
            return old, spaces
        tokens = self.language.make_doc(with_genitive(text, old[-1], self.rng))
        return [t.text for t in tokens], [bool(t.whitespace_) for t in tokens[:-1]] + [spaces[-1]]

    def _other(self, old: list[str], label: str) -> str | None:
        """Another name of the same kind and look; None where the old one had better stand."""
        if label == "PER":
            return self._person(old)
        if label == "LOC":
            return names.place(self.rng, self.lists) if len(old) == 1 and old[0][:1].isupper() else None
        if label == "ORG":
            return self._organisation(old)
        return self._other_kind(old)

    def _person(self, old: list[str]) -> str:
        make = names.single_person if len(old) == 1 else names.person
        return make(self.rng, self.lists)

    def _organisation(self, old: list[str]) -> str | None:
        if not old[0][:1].isupper():
            return None
        if is_place(old[0], self.lists) and len(old) == 1:
            # A town or a country that stands for its team or its government.
            return names.place(self.rng, self.lists)
        if len(old) > 1:
            return names.several_words_organisation(self.rng, self.lists)
        make = names.letters_organisation if is_letters(old[0]) else names.single_organisation
        return make(self.rng, self.lists)

    def _other_kind(self, old: list[str]) -> str | None:
        """Compounds with a name in front (`FN-styrken`) and adjectives of nationality; titles and brands stand."""
        if len(old) != 1:
            return None
        head = re.fullmatch(r"([A-ZÆØÅ][\wæøå]+)-([a-zæøå]{3,})", old[0])
        if head is not None:
            return f"{self._front(head[1])}-{head[2]}"
        ending = re.fullmatch(r"[a-zæøå]+sk(e?)", old[0])
        return self.rng.choice(self.lists.nationalities) + ending[1] if ending is not None else None

    def _front(self, old: str) -> str:
        if is_letters(old):
            return names.letters_organisation(self.rng, self.lists)
        makers = (names.single_person, names.place, names.single_organisation)
        return self.rng.choice(makers)(self.rng, self.lists).split()[0]


def is_letters(word: str) -> bool:
    """Whether a word is an abbreviation of capitals, with or without a genitive: FN, B.T., DBUs."""
    return re.fullmatch(r"[A-ZÆØÅ][A-ZÆØÅ.\-/0-9]{1,6}(?:['’]?s)?", word) is not None


def is_place(word: str, lists: Gazetteers) -> bool:
    return word.removesuffix("s") in lists.countries or word in lists.municipalities or word in lists.countries


def with_genitive(text: str, old: str, rng: Random) -> str:
    """The new name in the case of the old one, as far as the old one's ending tells."""
    if old.endswith(("'s", "’s")):
        return f"{text}{old[-2]}s"
    # Half of what ends in s is a genitive; the other half is called so (Anders, Horsens).
    if old.endswith("s") and not text.endswith("s") and rng.random() < 0.5:
        return f"{text}s"
    return text
