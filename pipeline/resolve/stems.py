"""A Danish word to its stem: the dictionary form less the endings by which verbs, nouns and adjectives are made."""

import re
from functools import lru_cache

import simplemma

from pipeline.nlp.compounds import load_compounds

# What is left keeps at least four letters: "uden" is no "ud", "by" no "b".
_ENDING = re.compile(
    r"(.{4,}?)(?:elsernes?|elsen|elser?|else|ning(?:en|er|erne)?|ing(?:en|er|erne)?|hed(?:en|er|erne)?|ernes?|ende|ede|ene"
    r"|ers?|ens?|ets?|es|e|s|t)$"
)
# etablere, etablering -> etabler, though `er` is an ending elsewhere.
_VERB = re.compile(r"(.{2,}er)(?:es?|ede|ende|et|ing(?:en|er|erne)?)$")
_LEAST = 4
_LEAST_PART = 3
_LONG = 10
# A known word so short is hardly a compound: skimmel is no skim + mel.
_SHORT = 7
# Ends of derived words that happen to be words: person|lig, blomst|ring, ordinat|ion, sygepleje|rske.
_NO_HEADS = re.compile(r"(?:lige?|ligt|ring\w*|ning\w*|ion\w*|r?ske\w*|være|ter|mel|lser?|ende|hed\w*|rende|iske?)$")
# Before a verb these make another verb and no compound: oprette, udvide, nedsætte, indføre.
_PREFIX = re.compile(
    r"(?:under|over|ned|op|ud|ind|af|for|til|på|efter|gen|sam|be|an|med|fra|mod|om|ved|bi|bort|frem|hen|bag|ude|inde|mis|u)$"
)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in small letters."""
    lemma: str = simplemma.lemmatize(word, lang="da").casefold()
    verb = _VERB.match(lemma)
    if verb is not None:
        return verb[1]
    ending = _ENDING.match(lemma)
    bare = lemma if ending is None else ending[1]
    return bare[:-1] if len(bare) > _LEAST and bare[-1] == bare[-2] else bare


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """The parts of a compound, linking letters off, in dictionary form; nothing for another word."""
    lemma: str = simplemma.lemmatize(word, lang="da").casefold()
    found = _split(lemma)
    if len(found) < 2 or _PREFIX.match(found[0]) or min(len(part) for part in found) < _LEAST_PART:
        return ()
    if _NO_HEADS.match(found[-1]) or (len(lemma) <= _SHORT and simplemma.is_known(lemma, lang="da")):
        return ()
    return tuple(p for part in (_unlinked(found[0]), *found[1:]) for p in _parts_of_part(part))


def _parts_of_part(part: str) -> tuple[str, ...]:
    """A part that is a word of the dictionary stays whole."""
    return (part,) if simplemma.is_known(part, lang="da") else parts(part) or (part,)


def _split(word: str) -> tuple[str, ...]:
    """The main parts of a compound, or else two known words that make the whole of it."""
    found = load_compounds().split(word)
    if len(found) > 1:
        return found
    cuts = range(_LEAST, len(word) - _LEAST + 1)
    known = (at for at in cuts if _is_word(word[:at]) and simplemma.is_known(word[at:], lang="da"))
    best = min(known, key=lambda at: (abs(at - len(word) // 2), at), default=0)
    return (word[:best], word[best:]) if best > 0 and len(word) >= _LONG else (word,)


def _is_word(part: str) -> bool:
    return bool(simplemma.is_known(part, lang="da")) or (
        part.endswith("s") and bool(simplemma.is_known(part[:-1], lang="da"))
    )


def _unlinked(part: str) -> str:
    """sundheds -> sundhed; `plads` keeps its own s."""
    whole = simplemma.is_known(part, lang="da") and not simplemma.is_known(part[:-1], lang="da")
    return part[:-1] if part.endswith("s") and not whole and len(part) > _LEAST else part
