"""Who is who across papers: people, organisations, recommendations, versions, meetings."""

from dataclasses import replace

import pytest

from pipeline.context import Config, Context
from pipeline.lexicons import load
from pipeline.model import findings as f
from pipeline.model.ids import digest
from pipeline.resolve import resolve_corpus
from tests.unit.tables import corpus as c
from tests.unit.tables.factory import P, make_paper, proof_of

CONTEXT = Context(Config(), load())


def resolved(*pairs):
    return resolve_corpus([p for p, _ in pairs], [g for _, g in pairs], context=CONTEXT)


def naming(text, *, kind="person", body="Borgerrådet", authority="Testby Kommune", date="2025-03-04", seat=None):
    """A paper that names one person, `Navn, Organisation`, or one organisation."""
    name, _, organisation = text.partition(", ")
    paper = make_paper(
        f"{digest(text, str(date), str(authority))}.pdf", P(text), body=body, authority=authority, date=date
    )
    mention = f.EntityMention(digest(text, paper.document_id), kind, name, None, proof_of(paper, name))
    member = f.Membership(
        digest("m", text),
        name,
        organisation or None,
        None,
        "medlem",
        seat,
        None,
        None,
        None,
        body,
        proof_of(paper, name),
    )
    members = (member,) if organisation else ()
    return paper, f.Findings(paper.document_id, entity_mentions=(mention,), memberships=members)


def organisations(*texts, **more):
    entities = resolved(*(naming(t, kind="organisation", **more) for t in texts))
    skipped = {"Borgerrådet", "Testby Kommune"}
    return [o for o in entities.organisations if o.name not in skipped]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (("Lise Prøve", "Lise Prøve"), 1),
        (("Lise Prøve", "LISE PRØVE"), 1),
        (("Lise Prøve", "Lise Prøves"), 1),
        (("Lise B. Prøve, Testby Venner", "Lise Bang Prøve, Testby Venner"), 1),
        (("Lise B. Prøve, Testby Venner", "Lise Bang Prøve, Andre Venner"), 2),
        (("Lise B. Prøve", "Lise Bang Prøve"), 2),
        (("Lise Bang", "Lise B. Prøve"), 2),
        (("Lise Vest", "Karen Vest"), 2),
        # Two fuller names could be meant: neither is.
        (("Lise B. Prøve, Venner", "Lise Bang Prøve, Venner", "Lise Bo Prøve, Venner"), 3),
    ],
)
def test_people(names, people):
    pairs = [naming(name, date=f"2025-03-0{n}") for n, name in enumerate(names, 1)]
    assert len(resolved(*pairs).people) == people


def test_the_same_name_in_two_municipalities_is_two_people():
    pairs = naming("Lise Prøve", authority="Greve Kommune"), naming("Lise Prøve", authority="Køge Kommune")
    assert len(resolved(*pairs).people) == 2


def test_the_fuller_name_is_the_name_and_the_others_are_aliases():
    pairs = naming("Lise B. Prøve, Venner", date="2025-01-01"), naming("Lise Bang Prøve, Venner", date="2025-02-01")
    (person,) = resolved(*pairs).people
    assert (person.name, person.aliases) == ("Lise Bang Prøve", ("Lise B. Prøve",))


@pytest.mark.parametrize(
    "names",
    [
        ("Handicaprådet", "Handicapprådet", "Region Sjællands Handicapråd", "Handicaprådet i Region Sjælland"),
        ("Regionsrådet", "Regionsrådet for Region Sjælland", "regionsrådets"),
        ("Regionsrådet", "Regionsrådet for Region Sjælland", "Regionrådet"),
        ("Kontaktforum", "Kontaktforummet", "Region Sjællands Kontaktforum"),
    ],
)
def test_one_body_of_the_region(names):
    pairs = [naming(name, kind="organisation", authority="Region Sjælland") for name in names]
    found = [o for o in resolved(*pairs).organisations if o.name in names or set(names) & set(o.aliases)]
    assert [(o.name[:1].isupper(), o.authority) for o in found] == [(True, "Region Sjælland")]


def test_bodies_of_two_authorities_are_two():
    found = organisations("Handicaprådet i Region Sjælland", "Handicaprådet i Region Nordjylland")
    assert [o.authority for o in sorted(found, key=lambda o: o.authority)] == ["Region Nordjylland", "Region Sjælland"]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Den Sociale Retsvej", "Den Sociale Rets Vej"), "andet"),
        (("KFUM's Sociale Arbejde", "KFUMs sociale arbejde"), "forening"),
        (("SF", "Socialistisk Folkeparti"), "parti"),
        (("AUH", "Aarhus Universitetshospital"), "hospital"),
        (("Testby Sygehus", "Testby Sygehus’"), "hospital"),
        (("Sundhedsstyrelsen", "Sundhedsstyrelsens"), "myndighed"),
        (("Socialområdet", "socialområdet"), "andet"),
        (("Danske Ældreråd", "Danske Ældreråds"), "forening"),
    ],
)
def test_one_organisation(names, kind):
    assert [o.kind for o in organisations(*names)] == [kind]


