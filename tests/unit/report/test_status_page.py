"""The page says what the tables say, and never more: each row is a way in which it would lose a reader's trust."""

import re

import pytest

from pipeline.report.status_view import find_councils, matching
from pipeline.report.status_words import latest_day, marked, pages_told, quoted, told_date
from tests.unit.report.made_status import COUNCIL, Made, lines_of, text_of, whole


@pytest.fixture
def made():
    return Made()


def only(lines, word):
    """The one line with a word in it."""
    (found,) = [line for line in lines if word in line]
    return found


def test_the_head_names_council_day_case_and_that_it_is_a_draft(made):
    assert made.page().head == (
        "Rådet (Region Midt)", "stand pr. 30. april 2026", "sag 1-23-4-25",
        "UDKAST: maskinelt fundet, kontrolleret af ________ den ________",
    )  # fmt: skip


# 1: to be passed on is not passed on


def test_what_is_to_be_passed_on_is_not_called_passed_on(made):
    (answer,) = lines_of(made.page(), "Modtagernes svar")
    assert answer.startswith("Ens for alle tre: besluttet oversendt, oktober 2025 (andenhånds).")
    assert "at de er oversendt, er ikke fundet" in answer
    assert "fulgt op" not in whole(made.page())


def test_what_was_passed_on_is_told_so(made):
    for number in "123":
        made.status(number, as_of="2026-04-30", status="oversendt", since="2026-04-30")
        made.event(number, what="oversendt", date="2026-04-30", actor_role="modtager", body="Regionsrådet")
    (answer,) = lines_of(made.page(), "Modtagernes svar")
    assert answer.startswith("Ens for alle tre: oversendt, 30. april 2026.")
    assert "ikke fundet" not in answer


# 2: silence is told from papers that were not read


def test_without_papers_of_the_recipient_nothing_is_said_of_its_answer(made):
    text = whole(made.page())
    assert "Ingen opfølgning" not in text
    assert (
        "For alle tre kan det ikke afgøres, hvad modtagerne har svaret. Mangler: Referat, Regionsrådet, oktober 2025."
        in text
    )


def test_with_papers_of_the_recipient_it_is_said_where_nothing_was_found(made):
    made.paper("svar", kind="referat", body="Regionsrådet", date="2026-01-15")
    for row in made.rows["statuses"]:
        row |= {"follow_up": "ingen fundet", "searched": ["svar"]}
    (answer,) = lines_of(made.page(), "Modtagernes svar")
    assert "Ingen opfølgning fundet i Referat, Regionsrådet, 15.01.2026." in answer


# 3: elaborations are none of the recommendations


def test_only_the_recommendations_themselves_are_counted(made):
    for number in range(55):
        made.advice(None, f"Uddybning {number}.", kind="uddybende", parents=["r1"], recommendation_id=f"u{number}")
    page = made.page()
    assert (
        only(lines_of(page, "Kort fortalt"), "fremsat")
        == "Rådet har fremsat tre anbefalinger, dateret 15. september 2025."
    )
    assert "58" not in whole(page)
    assert len([line for line in lines_of(page, "Anbefalingerne") if line[0].isdigit()]) == 3


# 4: nobody is made to speak


@pytest.mark.parametrize(
    ("said_by", "told"), [(None, "Hvem der foreslog det, er ikke angivet: "), ("Foreningerne", "Foreningerne: ")]
)
def test_a_proposal_is_of_whom_the_paper_says(made, said_by, told):
    made.add(
        "contributions",
        document_id="ref",
        kind="forslag",
        said_by=said_by,
        text="en ny dør",
        **made.proof("ref", "en ny dør"),
    )
    assert lines_of(made.page(), "Foreslået, ikke besluttet") == [f"{told}»en ny dør«"]


def test_input_is_no_proposal(made):
    made.add("contributions", document_id="ref", kind="input", text="en ny dør", **made.proof("ref", "en ny dør"))
    assert "en ny dør" not in whole(made.page())


def test_who_is_to_do_it_is_left_open_where_the_paper_leaves_it_open(made):
    made.commitment("brevet sendes", recipient="Regionsrådet")
    assert only(lines_of(made.page(), "Næste skridt"), "brevet").endswith(
        "»brevet sendes« | ikke angivet; til Regionsrådet"
    )


# 5 and 10: no score beside a claim, no development


