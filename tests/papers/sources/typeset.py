"""Sets a Paper with reportlab, line by line: every word has its place, so that columns, side blocks and the order of the text layer can be chosen.

In a source, ` // ` ends a line and `¬` after a hyphen ends a line there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pyphen
from fontTools.ttLib import TTFont as OpenTypeFont
from markup import INLINE, Block, Paper, item_lines
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

TRUETYPE = Path("/usr/share/fonts/truetype")
FACES = {
    "sans": ("liberation", "LiberationSans", ("Regular", "Bold", "Italic")),
    "serif": ("liberation", "LiberationSerif", ("Regular", "Bold", "Italic")),
    "narrow": ("liberation", "LiberationSansNarrow", ("Regular", "Bold", "Italic")),
    "verdana": ("dejavu", "DejaVuSans", ("", "Bold", "Oblique")),
    "book": ("dejavu", "DejaVuSerif", ("", "Bold", "Italic")),
    "condensed": ("dejavu", "DejaVuSansCondensed", ("", "Bold", "Oblique")),
}
SIZES = {"A4": (595.276, 841.89), "slide": (841.89, 473.386), "letter": (612.0, 792.0)}
HYPHENS = pyphen.Pyphen(lang="da_DK")
BASE = {
    "font": "sans",
    "size": 10,
    "lead": 1.26,
    "before": 0,
    "after": 6,
    "indent": 0,
    "align": "left",
    "face": 0,
    "color": "#000000",
    "keep": 0,
    "hyphenate": False,
    "hang": 0,
}
KINDS: dict[str, dict[str, Any]] = {
    "para": {},
    "plain": {},
    "plate": {"after": 1},
    "label": {"after": 2},
    "case": {"after": 6},
    "title": {"size": 16, "face": 1, "after": 12, "keep": 70},
    "item": {"size": 13, "face": 1, "before": 14, "after": 4, "keep": 80},
    "section": {"size": 11, "face": 1, "before": 8, "after": 3, "keep": 50},
    "sub": {"face": 1, "before": 4, "after": 2, "keep": 44},
    "bullet": {"after": 2, "indent": 14, "hang": 14},
    "quote": {"indent": 24, "face": 2},
    "caption": {"size": 9, "face": 2, "after": 8},
    "table": {"size": 9, "after": 8},
    "contents": {"after": 2},
    "running": {"size": 8},
    "aside": {"size": 8, "after": 1},
}


@dataclass(frozen=True, slots=True)
class Word:
    x: float
    text: str
    font: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word on the page, or a ruled line when `text` is empty."""

    x: float
    y: float
    text: str
    font: str = ""
    size: float = 0
    color: str = "#000000"
    to: tuple[float, float] | None = None
    layer: int = 0


@dataclass(slots=True)
class Sheet:
    """What was set: the marks of each page, the pages of each block, and what happened to hyphens at line ends."""

    pages: list[list[Mark]] = field(default_factory=list)
    places: dict[int, list[int]] = field(default_factory=dict)
    rejoined: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    furniture: list[tuple[int, str, str]] = field(default_factory=list)


def symbols() -> BytesIO:
    """A font of two bullets under private-use letters, as Symbol and Wingdings leave them in papers; its shapes are OpenSymbol's."""
    font = OpenTypeFont(TRUETYPE / "libreoffice" / "opens___.ttf", recalcTimestamp=False)
    shapes = font.getBestCmap()
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {0xF0B7: shapes[0x2022], 0xF0A7: shapes.get(0x25AA, shapes[0xE00C])}
    out = BytesIO()
    font.save(out)
    out.seek(0)
    return out


def register() -> None:
    registerFont(TTFont("symbol0", symbols()))
    for name, (folder, stem, suffixes) in FACES.items():
        for face, suffix in enumerate(suffixes):
            file = TRUETYPE / folder / f"{stem}{'-' + suffix if suffix else ''}.ttf"
            registerFont(TTFont(f"{name}{face}", str(file)))


def style_of(paper: Paper, kind: str, tag: str = "") -> dict[str, Any]:
    own = paper.get("style", {})
    return {
        **BASE,
        **own.get("base", {}),
        **KINDS.get(kind, {}),
        **own.get(kind, {}),
        **(own.get(tag, {}) if tag else {}),
    }


