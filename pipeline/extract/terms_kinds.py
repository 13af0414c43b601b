"""Which kind of clause a sentence is: by the section it stands in, else by its own words."""

import re

from pipeline.extract.reading import Sentence
from pipeline.lexicons.facts import FactsLexicon
from pipeline.lexicons.rules import Found
from pipeline.model.paper import Placed
from pipeline.model.structure import SectionRole

_SECTIONS = {
    SectionRole.PURPOSE: "formål",
    SectionRole.TARGET_GROUP: "målgruppe",
    SectionRole.TASKS: "opgave",
    SectionRole.COMPOSITION: "sammensætning",
    SectionRole.MEETINGS: "mødekadence",
    SectionRole.COMPETENCE: "kompetence",
    SectionRole.ECONOMY: "økonomi",
    SectionRole.SECRETARIAT: "sekretariat",
    SectionRole.APPROVAL: "godkendelse",
}
# "§ 5 Kompetence", "Stk. 2. Rådet …", "3. Rådets møder"
_NUMBER = re.compile(r"^(?:§ ?\d+\w?\.?|stk\. ?\d+\.?|\d+(?:\.\d+)*\.?) ", re.IGNORECASE)
_OWNER = re.compile(r"^(?:rådets|udvalgets) ", re.IGNORECASE)


def section_kind(placed: Placed, facts: FactsLexicon) -> str | None:
    """What a section is on, by its role, else by the words of its heading or item."""
    kind = None if placed.role is None else _SECTIONS.get(placed.role)
    heads = [*placed.context.section[-1:], (placed.item.title or "") if placed.item is not None else ""]
    for head in heads if kind is None else ():
        found = facts.terms.first("clause_headings", _OWNER.sub("", _NUMBER.sub("", head)))
        if found is not None:
            return found.rule.value
    return kind


def stated(sentence: Sentence, kind: str | None, facts: FactsLexicon) -> Found | None:
    """The clause a sentence says itself; weaker words count where no heading tells."""
    text = _NUMBER.sub("", sentence.text)
    found = facts.terms.first("clauses", text)
    return facts.terms.first("weak_clauses", text) if found is None and kind is None else found
