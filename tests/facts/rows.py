"""Rows of tagged text (README.md): the text without its tags, and the tags with their places in it.

`python -m tests.facts.rows` checks every row and counts what is tagged.
"""

import re
import shlex
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "rows"
KINDS = frozenset({
    "medlem", "person", "tilstede", "afbud", "fraværende", "delvist", "beslutning", "stemme", "indstilling", "dato",
    "bidrag", "aftale", "beløb", "org", "sted", "sag", "lov", "bilag", "papir", "møde", "punkt", "sæde", "bestemmelse",
    "anbefaling", "omtale", "historie",
})  # fmt: skip
_ATTENDING = frozenset({"som"})
KEYS = {
    "medlem": frozenset({"rolle", "parti", "org", "start", "slut"}),
    "tilstede": _ATTENDING, "afbud": _ATTENDING, "fraværende": _ATTENDING, "delvist": _ATTENDING,
    "beslutning": frozenset({"status", "frist", "organ", "dato", "punkter", "for", "imod", "undlod", "dissens"}),
    "indstilling": frozenset({"nr"}), "dato": frozenset({"rolle"}), "bidrag": frozenset({"af"}),
    "aftale": frozenset({"hvem", "frist"}), "beløb": frozenset({"år"}),
    "sæde": frozenset({"antal", "udpeget", "org"}),
    "anbefaling": frozenset({"giver", "til", "nr", "kilde", "under", "navn"}), "historie": frozenset({"af", "del"}),
}  # fmt: skip
VALUED = frozenset({
    "beslutning", "stemme", "dato", "bidrag", "beløb", "bestemmelse", "anbefaling", "omtale", "historie",
})  # fmt: skip
_OPEN = re.compile(r"\{(\w+)((?:[^{}:\"]|\"[^\"]*\"|(?<=\d):(?=\d))*): ?")


class BadRow(ValueError):
    """A row that does not follow the README; the message names it."""


@dataclass(frozen=True)
class Tag:
    """One thing to be found: `start` and `end` count in line `line` of the row, tags taken out."""

    kind: str
    value: str
    keys: dict[str, str]
    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Row:
    """A piece of a paper, its tags, and the kinds of which it holds all there is."""

    id: str
    kind: str
    body: str | None
    authority: str | None
    date: str | None
    planned: tuple[str, ...]
    lines: tuple[str, ...]
    tags: tuple[Tag, ...]
    complete: frozenset[str]


def read_rows() -> list[Row]:
    """All rows, in the order of families and files."""
    return [row for path in sorted(FOLDER.glob("*.txt")) for row in _rows(path)]


def _rows(path: Path) -> Iterator[Row]:
    head: str | None = None
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== ") and not line.startswith("== ingen"):
            if head is not None:
                yield _row(head, lines)
            head, lines = line[3:], []
        elif line.strip():
            lines.append(line)
    if head is not None:
        yield _row(head, lines)


def _row(head: str, lines: list[str]) -> Row:
    name, kind, body, authority, date, *rest = [part.strip() for part in head.split("|")] + [""] * (
        5 - len(head.split("|"))
    )
    absent = [kind for line in lines if line.startswith("== ingen:") for kind in re.findall(r"\w+", line[9:])]
    texts, tags = [], []
    for n, line in enumerate(line for line in lines if not line.startswith("==")):
        text, found = _untagged(line, n, name)
        texts.append(text)
        tags += found
    planned = tuple(re.findall(r"\d{4}-\d\d-\d\d", rest[0] if rest else ""))
    _check(name, kind, absent, tags)
    known = [None if part in {"-", ""} else part for part in (body, authority, date)]
    complete = frozenset(absent) | {tag.kind for tag in tags}
    return Row(name, kind, known[0], known[1], known[2], planned, tuple(texts), tuple(tags), complete)


def _untagged(line: str, n: int, row: str) -> tuple[str, list[Tag]]:
    """The line without tags, and its tags; the inner one of two before the outer."""
    text, tags, opened, at = "", [], [], 0
    while at < len(line):
        begins = _OPEN.match(line, at)
        if begins:
            opened.append((begins[1], begins[2], len(text)))
            at = begins.end()
        elif line[at] == "}" and opened:
            kind, told, start = opened.pop()
            tags.append(_tag(kind, told, n, start, text, row))
            at += 1
        elif line[at] in "{}":
            raise BadRow(f"{row}: a brace that is no tag: {line[max(0, at - 5) : at + 30]!r}")
        else:
            text += line[at]
            at += 1
    if opened:
        raise BadRow(f"{row}: a tag that is not closed: {opened[-1][0]}")
    return text, tags


def _tag(kind: str, told: str, line: int, start: int, text: str, row: str) -> Tag:
    try:
        parts = shlex.split(told)
    except ValueError as problem:
        raise BadRow(f"{row}: {kind}{told}: {problem}") from problem
    keys = dict(part.split("=", 1) for part in parts if "=" in part)
    value = " ".join(part for part in parts if "=" not in part)
    while start < len(text) and text[start] == " ":
        start += 1
    return Tag(kind, value, keys, line, start, len(text), text[start:])


def _check(row: str, kind: str, absent: list[str], tags: list[Tag]) -> None:
    for other in (*absent, *(tag.kind for tag in tags)):
        if other not in KINDS:
            raise BadRow(f"{row}: no such kind: {other}")
    for tag in tags:
        if tag.kind in absent:
            raise BadRow(f"{row}: {tag.kind} is tagged, and said not to occur")
        if (tag.kind in VALUED) != bool(tag.value):
            raise BadRow(f"{row}: {tag.kind} {tag.value!r} ({tag.text[:30]}): a value is missing, or one too many")
        for key in sorted(tag.keys.keys() - KEYS.get(tag.kind, frozenset())):
            raise BadRow(f"{row}: {tag.kind} has no key {key}")
        if not tag.text.strip():
            raise BadRow(f"{row}: {tag.kind} holds no text")
    if kind not in {"referat", "dagsorden", "notat", "anbefalinger", "kommissorium", "praesentation", "andet"}:
        raise BadRow(f"{row}: no such kind of paper: {kind}")


def main() -> int:
    """Every row that does not hold, then the counts."""
    wrong, rows = [], []
    for path in sorted(FOLDER.glob("*.txt")):
        try:
            rows += list(_rows(path))
        except BadRow as problem:
            wrong.append(f"{path.name}: {problem}")
    ids = Counter(row.id for row in rows)
    wrong += [f"{name} stands {n} times" for name, n in ids.items() if n > 1]
    print("\n".join(wrong) or "every row holds")
    print(len(rows), "rows:", dict(sorted(Counter(row.id.split("-")[0] for row in rows).items())))
    print(dict(Counter(tag.kind for row in rows for tag in row.tags).most_common()))
    print("none:", dict(Counter(k for row in rows for k in row.complete - {t.kind for t in row.tags}).most_common()))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
