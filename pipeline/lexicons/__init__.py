"""Knowledge as data: the words by which Danish councils write, loaded once, validated, frozen, with a digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from pipeline.lexicons.abbreviations import load_abbreviations
from pipeline.lexicons.facts import FactsLexicon, load_facts
from pipeline.lexicons.front import FrontLexicon, load_front
from pipeline.lexicons.identity import IdentityLexicon, load_identity
from pipeline.lexicons.layout import LayoutLexicon, load_layout
from pipeline.lexicons.likeness import load_silent_words
from pipeline.lexicons.rewording import RewordingLexicon, load_rewording
from pipeline.lexicons.rules import RuleBook
from pipeline.lexicons.sections import SectionLexicon, load_sections
from pipeline.lexicons.themes import ThemeLexicon, load_themes
from pipeline.lexicons.trail import load_trail
from pipeline.lexicons.unclaimed import load_unclaimed
from pipeline.model.language import Abbreviations


@dataclass(frozen=True)
class Lexicons:
    """One field for each lexicon; `digest` is 16 hex digits over all their texts."""

    layout: LayoutLexicon
    sections: SectionLexicon
    front: FrontLexicon
    identity: IdentityLexicon
    trail: RuleBook
    silent_words: frozenset[str]
    rewording: RewordingLexicon
    abbreviations: Abbreviations
    facts: FactsLexicon
    themes: ThemeLexicon
    unclaimed: Mapping[str, str]
    digest: str


def package_texts() -> dict[str, str]:
    """The texts of the lexicons that come with the package, by file name."""
    found = (f for f in files(__package__).iterdir() if f.name.endswith((".yaml", ".csv")))
    return {f.name: f.read_text(encoding="utf-8") for f in sorted(found, key=lambda f: f.name)}


def build(texts: Mapping[str, str]) -> Lexicons:
    """Lexicons from file name and text; `InvalidLexicon` with file and line when an entry does not hold."""
    key = "".join(f"{name}\0{texts[name]}\0" for name in sorted(texts))
    return Lexicons(
        layout=load_layout(texts),
        sections=load_sections(texts),
        front=load_front(texts),
        identity=load_identity(texts),
        trail=load_trail(texts),
        silent_words=load_silent_words(texts),
        rewording=load_rewording(texts),
        abbreviations=load_abbreviations(texts),
        facts=load_facts(texts),
        themes=load_themes(texts),
        unclaimed=load_unclaimed(texts),
        digest=sha256(key.encode()).hexdigest()[:16],
    )


@cache
def load() -> Lexicons:
    """The lexicons that come with the package."""
    return build(package_texts())
