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
    ],
)  # fmt: skip
def test_points(lines: tuple[str, ...], expected: list[tuple[str | None, str]]):
    assert points(*ITEM, *lines) == expected


def test_only_sections_that_put_something_to_the_meeting():
    assert points("# Punkt 5: Budget", "## Sagsfremstilling", "Det indstilles, at planen godkendes.") == []
    assert points(*ITEM, "at planen godkendes.", kind="notat") == []
    assert points(*ITEM, "at planen godkendes.", kind="dagsorden") == [(None, "at planen godkendes.")]
