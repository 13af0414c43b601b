"""Which papers give way to others: an agenda to its minutes, a version to a later one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from pipeline.context import Context
from pipeline.model.document import PassageKind
from pipeline.model.entities import Version
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.model.structure import PaperKind

NEAR = 90.0
"""From which likeness two texts are versions of one paper when one of them says which version it is."""
ALIKE = 98.0
"""From which likeness they are versions of one paper though none says so."""
SHARED_ITEMS = 0.8
"""The share of an agenda's items that its minutes must hold."""
_DATE = re.compile(r"\b(\d{1,2})[.-](\d{1,2})[.-](\d{4})\b")
_HEAD = 5


@dataclass(frozen=True, slots=True)
class _Dated:
    """A paper with what tells versions apart."""

    paper: Paper
    body: str
    text: str
    mark: tuple[int, tuple[int, ...], str]


def find_versions(
    papers: Sequence[Paper], bodies: Mapping[tuple[str, str], str], *, context: Context
) -> tuple[Version, ...]:
    """The papers that give way, each with the one that counts; sorted by the older."""
    dated = sorted((_dated(paper, bodies, context=context) for paper in papers), key=lambda d: d.paper.document_id)
    groups: dict[tuple[str | None, str], list[_Dated]] = defaultdict(list)
    for one in dated:
        groups[(one.paper.structure.front.authority, one.body)].append(one)
    chosen: dict[str, Version] = {}
    for a, b in (pair for group in groups.values() for pair in combinations(group, 2)):
        for version in (*_agenda(a, b), *_agenda(b, a), *_revision(a, b)):
            chosen.setdefault(version.older, version)
    return tuple(_followed(v, chosen) for _, v in sorted(chosen.items()))


def _followed(version: Version, chosen: Mapping[str, Version]) -> Version:
    """The version with the paper that counts in the end: of an agenda whose minutes were corrected, the correction."""
    newer, seen = version, {version.older}
    while newer.newer in chosen and newer.newer not in seen:
        seen.add(newer.newer)
        newer = chosen[newer.newer]
    return Version(version.older, newer.newer, newer.reason)


def _dated(paper: Paper, bodies: Mapping[tuple[str, str], str], *, context: Context) -> _Dated:
    body = paper.structure.front.body
    identity = "" if body is None else bodies.get((paper.document_id, body), fold(body))
    text = fold(" ".join(p.text for p in paper.document.body()))
    return _Dated(paper, identity, text, _mark(paper, context=context))


def _mark(paper: Paper, *, context: Context) -> tuple[int, tuple[int, ...], str]:
    """What head and foot say of the version: word (1 newer, -1 older), number, latest date in the foot."""
    words = context.lexicons.identity.versions
    passages = paper.document.passages
    feet = [p.text for p in passages if p.kind in (PassageKind.FURNITURE, PassageKind.LETTERHEAD)]
    text = " ".join([*(p.text for p in passages[:_HEAD]), *feet]).casefold()
    newer = any(re.search(rf"\b{re.escape(word)}\b", text) for word in words.newer)
    older = any(re.search(rf"\b{re.escape(word)}\b", text) for word in words.older)
    numbers = [m[1] for form in words.number for m in re.finditer(form, text)]
    number = max((tuple(int(n) for n in re.findall(r"\d+", found)) for found in numbers), default=())
    dates = [f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}" for foot in feet for m in _DATE.finditer(foot)]
    return int(newer) - int(older), number, max(dates, default="")


def _agenda(agenda: _Dated, minutes: _Dated) -> Iterator[Version]:
    """An agenda gives way to the minutes of its meeting when these hold its items."""
    a, b = agenda.paper.structure.front, minutes.paper.structure.front
    if (a.kind, b.kind) != (PaperKind.AGENDA, PaperKind.MINUTES):
        return
    if _same_meeting(agenda, minutes) and _holds_items(agenda.paper, minutes.paper):
        reason = f"mødets referat er læst: {minutes.paper.document.path}"
        yield Version(agenda.paper.document_id, minutes.paper.document_id, reason)


def _same_meeting(a: _Dated, b: _Dated) -> bool:
    x, y = a.paper.structure.front, b.paper.structure.front
    known = a.body != "" and x.date is not None
    return known and (a.body, x.authority, x.date) == (b.body, y.authority, y.date)


def _holds_items(agenda: Paper, minutes: Paper) -> bool:
    titles = [fold(i.title) for i in agenda.structure.items if i.title is not None]
    there = [fold(i.title) for i in minutes.structure.items if i.title is not None]
    held = sum(any(fuzz.ratio(title, other) >= NEAR for other in there) for title in titles)
    return bool(titles) and held >= SHARED_ITEMS * len(titles)


def _revision(a: _Dated, b: _Dated) -> Iterator[Version]:
    """Of two papers with nearly one text, of one kind and body, the one that says it is newer stays."""
    if not _comparable(a, b):
        return
    marked = a.mark != b.mark
    likeness = fuzz.ratio(a.text, b.text, score_cutoff=NEAR if marked else ALIKE)
    if likeness == 0:
        return
    older, newer = sorted(
        (a, b), key=lambda d: (d.mark, d.paper.structure.front.date or "", len(d.text), d.paper.document_id)
    )
    reason = f"en nyere udgave er læst: {newer.paper.document.path}"
    yield Version(older.paper.document_id, newer.paper.document_id, reason)


def _comparable(a: _Dated, b: _Dated) -> bool:
    """Papers of a meeting must be of the same one; others must bear one title, numbers included."""
    x, y = a.paper.structure.front, b.paper.structure.front
    if (x.kind, x.authority, a.body) != (y.kind, y.authority, b.body) or not a.text or not b.text:
        return False
    if x.kind in (PaperKind.AGENDA, PaperKind.MINUTES):
        return _same_meeting(a, b)
    titles = fold(x.title or ""), fold(y.title or "")
    return titles[0] != "" and _without_version(titles[0]) == _without_version(titles[1])


def _without_version(title: str) -> str:
    return re.sub(
        r"\b(?:version|udgave|v) ?\d+(?: \d+)?\b|\b(?:rettet|revideret|opdateret|udkast|endelig)\b", "", title
    ).strip()
