"""What the sources of the made papers say stands in them (`tests/papers/README.md`), as references of this folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.evaluate.folding import fold
from pipeline.model.document import Document
from pipeline.model.structure import SectionRole

# Words above the first heading of an item have no role in the source: any is right.
_ANY_ROLE = "|".join(["", *SectionRole])
# Two versions of one paper are of one meeting, which the tables have once, with the later paper.
_EARLIER_VERSIONS = {"referat-2024-09-05"}
# The sources write the paper's own word; the tables have one for both.
_SAME_TYPE = {
    "tiltrådt": "godkendt",
    "vedtaget": "godkendt",
    "godkendt med ændring": "godkendt",
    "sendt tilbage": "genoptages|udsat",
}
_HOLLOW = {"o", "◦", "○"}


@dataclass(frozen=True)
class Expected:
    """One made paper and what stands in it."""

    name: str
    stands: Mapping[str, Any]

    @property
    def path(self) -> str:
        """The PDF below `tests/papers`."""
        return str(self.stands["path"])

    def listed(self, key: str) -> list[dict[str, Any]]:
        """A list of things that stand in the paper."""
        return list(self.stands.get(key) or ())


def gold_of(made: Sequence[Expected], documents: Mapping[str, Document]) -> dict[str, pd.DataFrame]:
    """The references of all made papers; the documents tell whether an authority's name is printed at all."""
    rows: dict[str, list[dict[str, Any]]] = {
        "documents": [_document(expected, documents[expected.name]) for expected in made],
        "meetings": _each(made, _meetings),
        "agenda_items": _each(made, _items),
        "sections": _each(made, _sections),
        "headings": _each(made, _headings),
        "list_items": _each(made, _list_items),
        "furniture": _each(made, lambda e: e.listed("furniture")),
        "letterhead": _each(made, _letterhead),
        "tables": _each(made, _cells),
        "quotes": _each(made, lambda e: e.listed("quotes")),
        "decisions": _each(made, _decisions),
        "attendance": _each(made, _attendance),
        "recommendations": _each(made, _recommendations),
    }
    return {name: pd.DataFrame([_as_read(row) for row in found]) for name, found in rows.items()}


def _as_read(row: Mapping[str, Any]) -> dict[str, str]:
    """A row as it would be read from a CSV file."""
    return {name: "" if value is None else str(value) for name, value in row.items()}


def _each(made: Iterable[Expected], rows: Any) -> list[dict[str, Any]]:
    return [{"document": expected.name, **row} for expected in made for row in rows(expected)]


def _document(expected: Expected, document: Document) -> dict[str, Any]:
    stands = expected.stands
    printed = fold(" ".join(passage.text for passage in document.passages))
    # A municipality that no page names is not known to a reader; its region follows from its name.
    known = fold(stands["authority"] or "") in printed
    return {
        "document": expected.name,
        "kind": stands["kind"],
        "title_quote": stands["title"],
        "body": stands["body"],
        "authority": stands["authority"] if known else f"{stands['authority']}|",
        "region": stands["region"] if known else f"{stands['region']}|",
        "date": stands["date"],
        "case_numbers": ";".join(map(str, stands["case_numbers"])),
    }


def _meetings(expected: Expected) -> Iterator[dict[str, Any]]:
    if expected.name in _EARLIER_VERSIONS:
        return iter(())
    return ({**meeting, "place_quote": meeting["place"]} for meeting in expected.listed("meetings"))


def _items(expected: Expected) -> Iterator[dict[str, Any]]:
    return ({**item, "closed": str(item["closed"]).lower()} for item in expected.listed("items"))


def _sections(expected: Expected) -> Iterator[dict[str, Any]]:
    for item in expected.listed("items"):
        number = {"agenda_item": item["number"]}
        if item.get("text"):
            yield {**number, "role": _ANY_ROLE, "heading": "", **item["text"]}
        for section in item["sections"]:
            yield {**number, **{name: section[name] for name in ("role", "heading", "start", "end")}}


def _headings(expected: Expected) -> Iterator[dict[str, Any]]:
    """The source gives sections level 2 in every paper; in one without items, level 1 is as right."""
    for heading in expected.listed("headings"):
        level = heading["level"]
        accepted = f"{level}|{level - 1}" if level > 1 and not expected.listed("items") else str(level)
        yield {**heading, "level": accepted}


def _list_items(expected: Expected) -> Iterator[dict[str, Any]]:
    return ({**item, "marker": _marker(str(item["marker"]))} for item in expected.listed("list_items"))


def _marker(marker: str) -> str:
    if marker in _HOLLOW:
        return "◦"
    return marker.strip("().:") if any(letter.isalnum() for letter in marker) else "•"


def _letterhead(expected: Expected) -> Iterator[dict[str, Any]]:
    """One row a printed line, a label and its first value on one."""
    for row in expected.listed("letterhead"):
        value = row.get("text") or row.get("value")
        lines = [*([row["label"]] if row.get("label") else []), *([value] if isinstance(value, str) else value or [])]
        yield from ({"page": row["page"], "text": line} for line in lines)


def _cells(expected: Expected) -> Iterator[dict[str, Any]]:
    if has_open_tables(expected):
        return
    for number, table in enumerate(expected.listed("tables"), start=1):
        for row, cells in enumerate(table["rows"], start=1):
            for col, text in enumerate(cells, start=1):
                if text:
                    yield {"page": table["page"], "table": number, "row": row, "col": col, "text": text}


def has_open_tables(expected: Expected) -> bool:
    """Whether a table has no rules, or runs over two pages: the source does not say which row stands where."""
    return any(not table["ruled"] or table["page"] != table["last_page"] for table in expected.listed("tables"))


def _decisions(expected: Expected) -> Iterator[dict[str, Any]]:
    for number, decision in enumerate(expected.listed("decisions")):
        kind, status = decision["type"], decision.get("status", "made|reported")
        yield {
            "key": f"{expected.name}-{number}",
            "item": decision["item"],
            "status": status,
            "type": _SAME_TYPE.get(kind, kind),
            "quote": decision["quote"],
        }


def _attendance(expected: Expected) -> Iterator[dict[str, Any]]:
    """Presence at the meeting as a whole."""
    return (row for row in expected.listed("attendance") if "item" not in row)


def _recommendations(expected: Expected) -> Iterator[dict[str, Any]]:
    return ({"themes": "", **row} for row in expected.listed("recommendations"))
