"""Recommendations, what elaborates them, where they stand, and the stories that they answer."""

import pytest

from tests.unit.evaluate.made import PAPERS, RAPPORT, counted, gold, outcomes, passage, scored, standing, tables

RECOMMENDATIONS = """number,quote,themes,themes_acceptable,issued
1,tilgodeser de sårbare borgere,lighed|kultur,,2025-09-15
2,ingen forkert indgang,indgang,fleksibilitet,2025-09-15"""
SUBS = """key,elaborates,under,quote
4.1-1,1,,flere fremskudte tilbud
4.2-1,1|2,,systemet kan ikke sige nej
4.2-2,1|2,4.2-1,en fast kontaktperson"""


def advice(key, text, *, kind="overordnet", number=None, parents=(), **values):
    known = {"number": number, "issued": "2025-09-15", "source": "egen", "document_id": RAPPORT}
    return standing(text, recommendation_id=key, kind=kind, parents=list(parents), **{**known, **values})


FIRST = advice("a", "at sundhedsvæsenet tilgodeser de sårbare borgere", number="1")
SECOND = advice("b", "at der er ingen forkert indgang", number="2")
NEARER = advice("c", "Der skal flere fremskudte tilbud til.", kind="uddybende", parents=["a"])
NO_NO = advice("d", "At systemet kan ikke sige nej.", kind="uddybende", parents=["a", "b"])
CONTACT = advice("e", "Alle har en fast kontaktperson.", kind="uddybende", parents=["d"])
ALL = (FIRST, SECOND, NEARER, NO_NO, CONTACT)


def theme(kind, target, name):
    return {"document_id": RAPPORT, "target_kind": kind, "target_id": target, "theme_id": name, "score": 0.9}


def advised(*rows, **others):
    known = gold(recommendations=RECOMMENDATIONS, sub_recommendations=SUBS, documents=PAPERS)
    return scored(tables(recommendations=rows, **others), known)


def test_recommendations_and_what_elaborates_them():
    scores = advised(*ALL)
    assert counted(scores.named("recommendations")) == (2, 2, 2)
    assert counted(scores.named("sub_recommendations")) == (3, 3, 3)
    assert counted(scores.named("sub_recommendations.elaborates")) == (5, 5, 5)
    assert counted(scores.named("sub_recommendations.under")) == (1, 1, 1)


def test_a_parent_too_few_and_one_too_many():
    scores = advised(FIRST, SECOND, {**NEARER, "parents": ["a", "b"]}, {**NO_NO, "parents": ["a"]}, CONTACT)
    found = scores.named("sub_recommendations.elaborates")
    assert [(str(v.outcome), v.quote, v.expected or v.found) for v in found.verdicts if v.outcome != "right"] == [
        ("false", NEARER["text"], "2"),
        ("missed", "systemet kan ikke sige nej", "2"),
        ("missed", "en fast kontaktperson", "2"),
    ]


def test_one_that_stands_under_none_and_should():
    scores = advised(FIRST, SECOND, NEARER, NO_NO, {**CONTACT, "parents": ["a", "b"]})
    assert outcomes(scores.named("sub_recommendations.under")) == [("missed", CONTACT["text"])]
    assert scores.named("sub_recommendations.elaborates").f1.value == 1.0


def test_what_a_paper_cites_from_elsewhere_is_not_judged():
    cited = advice("x", "Evalueringen anbefaler flere møder.", source="citeret")
    assert counted(advised(*ALL, cited).named("recommendations")) == (2, 2, 2)
    assert counted(advised(*ALL, {**cited, "source": "egen"}).named("recommendations")) == (2, 3, 2)


def test_themes_count_one_by_one():
    themes = [theme("recommendation", "a", "lighed"), theme("recommendation", "a", "digital")]
    themes += [theme("recommendation", "b", "indgang"), theme("recommendation", "b", "fleksibilitet")]
    score = advised(*ALL, theme_assignments=themes).named("recommendations.themes")
    assert [(str(v.outcome), v.expected or v.found) for v in score.verdicts] == [
        ("right", "lighed"),
        ("missed", "kultur"),
        ("false", "digital"),
        ("right", "indgang"),
    ]


MENTIONS = """number,document,place
1,rapport,2.1
1,rapport,4.1
1,referat,punkt 4"""
PLACES = [
    passage(FIRST["text"], document_id=RAPPORT, passage_id="p21", section=["KAPITEL 2", "2.1 Rådets anbefalinger"]),
    passage(FIRST["text"], document_id=RAPPORT, passage_id="p41", section=["KAPITEL 4", "4.1 Lighed"]),
    passage(FIRST["text"], passage_id="r4", agenda_item="4"),
    passage(" ".join(row["text"] for row in ALL), document_id=RAPPORT),
]


