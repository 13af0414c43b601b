"""Finds on which page each block of a made PDF begins and ends, for makers that do not tell: letters of the block against letters of the pages."""

import unicodedata
from pathlib import Path

import pypdfium2
from markup import Block, Paper, bare, item_lines


def fold(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text).lower() if letter.isalnum())


def page_texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [fold(page.get_textpage().get_text_bounded()) for page in pdf]


def pieces(paper: Paper, block: Block) -> list[str]:
    """What of the block is seen on the page, in its order."""
    if block.kind == "item":
        return [line for _, line in item_lines(paper, block)]
    if block.kind == "table":
        return [cell for row in block.rows for cell in row if cell not in {"", "<", "^"}]
    if block.kind == "label":
        return [f"{block.label} {block.text}"]
    shown = {"title", "section", "sub", "para", "bullet", "quote", "caption", "plain", "plate", "contents", "noise"}
    return [block.text] if block.kind in shown else []


def places(paper: Paper, path: Path) -> dict[int, list[int]]:
    texts = page_texts(path)
    found: dict[int, list[int]] = {}
    page, offset = 0, 0
    beside = False  # a box at the side is drawn before the text it stands beside
    for index, block in enumerate(paper.blocks):
        beside = block.text in paper.get("beside", []) if block.kind in {"open", "close"} else beside
        if block.kind == "toc":
            for other in paper.blocks:
                if other.kind == "item":
                    page, offset, _ = seek(texts, fold(toc_text(paper, other)), page, offset)
        for piece in pieces(paper, block):
            wanted = fold(bare(piece).replace("//", " "))
            if not wanted:
                continue
            if beside or (block.kind == "table" and split(texts, wanted, page, offset)):
                last, _, start = seek(texts, wanted, found[index][0] - 1 if index in found else page, 0)
            else:
                page, offset, start = seek(texts, wanted, page, offset)
                last = page
            found.setdefault(index, []).append(start + 1)
            found[index].append(last + 1)
    return {index: sorted(set(pages)) for index, pages in found.items()}


def split(texts: list[str], wanted: str, page: int, offset: int) -> bool:
    """Whether a cell stands before the cell read last: its row runs on over a page and the cell ended on the page before."""
    try:
        seek(texts, wanted, page, offset)
    except ValueError:
        return True
    return False


def toc_text(paper: Paper, block: Block) -> str:
    return paper.get("toc_line", "{number}. {title}").format(number=block.number, title=block.text)


def seek(texts: list[str], wanted: str, page: int, offset: int) -> tuple[int, int, int]:
    """(page and offset of the end, page of the start) of the words, at or after the given place; a block may run on over a page."""
    for start in range(page, len(texts)):
        after = offset if start == page else 0
        at = texts[start].find(wanted, after)
        if at >= 0:
            return start, at + len(wanted), start
        head = wanted[: min(24, len(wanted))]
        at = texts[start].find(head, after)
        if at >= 0 and start + 1 < len(texts):
            tail = texts[start + 1].find(wanted[-min(24, len(wanted)) :])
            if tail >= 0:
                return start + 1, tail + 24, start
    raise ValueError(f"expected {wanted[:60]!r} on page {page + 1} or after it; not found")
