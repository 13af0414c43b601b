"""What stays of a name when spelling, case and definite forms change, and which authority it names."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.lexicons import Lexicons
from pipeline.model.ids import fold
from pipeline.resolve.written import letters

_APOSTROPHE = re.compile(r"['’´`]")
_DOUBLED = re.compile(r"(\w)\1+")
_LINE_END = re.compile(r"(?<=[a-zæøå])[-\u00ad\u2010] ?(?!og |eller |samt )(?=[a-zæøå])")
_CENTRE = re.compile(r"cent(?:re|ere)ts?$")
_TOPIC = re.compile(r" (?:for|om|vedrørende|i|på) ")
_ARTICLES = ("mets", "ets", "ens", "met", "et", "en", "ns", "n", "s")
_SMALL = {"i", "for", "af", "det", "den", "de", "og", "på", "ved"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name without its authority, and the authority, when the name holds one."""

    core: str
    authority: str | None


@dataclass(frozen=True)
class Names:
    """What the lexicons tell of names, made ready once for a corpus; `own` are the authorities of its papers."""

    lexicons: Lexicons
    own: frozenset[str] = frozenset()

    def key(self, name: str) -> str:
        """What two spellings of one organisation share: letters less case, spaces, apostrophes, doubling, articles."""
        return _DOUBLED.sub(r"\1", "".join(self.words(name)))

    def bag(self, name: str) -> str:
        """What two orders of the same words share: `Landsbylauget i Tved` and `Tved Landsbylaug`."""
        words = [word for word in self.words(name) if word not in _SMALL]
        if self.is_body(name):
            words = [piece for word in words for piece in _opened(word)]
        return _DOUBLED.sub(r"\1", " ".join(sorted(words)))

    def words(self, name: str) -> list[str]:
        """The words of a name in one spelling, without articles; a word broken at a line end is whole."""
        identity = self.lexicons.identity
        words = [letters(word) for word in fold(_LINE_END.sub("", _APOSTROPHE.sub("", name))).split()]
        if len(words) > 1 and words[0] in identity.leading and words[1] not in identity.kept_before:
            words = words[1:]
        if self.is_body(name):
            words = [*(self._stem(word) for word in words[:-1] if word not in ("det", "den", "de")), words[-1]]
        return [self.indefinite(word) for word in words if word != "og"]

    def _stem(self, word: str) -> str:
        """`sociale`, `socialt` → `social`: the form of an adjective says nothing."""
        plain = _DOUBLED.sub(r"\1", word)
        found = (a for a in self.lexicons.identity.adjectives if plain.removeprefix(a) in ("", "e", "t"))
        return next(found, word)

    def indefinite(self, word: str) -> str:
        """`udsatterådets` → `udsatteråd`, `epilepsiforeningens` → `epilepsiforening`; other words stay."""
        word = _CENTRE.sub("center", word)
        for article in _ARTICLES:
            bare = word.removesuffix(article)
            if bare != word and bare.endswith(self._heads) and (article[0] != "n" or bare.endswith("e")):
                return bare
        return word

    def is_body(self, name: str) -> bool:
        """Whether a name is that of a council or committee."""
        folded = " ".join(letters(word) for word in fold(name).split())
        if folded in self._known_bodies:
            return True
        if any(word.endswith(self._never_bodies) for word in folded.split()):
            return False
        head = _TOPIC.split(folded)[0].split()
        return bool(head) and self.indefinite(head[-1]).endswith(self.lexicons.front.body_endings)

    def is_label(self, name: str) -> bool:
        """Whether a name is a heading or the name of a kind of paper."""
        return fold(name) in self._paper_words or self.lexicons.sections.role_of(name) is not None

    def split(self, name: str) -> Named:
        """`Region X's Udsatteråd`, `Udsatterådet i Region X`, `Byrådet i Y Kommune`, `Y Byråd`: name and authority."""
        whole = _LINE_END.sub("", name)
        before = self._area_first.fullmatch(whole)
        if before is not None and self.is_body(before[2]):
            return Named(before[2], self._authority(before[1]))
        after = self._area_last.fullmatch(whole)
        if after is not None and self.is_body(after[1]):
            return Named(after[1], self._authority(after[2]))
        return Named(name, None)

    def is_own(self, place: str) -> bool:
        """Whether a place is the municipality or region of a paper."""
        return any(place in (area, _plain(area)) for area in self.own)

    def in_place(self, name: str) -> str:
        """`Røde Kors i Testby` → `Røde Kors Testby`, in the papers of Testby; of a body the place is its authority."""
        head, between, place = name.rpartition(" i ")
        return f"{head} {_plain(place)}" if between and self.is_own(place) and not self.is_body(head) else name

    def _authority(self, area: str) -> str:
        same = letters(_plain(area))
        own = next((one for one in sorted(self.own) if letters(_plain(one)) == same), None)
        if own is not None:
            return own
        if area.endswith("Kommune") and _plain(area) not in self.lexicons.front.municipalities:
            return area
        area = _plain(area)
        return area if area in self.lexicons.front.regions else self.lexicons.front.full_name(area)

    @cached_property
    def _areas(self) -> str:
        own = sorted({_plain(area) for area in self.own}, key=lambda a: (-len(a), a))
        areas = (*own, *sorted(self.lexicons.front.regions), *self.lexicons.front.municipalities)
        return "|".join(re.escape(area) for area in areas)

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        return (*self.lexicons.front.body_endings, *self.lexicons.identity.heads)

    @cached_property
    def _area_first(self) -> re.Pattern[str]:
        return re.compile(rf"({self._areas})(?:s|'s|’s|’|')?(?: Kommunes?)? (.+)")

    @cached_property
    def _area_last(self) -> re.Pattern[str]:
        # Any "… Kommune" is a place, also one that the lexicon does not know.
        unknown = r"(?:[A-ZÆØÅ][\w-]+ )?[A-ZÆØÅ][\w-]+ Kommune"
        return re.compile(rf"(.+?) (?:i|for|ved|under) ({unknown}|{self._areas})(?: Kommune)?")

    @cached_property
    def _known_bodies(self) -> frozenset[str]:
        return frozenset(
            " ".join(letters(word) for word in fold(name).split()) for name in self.lexicons.front.body_names
        )

    @cached_property
    def _never_bodies(self) -> tuple[str, ...]:
        return tuple(sorted(self.lexicons.front.never_bodies))

    @cached_property
    def _paper_words(self) -> frozenset[str]:
        return frozenset(fold(word) for rule in self.lexicons.front.kinds for word in rule.words)


def _opened(word: str) -> list[str]:
    """`sundhedsudvalg` → `sundhed`, `udvalg`: so that it is the `udvalg` for `sundhed`."""
    head = next((head for head in ("udvalg", "råd") if word.endswith(head) and word != head), None)
    return [word.removesuffix("s")] if head is None else [word.removesuffix(head).removesuffix("s"), head]


def _plain(authority: str) -> str:
    """`Testby Kommune` → `Testby`."""
    return authority.removesuffix(" Kommune")
