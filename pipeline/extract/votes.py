"""Votes, reservations and dissent in the sentences of a decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.lexicons.rules import RuleBook
from pipeline.model.findings import Vote
from pipeline.model.ids import finding_ids

_BETWEEN = re.compile(r", og |, | og | samt ")
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][\w.-]*)+")
_LETTER_OF = re.compile(r"\s*\((?P<letter>[^)]*)\)$")


@dataclass(frozen=True, slots=True)
class Ballot:
    """What the sentences say of the vote: numbers, who voted how (kind, voter, vote), and dissent in their words."""

    votes_for: int | None
    votes_against: int | None
    votes_abstained: int | None
    voters: tuple[tuple[str, str, str], ...]
    dissent: str | None

    @property
    def empty(self) -> bool:
        """Whether nothing is said of a vote."""
        numbers = (self.votes_for, self.votes_against, self.votes_abstained)
        return all(n is None for n in numbers) and not self.voters and self.dissent is None


def read_ballot(sentences: Sequence[str], votes: RuleBook, *, rejected: bool = False) -> Ballot:
    """The vote that the sentences after a decision, its own included, tell of.

    A motion that is rejected "med 18 stemmer mod 9" had nine for it: the larger number is named first.
    """
    text = " ".join(sentences)
    numbers: dict[str, int] = {}
    for found in votes.every("counts", text):
        for name, value in found.match.groupdict().items():
            if value is not None:
                numbers.setdefault(name, 0 if value.casefold() == "ingen" else int(value))
    if rejected and numbers.get("for", 0) > numbers.get("against", 0) and "against" in numbers:
        numbers |= {"for": numbers["against"], "against": numbers["for"]}
    dissent = tuple(s for s in sentences if votes.holds("dissent", s))
    voters = tuple(dict.fromkeys(v for s in sentences for v in _voters(s, votes)))
    return Ballot(
        numbers.get("for"), numbers.get("against"), numbers.get("abstained"), voters, " ".join(dissent)[:650] or None
    )


def vote_rows(decision_id: str, ballot: Ballot) -> tuple[Vote, ...]:
    """The rows of a ballot under a decision."""
    ids = finding_ids("votes", decision_id, (f"{voter} {vote}" for _, voter, vote in ballot.voters))
    return tuple(
        Vote(key, decision_id, kind, voter, vote) for key, (kind, voter, vote) in zip(ids, ballot.voters, strict=True)
    )


def _voters(sentence: str, votes: RuleBook) -> Iterator[tuple[str, str, str]]:
    for found in votes.every("voters", sentence):
        for piece in _BETWEEN.split(found.match["voters"]):
            yield (*_voter(piece.strip(" .")), found.rule.value)


def _voter(piece: str) -> tuple[str, str]:
    """A person's name without party, or a party's name or letter."""
    bare = _LETTER_OF.sub("", piece)
    if bare and _PERSON.match(bare) and not bare.isupper() and bare not in _PARTIES:
        return "person", bare
    letter = _LETTER_OF.search(piece)
    return "parti", (letter["letter"] if letter is not None and not bare else bare).removeprefix("Liste ").strip()


# Names of two words that are parties and no people.
_PARTIES = frozenset({
    "Radikale Venstre", "Det Radikale Venstre", "De Radikale", "Socialistisk Folkeparti", "Liberal Alliance",
    "Dansk Folkeparti",
    "Nye Borgerlige", "Borgernes Parti", "De Konservative", "Det Konservative Folkeparti",
})  # fmt: skip