def test_a_seat_for_associations_tells_the_kind():
    entities = resolved(naming("Lise Prøve, Lyspunkt", seat="forening"))
    assert [o.kind for o in entities.organisations if o.name == "Lyspunkt"] == ["forening"]


def test_a_short_form_in_brackets_means_the_name_before_it():
    paper = make_paper("a.pdf", P("Besøg på Testby Universitetshospital (TUH) i maj. TUH har plads."))
    names = ("Testby Universitetshospital", "TUH")
    mentions = tuple(f.EntityMention(digest(n), "organisation", n, None, proof_of(paper, n)) for n in names)
    entities = resolved((paper, f.Findings(paper.document_id, entity_mentions=mentions)))
    hospital = next(o for o in entities.organisations if o.kind == "hospital")
    assert (hospital.name, hospital.aliases) == ("Testby Universitetshospital", ("TUH",))


def test_forms_that_stand_in_the_text_alone_are_aliases():
    paper = make_paper(
        "a.pdf",
        P("Borgerrådet i Testby Kommune mødtes. Testby Kommunes Borgerråd og den sociale retsvej var der."),
        P("Den Sociale Retsvej"),
    )
    mention = f.EntityMention("m", "organisation", "Den Sociale Retsvej", None, proof_of(paper, "Den Sociale Retsvej"))
    entities = resolved((paper, f.Findings(paper.document_id, entity_mentions=(mention,))))
    found = {o.name: o.aliases for o in entities.organisations}
    assert found["Borgerrådet"] == ("Borgerrådet i Testby Kommune", "Testby Kommunes Borgerråd")
    assert found["Den Sociale Retsvej"] == ("den sociale retsvej",)


def test_a_longer_name_is_no_form_of_the_shorter_one_in_it():
    paper = make_paper("a.pdf", P("Ungdommens Grønne Kors og Grønne Kors"))
    names = ("Ungdommens Grønne Kors", "Grønne Kors")
    mentions = tuple(f.EntityMention(n, "organisation", n, None, proof_of(paper, n)) for n in names)
    entities = resolved((paper, f.Findings(paper.document_id, entity_mentions=mentions)))
    assert {o.name: o.aliases for o in entities.organisations if "Kors" in o.name} == dict.fromkeys(names, ())


@pytest.mark.parametrize("label", ["Dagsorden", "Fraværende", "Beslutning"])
def test_a_label_of_the_page_is_no_organisation(label):
    assert organisations(label) == []


def test_a_person_on_the_roster_is_no_organisation():
    paper, findings = naming("Lise Prøve, Testby Venner")
    mistaken = replace(findings.entity_mentions[0], entity_kind="organisation")
    entities = resolved((paper, replace(findings, entity_mentions=(mistaken,))))
    assert "Lise Prøve" not in {o.name for o in entities.organisations}


def test_an_id_stands_when_later_papers_come():
    first = naming("Handicaprådet", kind="organisation", date="2024-01-01")
    later = naming("Handicapprådet", kind="organisation", date="2025-01-01")
    before = {o.organisation_id for o in resolved(first).organisations}
    assert before <= {o.organisation_id for o in resolved(first, later).organisations}


def advising(path, text, *, date, body="Borgerrådet", number=None, how="full"):
    paper = make_paper(path, P(text), kind="anbefalinger", body=body, date=date)
    mention = c.recommendation(paper, f"{path}{text}", text, number=number, issued_by=body, issued=None, how=how)
    return paper, f.Findings(paper.document_id, recommendations=(mention,))


WORDING = "Borgerrådet anbefaler, at kommunen giver hjælp til digital post."


@pytest.mark.parametrize(
    ("text", "body", "identities"),
    [
        (WORDING, "Borgerrådet", 1),
        ("Borgerrådet anbefaler at kommunen giver hjælp til Digital Post", "Borgerrådet", 1),
        ("Borgerrådet anbefaler, at kommunen giver hjælp til en varmestue.", "Borgerrådet", 2),
        (WORDING, "Ældrerådet", 2),
    ],
)
def test_recommendations_are_one_when_wording_and_issuer_agree(text, body, identities):
    pairs = advising("a.pdf", WORDING, date="2025-01-01"), advising("b.pdf", text, date="2025-02-01", body=body)
    assert len(resolved(*pairs).recommendations) == identities


def test_the_earliest_full_text_speaks_for_a_recommendation():
    later, first = advising("a.pdf", WORDING, date="2025-02-01"), advising("b.pdf", WORDING, date="2025-01-01")
    (found,) = resolved(later, first).recommendations
    assert found.first == first[1].recommendations[0].id
    assert found.mentions == (found.first, later[1].recommendations[0].id)


