"""Turns a source text (front matter and marked-up lines) into a Paper: the blocks that are typeset and that the reference is written from."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SPACES = re.compile(r"[ \t\n]+")
INLINE = re.compile(r"\*\*|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])")
NOTE = re.compile(r" ?\{\{(.+?)\}\}$")


@dataclass(frozen=True, slots=True)
class Block:
    """One thing on the page. `kind`: title item section sub para bullet quote caption label plain contents noise table aside page space rule end meeting open close."""

    kind: str
    text: str = ""
    depth: int = 0
    marker: str = ""
    role: str = ""
    label: str = ""
    number: str | None = None
    case: str | None = None
    closed: bool = False
    tag: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    slug: str
    head: dict[str, Any]
    blocks: tuple[Block, ...]
    get: Any = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "get", self.head.get)


def bare(text: str) -> str:
    """The text without marks of bold, italic and forced line ends, and without the footnote that may close it."""
    return INLINE.sub("", NOTE.sub("", text)).replace("¬", "")


def load(path: Path) -> Paper:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    settings = yaml.safe_load(head)
    if settings.get("escapes"):
        body = unescape(body)
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", body.strip("\n")):
        lines = [line for line in chunk.split("\n") if line.strip() and not line.startswith("//")]
        while lines:
            block, lines = take(lines, settings)
            blocks.append(block)
    return Paper(path.stem, settings, tuple(blocks))


def unescape(text: str) -> str:
    """Letters that cannot be seen in a source are written {shy} {nbsp} {fi} {fl} and, for a letter in two parts, {nfd:å}."""
    for name, letter in (
        ("shy", "\u00ad"),
        ("nbsp", "\u00a0"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("dot", "\uf0b7"),
        ("square", "\uf0a7"),
    ):
        text = text.replace("{" + name + "}", letter)
    return re.sub(r"\{nfd:(.+?)\}", lambda match: unicodedata.normalize("NFD", match[1]), text)


STARTS = re.compile(r"^(=|#|-{1,3} |@\d |>|\||::|:\+|~|!|\$)")


def take(lines: list[str], settings: dict[str, Any]) -> tuple[Block, list[str]]:
    """The first block of the lines and the lines that are left."""
    if lines[0].startswith("|"):
        count = next((i for i, line in enumerate(lines) if not line.startswith("|")), len(lines))
        rows = tuple(tuple(cell.strip() for cell in line.removeprefix("|").split("|")) for line in lines[:count])
        return Block("table", rows=rows), lines[count:]
    count = next((i for i, line in enumerate(lines[1:], 1) if STARTS.match(line)), len(lines))
    text = SPACES.sub(" ", " ".join(line.strip(" ") for line in lines[:count])).strip(" ")
    return one(text, settings), lines[count:]


def one(text: str, settings: dict[str, Any]) -> Block:
    markers = [unescape(marker) for marker in settings.get("markers", ["•", "o", "▪"])]
    if match := re.match(r"^(-{1,3}) (.*)$", text):
        depth = len(match[1])
        return Block("bullet", match[2], depth=depth, marker=markers[depth - 1])
    if match := re.match(r"^@(\d) (\S+) (.*)$", text):
        return Block("bullet", match[3], depth=int(match[1]), marker=match[2])
    if match := re.match(r"^### (.*)$", text):
        return Block("sub", match[1])
    if match := re.match(r"^## \[(.+?)\] (.*)$", text):
        return Block("section", match[2], role=match[1])
    if match := re.match(r"^# (.*)$", text):
        number, case, title, *flags = [part.strip() or None for part in match[1].split("|")]
        return Block(
            "item",
            title or "",
            number=number,
            case=case,
            closed="lukket" in flags,
            tag=next((f for f in flags if f and f != "lukket"), ""),
        )
    if match := re.match(r"^::(.*?)::(.*)$", text):
        return Block("label", match[2].strip(), label=match[1].strip())
    if match := re.match(r"^!(\w+) ?(.*)$", text):
        return Block(match[1], match[2])
    if match := re.match(r"^\$(\w*) (.*)$", text):
        return Block("plain", match[2], tag=match[1])
    for mark, kind in ((":+", "plate"), ("=", "title"), (">", "quote"), ("~", "contents")):
        if text.startswith(mark):
            return Block(kind, text[len(mark) :].strip())
    return Block("para", text)


def item_lines(paper: Paper, block: Block) -> list[tuple[str, str]]:
    """How an item head is set: (`head` or `case`, text), top to bottom; a row without its value falls away."""
    values = {"number": block.number, "case": block.case, "title": block.text or None, "tag": block.tag or None}
    lines = []
    for row in paper.get("item_head", ["*{number}. {title}"]):
        names = re.findall(r"{(\w+)}", row)
        if names and any(values[name] is None for name in names):
            if not ("{number}" in row and "{title}" in row and (block.number or block.text)):
                continue
            row = "*{title}" if block.text else "*{number}."
        lines.append(("head" if row.startswith("*") else "case", row.lstrip("*").format(**values)))
    return lines
