"""The meeting a paper is of, several meetings of one file, and meetings that a plan announces."""

import pytest

ITEM = "# 1. Budget\n## Beslutning\nGodkendt."


def own(structured, head, *, more=ITEM):
    found = structured(f"{head}\n{more}").structure.meetings
    return found[0] if found else None


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("@ Mødedato: Onsdag d. 27. august 2025 kl. 16:00", "16:00", None),
        ("@ Dato: 11-03-2016 kl. 13:00 - 15:00", "13:00", "15:00"),
        ("@ Dato: 11-03-2016\n@ Mødetidspunkt: 13:00\n@ Sluttidspunkt: 15:00", "13:00", "15:00"),
        ("@ Starttidspunkt: 23-03-2015 15:00:00\n@ Sluttidspunkt: 23-03-2015 17:30:00", "15:00", "17:30"),
        ("@ Dato: 3. maj 2024\n@ Tid: kl. 15-18", "15:00", "18:00"),
        ("@ Dato: 3. maj 2024\n@ Tidspunkt: Kl. 14:00", "14:00", None),
        ("@ tirsdag den 4. december 2012, kl. 13:00", "13:00", None),
        ("@ Dato: 3. maj 2024", None, None),
    ],
)
def test_start_and_end(structured, head, start, end):
    meeting = own(structured, f"= Referat fra Ældrerådet\n{head}")
    assert (meeting.time_start, meeting.time_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Mødet blev hævet kl. 16.40.", "16:40"),
        ("Mødet sluttede kl. 18.", "18:00"),
        ("Mødet afsluttedes kl. 12.05", "12:05"),
        ("Anna Jensen forlod mødet kl. 15.00 under behandlingen af punkt 9.", None),
        ("Næste møde holdes kl. 9.00.", None),
    ],
)
def test_the_end_as_the_text_tells_it(structured, text, end):
    script = f"{ITEM}\n# 2. Evt.\n## Beslutning\n{text}"
    assert own(structured, "= Referat fra Ældrerådet\n@ Dato: 3. maj 2024 kl. 13:00", more=script).time_end == end


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("@ Mødested: Rådhuset, lokale 3", "Rådhuset, lokale 3"),
        ("@ Sted: Kantinen", "Kantinen"),
        ("@ Lokale: 218", "218"),
        ("@ MødestedRådhuset", "Rådhuset"),
        ("@ Mødested\n@ Regionshuset Viborg", "Regionshuset Viborg"),
        (
            "@ den 23. februar 2022 kl. 13:00\n@ i Regionsrådssalen, Regionshuset Viborg",
            "Regionsrådssalen, Regionshuset Viborg",
        ),
        ("@ torsdag den 20. april 2023 kl. 19.00 i lokale 2313, Ishøj Rådhus", "lokale 2313, Ishøj Rådhus"),
        ("@ Dato: 3. maj 2024\n@ Til stede: Anna Jensen (A)", None),
    ],
)
def test_the_place(structured, head, place):
    assert own(structured, f"= Referat fra Ældrerådet\n@ Dato: 3. maj 2024\n{head}").place == place


@pytest.mark.parametrize(
    ("head", "more", "status"),
    [
        ("= Referat\n@ Dato: 3. maj 2024", ITEM, "afholdt"),
        ("= Dagsorden\n@ Dato: 3. maj 2024", "# 1. Budget\n## Indstilling\nAt budgettet godkendes.", "planlagt"),
        ("= Dagsorden\n@ Dato: 3. maj 2024\n@ Mødet er aflyst", "# 1. Budget", "aflyst"),
    ],
)
def test_whether_it_was_held(structured, head, more, status):
    assert own(structured, head, more=more).status == status


@pytest.mark.parametrize("kind", ["Notat", "Kommissorium for Ældrerådet", "Anbefalinger fra Ældrerådet"])
def test_a_paper_of_no_meeting_has_none(structured, kind):
    assert structured(f"= {kind}\n@ Dato: 3. maj 2024\n# Formål\nRådet rådgiver.").structure.meetings == ()


def test_the_meeting_is_of_the_papers_body_and_date(structured):
    meeting = own(structured, "= Referat fra Ældrerådet\n@ Dato: 3. maj 2024")
    assert (meeting.body, meeting.date) == ("Ældrerådet", "2024-05-03")