def test_no_score_and_no_development_stands_on_the_page(made):
    made.story("h1", "Tid", supports="1")
    assert not re.search(
        r"%|\d[.,]\d{2,3}\b(?!\d*\))|udvikling|stigning|fald",
        whole(made.page()).replace("30.04.2026", "").replace("15.09.2025", ""),
    )


# 6: the page is that of the proof


def test_a_citation_has_paper_day_item_and_the_page_of_the_proof(made):
    citations = [source.citation for source in made.page().sources]
    assert citations == ["(Anbefalinger, Rådet, 15.09.2025, s. 2)", "(Referat, Rådet, 30.04.2026, pkt. 4, s. 7)"]


def test_what_is_second_hand_is_called_so_at_the_sentence_and_at_its_source(made):
    page = made.page()
    assert only(lines_of(page, "Kort fortalt"), "overbringes").startswith(
        "Andenhånds, ifølge Referat, Rådet, 30.04.2026: "
    )
    assert [s.remark for s in page.sources] == ["", "andenhånds"]


# 7: names stay as they are written


def test_people_of_like_names_stay_two(made):
    made.commitment("kaffen laves", responsible="Susanne Buch")
    made.commitment("kagen bages", responsible="Susanne B. Andersen")
    steps = lines_of(made.page(), "Næste skridt")
    assert only(steps, "kaffen").endswith("| Susanne Buch")
    assert only(steps, "kagen").endswith("| Susanne B. Andersen")


# 8: no quote is mended in silence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("en ny re-præsentant", "en ny re-præsentant [sic]"),
        ("forenings- og panelrepræsentanter", "forenings- og panelrepræsentanter"),
        ("no-wrong-door", "no-wrong-door"),
        ("by-råd", "by-råd"),
    ],
)
def test_a_word_broken_within_the_line_is_marked(text, shown):
    assert marked(text, {"repræsentant", "by", "byråd"}) == shown


def test_a_quote_is_the_papers_own_and_what_is_left_out_is_seen():
    assert quoted("Regionsrådet har drøftet det", frozenset()) == "»Regionsrådet har drøftet det«"
    assert quoted("Regionsrådet har drøftet det", frozenset(), width=18) == "»Regionsrådet har …«"


# 9: what has passed is not to come


@pytest.mark.parametrize(("as_of", "ahead"), [("2026-04-30", True), ("2026-06-25", False), ("2026-08-01", False)])
def test_a_meeting_is_ahead_until_its_day(made, as_of, ahead):
    plan = made.proof("ref", "25. juni 2026", 13)
    made.add("meetings", body="Rådet", body_id=COUNCIL, date="2026-06-25", status="planlagt", **plan)
    steps = lines_of(made.page(as_of), "Næste skridt")
    assert any(line.startswith("25. juni 2026 | Planlagt møde") for line in steps) is ahead
    assert any("dagen er passeret" in line for line in steps) is not ahead


def test_an_agreement_past_its_day_is_neither_ahead_nor_called_broken(made):
    made.commitment("brevet sendes", due="2026-06-25")
    steps = lines_of(made.page("2026-08-01"), "Næste skridt")
    assert only(steps, "brevet") == "Frist passeret (25. juni 2026); om det er sket, kan ikke afgøres: »brevet sendes«"


def test_a_closed_agreement_is_open_as_long_as_the_paper_that_closes_it_is_not_there(made):
    made.paper("senere", kind="referat", date="2026-06-25")
    closing = made.add("decisions", document_id="senere", type="aftalt", **made.proof("senere", "Brevet er sendt."))
    made.commitment("brevet sendes", state="lukket", closed_by=closing["decision_id"])
    assert any("brevet" in line for line in lines_of(made.page("2026-04-30"), "Næste skridt"))
    assert not any("brevet" in line for line in lines_of(made.page("2026-06-25"), "Næste skridt"))


# 11: proposals to a meeting, and advice that is only cited, are no recommendations


def test_proposals_and_cited_advice_change_nothing(made):
    before = made.page()
    made.add(
        "proposals", document_id="ref", number="1", text="at rådet drøfter", **made.proof("ref", "at rådet drøfter")
    )
    made.advice("4", "Andre anbefaler, at der skabes ro.", document="ref", source="citeret", issued_by_id="andre")
    assert made.page() == before


# 12: the numbers are those of the tables


