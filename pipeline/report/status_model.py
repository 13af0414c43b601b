"""The page of what became of a council's advice, as a value: sections of paragraphs, lists and tables, no markup."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. `note` is the number of the source behind it; `strong` sets it apart."""

    text: str
    note: int | None = None
    strong: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of heads. `widths` are shares of the width of the page, in hundredths."""

    caption: str
    heads: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Paragraph | Bullets | Grid, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a paper: its number on the page, the citation, and what else a reader should know of it."""

    number: int
    citation: str
    remark: str


@dataclass(frozen=True, slots=True)
class StatusPage:
    """The whole page. `as_of` is an ISO day; `made_by` says what made it."""

    title: str
    as_of: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    made_by: str


def line(*parts: "str | Run") -> Line:
    """Text and runs in a row."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def spaced(marks: "list[Run]") -> "list[Run]":
    """Marks with a space between them: two numbers must not read as one."""
    return [run for mark in marks for run in (mark, Run(" "))][:-1]
