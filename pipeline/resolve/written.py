"""A person's name as it stands on the page: its words with all that printing, grammar and titles add taken off."""

import re
import unicodedata
from dataclasses import dataclass, replace

from pipeline.lexicons.identity import IdentityLexicon
from pipeline.model.ids import fold

_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_FROM = re.compile(r"\s(?:fra|for|\bi\b)\s+(?=[A-ZÆØÅ])(.+)$")
_NAMED_BEFORE = re.compile(r",? ((?:født|f\.|tidl\.|tidligere|fhv\.) [A-ZÆØÅ][^(),]*)$")
_GENITIVE = re.compile(r"(?:(?<=[a-zæøå])['’´`]s|(?<=[szx])['’´`])$")
_CAMEL = re.compile(r"(?<=[a-zæøåé])(?=[A-ZÆØÅ])")
_LINE_END = re.compile(r"(?<=\w)[-\u00ad\u2010] ?(?=[a-zæøå])")
_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_])")
_CODE = re.compile(r"[A-ZÆØÅ]{2,4}")
_GENERATION = re.compile(r",? (?:(?:sen|jun)\.|[sj]r\.?|senior|junior|d\. ?[yæ]\.?)$", re.IGNORECASE)
_BEFORE = 5  # words before a name, at most
_LONG = 10  # letters of a first and last name that printing has run together
_SHORT = 3  # letters of a first name that is cut: Th., Chr.
_LOST = re.compile(r"ff[il]|f[fil]")
_KEPT = {"æ", "ø", "å"}
_SOUNDS = (
    ("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("sch", "sk"), ("ch", "k"), ("ck", "k"), ("ph", "f"), ("th", "t"),
    ("dt", "t"), ("qu", "kv"), ("q", "k"), ("c", "k"), ("w", "v"), ("z", "s"), ("x", "ks"), ("j", "i"), ("y", "i"),
    ("ie", "i"), ("ø", "o"), ("å", "a"), ("æ", "e"),
)  # fmt: skip
_MUTE = re.compile(r"(?<=[aeiouæøå])h(?=[^aeiouæøå]|$)")
_DOUBLED = re.compile(r"(\w)\1+")


@dataclass(frozen=True, slots=True)
class Written:
    """A name as words in one spelling; an initial ends in a dot. `code` are its letters, when a list explains them."""

    words: tuple[str, ...]
    genitive: bool = False
    damaged: bool = False
    title: str | None = None
    organisation: str | None = None
    note: str | None = None
    code: str | None = None
    former: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The letters without spaces, which hyphens, line ends and spelling of å do not change."""
        return "".join(self.words)

    @property
    def whole(self) -> bool:
        """Whether it has a first and a last name, none of them an initial."""
        long = self.damaged and len(self.key) >= _LONG
        return (len(self.words) > 1 or long) and not self.words[0].endswith(".") and not self.words[-1].endswith(".")

    def bare(self) -> "Written":
        """The name less the s of a genitive."""
        last = self.words[-1].removesuffix("s")
        return replace(self, words=(*self.words[:-1], last), genitive=True)


def letters(word: str) -> str:
    """A word in small letters, å for aa, and without the accents that papers leave out."""
    spread = "".join(c if c in _KEPT else _plain(c) for c in unicodedata.normalize("NFC", word.casefold()))
    return spread.replace("aa", "å")


def _plain(letter: str) -> str:
    foreign = {"ö": "ø", "ä": "æ", "ı": "i", "đ": "d", "ł": "l", "ß": "ss", "ð": "d"}.get(letter)
    if foreign is not None:
        return foreign
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))


def sound(word: str) -> str:
    """What a word sounds like, roughly: Christian and Kristian, Birthe and Birte, Juhl and Juul."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", _MUTE.sub("", word))


def without_ligatures(word: str) -> str:
    """The letters that stay when fi, fl and ff are lost."""
    return _LOST.sub("", word)


def read_name(text: str, lexicon: IdentityLexicon, given_names: frozenset[str] = frozenset()) -> Written:
    """The words of a name as written; empty where nothing but titles stands there."""
    body = unicodedata.normalize("NFKC", text).strip(" ,;:")
    body = _NAMED_BEFORE.sub(r" (\1)", body)
    notes = _BRACKETS.findall(body)
    body = _BRACKETS.sub("", body).strip()
    if _CODE.fullmatch(body) and notes and len(notes[0].split()) > 1:
        body, notes = notes[0], [body]
    origin = _FROM.search(body)
    body = body if origin is None else body[: origin.start()]
    generation = _GENERATION.search(body)
    body = (body if generation is None else body[: generation.start()]).strip()
    turned, more = _turned(body, lexicon, given_names)
    notes += more
    title, body = _without_titles(turned, lexicon, given_names)
    genitive = _GENITIVE.search(body) is not None
    words, damaged = _words(_GENITIVE.sub("", body), lexicon)
    code = next((letters(note) for note in notes if _CODE.fullmatch(note) and _stands_for(note, words)), None)
    if len(words) == 1 and _CODE.fullmatch(body):
        code, words = words[0].rstrip("."), (f"{words[0].rstrip('.')}.",)
    former = next((names for names in (_former(note, lexicon) for note in notes) if names), ())
    note = next((n for n in notes if letters(n) != code and not _former(n, lexicon)), None)
    if generation is not None and words:
        # Father and son are two: the word for it is part of the last name.
        words = (*words[:-1], f"{words[-1]}|{letters(generation[0].strip(' ,'))[0]}")
    return Written(words, genitive, damaged, title, None if origin is None else origin[1], note, code, former)


