"""Points of an *indstilling*."""

import pytest

from pipeline.extract.proposals import find_proposals
from tests.unit.extract.papers import reading

ITEM = ("# Punkt 5: Budget", "## Indstilling")


def points(*lines: str, **options: object):
    return [(p.number, p.text) for p in find_proposals(reading(*lines, **options))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Det indstilles,", "at planen godkendes."), [(None, "at planen godkendes.")]),
        (("Det indstilles, at planen godkendes.",), [(None, "at planen godkendes.")]),
        (("at rådet drøfter planen, og", "at rådet udpeger to repræsentanter."),
         [(None, "at rådet drøfter planen"), (None, "at rådet udpeger to repræsentanter.")]),
        (("Det indstilles, at planen godkendes, og at rådet orienteres.",),
         [(None, "at planen godkendes"), (None, "at rådet orienteres.")]),
        (("Administrationen indstiller, at", "1. planen godkendes,", "2. midlerne frigives."),
         [("1", "planen godkendes"), ("2", "midlerne frigives.")]),
        (("Center for Ejendomme indstiller, at", "a) Planen godkendes."), [("a", "Planen godkendes.")]),
        (("Det indstilles: At 1) planen godkendes At 2) midlerne frigives",),
         [("1", "planen godkendes"), ("2", "midlerne frigives")]),
        (("Det indstilles, at der arbejdes med at styrke viden og at skabe ro.",),
         [(None, "at der arbejdes med at styrke viden og at skabe ro.")]),
        (("at udvalget anbefaler forretningsudvalget, at aftalen forlænges.",),
         [(None, "at udvalget anbefaler forretningsudvalget, at aftalen forlænges.")]),
        (("Til drøftelse.",), [(None, "Til drøftelse.")]),
        (("at | dagsordenen godkendes |",), [(None, "dagsordenen godkendes")]),
        (("Økonomiforvaltningen indstiller over for Økonomiudvalget,",), []),
        (("Det indstilles, at planen godkendes, at midlerne frigives, og at rådet orienteres.",),
         [(None, "at planen godkendes"), (None, "at midlerne frigives"), (None, "at rådet orienteres.")]),
        (("Direktøren indstiller til udvalget: 1. at planen godkendes. 2. at midlerne frigives.",),
         [("1", "planen godkendes."), ("2", "midlerne frigives.")]),
        (("Det indstilles, at 1. planen godkendes, 2. midlerne frigives.",),
         [("1", "planen godkendes"), ("2", "midlerne frigives.")]),
        (("Forvaltningen indstiller, at", "- der anlægges to baner", "- lyset slukkes kl. 22"),
         [(None, "der anlægges to baner"), (None, "lyset slukkes kl. 22")]),
        (("Det indstilles, at Socialudvalget godkender,", "1. at planen sendes i høring", "2. at fristen er fem uger"),
         [("1", "at planen sendes i høring"), ("2", "at fristen er fem uger")]),
        (("Det indstilles, at udvalget", "1. drøfter planen", "2. tager status til efterretning"),
         [("1", "drøfter planen"), ("2", "tager status til efterretning")]),
        (("Det indstilles, at udvalget godkender planen, som omfatter:", "- en bænk", "- et træ"),
         [(None, "at udvalget godkender planen, som omfatter:")]),
        (("Planen omfatter:", "- en bænk", "- et træ"), []),
        (("| at | grunden sælges |", "| at | borgmesteren bemyndiges til at skrive under |"),
         [(None, "grunden sælges"), (None, "borgmesteren bemyndiges til at skrive under")]),
        (("| 1. | planen godkendes |", "| 2. | midlerne frigives, |"),
         [("1", "planen godkendes"), ("2", "midlerne frigives")]),
        (("| År | Beløb |", "| 2024 | 200 |"), []),
        (("Orienteringen tages til efterretning.",), [(None, "Orienteringen tages til efterretning.")]),
        (("Sagen drøftes. Planen har været i høring i 2023.",), [(None, "Sagen drøftes.")]),
        (("Rådet bedes drøfte planen.",), [(None, "Rådet bedes drøfte planen.")]),
        (("Indstilling godkendt.",), []),
    ],
)  # fmt: skip
def test_points(lines: tuple[str, ...], expected: list[tuple[str | None, str]]):
    assert points(*ITEM, *lines) == expected


def test_only_sections_that_put_something_to_the_meeting():
    assert points("# Punkt 5: Budget", "## Sagsfremstilling", "Det indstilles, at planen godkendes.") == []
    assert points(*ITEM, "at planen godkendes.", kind="notat") == []
    assert points(*ITEM, "at planen godkendes.", kind="dagsorden") == [(None, "at planen godkendes.")]


def test_a_lead_in_running_type_opens_the_proposal():
    item = ("# Punkt 5: Budget", "Direktionen indstiller,")
    assert points(*item, "at planen godkendes, og", "at midlerne frigives.", "Rådet drøftede, at det haster.") == [
        (None, "at planen godkendes"),
        (None, "at midlerne frigives."),
    ]
    assert points("# Punkt 5: Sundhed", "Sundhedsstyrelsen anbefaler,", "at alle bevæger sig.") == []


def test_a_paper_without_item_heads_puts_points_too():
    assert points("## Forslag til beslutning:", "- at ansøgningen imødekommes") == [
        (None, "at ansøgningen imødekommes")
    ]
