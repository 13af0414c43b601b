"""Lists of advice: how deep an item stands, which number it has, and whether it begins a list."""

import re
from dataclasses import dataclass, field

from pipeline.model.document import Passage

_NUMBERED, _LETTERED, _BULLET = 0, 1, 2
_FIRST = frozenset({"1", "a", "A", "i", "I"})


@dataclass(slots=True)
class Lists:
    """The items above the present one, outermost first: level, kind of mark, and place in the list of all advice.

    `advised`: an item of the list has given advice already.
    """

    stack: list[tuple[int, int, int | None]] = field(default_factory=list)
    advised: bool = False

    def enter(self, passage: Passage) -> int | None:
        """Go to the place of an item; gives the advice that it stands under, if any in its list.

        Bullets after a number are a list within that item, also when they are not set further in.
        """
        level, mark = passage.level or 1, _mark(passage)
        while self.stack and (self.stack[-1][0], self.stack[-1][1]) >= (level, mark):
            self.stack.pop()
        if self.stack and self.stack[-1][0] == level and self.stack[-1][2] is None:
            self.stack.pop()
        return next((place for _, _, place in reversed(self.stack) if place is not None), None)

    def put(self, passage: Passage, place: int | None) -> None:
        """The item is the innermost now; `place` is where its advice stands in the list of all."""
        self.advised = self.advised or place is not None
        self.stack.append((passage.level or 1, _mark(passage), place))


def number_of(passage: Passage) -> str | None:
    """The number or letter of an item; "o" is a bullet that was read as a letter."""
    mark = re.sub(r"[^\w]", "", passage.text[: passage.marker])
    return mark if mark.isdigit() or (len(mark) == 1 and mark != "o") else None


def begins_list(passage: Passage) -> bool:
    """Whether an item may be the first of a list: it has no number, or the first."""
    number = number_of(passage)
    return number is None or number in _FIRST


def _mark(passage: Passage) -> int:
    number = number_of(passage)
    return _BULLET if number is None else _NUMBERED if number.isdigit() else _LETTERED