def test_its_proof_is_the_line_that_dates_it(structured):
    meeting = own(structured, "= Referat fra Ældrerådet\n@ Sted: Rådhuset\n@ Dato: 3. maj 2024")
    assert meeting.proof.span.quote == "Dato: 3. maj 2024"
    assert meeting.proof.rule.startswith("meetings.")


def test_agenda_and_minutes_of_one_meeting_share_its_id(structured):
    head = "@ Randers Kommune\n@ Ældrerådet\n@ Dato: 3. maj 2024"
    agenda = own(structured, f"= Dagsorden\n{head}", more="# 1. Budget\n## Indstilling\nAt det godkendes.")
    assert own(structured, f"= Referat\n{head}").meeting_id == agenda.meeting_id
    assert own(structured, f"= Referat\n{head}".replace("3. maj", "4. maj")).meeting_id != agenda.meeting_id


YEAR = """
= Referater fra Udsatterådet
# 2. marts 2023 - Ordinært møde
Deltagere: Anna Jensen, Bo Hansen
## 1. Budget
Formanden orienterede om budgettet.
## 2. Evt.
Intet.
# 1. juni 2023 - Ordinært møde
Deltagere: Anna Jensen
## 1. Sommertur
Rådet drøftede turen.
## 2. Evt.
Intet.
## 3. Næste møde
Aftalt.
"""


def test_several_meetings_in_one_file(structured):
    """Køge (F31): a year of minutes on one page."""
    found = structured(YEAR).structure
    assert [m.date for m in found.meetings] == ["2023-03-02", "2023-06-01"]
    of = {m.meeting_id: m.date for m in found.meetings}
    assert [(of[i.meeting_id or ""], i.number, i.title) for i in found.items] == [
        ("2023-03-02", "1", "Budget"),
        ("2023-03-02", "2", "Evt."),
        ("2023-06-01", "1", "Sommertur"),
        ("2023-06-01", "2", "Evt."),
        ("2023-06-01", "3", "Næste møde"),
    ]


def test_such_a_file_is_as_new_as_its_latest_meeting(structured):
    assert structured(YEAR).structure.front.date == "2023-06-01"


def test_the_head_of_the_second_meeting_belongs_to_no_item_of_the_first(structured):
    placed = {p.passage.text: p for p in structured(YEAR).placed()}
    heading = placed["1. juni 2023 - Ordinært møde"]
    assert heading.item is None
    assert heading.meeting is not None
    assert heading.meeting.date == "2023-06-01"


def test_numbers_that_begin_again_without_a_day_are_one_meeting(structured):
    script = (
        f"= Referat fra Ældrerådet\n@ Dato: 3. maj 2024\n{ITEM}\n# 2. Evt.\nIntet.\n# Tillæg\n# 1. Ekstra sag\nUdsat."
    )
    assert len(structured(script).structure.meetings) == 1


def test_a_plan_announces_meetings(structured):
    script = f"""
    = Referat fra Ældrerådet
    @ Dato: 3. maj 2024
    {ITEM}
    # 2. Mødeplan
    De næste møder i rådet holdes:
    - Torsdag den 13. juni 2024 kl. 9.00-12.00
    - Onsdag den 4. september 2024 kl. 10
    - Torsdag den 14. november 2024 (aflyst)
    """
    found = structured(script).structure.meetings[1:]
    assert [(m.date, m.time_start, m.time_end, str(m.status)) for m in found] == [
        ("2024-06-13", "09:00", "12:00", "planlagt"),
        ("2024-09-04", "10:00", None, "planlagt"),
        ("2024-11-14", None, None, "aflyst"),
    ]
    assert {m.body for m in found} == {"Ældrerådet"}


def test_days_that_are_no_meetings_are_not_planned(structured):
    script = f"""
    = Referat fra Ældrerådet
    @ Dato: 3. maj 2024
    {ITEM}
    # 2. Sommertur
    Turen går til:
    - Torsdag den 13. juni 2024: Skagen
    """
    assert len(structured(script).structure.meetings) == 1


def test_the_papers_own_day_in_the_plan_is_the_papers_own_meeting(structured):
    script = f"""
    = Referat fra Ældrerådet
    @ Dato: 3. maj 2024
    {ITEM}
    # 2. Mødeplan
    Rådets møder i år:
    - Fredag den 3. maj 2024
    - Torsdag den 13. juni 2024
    """
    assert [m.date for m in structured(script).structure.meetings] == ["2024-05-03", "2024-06-13"]
