"""Writes the reference of a made paper from its source and from where each block was set; no reader is asked."""

import re
import unicodedata
from typing import Any

from markup import NOTE, Block, Paper, bare, item_lines

TEXTS = {"para", "bullet", "quote", "caption", "plain", "label", "plate", "sub"}
HEAD = ("layout", "path", "kind", "title", "body", "authority", "region", "date")


def clean(text: str) -> str:
    """As it should be read: NFC, no soft hyphens, ligatures as letters, ordinary spaces."""
    text = bare(text).replace(" // ", " ").replace("\u00ad", "").replace("\u00a0", " ")
    for ligature, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, letters)
    return unicodedata.normalize("NFC", re.sub(r" +", " ", text)).strip()


def ends(texts: list[str], count: int = 6) -> dict[str, str]:
    """The first words of the first text and the last words of the last."""
    return {"start": " ".join(texts[0].split()[:count]), "end": " ".join(texts[-1].split()[-count:])}


def spoken(block: Block) -> list[str]:
    """The words of a block, as a list of its lines or cells."""
    if block.kind == "table":
        return [clean(cell) for row in block.rows for cell in row if cell not in {"", "<", "^"}]
    if block.kind == "label":
        return [clean(f"{block.label} {block.text}")]
    return [clean(block.text)] if block.kind in TEXTS else []


def build(
    paper: Paper,
    places: dict[int, list[int]],
    furniture: list[tuple[int, str, str]],
    pages: int,
    hyphens: dict[str, list[str]],
) -> dict[str, Any]:
    result: dict[str, Any] = {"made": True}
    result.update({key: paper.get(key) for key in HEAD})
    result["date"] = str(paper.get("date"))
    result["producer"] = paper.get("producer", paper.get("maker"))
    result["pages"] = pages
    items = items_of(paper, places)
    cases = list(dict.fromkeys([*paper.get("cases", []), *(i["case_number"] for i in items if i["case_number"])]))
    result["case_numbers"] = cases
    result["meetings"] = [meeting(m) for m in paper.get("meetings", [])]
    result["items"] = items
    result["headings"] = headings(paper, places)
    result["list_items"] = [
        {"page": places[i][0], "depth": b.depth, "marker": b.marker, **ends([clean(b.text)])}
        for i, b in enumerate(paper.blocks)
        if b.kind == "bullet"
    ]
    furniture = furniture + [
        (places[i][0], "contents", b.text) for i, b in enumerate(paper.blocks) if b.kind == "contents"
    ]
    furniture += [(places[i][0], "noise", b.text) for i, b in enumerate(paper.blocks) if b.kind == "noise"]
    result["furniture"] = [
        {"page": page, "kind": kind, "text": clean(text)} for page, kind, text in sorted(furniture, key=lambda f: f[0])
    ]
    result["letterhead"] = letterhead(paper, places)
    result["tables"] = tables(paper, places)
    result["quotes"] = [
        {"page": places[i][0], **ends([clean(b.text)])} for i, b in enumerate(paper.blocks) if b.kind == "quote"
    ]
    notes = [
        {"page": places[i][0], **ends([clean(match[1])])}
        for i, b in enumerate(paper.blocks)
        if (match := NOTE.search(b.text))
    ]
    if notes:
        result["footnotes"] = notes
    if paper.get("hyphenation"):
        result["hyphenation"] = hyphenation(hyphens)
    for key in ("attendance", "recommendations"):
        if paper.get(key):
            result[key] = paper.get(key)
    if paper.get("decisions"):
        result["decisions"] = [decision(paper, items, d) for d in paper.get("decisions")]
    result.update(paper.get("extra", {}))
    if paper.get("notes"):
        result["notes"] = paper.get("notes")
    check(paper, result)
    return result


def meeting(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "body": given["body"],
        "date": str(given["date"]),
        "start": given.get("start"),
        "end": given.get("end"),
        "place": given.get("place"),
    }


