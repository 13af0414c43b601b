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
_TERMS = frozenset({"kommissorium", "forretningsorden", "vedtægter"})
_GROUPS = {
    "collective": _ANY,
    "collective_here": _ANY,
    "talked": _ANY,
    "all_of_before": _ANY,
    "all_of_after": _ANY,
    "narrowed": _ANY,
    "voice": _ANY,
    "asked_for": _ANY,
    "others_advice": _ANY,
    "other_business": _ANY,
    "brought_about": _ANY,
    "matterless": _ANY,
    "numbered": frozenset({"anbefaling", "ønske", "punkt"}),
    "put_off": _ANY,
    "no_step": _ANY,
    "steps": frozenset(STEPS),
    "as_proposed": _ANY,
    "whole_item": _ANY,
    "asked": frozenset({"drøftet", "taget til efterretning", "udpeget", "valgt", "godkendt", "prioriteret"}),
    "member_counts": _ANY,
    "contents_lines": _ANY,
    "weekdays": _ANY,
    "seat_alternatives": _ANY,
    "stand_ins": _ANY,
    "total_labels": _ANY,
    "unsummed": _ANY,
    "parts_of": _ANY,
    "taken_off": _ANY,
    "measured": _ANY,
    "spoken_sums": _ANY,
    "shared_out": _ANY,
    "next_part": _ANY,
    "last_part": _ANY,
    "more_parts": _ANY,
    "unchanged_terms": _TERMS,
    "terms_papers": _TERMS,
    "terms_changed": _ANY,
    "wording_follows": _ANY,
    "generic_bodies": _ANY,
}


def load_trail(texts: Mapping[str, str]) -> RuleBook:
    """The rule book from the texts of the lexicon files; `InvalidLexicon` names a rule that does not hold."""
    return load_book(texts, "trail.yaml", _GROUPS)
