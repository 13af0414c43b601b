"""What the trail does not have: each gap with its evidence and with where was looked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.run.lookup import (
    ADVICE,
    AGREEMENT,
    DECISION,
    INPUT,
    PAPER,
    STORY,
    Found,
    Lookup,
    NotOneFound,
    Row,
    count,
    day,
    strength,
)
from pipeline.run.words import counts, safe, shorten

_QUOTE = 140


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: the row it is about, what is missing, and the quote it rests on with its source."""

    id: str
    name: str
    why: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one kind, out of how many, and where was looked; `none` when there is nothing they could be in."""

    title: str
    searched: str
    gaps: tuple[Gap, ...]
    none: str | None = None


def find_gaps(lookup: Lookup) -> tuple[Gaps, ...]:
    """Everything missing from a corpus, in the order of the trail; `NotOneFound` when no paper holds any text."""
    if not lookup.rows("passages"):
        papers = count(len(lookup.papers), PAPER)
        raise NotOneFound(f"expected papers with text, found none in {papers}; see `raadspor ledger` for why")
    return (
        _advice(lookup), _stories(lookup), _decisions(lookup), _overdue(lookup), _duties(lookup), _ended(lookup),
        _papers(lookup),
    )  # fmt: skip


def render_gaps(gaps: Sequence[Gaps], *, limit: int) -> str:
    """The gaps as lines, at most so many of each kind."""
    parts = (part for group in gaps for part in (*_group(group, limit), ""))
    return "\n".join(parts).rstrip()


def _group(group: Gaps, limit: int) -> Iterator[str]:
    yield f"{group.title}: {len(group.gaps) if group.none is None else group.none}"
    yield f"  {group.searched}"
    if group.none is not None:
        return
    for gap in group.gaps[:limit]:
        yield f"  {gap.id}  {safe(gap.name)}: {safe(gap.why)}"
        yield f"    »{shorten(gap.quote, _QUOTE)}« ({safe(gap.source)})"
    if len(group.gaps) > limit:
        yield f"  … {len(group.gaps) - limit} flere (--limit)"


def _advice(lookup: Lookup) -> Gaps:
    """Those whose recipients have not answered, and whether their papers were there to answer in."""
    top = [one for one in lookup.of(ADVICE) if lookup.row(one)["kind"] == "overordnet"]
    known = [(one, lookup.status(one)) for one in top]
    found = [_gap(one, _unanswered(lookup, s)) for one, s in known if s is None or s["follow_up"] != "fundet"]
    told = counts(None if status is None else status["follow_up"] for _, status in known)
    searched = f"opfølgning på {count(len(top), ADVICE)}: {told or 'ingen'}; de uddybende følges ikke hver for sig"
    return Gaps("Anbefalinger uden fundet opfølgning fra modtageren", searched, tuple(found), _none(top, ADVICE))


def _unanswered(lookup: Lookup, status: Row | None) -> str:
    if status is None:
        return "ingen status: datoen eller udstederen er ikke kendt"
    own = f"; rådets egen opfølgning {day(status['own_follow_up'])}" if status["own_follow_up"] else ""
    expected = {row["expected_id"]: row for row in lookup.rows("expected_papers")}
    absent = [_paper_name(expected[key]) for key in status["missing"] if key in expected]
    papers = f"; mangler {', '.join(absent)}" if absent else ""
    looked = f"søgt i {count(len(status['searched']), PAPER)} efter fremsættelsen"
    return f"{status['follow_up']} pr. {day(status['as_of'])} ({status['status']}); {looked}{papers}{own}"


def _stories(lookup: Lookup) -> Gaps:
    stories, advice = lookup.of(STORY), lookup.of(ADVICE)
    found = [_gap(one, _nearest(lookup, one)) for one in stories if not _facts(lookup, one, ADVICE)]
    searched = f"sammenholdt med {count(len(advice), ADVICE)}"
    return Gaps(
        "Historier, som ingen anbefaling svarer på",
        searched,
        tuple(found),
        _none(stories, STORY) or _none(advice, ADVICE),
    )


def _nearest(lookup: Lookup, story: Found) -> str:
    """The best candidate beside it: what was held to be too weak, for a reader to judge."""
    near = [link for link in lookup.links.get(story.id, ()) if link["target_kind"] == ADVICE]
    end = lookup.found.get(near[0]["target_id"]) if near else None
    taken = [lookup.found[key] for key in _facts(lookup, story, INPUT) if key in lookup.found]
    told = "".join(f"; taget op som {one.name.lower()} {one.id}" for one in taken)
    if end is None:
        return f"intet muligt spor{told}"
    return f"nærmest: {strength(near[0])} ({near[0]['score']:.2f}) til {end.name} {end.id}{told}"


def _decisions(lookup: Lookup) -> Gaps:
    """Decisions made here that lead to no recommendation, or to none that a story supports."""
    made = [one for one in lookup.of(DECISION) if lookup.row(one)["status"] == "made"]
    found = []
    for one in made:
        advice = [lookup.found[key] for key in _facts(lookup, one, ADVICE) if key in lookup.found]
        told = any(_facts(lookup, each, STORY) for each in advice) or _facts(lookup, one, STORY)
        if not told:
            why = f"{count(len(advice), ADVICE)} uden historie" if advice else "følger ikke op på en anbefaling"
            found.append(_gap(one, why))
    stories = lookup.of(STORY)
    told_by = count(len(stories), STORY)
    searched = f"søgt fra {count(len(made), DECISION)} truffet her til {told_by}; omtalte beslutninger er ikke med"
    return Gaps(
        "Beslutninger uden historie bag", searched, tuple(found), _none(made, DECISION) or _none(stories, STORY)
    )


def _facts(lookup: Lookup, one: Found, kind: str) -> list[str]:
    """The other ends, of a kind, of the links that hold."""
    links = [link for link in lookup.links.get(one.id, ()) if link["fact"]]
    ends = [(link[f"{side}_kind"], link[f"{side}_id"]) for link in links for side in ("source", "target")]
    return [key for found, key in ends if found == kind and key != one.id]


def _overdue(lookup: Lookup) -> Gaps:
    agreements = lookup.of(AGREEMENT)
    rows = [(one, lookup.row(one)) for one in agreements]
    late = [_gap(one, f"frist {day(row['due'])}") for one, row in rows if row["state"] == "overskredet"]
    still = sum(row["state"] == "åben" for _, row in rows)
    undated = sum(row["state"] == "åben" and row["due"] is None for _, row in rows)
    searched = f"stand pr. {_until(lookup)}: {count(len(rows), AGREEMENT)}, {still} åbne, heraf {undated} uden frist"
    return Gaps("Aftaler, hvis frist er overskredet", searched, tuple(late), _none(agreements, AGREEMENT))


def _duties(lookup: Lookup) -> Gaps:
    rows = lookup.rows("duties")
    found = [
        _row_gap(lookup, row, f"Krav{_often(row)}", f"{row['state']}: intet papir viser det", row["text"])
        for row in rows
        if row["last_evidence"] is None
    ]
    searched = f"søgt i {_papers_told(lookup)}"
    return Gaps("Krav uden belæg for, at de er opfyldt", searched, tuple(found), None if rows else "ingen krav læst")


def _often(row: Row) -> str:
    return f" ({row['every']})" if row["every"] else ""


def _ended(lookup: Lookup) -> Gaps:
    """Members of whom a paper says that their term ended, by the day of the newest paper."""
    until, rows = lookup.newest() or "", lookup.rows("memberships")
    found = [
        _row_gap(lookup, row, f"{row['person']}, {row['role']}", _until_when(row), row["quote"])
        for row in rows
        if row["term_end"] is not None and _last(row) <= until
    ]
    searched = f"stand pr. {_until(lookup)}; set på {len(rows)} medlemskaber, som de står i papirerne"
    return Gaps("Medlemmer, hvis periode er udløbet", searched, tuple(found), None if rows else "ingen medlemmer læst")


def _until_when(row: Row) -> str:
    """`../2026-04-30` says that it ended by then, not when."""
    return f"{'senest' if row['term_end'] != _last(row) else 'til'} {day(_last(row))}"


def _last(row: Row) -> str:
    return str(row["term_end"]).removeprefix("../")


def _papers(lookup: Lookup) -> Gaps:
    until = lookup.newest() or "~"
    rows = [row for row in lookup.rows("expected_papers") if row["state"] == "mangler"]
    rows.sort(key=lambda row: (row["date"] or "~", row["what"], row["expected_id"]))
    found = [_row_gap(lookup, row, _paper_name(row), _absent(row, until), row["quote"]) for row in rows]
    searched = f"søgt i {_papers_told(lookup)}"
    return Gaps("Papirer, der er omtalt, men ikke er her", searched, tuple(found))


def _absent(row: Row, until: str) -> str:
    """A meeting after the newest paper has not been held for all that the papers know."""
    return "ikke i samlingen" if row["date"] is None or row["date"] <= until else "efter det nyeste papir"


def _paper_name(row: Row) -> str:
    return " ".join(str(part) for part in (row["what"], row["body"], day(row["date"])) if part)


def _papers_told(lookup: Lookup) -> str:
    """How many papers were read, and until when."""
    read = [row for row in lookup.papers.values() if row["status"] in ("ok", "partial")]
    unread = len(lookup.papers) - len(read)
    more = f"; {count(unread, PAPER)} er ikke læst" if unread else ""
    return f"{count(len(read), PAPER)}, det nyeste {_until(lookup)}{more}"


def _until(lookup: Lookup) -> str:
    return day(lookup.newest()) or "ukendt dato"


def _none(found: Sequence[Found], kind: str) -> str | None:
    return None if found else f"samlingen har ingen {count(0, kind).removeprefix('0 ')}"


def _gap(one: Found, why: str) -> Gap:
    return Gap(one.id, one.name, why, one.text, one.source)


def _row_gap(lookup: Lookup, row: Row, name: str, why: str, quote: str) -> Gap:
    return Gap(str(next(iter(row.values()))), name, why, quote, lookup.cite_row(row))