def words_of(text: str, style: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(word, font); bold and italic are switched by their marks."""
    face, found, pending = style["face"], [], ""
    for piece in text.split(" "):
        start = 0
        for mark in INLINE.finditer(piece):
            pending += piece[start : mark.start()]
            if pending and mark.start() > 0:
                found.append((pending, f"{style['font']}{face}"))
                pending = ""
            face = style["face"] if face != style["face"] else (1 if mark[0] == "**" else 2)
            start = mark.end()
        pending += piece[start:]
        if pending:
            found.append((pending, f"{style['font']}{face}"))
            pending = ""
    return found


def wide_of(text: str, font: str, size: float) -> float:
    """The width; a soft hyphen counts only at the end, where it is seen."""
    return stringWidth(text[:-1].replace("\u00ad", "") + text[-1:], font, size)


def splits(word: str, hyphenate: bool) -> list[tuple[int, str]]:
    """Where a word may end a line: (letters before the break, what is set after them)."""
    places = [(i + 1, "") for i, letter in enumerate(word[:-1]) if letter in "-\u00ad" and i > 0]
    core = word.rstrip(".,;:")
    if hyphenate and core.isalpha() and len(core) > 5:
        places += [(i, "-") for i in HYPHENS.positions(core) if i > 1 and len(core) - i > 2]
    return sorted(places)


class Setter:
    """Sets block after block into frames; `turn` opens the next column or page."""

    def __init__(self, paper: Paper, targets: Mapping[int, int]) -> None:
        self.paper, self.targets, self.sheet = paper, targets, Sheet()
        page = paper.get("page", {})
        self.width, self.height = SIZES[page.get("size", "A4")]
        self.top, self.right, self.bottom, self.left = page.get("margins", [64, 64, 64, 64])
        self.columns, self.gap = page.get("columns", 1), page.get("gap", 18)
        self.first_top = page.get("first_top", self.top)
        self.column, self.y, self.layer, self.number_of = self.columns, 0.0, 0, 0
        self.column_top = 0.0
        self.block = -1
        self.turn()

    @property
    def x(self) -> float:
        return self.left + self.column * (self.measure + self.gap)

    @property
    def measure(self) -> float:
        return (self.width - self.left - self.right - (self.columns - 1) * self.gap) / self.columns

    def turn(self) -> None:
        self.column += 1
        if self.column >= self.columns:
            self.column = 0
            self.sheet.pages.append([])
            self.column_top = self.height - (self.first_top if len(self.sheet.pages) == 1 else self.top)
        self.y = self.column_top

    def room(self, height: float) -> None:
        if self.y - height < self.bottom:
            self.turn()

    def put(self, x: float, y: float, text: str, font: str, style: Mapping[str, Any]) -> None:
        self.sheet.pages[-1].append(Mark(x, y, text, font, style["size"], style["color"], layer=self.layer))
        pages = self.sheet.places.setdefault(self.block, [])
        if not pages or pages[-1] != len(self.sheet.pages):
            pages.append(len(self.sheet.pages))

    def rule(self, x: float, y: float, to: tuple[float, float], color: str = "#000000") -> None:
        self.sheet.pages[-1].append(Mark(x, y, "", color=color, to=to, layer=self.layer))

    def lines(self, text: str, style: Mapping[str, Any], width: float) -> list[list[Word]]:
        rows: list[list[Word]] = [[]]
        x, queue = 0.0, words_of(text, style)
        while queue:
            word, font = queue.pop(0)
            if word == "//":
                rows.append([])
                x = 0.0
                continue
            gap = stringWidth(" ", font, style["size"]) if rows[-1] else 0.0
            if "¬" in word:
                first, rest = word.split("¬")
                rows[-1].append(Word(x + gap, first, font))
                rows.append([])
                x = 0.0
                self.sheet.kept.append(first + rest if rest else " ".join([first, *(w for w, _ in queue[:2])]))
                if rest:
                    queue.insert(0, (rest, font))
                continue
            wide = wide_of(word, font, style["size"])
            if x + gap + wide <= width + 0.01:
                rows[-1].append(Word(x + gap, word, font))
                x += gap + wide
                continue
            fit = [
                (i, tail)
                for i, tail in splits(word, style["hyphenate"])
                if x + gap + wide_of(word[:i] + tail, font, style["size"]) <= width
            ]
            if fit:
                cut, tail = fit[-1]
                rows[-1].append(Word(x + gap, word[:cut] + tail, font))
                (self.sheet.rejoined if tail or word[cut - 1] == "\u00ad" else self.sheet.kept).append(word)
                queue.insert(0, (word[cut:], font))
            elif not rows[-1]:
                rows[-1].append(Word(0.0, word, font))
            else:
                if rows[-1][-1].text.endswith("-") and len(rows[-1][-1].text) > 1:
                    self.sheet.kept.append(" ".join([rows[-1][-1].text, word, *(w for w, _ in queue[:1])]))
                queue.insert(0, (word, font))
            rows.append([])
            x = 0.0
        return [row for row in rows if row]

    def text(self, text: str, style: Mapping[str, Any], *, marker: str = "", indent: float = 0.0) -> None:
        indent += style["indent"]
        lead = style["size"] * style["lead"]
        width = self.measure - indent - (style["indent"] if style["align"] == "block" else 0)
        rows = self.lines(text, style, width)
        if self.y < self.column_top:
            self.y -= style["before"]
        self.room(max(style["keep"], lead * min(2, len(rows))))
        for index, row in enumerate(rows):
            self.room(lead)
            self.y -= lead
            if marker and index == 0:
                font = "symbol0" if "\uf000" <= marker[0] <= "\uf0ff" else f"{style['font']}{style['face']}"
                self.put(self.x + indent - style["hang"], self.y, marker, font, style)
            self.row(row, style, indent, width, last=index == len(rows) - 1)
        self.y -= style["after"]

    def row(self, row: list[Word], style: Mapping[str, Any], indent: float, width: float, *, last: bool) -> None:
        end = row[-1].x + wide_of(row[-1].text, row[-1].font, style["size"])
        spare = width - end
        shift = {"right": spare, "center": spare / 2}.get(style["align"], 0.0)
        stretch = spare / (len(row) - 1) if style["align"] == "justify" and not last and len(row) > 1 else 0.0
        if stretch or self.paper.get("draw") == "words":
            for i, word in enumerate(row):
                self.put(self.x + indent + shift + word.x + i * stretch, self.y, word.text, word.font, style)
            return
        start = 0
        for i in range(1, len(row) + 1):
            if i == len(row) or row[i].font != row[start].font:
                joined = " ".join(word.text for word in row[start:i]) + (" " if i < len(row) else "")
                self.put(self.x + indent + shift + row[start].x, self.y, joined, row[start].font, style)
                start = i

    def run(self) -> Sheet:
        self.aside()
        blocks = self.paper.blocks
        index = 0
        while index < len(blocks):
            self.block = index
            if blocks[index].kind == "label" and self.paper.get("labels", "grid") != "inline":
                end = next((i for i in range(index, len(blocks)) if blocks[i].kind != "label"), len(blocks))
                self.labels(index, end)
                index = end
                continue
            self.set_block(blocks[index])
            index += 1
        self.block = -1
        self.running()
        return self.sheet

    def aside(self) -> None:
        side = self.paper.get("aside")
        if side:
            style = style_of(self.paper, "aside")
            y = self.height - side["top"]
            for line in side["lines"]:
                y -= style["size"] * style["lead"]
                if line:
                    face = 1 if line.startswith("**") else 0
                    shown = line.strip("*")
                    gap = (
                        side["width"] - stringWidth(shown, f"{style['font']}{face}", style["size"])
                        if side.get("align") == "right"
                        else 0
                    )
                    self.put(side["x"] + gap, y, shown, f"{style['font']}{face}", style)

    def set_block(self, block: Block) -> None:
        style = style_of(self.paper, block.kind, block.tag)
        match block.kind:
            case "page":
                self.column = self.columns
                self.turn()
            case "column":
                self.turn()
            case "space":
                self.y -= float(block.text or 10)
            case "line":
                self.rule(self.x, self.y, (self.x + self.measure, self.y), block.text or "#000000")
                self.y -= 6
            case "single":
                self.columns, self.column = 1, 0
            case "columns":
                self.columns, self.column, self.column_top = int(block.text), 0, self.y
            case "item":
                for kind, line in item_lines(self.paper, block):
                    self.text(line, style if kind == "head" else style_of(self.paper, "case"))
            case "bullet":
                step = style["indent"]
                self.text(
                    block.text,
                    {**style, "indent": 0},
                    marker=block.marker,
                    indent=(block.depth - 1) * style.get("step", step) + step,
                )
            case "label":
                self.text(f"{block.label} {block.text}".strip(), style)
            case "toc":
                self.toc()
            case "table":
                self.table(block, style)
            case "widths" | "end" | "meeting" | "plainrows" | "repeat" | "title_of":
                pass
            case _:
                self.text(block.text, style)

    def labels(self, start: int, end: int) -> None:
        """Labels in one column and values in the next; in the text layer row by row, or first all labels and then all values."""
        style, by = style_of(self.paper, "label"), self.paper.get("label_width", 110)
        bold = {**style, "face": self.paper.get("label_face", 1)}
        self.room((end - start) * style["size"] * style["lead"] * (2 if self.paper.get("labels") == "stack" else 1))
        left, top = self.left, self.y
        ends = []
        for index in range(start, end):
            block = self.paper.blocks[index]
            self.block, self.y = index, top
            self.layer = 0
            self.room(style["size"] * style["lead"])
            top = self.y
            if block.label:
                self.text(block.label, bold)
            if self.paper.get("labels") == "stack":
                self.text(block.text, style)
                top = self.y
                ends.append(top)
                continue
            low = self.y
            self.y, self.left, self.layer = top, left + by, 1 if self.paper.get("labels") == "first" else 0
            if block.text:
                self.text(block.text, style)
            self.left = left
            top = min(low, self.y)
            ends.append(top)
        self.layer, self.y = 0, min(ends) - 8

    def toc(self) -> None:
        style = style_of(self.paper, "contents")
        line = self.paper.get("toc_line", "{number}. {title}")
        leader = self.paper.get("toc_leader", ".")
        for index, block in enumerate(self.paper.blocks):
            if block.kind != "item":
                continue
            shown = line.format(number=block.number, title=block.text)
            target = str(self.targets.get(index, 0))
            font = f"{style['font']}{style['face']}"
            rows = self.lines(shown, style, self.measure - 40)
            for row in rows:
                self.room(style["size"] * style["lead"])
                self.y -= style["size"] * style["lead"]
                self.row(row, style, 0, self.measure, last=True)
            end = rows[-1][-1].x + stringWidth(rows[-1][-1].text, font, style["size"])
            wide = stringWidth(target, font, style["size"])
            if leader:
                dot = stringWidth(leader, font, style["size"])
                count = int((self.measure - end - wide - 8) / dot)
                self.put(self.x + self.measure - wide - 3 - count * dot, self.y, leader * count, font, style)
            self.put(self.x + self.measure - wide, self.y, target, font, style)
            self.y -= style["after"]
            self.sheet.furniture.append((len(self.sheet.pages), "contents", shown))

    def table(self, block: Block, style: Mapping[str, Any]) -> None:
        options = self.option("widths"), self.option("plainrows") is not None, self.option("repeat") is not None
        shares = [float(share) for share in (options[0] or " ".join("1" for _ in block.rows[0])).split()]
        total = sum(shares)
        edges = [0.0]
        for share in shares:
            edges.append(edges[-1] + share / total * self.measure)
        merged = spans(block.rows)
        head = options[2]
        for index, row in enumerate(block.rows):
            height = self.row_height(row, index, edges, merged, style)
            down = max((bottom for (r, _), (bottom, _) in merged.items() if r == index), default=index)
            group = height + sum(
                self.row_height(block.rows[k], k, edges, merged, style) for k in range(index + 1, down + 1)
            )
            if self.y - group < self.bottom:
                self.turn()
                if head and index:
                    self.cells(
                        block.rows[0],
                        0,
                        edges,
                        merged,
                        style,
                        plain=options[1],
                        heights=[self.row_height(block.rows[0], 0, edges, merged, style)],
                    )
            heights = [self.row_height(block.rows[k], k, edges, merged, style) for k in range(index, down + 1)]
            self.cells(row, index, edges, merged, style, plain=options[1], heights=heights)
        self.y -= style["after"]

    def option(self, kind: str) -> str | None:
        """The value of an option block that stands just before this block."""
        index = self.block - 1
        while index >= 0 and self.paper.blocks[index].kind in {"widths", "plainrows", "repeat"}:
            if self.paper.blocks[index].kind == kind:
                return self.paper.blocks[index].text
            index -= 1
        return None

    def row_height(
        self, row: tuple[str, ...], index: int, edges: list[float], merged: dict, style: Mapping[str, Any]
    ) -> float:
        rejoined, kept = list(self.sheet.rejoined), list(self.sheet.kept)
        most = 1
        for col, cell in enumerate(row):
            if cell not in {"<", "^"}:
                bottom, right = merged.get((index, col), (index, col))
                if bottom == index:
                    most = max(most, len(self.lines(cell, style, edges[right + 1] - edges[col] - 8)))
        self.sheet.rejoined, self.sheet.kept = rejoined, kept
        return most * style["size"] * style["lead"] + 6

    def cells(
        self,
        row: tuple[str, ...],
        index: int,
        edges: list[float],
        merged: dict,
        style: Mapping[str, Any],
        *,
        plain: bool,
        heights: list[float],
    ) -> None:
        top, height = self.y, heights[0]
        for col, cell in enumerate(row):
            bottom, right = merged.get((index, col), (index, col))
            if cell in {"<", "^"}:
                continue
            deep = sum(heights[: bottom - index + 1])
            x0, x1 = self.x + edges[col], self.x + edges[right + 1]
            if not plain:
                for a, b in (
                    ((x0, top), (x1, top)),
                    ((x0, top - deep), (x1, top - deep)),
                    ((x0, top), (x0, top - deep)),
                    ((x1, top), (x1, top - deep)),
                ):
                    self.rule(*a, b)
            face = 1 if index == 0 and not plain else 0
            y = top - 2
            for words in self.lines(cell, {**style, "face": face}, x1 - x0 - 8):
                y -= style["size"] * style["lead"]
                joined = " ".join(word.text for word in words)
                self.put(x0 + 4, y, joined, words[0].font, style)
        self.y = top - height

    def running(self) -> None:
        style = style_of(self.paper, "running")
        count = len(self.sheet.pages)
        for number in range(1, count + 1):
            for line in self.paper.get("running", []):
                if number < line.get("from", 1):
                    continue
                shown = line["text"].format(page=number, pages=count)
                wide = stringWidth(shown, f"{style['font']}0", style["size"])
                x = {"left": self.left, "center": (self.width - wide) / 2, "right": self.width - self.right - wide}[
                    line.get("align", "left")
                ]
                y = self.height - line["at"] if line["where"] == "head" else line["at"]
                mark = Mark(x, y, shown, f"{style['font']}0", style["size"], style["color"], layer=line.get("layer", 2))
                self.sheet.pages[number - 1].append(mark)
                kind = "page number" if "{page}" in line["text"] else "running " + line["where"]
                self.sheet.furniture.append((number, kind, shown))


def spans(rows: tuple[tuple[str, ...], ...]) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells that cover others, with the last row and column they cover; `<` is covered from the left and `^` from above."""
    found = {}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell in {"<", "^"}:
                continue
            right, bottom = c, r
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][c] == "^":
                bottom += 1
            if (right, bottom) != (c, r):
                found[r, c] = (bottom, right)
    return found