def items_of(paper: Paper, places: dict[int, list[int]]) -> list[dict[str, Any]]:
    """The agenda items with their sections; text below an item and above its first section heading is given as `text`."""
    items: list[dict[str, Any]] = []
    current, gathered, which = None, [], 0
    section: dict[str, Any] | None = None

    def close() -> None:
        nonlocal gathered
        if gathered and current is not None:
            if section is None:
                current["text"] = ends(gathered)
            else:
                section.update(ends(gathered))
        gathered = []

    for index, block in enumerate(paper.blocks):
        if block.kind in {"item", "section", "end", "meeting"}:
            close()
            section = None
        if block.kind == "meeting":
            which, current = int(block.text), None
        elif block.kind == "end":
            current = None
        elif block.kind == "item":
            page = places.get(index, [first_page(paper, places, index)])[0]
            current = {
                "number": block.number,
                "title": clean(block.text) or None,
                "case_number": block.case,
                "page": page,
                "closed": block.closed,
                "meeting": which if paper.get("meetings") else None,
                "sections": [],
            }
            items.append(current)
        elif block.kind == "section" and current is not None:
            section = {
                "role": block.role,
                "heading": clean(block.text),
                "page": places[index][0],
                "start": None,
                "end": None,
            }
            current["sections"].append(section)
        elif current is not None:
            gathered += spoken(block)
    close()
    return items


def first_page(paper: Paper, places: dict[int, list[int]], index: int) -> int:
    """The page of the first block that is set after an item without a head of its own."""
    return next(places[i][0] for i in range(index, len(paper.blocks)) if i in places)


def headings(paper: Paper, places: dict[int, list[int]]) -> list[dict[str, Any]]:
    levels = {"title": 0, "item": 1, "section": 2, "sub": 3}
    found = []
    for index, block in enumerate(paper.blocks):
        if block.kind == "item":
            text = " ".join(line for kind, line in item_lines(paper, block) if kind == "head")
        else:
            text = block.text
        if block.kind in levels and text and index in places:
            level = paper.get("levels", {}).get(block.kind, levels[block.kind])
            found.append({"page": places[index][0], "level": level, "text": clean(text)})
    return found


def letterhead(paper: Paper, places: dict[int, list[int]]) -> list[dict[str, Any]]:
    found = [{"page": 1, "text": line.strip("*")} for line in paper.get("aside", {}).get("lines", []) if line]
    for index, block in enumerate(paper.blocks):
        if block.kind == "label":
            found.append({"page": places[index][0], "label": clean(block.label) or None, "value": value_of(block.text)})
        elif block.kind == "plate":
            found.append({"page": places[index][0], "text": clean(block.text)})
    return found


def value_of(text: str) -> str | list[str] | None:
    """One value, or its lines where it was set on several."""
    lines = [clean(line) for line in text.split(" // ")]
    return (lines if len(lines) > 1 else lines[0]) or None


def tables(paper: Paper, places: dict[int, list[int]]) -> list[dict[str, Any]]:
    found = []
    for index, block in enumerate(paper.blocks):
        if block.kind == "table":
            before = {b.kind for b in paper.blocks[max(0, index - 3) : index] if b.kind in {"plainrows", "repeat"}}
            found.append(
                {
                    "page": places[index][0],
                    "last_page": places[index][-1],
                    "ruled": "plainrows" not in before,
                    "head_repeated": "repeat" in before and len(places[index]) > 1,
                    "rows": [["" if cell in {"<", "^"} else clean(cell) for cell in row] for row in block.rows],
                    "covered": [
                        [r, c, {"<": "left", "^": "above"}[cell]]
                        for r, row in enumerate(block.rows)
                        for c, cell in enumerate(row)
                        if cell in {"<", "^"}
                    ],
                }
            )
    return found


def hyphenation(hyphens: dict[str, list[str]]) -> dict[str, list[str]]:
    return {
        name: list(dict.fromkeys(clean(word).strip('.,;:()”"') for word in words)) for name, words in hyphens.items()
    }


def decision(paper: Paper, items: list[dict[str, Any]], given: dict[str, Any]) -> dict[str, Any]:
    """With the place of the item in `items`, since numbers may be missing or come twice."""
    which, at = -1, None
    for block in paper.blocks:
        if block.kind == "item":
            which += 1
        if given["quote"] in clean(block.text) or any(given["quote"] in text for text in spoken(block)):
            at = which
    return {
        "item": items[at]["number"] if at is not None and at >= 0 else None,
        "index": at if at is not None and at >= 0 else None,
        **given,
    }


def check(paper: Paper, result: dict[str, Any]) -> None:
    """A quote is a unique run of words of the source."""
    whole = " ¶ ".join(text for block in paper.blocks for text in spoken(block))
    for entry in [*result.get("decisions", []), *result.get("recommendations", [])]:
        count = whole.count(entry["quote"])
        if count != 1:
            raise ValueError(
                f"{paper.slug}: expected one {entry['quote']!r}, found {count}; make the quote longer or mend it"
            )
