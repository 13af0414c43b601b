"""The sources of a page: each place in a paper gets one number, in the order in which the page comes to it."""

from collections.abc import Collection

from pipeline.report.status_model import Run, Source
from pipeline.report.status_view import Row, View
from pipeline.report.status_words import pages_told, short_date

KINDS = {
    "referat": "Referat",
    "dagsorden": "Dagsorden",
    "notat": "Notat",
    "anbefalinger": "Anbefalinger",
    "kommissorium": "Kommissorium",
    "praesentation": "Præsentation",
    "andet": "Papir",
}
SECOND_HAND = "andenhånds"
_SECOND_HAND = "andenhånd"
# What a section is called matters to a reader: what the administration writes is not what the meeting decided.
_TOLD_ROLES = ("sagsfremstilling", "beslutning", "indstilling")


def paper_name(paper: Row) -> str:
    """`Referat, Udsatterådet, 30.04.2026`."""
    parts = [KINDS.get(paper["kind"], KINDS["andet"]), paper["body"], short_date(paper["date"])]
    return ", ".join(part for part in parts if part is not None)


def second_hand(event: Row) -> bool:
    """Whether a paper of somebody else tells what happened."""
    return bool(event["basis"] == _SECOND_HAND)


class Sources:
    """The sources that a page has named so far. It is filled while the page is composed, and belongs to that alone."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._numbers: dict[tuple[str, str], int] = {}

    def note(self, row: Row, *, second_hand: bool = False) -> Run:
        """The mark that leads to the place of a row's proof."""
        return self.notes([row], second_hand=second_hand)

    def notes(self, rows: Collection[Row], *, second_hand: bool = False) -> Run:
        """One mark for rows of one paper and item, with all their pages."""
        places = [self._view.passages[row["passage_id"]] for row in rows]
        first = places[0]
        paper = self._view.papers[first["document_id"]]
        item = f", pkt. {first['agenda_item']}" if first["agenda_item"] is not None else ""
        citation = f"({paper_name(paper)}{item}, {pages_told([row['page'] for row in rows])})"
        roles = {place["section_role"] for place in places}
        remarks = [role for role in _TOLD_ROLES if roles == {role}] + [SECOND_HAND] * second_hand
        key = (citation, ", ".join(remarks))
        return Run("", note=self._numbers.setdefault(key, len(self._numbers) + 1))

    def found(self) -> tuple[Source, ...]:
        """All of them, by number."""
        return tuple(Source(number, citation, remark) for (citation, remark), number in self._numbers.items())
