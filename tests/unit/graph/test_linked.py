"""The JSON-LD says in the vocabularies of the field what the tables say; rdflib reads it."""

import pytest
import rdflib

from pipeline.graph import render_exports
from tests.unit.graph.made import with_terms
from tests.unit.tables import corpus as c


def read(exports):
    return rdflib.Graph().parse(data=exports["graph.jsonld"].decode(), format="json-ld")


@pytest.fixture(scope="module")
def linked(exports):
    return read(exports)


def find(linked, pattern, *names):
    """The values of the names in each place where the pattern holds."""
    prefixes = {key: rdflib.Namespace(value) for key, value in linked.namespaces()}
    rows = linked.query(f"SELECT {' '.join(f'?{n}' for n in names) or '*'} WHERE {{ {pattern} }}", initNs=prefixes)
    return sorted((tuple(None if v is None else str(v) for v in row) for row in rows), key=str)


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        # ORG, schema.org, Popolo
        (
            "?m a org:Membership ; org:member ?p ; org:organization ?b . ?p a schema:Person ; schema:name 'Anna Prøve'",
            1,
        ),
        ("?p schema:name 'Anna Prøve' ; org:hasMembership/org:role/skos:prefLabel 'formand'@da", 1),
        ("?m org:member/schema:name 'Bo Eksempel' ; opengov:onBehalfOf/skos:prefLabel 'Testby Venner'@da", 1),
        ("?b a org:FormalOrganization, org:Organization ; rdfs:label 'Borgerrådet (Testby Kommune)'@da", 1),
        # PROV-O
        ("?d a prov:Activity ; prov:wasAssociatedWith ?b . ?b a org:FormalOrganization", 3),
        ("?r prov:wasAttributedTo ?b ; a rs:anbefaling", 3),
        (
            "?a oa:hasBody/rdf:predicate rs:underbygger ; prov:wasDerivedFrom ?paper ; prov:wasGeneratedBy ?use ."
            " ?paper a rs:papir . ?use prov:qualifiedAssociation ?by ."
            " ?by prov:hadPlan/rdfs:label 'link.test' ; prov:agent/rdfs:label 'Rådspor'",
            1,
        ),
        ("?x a prov:Activity, prov:Entity", 0),
        # SKOS
        ("?t a skos:Concept ; skos:prefLabel 'Digital adgang'@da ; skos:broader/skos:prefLabel 'Access'@en", 1),
        ("?s a skos:ConceptScheme ; skos:prefLabel 'Temaer: raad'@da ; skos:hasTopConcept/skos:notation 'adgang'", 1),
        ("?s a skos:ConceptScheme ; ^skos:inScheme/skos:notation 'velfaerd'", 1),
        ("<urn:raadspor:taksonomi:almen> ^skos:inScheme ?t", 1),
        ("?t skos:notation 'adgang' ; skos:scopeNote 'Om borgeren kan komme ind'@da", 1),
        # statuses: what was is told with its time, and only what is stands alone
        ("?r rs:har-status/skos:prefLabel 'drøftet'@da", 1),
        ("?r rs:har-status/skos:prefLabel 'fremsat'@da", 0),
        ("?t rs:edtf '2025-02' ; a rs:dato ; time:inXSDgYearMonth ?m", 1),
    ],
)
def test_rdflib_finds_in_the_json_ld(linked, pattern, count):
    assert len(find(linked, pattern)) == count


def test_a_quote_stands_between_the_words_before_and_after_it(linked):
    """Of the story's quote there is nothing around; of a date's there is."""
    found = find(
        linked,
        "?a oa:hasBody/rdf:subject/schema:startDate ?d ; oa:hasTarget/oa:hasSelector ?q ."
        " ?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix",
        "prefix", "exact", "suffix",
    )  # fmt: skip
    texts = [passage.text for passage in c.MINUTES.document.passages]
    assert found
    assert all(any(before + exact + after in text for text in texts) for before, exact, after in found)
    assert all(len(before) <= 32 and len(after) <= 32 for before, _, after in found)


def test_a_link_has_a_place_at_both_ends_with_page_and_box(linked):
    pattern = "?a oa:hasBody/rdf:predicate rs:underbygger ; oa:hasTarget ?t . ?t oa:hasSelector ?q, ?f ."
    found = find(
        linked, f"{pattern} ?q oa:exact ?exact . ?f a oa:FragmentSelector ; rdf:value ?place", "exact", "place"
    )
    assert [exact for exact, _ in found] == sorted([c.STORY, c.POST])
    assert all(place.startswith("page=1&viewrect=") for _, place in found)


TIME = "oa:hasBody ?s . ?s rdf:predicate rs:har-status ; rdf:object/skos:prefLabel ?what ; time:hasTime ?t"


def test_statuses_have_their_time(linked):
    ends = "OPTIONAL { ?t time:hasBeginning/rs:edtf ?start } OPTIONAL { ?t time:hasEnd/rs:edtf ?end }"
    assert find(linked, f"?a {TIME} . {ends}", "what", "start", "end") == [
        ("drøftet", "2025-02", None),
        ("fremsat", "2025-01-15", "2025-02"),
    ]


def test_a_member_who_was_away_has_two_terms_and_the_gap_between_them_stays(tables):
    linked = read(render_exports(with_terms(tables, "Anna Prøve", ("2018-01-01", "2021-12-31"), ("2026", None))))
    ends = "OPTIONAL { ?i time:hasBeginning ?b } OPTIONAL { ?i time:hasEnd/time:inXSDDate ?end }"
    exact = "OPTIONAL { ?b time:inXSDDate ?day } OPTIONAL { ?b time:inXSDgYear ?year }"
    found = find(linked, f"?m a org:Membership ; org:memberDuring ?i . {ends} {exact}", "day", "year", "end")
    assert set(found) == {("2018-01-01", None, "2021-12-31"), (None, "2026", None)}


@pytest.mark.parametrize(("start", "end"), [(None, "../2026-04-30"), ("2022~", None)])
def test_an_end_that_is_not_exact_stands_as_the_paper_has_it(tables, start, end):
    linked = read(render_exports(with_terms(tables, "Anna Prøve", (start, end))))
    assert find(linked, "?m org:memberDuring/(time:hasBeginning|time:hasEnd) ?i . ?i rs:edtf ?e", "e") == [
        (start or end,)
    ]
    assert not find(linked, "?m org:memberDuring/(time:hasBeginning|time:hasEnd)/time:inXSDDate ?e", "e")


def test_a_member_whose_term_is_not_known_has_no_interval(tables):
    linked = read(render_exports(with_terms(tables, "Anna Prøve", (None, None))))
    assert not find(linked, "?m org:memberDuring ?i")
