"""Who decides in a clause: the paper's body, another body, the administration, associations or members."""

import re
from dataclasses import dataclass

from pipeline.extract.bodies import NamedBody, find_bodies, is_own, plain_name
from pipeline.extract.clauses import Clause
from pipeline.extract.people import is_organisation
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.findings import Actor
from pipeline.model.structure import FrontMatter

_AGENT = re.compile(r"^(?:[^.;]|\.(?= ?[a-zæøå\d])){0,60}?\baf ", re.IGNORECASE)
_AT = re.compile(r"(?<= )(?:i|på|ved|mødet i) (?=\w)")
_A_DAY = re.compile(r"\d{1,2}\. ?[a-z]|\d{1,2}[-.]\d{1,2}[-.]\d{2}|\b(?:19|20)\d\d\b")
_AUTHORITIES = frozenset({"region", "myndighed"})
_FROM = re.compile(r"^ (?:fra|for) ([^,.;]{2,60}?)(?= (?:har|havde|er|var|blev)\b|,|$)")
_ADVERBIAL = re.compile(
    r"\W*(?:(?:den|d\.|i|på|ved|efter|siden|samme) [^,]{2,60}"
    r"|herefter|derefter|derfor|dog|senere|siden|tidligere|senest) ?$",
    re.IGNORECASE,
)
_LOWER_FROM = re.compile(r" (?=[a-zæøå]+(?:ede|te)\b)")
_NOT = re.compile(r"\bikke\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decider:
    """The body that decides (None: the paper does not say, or it is no body) and who acts in the clause."""

    body: str | None
    actors: tuple[Actor, ...]
    foreign: bool = False
    generic: bool = False


def decider_here(clause: Clause, front: FrontMatter, facts: FactsLexicon) -> Decider:
    """Who decides in a section of decisions: the body itself, unless the clause names somebody else."""
    own = Decider(front.body, () if front.body is None else (Actor("råd", front.body),))
    head = clause.head
    bodies = [b for b in find_bodies(head, facts.bodies) if not b.genitive]
    people = () if clause.passive else _people(head, facts)
    if people and _staff(head, facts):
        return Decider(front.body, tuple(Actor("administration", p.id) for p in people if p.kind == "medlem"))
    if people:
        return Decider(None, people)
    if _staff(head, facts) and not any(is_own(b.name, front) for b in bodies):
        return Decider(front.body, (Actor("administration", _staff_word(head, facts)),))
    group = facts.decisions.first("groups", _subject_words(clause, facts))
    if group is not None:
        return Decider(None, (Actor(group.rule.value, group.match[0].removeprefix("fra ").removesuffix("s")),))
    other = _foreign(clause, bodies, front, facts)
    return own if other is None else Decider(other, (Actor("organisation", other),), foreign=True)


def decider_told(clause: Clause, front: FrontMatter, facts: FactsLexicon, before: str | None) -> Decider | None:
    """Who decided in a sentence that reports it; None when no body is named where its subject stands."""
    text = clause.sentence.text
    if _NOT.search(text[max(clause.start, clause.verb_start - 40) : clause.verb_start]):
        return None
    if clause.joined and before is not None and not find_bodies(clause.head, facts.bodies):
        return _named(before)
    if clause.passive or (clause.joined and clause.auxiliary is None and not clause.active):
        return _agent(clause, front, facts, before)
    if not clause.active and clause.auxiliary is None:
        return None
    found = _subject(clause, facts)
    if found is None:
        return None
    if found.generic:
        return Decider(before if before is not None else front.body, (), generic=True)
    return _named(plain_name(found.name, front))


def _named(body: str) -> Decider:
    return Decider(body, (Actor("organisation", body),), foreign=True)


def _subject(clause: Clause, facts: FactsLexicon) -> NamedBody | None:
    """The body before the verb, or right after it: "I 2020 besluttede Sundhedsstyrelsen"."""
    behind = [b for b in find_bodies(clause.tail, facts.bodies) if b.start <= 2]
    if behind and clause.active:
        return behind[0]
    bodies = [b for b in find_bodies(clause.head, facts.bodies) if not b.genitive]
    reach = 60 if clause.active else 170
    near = [b for b in bodies if len(clause.head) - b.end <= reach and _is_subject(clause.head, b)]
    return near[0] if near and not clause.active else near[-1] if near else None


def _is_subject(head: str, body: NamedBody) -> bool:
    """Whether nothing makes the name part of a phrase: "til byrådet", "fra udvalget", "byrådets"."""
    before = head[: body.start].casefold()
    return (
        re.search(r"\b(?:til|fra|af|i|på|med|for|om|over|under|ved|mellem|inden for)(?: det| den| de)? $", before)
        is None
    )


def _agent(clause: Clause, front: FrontMatter, facts: FactsLexicon, before: str | None) -> Decider | None:
    """Who decided what was decided: "af byrådet", "i Økonomiudvalget den 3. maj", "på udvalgets møde den 3. maj"."""
    body = _by(clause, facts) or _at_meeting(clause, facts)
    if body is None:
        return None
    if body.generic:
        # "af udvalget" says little, but a day shows that the sentence tells of what was done.
        return Decider(before or front.body, (), generic=True) if _A_DAY.search(clause.tail) else None
    # "er udpeget af byrådet" tells how a council is made up; "blev udpeget af byrådet den …" that it was done.
    if clause.type in {"udpeget", "valgt"} and clause.auxiliary == "er" and not re.search(r"\d", clause.tail):
        return None
    return _named(plain_name(body.name, front))


def _by(clause: Clause, facts: FactsLexicon) -> NamedBody | None:
    found = _AGENT.match(clause.tail)
    bodies = [] if found is None else [b for b in find_bodies(clause.tail[found.end() :], facts.bodies) if b.start <= 4]
    inside = (b for b in find_bodies(clause.head, facts.bodies) if clause.head[: b.start].endswith("af "))
    return next((b for b in (*bodies, *inside) if not b.genitive), None)


def _at_meeting(clause: Clause, facts: FactsLexicon) -> NamedBody | None:
    for found in _AT.finditer(clause.tail):
        rest = clause.tail[found.end() :]
        for body in find_bodies(rest, facts.bodies):
            if body.start <= 4 and body.kind not in _AUTHORITIES and body.genitive == _of_meeting(rest, body.end):
                return body
    return None


def _of_meeting(text: str, end: int) -> bool:
    return re.match(r"s (?:ordinære |ekstraordinære )?møde", text[end:]) is not None


def _foreign(clause: Clause, bodies: list[NamedBody], front: FrontMatter, facts: FactsLexicon) -> str | None:
    """Another body than the paper's as subject of a clause in perfect or past tense."""
    subjects = [b for b in bodies if _is_subject(clause.head, b)] or _inverted(clause, facts)
    if not subjects or any(b.generic or is_own(b.name, front) for b in subjects) or clause.passive:
        return None
    return plain_name(subjects[0].name, front) if clause.active or clause.auxiliary in {"har", "havde"} else None


def _inverted(clause: Clause, facts: FactsLexicon) -> list[NamedBody]:
    """The body right behind a verb that only words of time or reason stand before: "Den 3. maj besluttede byrådet"."""
    if not clause.active or _ADVERBIAL.match(clause.head) is None:
        return []
    return [b for b in find_bodies(clause.tail, facts.bodies) if b.start <= 2 and not b.genitive]


def _staff(head: str, facts: FactsLexicon) -> bool:
    return facts.decisions.holds("staff", head)


def _staff_word(head: str, facts: FactsLexicon) -> str:
    found = facts.decisions.first("staff", head)
    return head if found is None else found.match[0]


def _subject_words(clause: Clause, facts: FactsLexicon) -> str:
    """The words that may say who wishes or suggests: what stands before the verb, its own, and "fra …" after it."""
    origin = re.match(r"[^,.;]{0,40}?\bfra [^,.;]{3,60}", clause.tail)
    content = facts.decisions.first("content", clause.tail)
    after = origin[0] if origin is not None and (content is None or origin.end() <= content.start + 4) else ""
    own = clause.sentence.text[clause.verb_start : clause.verb_end]
    return f"{clause.head}{own}{after[after.find('fra ') :] if after else ''}"


def _people(head: str, facts: FactsLexicon) -> tuple[Actor, ...]:
    """The people at the head of a clause as its subject, each with the association they come from."""
    actors: list[Actor] = []
    for rule in facts.people.groups["name"]:
        for match in rule.find(head):
            if is_organisation(match[0], facts.organisation_names) or _inside_body(match, head, facts):
                continue
            if re.search(r"\b(?:med|til|af|for|om) $", head[: match.start()]):
                continue
            actors.append(Actor("medlem", bare_name(match[0], facts)))
            origin = _FROM.match(head[match.end() :])
            if origin is not None:
                place = origin[1].strip()
                actors.append(Actor("forening" if place[:1].isupper() else "organisation", place))
    return tuple(actors)


def _inside_body(match: re.Match[str], head: str, facts: FactsLexicon) -> bool:
    return any(b.start < match.end() and match.start() < b.end for b in find_bodies(head, facts.bodies))


def bare_name(name: str, facts: FactsLexicon) -> str:
    """A name without the titles before it: "Chefkonsulent Anne Bech" is "Anne Bech"."""
    for _ in range(2):
        found = facts.people.first("salutations", name)
        if found is None or len(name[found.end :].split()) < 2:
            break
        name = name[found.end :]
    return name
