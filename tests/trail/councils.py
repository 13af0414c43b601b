"""Made councils with their stories, recommendations and later minutes, and the trail that a careful reader sees.

Each file is one council, written by somebody who had not seen the rules. What `extract` would find of stories and
recommendations is given, so that only the trail is judged; decisions are as found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from pipeline.extract import extract_findings
from pipeline.extract.reading import build_reading
from pipeline.extract.theme_words import find_terms, read_words
from pipeline.extract.themes import assign_themes
from pipeline.link import link_corpus
from pipeline.model.document import Passage
from pipeline.model.entities import Entities
from pipeline.model.findings import Decision, Findings, RecommendationMention, Story
from pipeline.model.ids import digest
from pipeline.model.paper import Paper
from pipeline.model.place import Proof
from pipeline.model.trail import Trail
from pipeline.resolve import resolve_corpus
from tests.unit.extract.papers import CONTEXT, NLP, paper

FOLDER = Path(__file__).parent
Lines = list[tuple[str, str | None]]
"""Lines of a paper, each with the key of what it holds."""


@dataclass(frozen=True)
class Council:
    """One made council: its papers, what is in them, and the raw truth."""

    slug: str
    raw: Mapping[str, Any]
    papers: tuple[Paper, ...]
    findings: tuple[Findings, ...]
    keys: Mapping[str, str]

    @cached_property
    def trail(self) -> Trail:
        """What `link` finds."""
        return link_corpus(self.papers, self.findings, self.entities, context=CONTEXT)

    @cached_property
    def entities(self) -> Entities:
        """Who is who, and which recommendation is which."""
        return resolve_corpus(self.papers, self.findings, context=CONTEXT)

    @cached_property
    def recommendation_keys(self) -> dict[str, str]:
        """From the ids of recommendations to the keys of the file."""
        return {
            r.recommendation_id: self.keys[m]
            for r in self.entities.recommendations
            for m in r.mentions
            if m in self.keys
        }


def read_councils() -> Iterator[Council]:
    """All councils, by file."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name != "floors.yaml":
            yield _council(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))


def _council(slug: str, raw: Mapping[str, Any]) -> Council:
    keys: dict[str, str] = {}
    advice, found = _advice(slug, raw, keys)
    papers, findings = [advice], [found]
    for n, minutes in enumerate(raw["minutes"]):
        one, its = _minutes(f"{slug}-{n}", minutes, raw, keys)
        papers.append(one)
        findings.append(its)
    return Council(slug, raw, tuple(papers), tuple(findings), keys)


def _advice(slug: str, raw: Mapping[str, Any], keys: dict[str, str]) -> tuple[Paper, Findings]:
    """The paper of the recommendations, with the stories and recommendations that are in it."""
    lines: Lines = []
    heading = None
    for story in raw["stories"]:
        if not lines or story["heading"] != heading:
            heading = story["heading"]
            lines.append((f"## Borgerhistorier{f' / {heading}' if heading else ''} [historier]", None))
        lines.append((_line(story["text"]), story["key"]))
    heading = "-"
    for advice in raw["recommendations"]:
        if advice["heading"] != heading:
            heading = advice["heading"]
            lines.append((f"## Anbefalinger{f' / {heading}' if heading else ''} [anbefalinger]", None))
        lines.append((_line(advice["text"]), advice["key"]))
        lines += [(f"- {_line(text)}", f"{advice['key']}.{n}") for n, text in enumerate(advice["elaborations"])]
    made = _paper(slug, lines, raw["paper"]["kind"], raw["council"], raw, raw["paper"]["date"], raw["paper"]["title"])
    placed = _placed(made, lines)
    stories = tuple(_story(slug, placed[s["key"]], s) for s in raw["stories"])
    mentions = tuple(_mentions(slug, raw, placed, keys))
    keys |= {s.id: key for s, key in zip(stories, (s["key"] for s in raw["stories"]), strict=True)}
    found = extract_findings(made, context=CONTEXT, nlp=NLP)
    return made, _with_themes(made, replace(found, stories=stories, recommendations=mentions, decisions=()))


