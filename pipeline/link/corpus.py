"""The papers that count, seen together: whose they are, when, and the recommendations they hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.context import Context
from pipeline.lexicons.rules import RuleBook
from pipeline.model.entities import Entities, Organisation, Recommendation
from pipeline.model.findings import Decision, Findings, RecommendationMention, Story
from pipeline.model.paper import Paper
from pipeline.model.place import Proof, Span
from pipeline.model.structure import PassageContext
from pipeline.model.trail import LocatedProof


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with its earliest full text, who issued it, when, and to whom."""

    identity: Recommendation
    mention: RecommendationMention
    document_id: str
    issuer: str | None
    addressee: str | None
    issued: str | None

    @property
    def id(self) -> str:
        """The recommendation's id."""
        return self.identity.recommendation_id

    @property
    def top(self) -> bool:
        """Whether it elaborates no other."""
        return not self.identity.parents


@dataclass(frozen=True)
class Corpus:
    """Papers, findings and registers, less what newer papers take the place of."""

    papers: Sequence[Paper]
    findings: Mapping[str, Findings]
    entities: Entities
    context: Context

    @classmethod
    def of(
        cls, papers: Sequence[Paper], findings: Sequence[Findings], entities: Entities, context: Context
    ) -> "Corpus":
        """The papers that count, sorted."""
        gone = entities.superseded()
        kept = sorted((p for p in papers if p.document_id not in gone), key=lambda p: p.document_id)
        found = {f.document_id: f for f in findings}
        return cls(
            kept, {p.document_id: found.get(p.document_id, Findings(p.document_id)) for p in kept}, entities, context
        )

    @property
    def book(self) -> RuleBook:
        """The words of the trail."""
        return self.context.lexicons.trail

    @cached_property
    def by_id(self) -> dict[str, Paper]:
        """The papers by id."""
        return {paper.document_id: paper for paper in self.papers}

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations by id."""
        return {o.organisation_id: o for o in self.entities.organisations}

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        return self.entities.organisation_ids()

    @cached_property
    def people(self) -> dict[tuple[str, str], str]:
        """From paper and name as written to the person's id."""
        return self.entities.person_ids()

    @cached_property
    def orders(self) -> dict[str, int]:
        """The place of each passage in its paper."""
        return {p.passage_id: p.order for paper in self.papers for p in paper.document.passages}

    @cached_property
    def meetings_on(self) -> dict[tuple[str, str], set[str]]:
        """From a body and a day to the meetings that papers tell of."""
        merged = self.entities.merged()
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for paper in self.papers:
            for meeting in paper.structure.meetings:
                body = self.organisation_id(paper.document_id, meeting.body)
                if body is not None and meeting.date is not None:
                    found[(body, meeting.date)].add(merged.get(meeting.meeting_id, meeting.meeting_id))
        return found

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """The recommendations of the bodies of these papers, not those they quote, in the order of their papers."""
        mentions = {m.id: (d, m) for d, f in self.findings.items() for m in f.recommendations}
        found = [self._advice(r, *mentions[r.first]) for r in self.entities.recommendations]
        own = [a for a in found if a.mention.source != "citeret"]
        return tuple(sorted(own, key=lambda a: (a.document_id, *self.place(a.mention.proof), a.id)))

    def _advice(self, identity: Recommendation, document_id: str, mention: RecommendationMention) -> Advice:
        front = self.by_id[document_id].structure.front
        issuer = self.organisation_id(document_id, mention.issued_by or front.body)
        addressee = self.organisation_id(document_id, mention.addressed_to)
        return Advice(identity, mention, document_id, issuer, addressee, mention.issued or front.date)

    @cached_property
    def children(self) -> dict[str, list[Advice]]:
        """From a recommendation to those that elaborate it."""
        found: dict[str, list[Advice]] = defaultdict(list)
        for advice in self.advice:
            for parent in advice.identity.parents:
                found[parent].append(advice)
        return found

    def descendants(self, advice: Advice) -> Iterator[Advice]:
        """What elaborates a recommendation, and what elaborates that, each once."""
        seen, waiting = {advice.id}, [advice]
        while waiting:
            for child in self.children.get(waiting.pop().id, []):
                if child.id not in seen:
                    seen.add(child.id)
                    waiting.append(child)
                    yield child

    def themes_within(self, span: Span) -> frozenset[str]:
        """The themes whose terms stand within a span."""
        return frozenset(
            theme
            for start, end, theme in self._terms.get(span.passage_id, ())
            if span.start <= start and end <= span.end
        )

    @cached_property
    def _terms(self) -> dict[str, list[tuple[int, int, str]]]:
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for findings in self.findings.values():
            for mention in findings.theme_mentions:
                span = mention.proof.span
                found[span.passage_id].append((span.start, span.end, mention.theme_id))
        return found

    def decisions(self) -> Iterator[tuple[str, Decision]]:
        """Every decision with its paper."""
        return ((d, decision) for d, f in self.findings.items() for decision in f.decisions)

    def stories(self) -> Iterator[tuple[str, Story]]:
        """Every story with its paper."""
        return ((d, story) for d, f in self.findings.items() for story in f.stories)

    @cached_property
    def recommendation_of(self) -> dict[str, str]:
        """From a mention of a recommendation to the recommendation."""
        return {m: r.recommendation_id for r in self.entities.recommendations for m in r.mentions}

    @cached_property
    def stories_by_id(self) -> dict[str, Story]:
        """The stories by id."""
        return {story.id: story for _, story in self.stories()}

    def organisation_id(self, document_id: str, name: str | None) -> str | None:
        """The organisation a name means in a paper."""
        return None if name is None else self._names.get((document_id, name))

    def body_id(self, document_id: str) -> str | None:
        """The body a paper is of."""
        return self.organisation_id(document_id, self.by_id[document_id].structure.front.body)

    def date(self, document_id: str) -> str | None:
        """The date of a paper."""
        return self.by_id[document_id].structure.front.date

    def chapters(self, advice: Advice) -> tuple[str, ...]:
        """The headings under which a recommendation stands in full in its first paper."""
        mentions = {m.id: m for m in self.findings[advice.document_id].recommendations if m.how == "full"}
        own = [mentions[key] for key in advice.identity.mentions if key in mentions]
        found = (self.section(mention.proof.span.passage_id)[-1:] for mention in own)
        return tuple(dict.fromkeys(heading for headings in found for heading in headings))

    def section(self, passage_id: str) -> tuple[str, ...]:
        """The headings that a passage stands under."""
        context = self._contexts.get(passage_id)
        return () if context is None else context.section

    @cached_property
    def _contexts(self) -> dict[str, PassageContext]:
        return {c.passage_id: c for paper in self.papers for c in paper.structure.contexts}

    def place(self, proof: Proof) -> tuple[int, int]:
        """Where a proof stands in its paper."""
        return (self.orders[proof.span.passage_id], proof.span.start)

    def themes(self) -> dict[str, frozenset[str]]:
        """From a finding or a recommendation to its themes."""
        found: dict[str, set[str]] = defaultdict(set)
        firsts = {a.identity.first: a.id for a in self.advice}
        for findings in self.findings.values():
            for assignment in findings.theme_assignments:
                found[firsts.get(assignment.target_id, assignment.target_id)].add(assignment.theme_id)
        return {target: frozenset(themes) for target, themes in found.items()}


def located(document_id: str, proof: Proof) -> LocatedProof:
    """The proof with its paper."""
    return LocatedProof(document_id, proof)


def first_day(edtf: str) -> str:
    """The first day of an EDTF date, as far as it is written, for sorting: `../2023` and `2026~` by their year."""
    return edtf.removeprefix("../").split("/")[0].rstrip("~?%")