def mention(where, key="a", how="full", document=RAPPORT):
    return standing(FIRST["text"], recommendation_id=key, how=how, passage_id=where, document_id=document)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([mention("p21"), mention("p41"), mention("r4", document="referat")], ["right", "right", "right"]),
        ([mention("p21"), mention("r4", document="referat")], ["right", "right", "missed"]),
        (
            [mention("p21"), mention("p41"), mention("r4", how="named", document="referat")],
            ["right", "right", "missed"],
        ),
        ([mention("p21"), mention("p21"), mention("r4", document="referat")], ["right", "right", "missed", "false"]),
        ([mention("p21", key="b"), mention("p41")], ["right", "missed", "missed", "false"]),
        (
            [mention("p21"), mention("p41", key="c")],
            ["right", "missed", "missed"],
        ),  # elaborating ones are not asked for
    ],
)
def test_the_places_that_hold_the_full_wording(rows, expected):
    known = gold(recommendations=RECOMMENDATIONS, sub_recommendations=SUBS, recommendation_mentions=MENTIONS)
    found = tables(recommendations=ALL, recommendation_mentions=rows, passages=PLACES)
    assert [o for o, _ in outcomes(scored(found, known).named("recommendation_mentions"))] == expected


STORIES = """key,part_of,kind,section,quote,themes,themes_acceptable,supports_strong,supports_acceptable,required
s1,,udsagn,3.2,svært ved at møde op,fleksibilitet,,1,2,1
s1e,s1,eksempel,3.2,mødes af vagter,kultur,,,,1
s2,,udsagn,3.3,falder mellem flere stole,,,,,0"""


def story(key, text, kind="udsagn", part_of=None):
    return standing(text, story_id=key, kind=kind, part_of=part_of, document_id=RAPPORT)


MEET = story("t1", "Mange har svært ved at møde op til tiden.")
GUARDS = story("t2", "En mand mødes af vagter ved indgangen.", "eksempel", "t1")


def told(*rows, **others):
    known = gold(recommendations=RECOMMENDATIONS, stories=STORIES, documents=PAPERS)
    return scored(tables(recommendations=ALL, stories=rows, **others), known)


def test_stories_and_what_they_are_part_of():
    scores = told(MEET, GUARDS)
    assert [scores.named(name).f1.value for name in ("stories", "stories.kind", "stories.part_of")] == [1.0] * 3


@pytest.mark.parametrize(
    ("row", "kind", "part_of"),
    [
        ({**GUARDS, "kind": "citat"}, [], []),
        ({**GUARDS, "kind": "udsagn"}, ["wrong"], []),
        ({**GUARDS, "part_of": None}, [], ["missed"]),
        ({**GUARDS, "part_of": "t9"}, [], ["wrong"]),
    ],
)
def test_a_story_read_otherwise(row, kind, part_of):
    scores = told(MEET, row)
    assert [o for o, _ in outcomes(scores.named("stories.kind")) if o != "right"] == kind
    assert [o for o, _ in outcomes(scores.named("stories.part_of")) if o != "right"] == part_of


def test_a_statement_that_is_part_of_another_and_should_not_be():
    scores = told({**MEET, "part_of": "t2"}, GUARDS)
    assert outcomes(scores.named("stories.part_of"))[-1] == ("false", MEET["text"])


def test_themes_of_a_story_that_was_not_found_are_missed():
    score = told(MEET, theme_assignments=[theme("story", "t1", "fleksibilitet")]).named("stories.themes")
    assert [(str(v.outcome), v.expected) for v in score.verdicts] == [("right", "fleksibilitet"), ("missed", "kultur")]


def link(source, target, relation="supports", fact=True, reference=None):
    proof = {"document_id": RAPPORT, "passage_id": "p", "start": 0, "end": 1, "quote": f"{source}→{target}", "page": 1}
    known = {"source_id": source, "target_id": target, "relation": relation, "fact": fact, "reference": reference}
    return {**known, "source_proof": proof, "method": "ord", "reason": "samme ord"}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link("t1", "a")], ["right"]),
        ([link("t1", "a"), link("t1", "b")], ["right"]),  # the second is acceptable: neither right nor wrong
        ([link("t1", "a", fact=False)], ["missed"]),
        ([link("t1", "a", relation="restates")], ["missed"]),
        ([link("t2", "a")], ["missed"]),  # the reference gives no links of that story
        ([link("t1", "c")], ["missed"]),  # an elaborating recommendation is none of those asked for
    ],
)
def test_what_a_story_supports(links, expected):
    assert [o for o, _ in outcomes(told(MEET, GUARDS, links=links).named("supports"))] == expected


def test_a_link_to_another_recommendation_is_false():
    known = STORIES.replace(",1,2,1", ",2,,1")
    found = tables(recommendations=ALL, stories=[MEET], links=[link("t1", "a"), link("t1", "b")])
    score = scored(found, gold(recommendations=RECOMMENDATIONS, stories=known, documents=PAPERS)).named("supports")
    assert outcomes(score) == [("right", "t1→b"), ("false", "t1→a")]