def _minutes(
    slug: str, minutes: Mapping[str, Any], raw: Mapping[str, Any], keys: dict[str, str]
) -> tuple[Paper, Findings]:
    """The minutes of a meeting; a decision that no rule finds is given."""
    lines: Lines = []
    for item in minutes["items"]:
        lines += [(f"# Punkt {item['number']}: {_line(item['title'])}", None)]
        if item.get("account"):
            lines += [("## Sagsfremstilling", None), *((_line(text), None) for text in item["account"])]
        lines += [("## Beslutning", None), *((_line(d["text"]), d["key"]) for d in item["decisions"])]
    made = _paper(slug, lines, "referat", minutes["body"], raw, minutes["date"], None)
    placed = _placed(made, lines)
    found = extract_findings(made, context=CONTEXT, nlp=NLP)
    decisions = list(found.decisions)
    contexts = {c.passage_id: c for c in made.structure.contexts}
    for key, passage in placed.items():
        own = [d for d in decisions if d.proof.span.passage_id == passage.passage_id]
        if not own:
            own = [_decision(passage, contexts[passage.passage_id].item_id, minutes)]
            decisions += own
        keys |= {d.id: key for d in own}
    return made, _with_themes(made, replace(found, decisions=tuple(decisions)))


def _with_themes(made: Paper, found: Findings) -> Findings:
    reading = build_reading(made, nlp=NLP)
    taxonomy = CONTEXT.lexicons.themes.of_body(made.structure.front.body)
    terms = find_terms(reading, read_words(reading, nlp=NLP), found.entity_mentions, taxonomy)
    about = assign_themes(reading, terms, found.stories, found.decisions, found.recommendations)
    return replace(found, theme_assignments=about)


def _paper(
    key: str, lines: Lines, kind: str, body: str, raw: Mapping[str, Any], date: object, title: str | None
) -> Paper:
    """A paper whose ids no other has."""
    made = paper(
        *(text for text, _ in lines), kind=kind, body=body, authority=raw["authority"], date=str(date), title=title
    )
    name = digest("trail", key)
    document = replace(
        made.document,
        document_id=name,
        path=f"{key}.pdf",
        passages=tuple(replace(p, passage_id=f"{name}-{p.passage_id}") for p in made.document.passages),
    )
    structure = replace(
        made.structure,
        document_id=name,
        items=tuple(
            replace(i, item_id=f"{name}-{i.item_id}", meeting_id=f"{name}-m0", heading_id=f"{name}-{i.heading_id}")
            for i in made.structure.items
        ),
        meetings=tuple(
            replace(m, meeting_id=f"{name}-{m.meeting_id}", proof=Proof(document.passages[0].span(), m.proof.rule))
            for m in made.structure.meetings
        ),
        contexts=tuple(
            replace(
                c,
                passage_id=f"{name}-{c.passage_id}",
                item_id=None if c.item_id is None else f"{name}-{c.item_id}",
                meeting_id=None if c.meeting_id is None else f"{name}-{c.meeting_id}",
            )
            for c in made.structure.contexts
        ),
    )
    return Paper(document, structure)


def _placed(made: Paper, lines: Lines) -> dict[str, Passage]:
    pairs = zip(lines, made.document.passages, strict=True)
    return {key: passage for (_, key), passage in pairs if key is not None}


def _story(slug: str, passage: Passage, raw: Mapping[str, Any]) -> Story:
    span = passage.span(passage.marker)
    key = digest("stories", slug, raw["key"])
    return Story(key, raw["kind"], None, raw["heading"], None, span.quote, Proof(span, "stories.given"))


def _mentions(
    slug: str, raw: Mapping[str, Any], placed: Mapping[str, Passage], keys: dict[str, str]
) -> Iterator[RecommendationMention]:
    for advice in raw["recommendations"]:
        own = [advice["key"], *(f"{advice['key']}.{n}" for n in range(len(advice["elaborations"])))]
        parent = digest("recommendations", slug, advice["key"])
        for key in own:
            span = placed[key].span(placed[key].marker)
            mention = digest("recommendations", slug, key)
            keys[mention] = key
            top = key == advice["key"]
            yield RecommendationMention(
                mention, str(advice["number"]) if top and advice.get("number") else None,
                "overordnet" if top else "uddybende", () if top else (parent,), span.quote, 1, "egen",
                raw["council"], raw["council"], None, str(raw["paper"]["date"]), "full", Proof(span, "advice.given"),
            )  # fmt: skip


def _decision(passage: Passage, item_id: str | None, minutes: Mapping[str, Any]) -> Decision:
    span = passage.span()
    return Decision(
        digest("decisions", passage.passage_id), None, item_id, None, "made", "besluttet", minutes["body"],
        str(minutes["date"]), None, (), (), None, None, None, None, span.quote, Proof(span, "decisions.given"),
    )  # fmt: skip


def _line(text: str) -> str:
    """The text as one paragraph that no sign at its start makes something else."""
    joined = " ".join(text.split())
    return joined if not joined.startswith(("- ", "# ", "> ", "@ ", "| ", "% ")) else f"– {joined[2:]}"


def halves(councils: Sequence[Council]) -> dict[str, list[Council]]:
    """Councils to learn from, and those held back: every second one."""
    return {"open": list(councils[::2]), "held back": list(councils[1::2])}
