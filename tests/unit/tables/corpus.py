"""A corpus of three made papers: recommendations, the minutes that speak of them, and one that could not be read."""

from dataclasses import dataclass

from pipeline.model import findings as f
from pipeline.model.document import Document
from pipeline.model.ids import digest
from pipeline.model.paper import Paper
from tests.unit.tables.factory import P, failed_document, item_id, make_paper, proof_of

ADVICE = make_paper(
    "raad/7001.pdf",
    P("Anbefalinger fra Borgerrådet", kind="title"),
    P("Borgerne har svært ved at få hjælp, når de skal bruge digital post.", "historier"),
    P("En kvinde med fire børn kunne ikke åbne et brev fra kommunen.", "historier"),
    P("Borgerrådet anbefaler, at kommunen giver hjælp til digital post.", "anbefalinger"),
    P("Borgerrådet anbefaler, at kommunen åbner en varmestue.", "anbefalinger", page=2),
    P("• Biblioteket kan hjælpe borgere med digital post hver dag.", "anbefalinger", kind="item", page=2),
    kind="anbefalinger",
    date="2025-01-15",
    title="Anbefalinger fra Borgerrådet",
)
MINUTES = make_paper(
    "raad/7002.pdf",
    P("Til stede: Anna Prøve (A) og Bo Eksempel, Testby Venner", "deltagelse"),
    P("at Borgerrådet drøfter det videre arbejde med anbefalingerne", "indstilling", "4"),
    P("Byrådet drøftede Borgerrådets anbefalinger i februar 2025.", "sagsfremstilling", "4"),
    P("Borgerrådet drøftede det videre arbejde med anbefalingerne.", "beslutning", "4"),
    P("Borgerrådet besluttede at følge op på hjælp til digital post. Næste møde er 3. juni 2025.", "beslutning", "4"),
    date="2025-03-04",
    title="Referat",
    items=(("4", "Opfølgning"),),
    planned=("2025-06-03",),
)
BROKEN: Document = failed_document("raad/7003.pdf", "filen er tom")


def recommendation(paper: Paper, key: str, quote: str, **fields: object) -> f.RecommendationMention:
    """A full mention of a recommendation of the council's own, on the quote."""
    values: dict[str, object] = {
        "number": None,
        "kind": "overordnet",
        "parents": (),
        "text": quote,
        "strength": 1,
        "source": "egen",
        "said_by": "Borgerrådet",
        "issued_by": "Borgerrådet",
        "addressed_to": "Byrådet",
        "issued": "2025-01-15",
        "how": "full",
        **fields,
    }
    return f.RecommendationMention(digest("m", key), proof=proof_of(paper, quote), **values)  # type: ignore[arg-type]  # the keys are the fields


def decision(key: str, quote: str, **fields: object) -> f.Decision:
    """A decision of the council in item 4 of the minutes, on the quote."""
    values: dict[str, object] = {
        "agenda_item": "4",
        "item_id": item_id(MINUTES, "4"),
        "meeting_id": MINUTES.structure.meetings[0].meeting_id,
        "status": "made",
        "type": "drøftet",
        "body": "Borgerrådet",
        "date": "2025-03-04",
        "due": None,
        "actors": (f.Actor("råd", "Borgerrådet"),),
        "points": (),
        "votes_for": None,
        "votes_against": None,
        "votes_abstained": None,
        "dissent": None,
        "text": quote,
        **fields,
    }
    return f.Decision(digest("d", key), proof=proof_of(MINUTES, quote), **values)  # type: ignore[arg-type]  # the keys are the fields


def membership(key: str, person: str, **fields: object) -> f.Membership:
    """A membership of the council, as of the meeting."""
    values: dict[str, object] = {
        "organisation": None,
        "party": None,
        "role": "medlem",
        "seat": None,
        "term_start": None,
        "term_end": None,
        "as_of": "2025-03-04",
        "body": "Borgerrådet",
        **fields,
    }
    return f.Membership(digest("s", key), person, proof=proof_of(MINUTES, person), **values)  # type: ignore[arg-type]  # the keys are the fields


@dataclass(frozen=True)
class Ids:
    """Ids of the findings by short names."""

    post: str = digest("m", "post")
    stove: str = digest("m", "stue")
    library: str = digest("m", "bibliotek")
    story: str = digest("st", "post")
    example: str = digest("st", "brev")


