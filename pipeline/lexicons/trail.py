"""The lexicon of what became of things: `trail.yaml`."""

from collections.abc import Mapping

from pipeline.lexicons.rules import RuleBook, load_book

STEPS = (
    "fremsat",
    "drøftet",
    "besluttet oversendt",
    "oversendt",
    "taget til inspiration",
    "indgår i arbejde",
    "besvaret",
    "prioriteret",
    "vedtaget",
    "afvist",
    "delvist gennemført",
    "gennemført",
)
"""What can happen to a recommendation, from the first step to the last."""

_ANY: frozenset[str] = frozenset()
_GROUPS = {
    "collective": _ANY,
    "numbered": _ANY,
    "steps": frozenset(STEPS),
    "as_proposed": _ANY,
    "whole_item": _ANY,
    "asked": frozenset({"drøftet", "taget til efterretning", "udpeget", "valgt", "godkendt", "prioriteret"}),
    "member_counts": _ANY,
    "contents_lines": _ANY,
    "weekdays": _ANY,
}


def load_trail(texts: Mapping[str, str]) -> RuleBook:
    """The rule book from the texts of the lexicon files; `InvalidLexicon` names a rule that does not hold."""
    return load_book(texts, "trail.yaml", _GROUPS)