def test_stories_are_counted_by_links_that_are_facts(made):
    for key, supports, fact in (("h1", "1", True), ("h2", "1", True), ("h3", "2", False), ("h4", None, True)):
        made.story(key, "Tid", supports=supports, fact=fact)
    page = made.page()
    rows = [line.split(" | ")[2] for line in lines_of(page, "Anbefalingerne") if line[0].isdigit()]
    assert rows == ["3.2 (2)", "ingen koblet", "ingen koblet"]
    first, group = lines_of(page, "Historier uden et særskilt svar")
    assert first.startswith("Ikke koblet til en anbefaling: 2 af 4 historier.")
    assert "Kun koblet til anbefalinger, der ikke er nævnt særskilt siden: 2." in first
    assert group == "3.2: »Tid« (2)"


# 13: Danish


def test_no_word_of_the_code_stands_on_the_page(made):
    made.paper("ude", kind="notat", status="failed", reason="tom", body=None, date=None)
    english = r"\b(?:the|of|and|is|was|made|reported|partial|failed|status_events|None|null|True|False)\b"
    assert not re.findall(english, whole(made.page()))


# 14: volunteers are not ranked


def test_who_came_to_the_meetings_changes_nothing(made):
    before = made.page()
    made.add(
        "attendance",
        document_id="ref",
        person="Karen Vestergaard",
        status="fraværende",
        **made.proof("ref", "Fraværende: Karen"),
    )
    assert made.page() == before


# One collective sentence does not make all look followed up


def test_named_and_collective_are_told_apart(made):
    for number in "123":
        made.event(number, what="drøftet", date="2026-04-30")
    suggested = made.add("decisions", document_id="ref", type="forslag", **made.proof("ref", "Forslag om 2."))
    made.event("2", what="drøftet", date="2026-04-30", reference="særskilt", decision_id=suggested["decision_id"])
    page = made.page()
    cells = [line.split(" | ")[3] for line in lines_of(page, "Anbefalingerne") if " | " in line]
    assert cells == ["Rådets egen opfølgning 30.04.2026", "Samlet omtalt", "Nævnt særskilt", "Samlet omtalt"]
    told = "Rådet selv, 30. april 2026: alle tre samlet drøftet; nr. 2 nævnt særskilt (blandt forslag)."
    assert told in lines_of(page, "Kort fortalt")


def test_a_council_that_has_not_met_since_is_not_said_to_be_silent(made):
    cells = [line.split(" | ")[3] for line in lines_of(made.page("2025-09-30"), "Anbefalingerne") if " | " in line]
    assert cells[1:] == ["kan ikke afgøres"] * 3
    later = [line.split(" | ")[3] for line in lines_of(made.page(), "Anbefalingerne") if " | " in line]
    assert later[1:] == ["ingen fundet"] * 3


# As of a day


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2025-09-15", "fremsat"),
        ("2025-10-31", "fremsat"),
        ("2026-04-29", "fremsat"),
        ("2026-04-30", "besluttet oversendt"),
    ],
)
def test_a_status_is_that_of_the_papers_up_to_the_day(made, as_of, status):
    (answer,) = lines_of(made.page(as_of), "Modtagernes svar")
    assert answer.startswith(f"Ens for alle tre: {status}, ")


def test_later_papers_are_counted_and_not_looked_at(made):
    page = made.page("2025-12-31")
    assert "1 papir er dateret senere end 31. december 2025 og ikke brugt." in whole(page)
    assert "Referat" not in whole(page)


def test_before_the_advice_there_is_none(made):
    assert lines_of(made.page("2025-09-14"), "Kort fortalt") == [
        "I de læste papirer er der ikke fundet anbefalinger fra Rådet."
    ]


def test_what_differs_between_recommendations_is_told_apart(made):
    made.status("2", as_of="2026-04-30", status="vedtaget", since="2026-04-30", follow_up="fundet")
    made.event(
        "2", what="vedtaget", date="2026-04-30", actor_role="modtager", body="Regionsrådet", text="Nr. 2 er vedtaget."
    )
    page = made.page()
    answers = lines_of(page, "Modtagernes svar")
    assert [answer.split(":")[0] for answer in answers] == ["Nr. 1 og 3", "Nr. 2"]
    assert answers[1] == "Nr. 2: vedtaget, 30. april 2026. Opfølgning: fundet."
    assert not any("vedtaget, afvist eller gennemført" in line for line in lines_of(page, "Kort fortalt"))


