"""Tables by hand for the page of a council: each row says what matters, the rest is filled in."""

from itertools import count
from typing import Any

import pyarrow as pa

from pipeline.report.status_model import Bullets, Grid, Line, Paragraph, StatusPage
from pipeline.report.status_page import compose_status
from pipeline.report.status_view import find_councils
from pipeline.tables import SCHEMAS

COUNCIL, OTHER = "raad", "regionsraad"
_EMPTY = {pa.string(): None, pa.int64(): 0, pa.float64(): 1.0, pa.bool_(): False}


class Made:
    """A corpus: the paper with the advice and the minutes after it; `add` and `drop` make it another."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        self._next = count(1)
        self.paper("anb", kind="anbefalinger", date="2025-09-15", pages=2)
        self.paper("ref", kind="referat", date="2026-04-30", pages=3, case_numbers=["1-23-4-25"])
        for number, text in (("1", "mere tid."), ("2", "flere veje ind."), ("3", "bedre overgange.")):
            self.advice(number, f"Rådet anbefaler, at der skabes {text}")
            self.event(number, what="fremsat", date="2025-09-15", reference="særskilt", document="anb", page=2)
            self.status(number, as_of="2025-09-15", status="fremsat")
            self.status(number, as_of="2025-10", status="besluttet oversendt", since="2025-10", missing=["x"])
            self.event(
                number, what="besluttet oversendt", date="2025-10", actor_role="modtager", body="Regionsrådet",
                basis="andenhånd", text="Det blev besluttet, at de skal overbringes til inspiration.", page=7,
            )  # fmt: skip
        told = {"what": "Referat", "body": "Regionsrådet", "date": "2025-10", "state": "mangler"}
        self.add("expected_papers", expected_id="x", **told, **self.proof("ref", "Drøftet i oktober.", 7))

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        """A row; what is not said is null, empty or zero, an id a number of its own."""
        row: dict[str, Any] = {}
        for number, column in enumerate(SCHEMAS[table]):
            empty: Any = [] if pa.types.is_list(column.type) else _EMPTY.get(column.type)
            row[column.name] = f"{table}-{next(self._next)}" if number == 0 else empty
        assert values.keys() <= row.keys(), values.keys() - row.keys()
        self.rows[table].append(row | values)
        return self.rows[table][-1]

    def paper(self, document: str, *, pages: int = 1, body: str | None = "Rådet", **values: Any) -> None:
        """A paper of the council, read, with its pages."""
        body_id = {"Rådet": COUNCIL, None: None}.get(body, OTHER)
        told = {"status": "ok", "authority": "Region Midt", "path": f"{document}.pdf", "sha256": document * 8}
        self.add("documents", document_id=document, body=body, body_id=body_id, pages=pages, **(told | values))
        for page in range(1, pages + 1):
            self.add("pages", document_id=document, page=page, state="text")

    def proof(self, document: str, text: str, page: int = 1, **place: Any) -> dict[str, Any]:
        """The proof of a row: a passage, the same for the same words."""
        told = {"kind": "paragraph", "text": text, "page": page, "agenda_item": "4" if document == "ref" else None}
        known = (row for row in self.rows["passages"] if (row["document_id"], row["text"]) == (document, text))
        passage = next(known, None) or self.add("passages", document_id=document, **(told | place))
        return {"passage_id": passage["passage_id"], "quote": text, "end": len(text), "page": page, "rule": "r"}

    def advice(self, number: str | None, text: str, *, document: str = "anb", **values: Any) -> str:
        """A recommendation of the council."""
        told = {"kind": "overordnet", "source": "egen", "issued": "2025-09-15", "issued_by_id": COUNCIL}
        key: str = values.pop("recommendation_id", f"r{number}")
        row = {"recommendation_id": key, "document_id": document, "number": number, "text": text}
        self.add("recommendations", **(row | told | self.proof(document, text, 2) | values))
        return key

    def event(
        self, number: str, *, document: str = "ref", text: str = "Rådet drøftede dem.", page: int = 7, **values: Any
    ) -> None:
        """Something that happened to a recommendation."""
        told = {"basis": "førstehånd", "reference": "samlet", "actor_role": "rådet selv", "body": "Rådet"}
        place = self.proof(document, text, page)
        self.add("status_events", recommendation_id=f"r{number}", document_id=document, **(told | place | values))

    def status(self, number: str, *, as_of: str, status: str, **values: Any) -> None:
        """How far a recommendation has come."""
        told = {"follow_up": "kan ikke afgøres", "since": as_of, "reason": "…"}
        self.add("statuses", recommendation_id=f"r{number}", as_of=as_of, status=status, **(told | values))

    def story(self, key: str, heading: str, *, supports: str | None = None, fact: bool = True) -> None:
        """A story under a heading, perhaps with a link to a recommendation."""
        place = self.proof("anb", f"Historien {key}.", 1, section=["KAPITEL 3", "3.2 Adgang", heading])
        self.add("stories", story_id=key, document_id="anb", kind="udsagn", heading=heading, **place)
        if supports is not None:
            proof = {
                "document_id": "anb",
                "passage_id": place["passage_id"],
                "start": 0,
                "end": 1,
                "quote": "H",
                "page": 1,
                "boxes": [],
            }
            self.add("links", source_kind="story", source_id=key, relation="supports", target_kind="recommendation",
                     target_id=f"r{supports}", fact=fact, source_proof=proof, target_proof=proof)  # fmt: skip

    def commitment(self, what: str, **values: Any) -> None:
        """An agreement of the minutes."""
        told = {"document_id": "ref", "what": what, "state": "åben", **self.proof("ref", what, 8)}
        self.add("commitments", **(told | values))

    def tables(self) -> dict[str, pa.Table]:
        """All tables, in their schemas."""
        return {name: pa.Table.from_pylist(self.rows[name], schema=schema) for name, schema in SCHEMAS.items()}

    def page(self, as_of: str = "2026-04-30") -> StatusPage:
        """The page of the council."""
        tables = self.tables()
        (council,) = [c for c in find_councils(tables) if c.body_id == COUNCIL]
        return compose_status(tables, council=council, as_of=as_of)


def text_of(line: Line) -> str:
    """The letters of a line, less the numbers of its sources."""
    return "".join(run.text for run in line)


def lines_of(page: StatusPage, heading: str) -> list[str]:
    """What stands under a heading, a line for each paragraph, item and row."""
    found: list[str] = []
    for block in (block for section in page.sections if section.heading == heading for block in section.blocks):
        if isinstance(block, Paragraph):
            found.append(text_of(block.line))
        elif isinstance(block, Bullets):
            found += map(text_of, block.lines)
        elif isinstance(block, Grid):
            found += [" | ".join(map(text_of, row)) for row in (block.heads, *block.rows)]
    return found


def whole(page: StatusPage) -> str:
    """All text of a page."""
    sections = [line for section in page.sections for line in (section.heading, *lines_of(page, section.heading))]
    return "\n".join([page.title, *page.head, *sections, *(f"{s.citation} {s.remark}" for s in page.sources)])
