"""Papers made by hand for tests: a line is a passage, its first sign says what it is.

`# Punkt 3: Titel` opens an agenda item, `## Beslutning` a section (role by the section lexicon, or in brackets),
`### Titel` a section below it,
`- text` is a list item (`-- text` one level down), `1. text` a numbered one, `> text` a quote, `@ text` a line of the
head, `% text` furniture, `| a | b` a row of a table; all else is a paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.context import Config, Context
from pipeline.extract.reading import Reading, build_reading
from pipeline.lexicons import load
from pipeline.lexicons.facts import FactsLexicon
from pipeline.model.document import Cell, Document, PaperStatus, Passage, PassageKind
from pipeline.model.paper import Paper
from pipeline.model.place import Box, Proof
from pipeline.model.structure import (
    AgendaItem,
    FrontMatter,
    Meeting,
    MeetingStatus,
    PaperKind,
    PassageContext,
    SectionRole,
    Structure,
)
from pipeline.run.settings import open_model

FACTS: FactsLexicon = load().facts
CONTEXT = Context(Config(), load())
NLP = open_model(CONTEXT)
_BOX = Box(1, 0.0, 0.0, 100.0, 10.0)
_ROLE = re.compile(r"\s*\[(\w*)\]$")


@dataclass
class _State:
    item: AgendaItem | None = None
    role: SectionRole | None = None
    section: tuple[str, ...] = ()
    upper: tuple[str, ...] = ()
    upper_role: SectionRole | None = None


def paper(
    *lines: str,
    kind: str = "referat",
    body: str | None = "Ældrerådet",
    authority: str | None = "Testby Kommune",
    date: str | None = "2024-05-14",
    title: str | None = None,
    planned: Sequence[str] = (),
) -> Paper:
    """A paper of these passages; minutes and agendas have a meeting on `date`, and `planned` ones after it."""
    state = _State()
    passages: list[Passage] = []
    contexts: list[PassageContext] = []
    items: list[AgendaItem] = []
    for n, line in enumerate(_joined_tables(lines)):
        passage = _passage(n, line, state, items)
        passages.append(passage)
        meeting = "m0" if kind in {"referat", "dagsorden"} else None
        item = state.item.item_id if state.item else None
        contexts.append(PassageContext(passage.passage_id, passage.level, state.section, state.role, item, meeting))
    document = Document("d" * 16, "testby/paper.pdf", "f" * 64, PaperStatus.OK, None, (), tuple(passages))
    region = "Region Hovedstaden" if authority else None
    front = FrontMatter(PaperKind(kind), title, body, authority, region, date, ())
    meetings = _meetings(front, passages[0], planned) if kind in {"referat", "dagsorden"} else ()
    return Paper(document, Structure("d" * 16, front, meetings, tuple(items), tuple(contexts)))


def reading(*lines: str, **options: object) -> Reading:
    """The paper of these lines with its sentences."""
    return build_reading(paper(*lines, **options), nlp=NLP)  # type: ignore[arg-type] # rows are given as plain words


def _meetings(front: FrontMatter, first: Passage, planned: Sequence[str]) -> tuple[Meeting, ...]:
    proof = Proof(first.span(), "meetings.test")
    own = Meeting("m0", front.body, front.date, None, None, None, MeetingStatus.HELD, proof)
    later = (Meeting(f"m{n}", front.body, day, None, None, None, MeetingStatus.PLANNED, proof)
             for n, day in enumerate(planned, 1))  # fmt: skip
    return (own, *later)


def _joined_tables(lines: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if line.startswith("| ") and joined and joined[-1].startswith("| "):
            joined[-1] += "\n" + line
        else:
            joined.append(line)
    return joined


def _passage(n: int, line: str, state: _State, items: list[AgendaItem]) -> Passage:
    if line.startswith("# "):
        return _item_head(n, line[2:], state, items)
    if line.startswith("## "):
        return _section_head(n, line[3:], state)
    if line.startswith("### "):
        return _sub_head(n, line[4:], state)
    for sign, kind in (("> ", PassageKind.QUOTE), ("@ ", PassageKind.LETTERHEAD), ("% ", PassageKind.FURNITURE)):
        if line.startswith(sign):
            return _made(n, kind, line[2:])
    if line.startswith("| "):
        return _table(n, line)
    bullet = re.match(r"(-{1,2}) |(\d{1,2}[.)]|[a-z]\)) ", line)
    if bullet is None:
        return _made(n, PassageKind.PARAGRAPH, line)
    level = 2 if bullet[1] == "--" else 1
    text = f"• {line[bullet.end() :]}" if bullet[1] else line
    return _made(n, PassageKind.ITEM, text, level=level, marker=2 if bullet[1] else bullet.end())


def _item_head(n: int, text: str, state: _State, items: list[AgendaItem]) -> Passage:
    found = re.match(r"(?:Punkt )?(\d+(?:\.\d+)?)[:.] (.*)", text)
    number, title = (found[1], found[2]) if found else (None, text)
    state.item = AgendaItem(f"i{len(items)}", "m0", number, title, None, 1, False, f"p{n}")
    items.append(state.item)
    state.role, state.upper_role, state.section, state.upper = None, None, (text,), (text,)
    return _made(n, PassageKind.HEADING, text, level=1)


def _section_head(n: int, text: str, state: _State) -> Passage:
    given = _ROLE.search(text)
    heading = _ROLE.sub("", text)
    if given is not None:
        state.role = SectionRole(given[1]) if given[1] else None
    else:
        state.role = load().sections.role_of(heading)
    top = state.section[:1] if state.item is not None else ()
    parts = tuple(heading.split(" / "))
    state.section = state.upper = (*top, *parts)
    state.upper_role = state.role
    return _made(n, PassageKind.HEADING, parts[-1], level=2)


def _sub_head(n: int, text: str, state: _State) -> Passage:
    """A heading within a section, whose role it keeps unless it claims one of its own."""
    state.role = load().sections.role_of(text) or state.upper_role
    state.section = (*state.upper, text)
    return _made(n, PassageKind.HEADING, text, level=3)


def _made(n: int, kind: PassageKind, text: str, *, level: int | None = None, marker: int = 0) -> Passage:
    return Passage(f"p{n}", n, kind, level, text, 1, (_BOX,), (), marker=marker)


def _table(n: int, line: str) -> Passage:
    rows = [[cell.strip() for cell in row.removeprefix("| ").split("|")] for row in line.split("\n")]
    text, cells = "", []
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            cells.append(Cell(r, c, len(text), len(text) + len(cell), _BOX))
            text += cell + ("\t" if c + 1 < len(row) else "\n" if r + 1 < len(rows) else "")
    return Passage(f"p{n}", n, PassageKind.TABLE, None, text, 1, (_BOX,), (), cells=tuple(cells))
