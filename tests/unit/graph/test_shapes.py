"""The shapes that come with the package hold for what is written, and refuse what must not be."""

from importlib.resources import files

import pyshacl
import pytest
import rdflib

from pipeline.graph import render_exports
from tests.unit.graph.made import THEMES, theme, with_rows, with_terms

SHAPES = rdflib.Graph().parse(
    data=(files("pipeline.graph") / "shapes.ttl").read_text(encoding="utf-8"), format="turtle"
)


def violations(text):
    """The report of the shapes about a JSON-LD text; empty when it holds."""
    data = rdflib.Graph().parse(data=text, format="json-ld")
    conforms, _, report = pyshacl.validate(data, shacl_graph=SHAPES)
    return "" if conforms else report


@pytest.fixture(scope="module")
def text(exports):
    return exports["graph.jsonld"].decode()


def test_the_graph_holds_to_the_shapes(text):
    assert violations(text) == ""


def test_terms_of_office_hold_to_the_shapes(tables):
    terms = ("2018-01-01", "2021-12-31"), ("2022", None), (None, "../2026-04-30"), (None, None)
    assert violations(render_exports(with_terms(tables, "Anna Prøve", *terms))["graph.jsonld"].decode()) == ""


@pytest.mark.parametrize(
    ("was", "becomes", "shape"),
    [
        ('"oa:exact": ', '"oa:exakt": ', "oa:exact"),
        ('"rdf:value": "page=1', '"rdf:value": "side 1', "rdf:value"),
        ('"oa:FragmentSelector"', '"oa:CssSelector"', "the page, and the place on it"),
        ('"prov:wasGeneratedBy"', '"prov:wasInfluencedBy"', "prov:wasGeneratedBy"),
        ('"@value": "0.612"', '"@value": "1.612"', "rs:score"),
        ('"rs:regel": ', '"rs:regler": ', "rs:regel"),
        ('"org:role": ', '"org:roller": ', "org:role"),
        ('"schema:Person"', '"schema:Place"', "org:member"),
        ('"schema:name": "Anna Prøve"', '"schema:nickname": "Anna Prøve"', "schema:name"),
        ('"skos:ConceptScheme"', '"skos:Collection"', "skos:inScheme"),
        ('"time:hasBeginning"', '"time:hasMiddle"', "time:Interval"),
        ('"schema:sha256": "', '"schema:sha256": "x', "schema:sha256"),
    ],
)
def test_what_must_not_be_is_refused(text, was, becomes, shape):
    assert was in text
    assert shape in violations(text.replace(was, becomes))


def test_a_possible_link_told_as_a_fact_too_is_refused(text):
    data = rdflib.Graph().parse(data=text, format="json-ld")
    word = rdflib.Namespace("urn:raadspor:ord:")
    ((story, advice),) = data.subject_objects(word["er-muligt-spor-til"])
    data.add((story, word["underbygger"], advice))
    assert "never told as a fact too" in violations(data.serialize(format="json-ld"))


def test_a_term_that_ends_before_it_begins_is_refused(tables):
    turned = with_terms(tables, "Anna Prøve", ("2022-01-01", "2021-12-31"))
    assert "does not end before it begins" in violations(render_exports(turned)["graph.jsonld"].decode())


def test_a_theme_below_one_of_another_taxonomy_is_refused(tables):
    stray = theme("kultur", "Kultur", "Culture", "almen", broader="adgang")
    found = violations(render_exports(with_rows(tables, "themes", [*THEMES, stray]))["graph.jsonld"].decode())
    assert "of the same taxonomy" in found


def test_evidence_of_another_paper_than_told_is_refused(text):
    data = rdflib.Graph().parse(data=text, format="json-ld")
    derived = rdflib.URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    annotation, told = min(data.subject_objects(derived))
    papers = data.subjects(rdflib.RDF.type, rdflib.URIRef("urn:raadspor:ord:papir"))
    other = min(str(paper) for paper in papers if paper != told)
    data.set((annotation, derived, rdflib.URIRef(other)))
    assert "Annotation" in violations(data.serialize(format="json-ld"))
