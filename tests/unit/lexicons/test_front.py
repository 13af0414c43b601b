"""The lexicon of the head: areas, case numbers and the words that name a kind of paper."""

import re

import pytest

from pipeline.lexicons import load
from pipeline.model.ids import fold

FRONT = load().front


def test_the_municipalities_are_98_in_five_regions():
    counts = {region: len(names) for region, names in FRONT.regions.items()}
    assert counts.pop("Region Østdanmark", 0) == 0
    assert counts == {
        "Region Hovedstaden": 29,
        "Region Sjælland": 17,
        "Region Syddanmark": 22,
        "Region Midtjylland": 19,
        "Region Nordjylland": 11,
    }


def test_no_municipality_lies_in_two_regions():
    names = [n for names in FRONT.regions.values() for n in names]
    assert len(names) == len(set(names)) == 98


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Aarhus", "Region Midtjylland"),
        ("Århus", "Region Midtjylland"),
        ("Åbenrå", "Region Syddanmark"),
        ("Høje Taastrup", "Region Hovedstaden"),
        ("Bornholm", "Region Hovedstaden"),
        ("Samsø", "Region Midtjylland"),
        ("Randers Favrskov", None),
        ("Malmø", None),
    ],
)
def test_the_region_of_a_municipality(name, region):
    assert FRONT.region_of(name) == region


@pytest.mark.parametrize("spelling", sorted(FRONT.spellings))
def test_another_spelling_leads_to_a_municipality(spelling):
    assert FRONT.region_of(spelling) is not None


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Randers", "Randers Kommune"),
        ("København", "Københavns Kommune"),
        ("Københavns", "Københavns Kommune"),
        ("Bornholm", "Bornholms Regionskommune"),
        ("Århus", "Aarhus Kommune"),
        ("Mors", "Morsø Kommune"),
    ],
)
def test_the_full_name(name, full):
    assert FRONT.full_name(name) == full


FORMS = {
    "midtjylland": ["1-01-81-18-17", "1-51-71-3321-08", "0-3-1-20", "1-21-78-2-18", "1-34-76-1-19"],
    "kle": ["27.12.00-G01-199-07", "29.00.00-A26-2-17"],
    "gribskov": ["01.02G00 - 2017/27088", "01.02G00-2017/27088"],
    "emn": ["EMN-2025-003383"],
    "kommunekode": ["330-2020-164"],
    "aar_nummer": ["2012-21786", "2012-196779", "2013-003869", "2017/27088"],
    "nummer_aar": ["16/3459", "08/16318", "12/27845"],
    "aar_kort": ["21-014477"],
    "otte_cifre": ["24077452", "200906126"],
    "br": ["BR 40/04"],
}


@pytest.mark.parametrize("form", [*FRONT.case_numbers, *FRONT.labelled_numbers], ids=lambda f: f.id)
def test_every_form_of_case_number_has_its_examples(form):
    assert FORMS[form.id]
    assert all(re.fullmatch(form.form, example) for example in FORMS[form.id])


@pytest.mark.parametrize("form", FRONT.case_numbers, ids=lambda f: f.id)
def test_no_form_that_counts_without_a_label_takes_a_day_a_phone_or_an_amount(form):
    for text in (
        "24-06-2021",
        "2012-12-04",
        "44 77 12 34",
        "4477-1234",
        "12.345.678",
        "010190-1234",
        "29190925",
        "2-3",
    ):
        assert re.fullmatch(form.form, text) is None


def test_the_ids_of_rules_are_unique():
    ids = [r.id for r in FRONT.kinds]
    assert len(ids) == len(set(ids))


def test_a_word_names_one_kind_of_paper():
    words = [fold(w) for rule in FRONT.kinds for w in rule.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("Mødedato", "date"), ("Dato", "date"), ("Starttidspunkt", "start"), ("Sluttidspunkt", "end"),
        ("Mødested", "place"), ("Lokation", "place"), ("Udvalg", "body"), ("Forum", "body"), ("Sagsnr.", "number"),
        ("Sagnr.", "number"), ("J.nr.", "number"), ("Journalnr.", "number"), ("Acadre-nr.", "number"),
        ("Dok.nr.", "document_number"), ("Brevid", "document_number"),
    ],
)  # fmt: skip
def test_labels_of_formats_11_and_the_families(label, group):
    assert fold(label) in FRONT.labels[group]


def test_a_document_number_is_no_case_number():
    assert not FRONT.labels["number"] & FRONT.labels["document_number"]