def make(paper: Paper, out: Path) -> Sheet:
    """Writes the PDF; set twice, so that the table of contents knows its pages."""
    sheet = Setter(paper, {}).run()
    targets = {index: pages[0] for index, pages in sheet.places.items()}
    sheet = Setter(paper, targets).run()
    draw(paper, sheet, out)
    return sheet


def draw(paper: Paper, sheet: Sheet, out: Path) -> None:
    canvas = Canvas(str(out), pagesize=SIZES[paper.get("page", {}).get("size", "A4")], invariant=1, pageCompression=1)
    canvas.setProducer(paper.get("producer", "ReportLab PDF Library"))
    canvas.setCreator(paper.get("creator", ""))
    canvas.setAuthor("")
    canvas.setTitle(paper.get("pdf_title", ""))
    for marks in sheet.pages:
        for mark in ordered(marks, paper.get("order", "flow")):
            if mark.to is not None:
                canvas.setStrokeColor(HexColor(mark.color))
                canvas.setLineWidth(0.5)
                canvas.line(mark.x, mark.y, *mark.to)
                continue
            canvas.setFillColor(HexColor(mark.color))
            canvas.setFont(mark.font, mark.size)
            if "\u00ad" in mark.text[:-1]:
                unseen(canvas, mark)
                continue
            canvas.drawString(mark.x, mark.y, mark.text)
        canvas.showPage()
    canvas.save()


def unseen(canvas: Canvas, mark: Mark) -> None:
    """Draws a text whose soft hyphens are in the text layer and take no room."""
    x = mark.x
    pieces = mark.text.split("\u00ad")
    for index, piece in enumerate(pieces):
        canvas.drawString(x, mark.y, piece)
        x += stringWidth(piece, mark.font, mark.size)
        if index < len(pieces) - 1:
            canvas.drawString(x, mark.y, "\u00ad", mode=None if not pieces[index + 1] else 3)


def ordered(marks: list[Mark], order: str) -> list[Mark]:
    """The order of the text layer: as set, by layer (labels, values, running lines), or by line across the page."""
    if order == "by_line":
        return sorted(marks, key=lambda mark: (-round(mark.y / 4), mark.x))
    return sorted(marks, key=lambda mark: mark.layer)


register()