def _stands_for(code: str, words: tuple[str, ...]) -> bool:
    """Whether letters are those of a name: `PL`, `PKL` of Per K. Lund."""
    first = letters(code[0])
    return bool(words) and words[0].startswith(first) and len(words) > 1


def _former(note: str | None, lexicon: IdentityLexicon) -> tuple[str, ...]:
    """`(tidl. Holm)`, `(født Holm)`: the name before."""
    head, _, rest = (note or "").partition(" ")
    return tuple(letters(w) for w in rest.split()) if rest and head.rstrip(".").casefold() in lexicon.formerly else ()


def _turned(body: str, lexicon: IdentityLexicon, given_names: frozenset[str]) -> tuple[str, list[str]]:
    """`Holm, Anna Lise` → `Anna Lise Holm`; a title between commas stays before the name, other pieces are notes."""
    pieces = [piece.strip() for piece in re.split(r"[,:=]| [–-] ", body) if piece.strip()]
    codes = [piece for piece in pieces if _CODE.fullmatch(piece) and len(pieces) > 1]
    pieces = [piece for piece in pieces if piece not in codes] or pieces
    titles = [piece for piece in pieces if lexicon.is_title(piece)]
    names = [piece for piece in pieces if piece not in titles]
    if len(names) < 2:
        return " ".join((*titles, *names)), codes
    first = re.split(r"[ .-]", names[1])[0]
    given = len(first) == 1 or letters(first) in given_names or (len(names[0].split()) == 1 and not first.isupper())
    if given and not _former(names[1], lexicon):
        return " ".join((*titles, names[1], names[0])), [*codes, *names[2:]]
    return " ".join((*titles, names[0])), [*codes, *names[1:]]


def _without_titles(body: str, lexicon: IdentityLexicon, given_names: frozenset[str]) -> tuple[str | None, str]:
    """The titles before a name, and the name; small words before the first capital are titles whatever they say."""
    words = body.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        if all(lexicon.is_title(word) or fold(word) in lexicon.before_titles for word in words[:size]):
            return " ".join(words[:size]), " ".join(words[size:])
    titles = [n for n, word in enumerate(words[:_BEFORE]) if n < len(words) - 1 and lexicon.is_title(word)]
    if titles:
        at = titles[-1]
        start = at + 1 + (2 if words[at + 1] in ("for", "i", "af") and len(words) > at + 3 else 0)
        # "Ældrerådets formand" is the chair of that council, whose paper ever it stands in.
        owner = [f"for {word.removesuffix('s')}" for word in words[:at] if word[:1].isupper() and word.endswith("s")]
        return " ".join((*words[at:start], *owner[-1:])), " ".join(words[start:])
    capital = next((n for n, word in enumerate(words) if word[:1].isupper()), 0)
    if capital and any(f"{lost}{letters(words[capital - 1])}" in given_names for lost in ("fl", "fi")):
        capital -= 1
    while capital and fold(words[capital - 1]) in lexicon.particles:
        capital -= 1
    return (" ".join(words[:capital]), " ".join(words[capital:])) if capital else (None, body)


def _words(body: str, lexicon: IdentityLexicon) -> tuple[tuple[str, ...], bool]:
    """The words in one spelling, and whether pieces had to be put together again."""
    mended = _LINE_END.sub("", body)
    damaged = mended != body or (body[:1].islower() and body.split()[0] not in lexicon.particles)
    spread = _CAMEL.sub(" ", _INITIALS.sub(r"\1. ", mended))
    tokens: list[str] = []
    for token in re.findall(r"[^\W\d_]+[.]?", spread.replace("'", "").replace("’", "")):
        small = token[:1].islower() and letters(token) not in lexicon.particles
        if small and tokens and not tokens[-1].endswith(".") and not body.islower():
            tokens[-1] += token
            damaged = True
        else:
            tokens.append(token)
    first = [] if body.isupper() else [piece for token in tokens[:-1] for piece in _spelt_out(token)]
    apart = [*(first or tokens[:-1]), *tokens[-1:]]
    return tuple(word for word in map(_word, apart) if word), damaged


def _spelt_out(token: str) -> list[str]:
    """`PK` before a last name is P. and K."""
    initials = token.isalpha() and token.isupper() and 1 < len(token) <= _SHORT
    return [f"{letter}." for letter in token] if initials else [token]


def _word(token: str) -> str:
    bare = letters(token.rstrip("."))
    return f"{bare}." if len(bare) == 1 or (token.endswith(".") and len(bare) <= _SHORT) else bare