def test_a_mention_by_number_follows_the_recommendation():
    full = advising("a.pdf", WORDING, date="2025-01-01", number="1")
    named = advising("b.pdf", "Status på anbefaling 1", date="2025-02-01", number="1", how="named")
    (found,) = resolved(full, named).recommendations
    assert found.mentions[1] == named[1].recommendations[0].id


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("anbefalingen om at give hjælpen til digital post", True),
        ("anbefalingen om flere busser til byen", False),
        ("anbefalingen om post", False),
    ],
)
def test_a_mention_by_content_follows_the_recommendation_whose_words_it_has(text, follows):
    full = advising("a.pdf", WORDING, date="2025-01-01")
    other = advising("b.pdf", "Borgerrådet anbefaler, at kommunen åbner en varmestue.", date="2025-01-01")
    named = advising("c.pdf", text, date="2025-02-01", how="named")
    found = {r.first: r.mentions for r in resolved(full, other, named).recommendations}
    assert (named[1].recommendations[0].id in found[full[1].recommendations[0].id]) is follows
    assert named[1].recommendations[0].id not in found[other[1].recommendations[0].id]


def test_parents_are_identities():
    entities = resolved((c.ADVICE, c.ADVICE_FINDINGS))
    by_first = {r.first: r for r in entities.recommendations}
    assert by_first[c.IDS.library].parents == (by_first[c.IDS.post].recommendation_id,)


LONG = "Rådet drøftede sagen og besluttede at sende et brev til kommunen om hjælp til digital post. " * 5


def test_minutes_come_before_the_agenda_of_the_meeting():
    items = (("1", "Digital post"), ("2", "Varmestue"))
    agenda = make_paper("1.pdf", P("Dagsorden"), kind="dagsorden", items=items)
    minutes = make_paper("2.pdf", P("Referat"), items=items)
    entities = resolved((agenda, f.Findings(agenda.document_id)), (minutes, f.Findings(minutes.document_id)))
    assert [(v.older, v.newer) for v in entities.versions] == [(agenda.document_id, minutes.document_id)]
    assert "2.pdf" in entities.versions[0].reason
    assert [m.new for m in entities.meetings] == [minutes.structure.meetings[0].meeting_id]
    assert len(entities.items) == 2


@pytest.mark.parametrize(
    ("title", "date", "body"),
    [
        ("Andet", "2025-03-04", "Borgerrådet"),
        ("Digital post", "2025-04-04", "Borgerrådet"),
        ("Digital post", "2025-03-04", "Ældrerådet"),
    ],
)
def test_an_agenda_of_other_items_or_another_meeting_stays(title, date, body):
    agenda = make_paper("1.pdf", P("Dagsorden"), kind="dagsorden", items=(("1", title),), date=date, body=body)
    minutes = make_paper("2.pdf", P("Referat"), items=(("1", "Digital post"),))
    entities = resolved((agenda, f.Findings(agenda.document_id)), (minutes, f.Findings(minutes.document_id)))
    assert entities.versions == ()


@pytest.mark.parametrize(
    ("first", "second", "older"),
    [
        ("Notat", "Notat. Rettet", 0),
        ("Notat, version 3", "Notat, version 2", 1),
        ("Notat. Udkast", "Notat", 0),
    ],
)
def test_the_latest_version_stays(first, second, older):
    made = [
        make_paper(f"{n}.pdf", P(head), P(LONG), kind="notat", title="Notat om post")
        for n, head in enumerate((first, second))
    ]
    entities = resolved(*((paper, f.Findings(paper.document_id)) for paper in made))
    assert [v.older for v in entities.versions] == [made[older].document_id]


def test_minutes_of_two_meetings_are_no_versions_however_alike():
    made = [make_paper(f"{d}.pdf", P("Referat"), P(LONG), date=d) for d in ("2025-03-04", "2025-04-01")]
    assert resolved(*((p, f.Findings(p.document_id)) for p in made)).versions == ()


def test_a_planned_meeting_is_the_one_whose_minutes_come():
    plan = make_paper("1.pdf", P("Mødeplan"), planned=("2025-06-03",))
    held = make_paper("2.pdf", P("Referat"), date="2025-06-03")
    entities = resolved((plan, f.Findings(plan.document_id)), (held, f.Findings(held.document_id)))
    planned, own = plan.structure.meetings[1].meeting_id, held.structure.meetings[0].meeting_id
    assert [(m.old, m.new) for m in entities.meetings] == [(planned, own)]


def test_two_meetings_on_a_day_at_two_times_stay_two():
    made = [make_paper(f"{n}.pdf", P(f"Referat {n}")) for n in (1, 2)]
    timed = []
    for paper, start in zip(made, ("09:00", "13:00"), strict=True):
        meeting = replace(paper.structure.meetings[0], time_start=start)
        timed.append(replace(paper, structure=replace(paper.structure, meetings=(meeting,))))
    assert resolved(*((p, f.Findings(p.document_id)) for p in timed)).meetings == ()


def test_the_order_of_the_papers_does_not_matter():
    pairs = [(p, g) for p, g in zip(c.PAPERS, c.FINDINGS, strict=True)]
    assert resolved(*pairs) == resolved(*reversed(pairs))
