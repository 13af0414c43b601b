"""What stays of a name when spelling, case and definite forms change, and which authority it names."""

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.lexicons import Lexicons
from pipeline.model.ids import fold

_APOSTROPHE = re.compile(r"['’´`]")
_DOUBLED = re.compile(r"(\w)\1+")
_TOPIC = re.compile(r" (?:for|om|vedrørende|i|på) ")
_ARTICLES = ("mets", "ets", "ens", "met", "et", "en", "s")


@dataclass(frozen=True, slots=True)
class Named:
    """A name without its authority, and the authority, when the name holds one."""

    core: str
    authority: str | None


@dataclass(frozen=True)
class Names:
    """What the lexicons tell of names, made ready once for a corpus."""

    lexicons: Lexicons

    def key(self, name: str) -> str:
        """What two spellings of one organisation share: letters less case, spaces, apostrophes, doubling, articles."""
        words = fold(_APOSTROPHE.sub("", name)).split()
        identity = self.lexicons.identity
        if len(words) > 1 and words[0] in identity.leading and words[1] not in identity.kept_before:
            words = words[1:]
        return _DOUBLED.sub(r"\1", "".join(self.indefinite(word) for word in words))

    def indefinite(self, word: str) -> str:
        """`udsatterådets` → `udsatteråd`; words that are no body stay."""
        for article in _ARTICLES:
            bare = word.removesuffix(article)
            if bare != word and bare.endswith(self.lexicons.front.body_endings):
                return bare
        return word

    def is_body(self, name: str) -> bool:
        """Whether a name is that of a council or committee."""
        folded = fold(name)
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
        before = self._area_first.fullmatch(name)
        if before is not None and self.is_body(before[2]):
            return Named(before[2], self._authority(before[1]))
        after = self._area_last.fullmatch(name)
        if after is not None and self.is_body(after[1]):
            return Named(after[1], self._authority(after[2]))
        return Named(name, None)

    def _authority(self, area: str) -> str:
        return area if area in self.lexicons.front.regions else self.lexicons.front.full_name(area)

    @cached_property
    def _areas(self) -> str:
        areas = (*sorted(self.lexicons.front.regions), *self.lexicons.front.municipalities)
        return "|".join(re.escape(area) for area in areas)

    @cached_property
    def _area_first(self) -> re.Pattern[str]:
        return re.compile(rf"({self._areas})(?:s|'s|’s|’|')?(?: Kommunes?)? (.+)")

    @cached_property
    def _area_last(self) -> re.Pattern[str]:
        return re.compile(rf"(.+?) (?:i|for|ved|under) ({self._areas})(?: Kommune)?")

    @cached_property
    def _known_bodies(self) -> frozenset[str]:
        return frozenset(fold(name) for name in self.lexicons.front.body_names)

    @cached_property
    def _never_bodies(self) -> tuple[str, ...]:
        return tuple(sorted(self.lexicons.front.never_bodies))

    @cached_property
    def _paper_words(self) -> frozenset[str]:
        return frozenset(fold(word) for rule in self.lexicons.front.kinds for word in rule.words)