def test_what_another_council_reached_is_not_said_of_this_one(made):
    made.paper("nord", kind="anbefalinger", body="Ældrerådet", date="2026-01-01")
    made.advice("9", "Ældrerådet anbefaler bænke.", document="nord", issued_by_id=None)
    made.event("9", what="vedtaget", date="2026-02-01", actor_role="modtager", body="Byrådet", text="Vedtaget.")
    told = "at en anbefaling er vedtaget, afvist eller gennemført"
    assert any(told in line for line in lines_of(made.page(), "Kort fortalt"))
    assert "Byrådet" not in whole(made.page())


def test_what_is_missing_is_named_and_what_is_yet_to_come_is_not(made):
    made.add(
        "expected_papers",
        what="Referat",
        body="Udvalget",
        date="2026-06-09",
        state="mangler",
        **made.proof("ref", "9. juni", 8),
    )
    assert "Mangler: Referat, Regionsrådet, oktober 2025." in lines_of(made.page(), "Grundlag og mangler")
    assert only(lines_of(made.page(), "Næste skridt"), "Udvalget") == "9. juni 2026 | Møde, omtalt | Udvalget"
    assert "Referat, Udvalget, 9. juni 2026" in only(
        lines_of(made.page("2026-07-01"), "Grundlag og mangler"), "Mangler"
    )


def test_advice_in_minutes_is_of_their_day_and_the_council_is_not_silent_on_that_day(made):
    for row in made.rows["recommendations"]:
        row |= {"issued": None, "document_id": "ref"}
    page = made.page()
    assert only(lines_of(page, "Kort fortalt"), "fremsat").endswith("tre anbefalinger, dateret 30. april 2026.")
    assert [line.split(" | ")[3] for line in lines_of(page, "Anbefalingerne") if line[0].isdigit()] == [
        "kan ikke afgøres"
    ] * 3


def test_papers_of_others_are_none_of_the_basis(made):
    made.paper("nord", kind="notat", body="Ældrerådet", authority="Nord Kommune", date="2026-01-01", pages=9)
    made.paper("midt", kind="notat", body="Udvalget", authority="Region Midt", date="2026-01-01", pages=2)
    assert lines_of(made.page(), "Grundlag og mangler")[0] == "3 papirer, 7 sider, alle læst."


# Councils


def test_councils_are_those_with_advice_of_their_own(made):
    made.paper("andet", kind="notat", body="Regionsrådet", date="2026-01-01")
    assert [council.body_id for council in find_councils(made.tables())] == [COUNCIL]


@pytest.mark.parametrize(
    ("name", "found"),
    [("rådet", 1), ("Rådet (Region Midt)", 1), (COUNCIL, 1), ("region midt", 1), ("Nord", 0), ("", 0)],
)
def test_a_council_is_found_by_its_name_or_a_part_of_it(made, name, found):
    assert len(matching(find_councils(made.tables()), name)) == found


# Words


@pytest.mark.parametrize(
    ("edtf", "day", "told"),
    [
        ("2026-04-30", "2026-04-30", "30. april 2026"),
        ("2025-10", "2025-10-31", "oktober 2025"),
        ("2024-02", "2024-02-29", "februar 2024"),
        ("2026", "2026-12-31", "2026"),
        ("2026-23", "2026-11-30", "efteråret 2026"),
        ("2026-01/2026-03", "2026-03-31", "januar 2026 – marts 2026"),
        ("../2023", "2023-12-31", "til 2023"),
        ("2027/..", "2027-12-31", "fra 2027"),
        ("2026~", "2026-12-31", "omkring 2026"),
        (None, None, "dato ikke angivet"),
    ],
)  # fmt: skip
def test_dates(edtf, day, told):
    assert latest_day(edtf) == day
    assert told_date(edtf) == told


@pytest.mark.parametrize(("pages", "told"), [([7], "s. 7"), ([6, 7, 9], "s. 6-7, 9"), ([9, 6, 6], "s. 6, 9")])
def test_pages(pages, told):
    assert pages_told(pages) == told


def test_every_number_on_the_page_leads_to_a_source(made):
    made.commitment("brevet sendes")
    page = made.page()
    numbers = {
        run.note for section in page.sections for block in section.blocks for line in block_lines(block) for run in line
    }
    assert numbers - {None} == {source.number for source in page.sources}


def block_lines(block):
    if hasattr(block, "rows"):
        return [cell for row in (block.heads, *block.rows) for cell in row]
    return block.lines if hasattr(block, "lines") else [block.line]


def test_a_line_is_read_without_its_numbers(made):
    block = made.page().sections[0].blocks[0]
    assert not re.search(r"[¹²³]", text_of(block.lines[0]))
