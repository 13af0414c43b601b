"""The lexicons by which findings are made: one rule book for each kind of fact."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.errors import InvalidLexicon
from pipeline.lexicons.rules import RuleBook, load_book

# The types of a decision, as the tables give them.
DECISION_TYPES = frozenset({
    "godkendt", "taget til efterretning", "drøftet", "orienteret", "udpeget", "valgt", "aftalt", "besluttet", "enighed",
    "forslag", "ønske", "prioriteret", "justeret", "anbefalet", "udsat", "oversendt", "sendt i høring", "genoptages",
    "forkastet", "taget af dagsordenen", "bevilget", "undlod at tage stilling", "intet",
})  # fmt: skip
_ANY: frozenset[str] = frozenset()
_PRESENCE = frozenset(
    {"medlemmer", "underskrift", "til stede", "afbud", "fraværende", "stedfortræder", "forvaltning", "gæst"}
)
_KINDS = frozenset({"råd", "udvalg", "forening", "parti", "region", "kommune", "hospital", "myndighed", "andet"})
_CLAUSES = frozenset({
    "formål", "målgruppe", "opgave", "sammensætning", "mødekadence", "kompetence", "økonomi", "sekretariat",
    "godkendelse",
})  # fmt: skip
_STORY = frozenset({"udsagn", "eksempel", "citat"})
_DATE_KINDS = frozenset({
    "dag", "måned", "månedsdel", "år", "årsdel", "årstid", "kvartal", "halvår", "uge", "fra", "til", "cirka",
})  # fmt: skip

# The groups that each file must hold, and the values allowed in a group (none listed: any).
_GROUPS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "agreements.yaml": {
        "contributions": frozenset({"input", "forslag", "ønske", "emneforslag", "orientering"}),
        "contribution_heads": _ANY, "said_by": _ANY, "inline_lists": _ANY,
        "promises": frozenset({"now", "by_then"}), "agreed_that": _ANY, "only_said": _ANY,
        "habits": _ANY, "agreement_leads": frozenset({"all", "some"}), "doers_of_lines": _ANY,
        "table_heads": frozenset({"hvem", "hvad", "hvornår"}), "notes": frozenset({"hvem", "hvornår"}),
        "next_time": _ANY, "in_advance": _ANY, "soon": _ANY, "offices": _ANY,
        "will_be_done": _ANY, "responsible": _ANY, "recipients": _ANY, "delegates": _ANY,
        "only_meetings": _ANY, "attached": _ANY,
    },
    "amounts.yaml": {
        "amounts": _ANY, "units": _ANY, "table_units": _ANY, "purposes": _ANY, "year_leads": _ANY, "parts": _ANY,
        "later": _ANY, "year_heads": _ANY,
    },
    "bodies.yaml": {"named": _KINDS, "generic": _KINDS},
    "dates.yaml": {
        "expressions": _DATE_KINDS, "times": _ANY, "open_ended": frozenset({"fra", "til"}), "joins": _ANY,
        "meeting_lists": _ANY,
        "roles": frozenset({"møde", "frist", "beslutning", "medlemskab", "udgivet", "periode", "andet"}),
    },
    "decisions.yaml": {
        "made": DECISION_TYPES, "reported": DECISION_TYPES, "phrases": DECISION_TYPES, "backed": DECISION_TYPES,
        "ahead": _ANY,
        "subordinate": _ANY, "content": _ANY, "staff": _ANY, "groups": frozenset({"forening", "medlem"}),
        "recaps": _ANY, "points": _ANY, "next_meeting": _ANY, "due": _ANY, "earlier": _ANY,
        "labels": frozenset({"referat", "andet"}), "history": frozenset({"organ", "dag", "punkt"}),
    },
    "organisation_names.yaml": {"names": _KINDS, "shapes": _KINDS, "marks": _ANY, "places": _ANY},
    "parties.yaml": {"names": _ANY},
    "people.yaml": {
        "name": _ANY, "party": _ANY, "offices": frozenset({"formand", "næstformand", "medlem", "suppleant"}),
        "former": _ANY, "entered": _ANY, "left": _ANY,
        "statements": frozenset({"udtrådt", "udpeget", "bekræftet"}), "member_lists": _ANY, "other_lists": _ANY,
        "elected_groups": _ANY, "vacant": _ANY, "no_organisation": _ANY, "titles": _ANY, "salutations": _ANY,
        "seat_groups": frozenset({"post", "af", "personlig", "valgt"}), "begins": _ANY, "ends": _ANY,
        "replaced": frozenset({"udtrådt"}),
        "member_columns": frozenset({"navn", "org", "post", "start", "slut", "suppleant"}), "member_sentences": _ANY,
    },
    "presence.yaml": {
        "labels": _PRESENCE, "nobody": _ANY, "everyone": _ANY, "absences": _PRESENCE, "item_absences": _PRESENCE,
        "stand_ins": _PRESENCE, "presences": _PRESENCE, "partly": _ANY, "states": _ANY, "capacities": _PRESENCE,
        "head_labels": _ANY, "list_stand_ins": _ANY, "named_stand_ins": _ANY, "boxes": _ANY,
    },
    "recommendations.yaml": {
        "strengths": frozenset("1234"), "pleas": frozenset("1234"), "impersonal": frozenset("1234"),
        "own_opinion": _ANY, "item_strengths": frozenset("1234"), "announcements": frozenset("1234"),
        "list_headings": frozenset("1234"), "headings": _ANY,
        "quoted": frozenset("1234"), "quoted_associations": frozenset("1234"), "never": _ANY, "fronted": _ANY,
        "subjects": _ANY, "reported": _ANY, "collective": _ANY, "named": _ANY, "addressees": _ANY,
        "list_addressees": _ANY, "actors": _ANY, "answers": _ANY,
    },
    "references.yaml": {"references": frozenset({"papir", "bilag", "møde", "punkt", "sag", "lov"})},
    "stories.yaml": {
        "headings": _ANY, "ends": _ANY, "announcements": _ANY, "hints": _ANY, "leads": frozenset({"list", "one"}),
        "about": _ANY, "no_story": _ANY, "no_telling": _ANY, "hardships": _ANY, "in_want": _ANY, "goes_on": _ANY,
        "own_voice": _ANY, "officials": _ANY, "attributions": _ANY, "tellers": _ANY, "labels": _ANY, "named": _ANY,
        "no_names": _ANY, "titles": _ANY, "persons": _ANY, "speakers": _ANY, "names": _ANY, "told_by_pronoun": _ANY,
        "people": _ANY, "aims": _ANY, "citizens": _ANY, "bodies_tell": _ANY,
        "examples": _STORY, "intros": _STORY, "cases": _STORY, "named_cases": _STORY, "meets": _STORY,
        "contents": _STORY, "quotes": _STORY, "somebody": _STORY, "bears": _STORY, "of_members": _STORY,
    },
    "terms.yaml": {
        "clauses": _CLAUSES, "duties": _ANY, "must": _ANY, "seats": _ANY, "seat_lists": _ANY, "numbers": _ANY,
        "weak_clauses": _CLAUSES, "clause_headings": _CLAUSES, "totals": _ANY, "counted_items": _ANY,
        "compositions": _ANY, "composition_titles": _ANY, "seat_columns": frozenset({"antal", "org"}),
        "clause_leads": _CLAUSES | {"ordlyd"}, "by_terms": _ANY, "goes_on": _ANY, "shared_out": _ANY,
    },
    "votes.yaml": {"counts": _ANY, "voters": frozenset({"for", "imod", "undlod"}), "dissent": _ANY},
}  # fmt: skip


@dataclass(frozen=True)
class FactsLexicon:
    """One rule book for each file of facts, and the given names of `given_names.csv` (DaCy, Apache-2.0)."""

    agreements: RuleBook
    amounts: RuleBook
    bodies: RuleBook
    dates: RuleBook
    decisions: RuleBook
    organisation_names: RuleBook
    parties: RuleBook
    people: RuleBook
    presence: RuleBook
    recommendations: RuleBook
    references: RuleBook
    stories: RuleBook
    terms: RuleBook
    votes: RuleBook
    given_names: frozenset[str]

    def books(self) -> tuple[RuleBook, ...]:
        """All books, in the order of their names."""
        return (
            self.agreements, self.amounts, self.bodies, self.dates, self.decisions,
            self.organisation_names, self.parties, self.people, self.presence, self.recommendations, self.references,
            self.stories, self.terms, self.votes,
        )  # fmt: skip


def load_facts(texts: Mapping[str, str]) -> FactsLexicon:
    """The lexicon from the texts of the lexicon files; `InvalidLexicon` names file and rule that do not hold."""
    books = {name.removesuffix(".yaml"): load_book(texts, name, groups) for name, groups in _GROUPS.items()}
    return FactsLexicon(**books, given_names=_given_names(texts["given_names.csv"]))


def _given_names(text: str) -> frozenset[str]:
    head, *names = text.split()
    if head != "name":
        raise InvalidLexicon(f"given_names.csv, line 1: expected the column name, found {head!r}; mend the head")
    return frozenset(names)