IDS = Ids()
POST = "Borgerrådet anbefaler, at kommunen giver hjælp til digital post."
STOVE = "Borgerrådet anbefaler, at kommunen åbner en varmestue."
LIBRARY = "Biblioteket kan hjælpe borgere med digital post hver dag."
STORY = "Borgerne har svært ved at få hjælp, når de skal bruge digital post."
EXAMPLE = "En kvinde med fire børn kunne ikke åbne et brev fra kommunen."
ADVICE_FINDINGS = f.Findings(
    ADVICE.document_id,
    recommendations=(
        recommendation(ADVICE, "post", POST, number="1"),
        recommendation(ADVICE, "stue", STOVE, number="2"),
        recommendation(ADVICE, "bibliotek", LIBRARY, kind="uddybende", parents=(IDS.post,), strength=4),
    ),
    stories=(
        f.Story(IDS.story, "udsagn", None, None, None, STORY, proof_of(ADVICE, STORY)),
        f.Story(IDS.example, "eksempel", IDS.story, None, None, EXAMPLE, proof_of(ADVICE, EXAMPLE)),
    ),
    theme_mentions=(
        f.ThemeMention(digest("t", "1"), "digital", "digital post", "digital", proof_of(ADVICE, "digital post")),
    ),
    theme_assignments=(
        f.ThemeAssignment(digest("ta", "1"), "story", IDS.story, "digital", 1.0),
        f.ThemeAssignment(digest("ta", "2"), "recommendation", IDS.post, "digital", 1.0),
        f.ThemeAssignment(digest("ta", "3"), "recommendation", IDS.library, "digital", 0.66666),
    ),
)
TALKED = "Borgerrådet drøftede det videre arbejde med anbefalingerne."
REPORTED = "Byrådet drøftede Borgerrådets anbefalinger i februar 2025."
FOLLOWED = "Borgerrådet besluttede at følge op på hjælp til digital post."
ASKED = "at Borgerrådet drøfter det videre arbejde med anbefalingerne"
MINUTES_FINDINGS = f.Findings(
    MINUTES.document_id,
    entity_mentions=(
        f.EntityMention(digest("e", "1"), "person", "Anna Prøve", None, proof_of(MINUTES, "Anna Prøve")),
        f.EntityMention(digest("e", "2"), "organisation", "Testby Venner", None, proof_of(MINUTES, "Testby Venner")),
    ),
    memberships=(
        membership("a", "Anna Prøve", organisation="Byrådet", party="A", role="formand", seat="byråd"),
        membership("b", "Bo Eksempel", organisation="Testby Venner", seat="forening"),
    ),
    attendance=(
        f.Attendance(
            digest("at", "1"),
            MINUTES.structure.meetings[0].meeting_id,
            "Anna Prøve",
            "medlem",
            "til stede",
            None,
            None,
            proof_of(MINUTES, "Anna Prøve"),
        ),
    ),
    proposals=(
        f.Proposal(digest("p", "1"), "4", item_id(MINUTES, "4"), None, ASKED, proof_of(MINUTES, ASKED)),
    ),
    decisions=(
        decision("r", REPORTED, status="reported", body="Byrådet", date="2025-02", meeting_id=None, actors=()),
        decision("t", TALKED),
        decision("f", FOLLOWED, type="besluttet", due="2025-06-03", votes_for=2,
                 votes=(f.Vote(digest("v", "1"), digest("d", "f"), "person", "Anna Prøve", "for"),)),
    ),
    commitments=(
        f.Commitment(
            digest("c", "1"), digest("d", "f"), "følge op på hjælp til digital post", None, None, "2025-06-03",
            proof_of(MINUTES, FOLLOWED),
        ),
    ),
    dates=(f.DateMention(digest("da", "1"), "3. juni 2025", "2025-06-03", None, None, "møde",
                         proof_of(MINUTES, "3. juni 2025")),),
)  # fmt: skip
PAPERS = (ADVICE, MINUTES)
FINDINGS = (ADVICE_FINDINGS, MINUTES_FINDINGS)
DOCUMENTS = (ADVICE.document, MINUTES.document, BROKEN)
STRUCTURES = (ADVICE.structure, MINUTES.structure)
