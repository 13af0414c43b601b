"""Terms said to go on unchanged, and given in other words than before."""

import pytest

from tests.unit.link.test_conflicts import conflicts
from tests.unit.tables.factory import P, make_paper

TASK = "Borgerrådet drøfter overordnede og generelle spørgsmål, som berører udsatte borgere i kommunen."
TASK_NOW = (
    "Borgerrådet drøfter overordnede og generelle spørgsmål, som berører borgere i udsatte positioner i kommunen."
)
SIZE = "Borgerrådet består af tolv medlemmer, der udpeges af byrådet for fire år ad gangen."
SAID = "Byrådet har besluttet at videreføre kommissoriet for Borgerrådet uændret i 2026."
LEAD = "Af kommissoriet fremgår blandt andet følgende:"
ITEM = "Kommissorium"


def terms(*texts, title="Kommissorium for Borgerrådet", date="2022-12-21", path="k.pdf", **more):
    return make_paper(path, *map(P, texts or (TASK, SIZE)), kind="kommissorium", title=title, date=date, **more)


def minutes(*texts, role="sagsfremstilling", **more):
    rows = [row if isinstance(row, P) else P(row, role, "3") for row in texts]
    return make_paper("m.pdf", *rows, items=(("3", ITEM), ("4", "Andet")), date="2026-04-30", **more)


def changed(*papers):
    return [(left, right) for about, left, right in conflicts(*papers) if "uændret" in about]


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        "Kommissoriet videreføres uændret.",
        "Borgerrådets kommissorium gælder uforandret i den nye periode.",
        "Rådet arbejder videre med uændret kommissorium.",
        "Kommissoriet for Testby Kommunes Borgerråd er vedtaget med samme ordlyd.",
    ],
)
def test_a_clause_in_other_words_is_shown_with_the_older_one_first(said):
    assert changed(terms(), minutes(said, LEAD, TASK_NOW, SIZE)) == [(TASK, TASK_NOW)]


def test_one_for_each_clause():
    size = SIZE.replace("tolv", "fjorten")
    assert sorted(changed(terms(), minutes(SAID, LEAD, f"{TASK_NOW} {size}"))) == [(SIZE, size), (TASK, TASK_NOW)]


def test_a_quotation_needs_no_leading_line():
    assert changed(terms(), minutes(SAID, f"”{TASK_NOW}”")) == [(TASK, TASK_NOW)]


def test_all_in_one_paragraph():
    assert changed(terms(), minutes(f"{SAID} Kommissoriet lyder: ”{TASK_NOW}”")) == [(TASK, TASK_NOW)]


def test_the_newest_of_the_older_terms_counts():
    newest = terms(TASK_NOW, SIZE, date="2024-06-01", path="k2.pdf")
    assert changed(terms(), newest, minutes(SAID, LEAD, TASK_NOW)) == []


@pytest.mark.parametrize(
    ("said", "title", "found"),
    [
        ("Forretningsordenen videreføres uændret.", "Forretningsorden for Borgerrådet", 1),
        ("Vedtægterne gælder uforandret.", "Vedtægter for Borgerrådet", 1),
        ("Vedtægterne gælder uforandret.", "Forretningsorden for Borgerrådet", 0),
    ],
)
def test_the_kind_of_terms(said, title, found):
    lead = said.split(" ")[0] + " lyder:"
    assert len(changed(terms(title=title), minutes(said, lead, TASK_NOW))) == found


@pytest.mark.parametrize(
    ("why", "papers"),
    [
        ("the same words", (terms(), minutes(SAID, LEAD, TASK, SIZE))),
        ("other spelling", (terms(), minutes(SAID, LEAD, TASK.replace("berører", "be-rører").upper()))),
        ("another clause", (terms(), minutes(SAID, LEAD, "Borgerrådet holder fire møder om året på rådhuset i byen."))),
        ("not said of the terms", (terms(), minutes("Mødeplanen er uændret.", LEAD, TASK_NOW))),
        ("said of the budget", (terms(), minutes("Kommissoriet er vedlagt, og budgettet er uændret.", LEAD, TASK_NOW))),
        ("not unchanged", (terms(), minutes("Kommissoriet videreføres ikke uændret.", LEAD, TASK_NOW))),
        ("but for something", (terms(), minutes("Kommissoriet er uændret bortset fra opgaverne.", LEAD, TASK_NOW))),
        ("an open question", (terms(), minutes("Det drøftes, om kommissoriet skal være uændret.", LEAD, TASK_NOW))),
        ("changes are told", (terms(), minutes(SAID, "Kommissoriet er revideret i marts.", LEAD, TASK_NOW))),
        ("no words of the terms follow", (terms(), minutes(SAID, TASK_NOW))),
        ("they stand before it", (terms(), minutes(LEAD, TASK_NOW, SAID))),
        ("in another item", (terms(), minutes(SAID, P(LEAD, "sagsfremstilling", "4"), P(TASK_NOW, None, "4")))),
        ("in the decision", (terms(), minutes(SAID, LEAD, P(TASK_NOW, "beslutning", "3")))),
        ("another body's terms", (terms(body="Ældrerådet"), minutes(SAID, LEAD, TASK_NOW))),
        ("of another body", (terms(), minutes("Ældrerådets kommissorium er uændret.", LEAD, TASK_NOW))),
        ("newer terms", (terms(date="2026-06-01"), minutes(SAID, LEAD, TASK_NOW))),
        ("terms of no known day", (terms(date=None), minutes(SAID, LEAD, TASK_NOW))),
        ("a shortened quotation", (terms(), minutes(SAID, LEAD, TASK_NOW.replace("overordnede og ", "… ")))),
        ("two clauses alike", (terms(TASK, TASK.replace("generelle", "enkelte")), minutes(SAID, LEAD, TASK_NOW))),
    ],
)
def test_no_contradiction(why, papers):
    assert changed(*papers) == [], why
