"""The trail as people walk it: searches, both ways from a finding, gaps, the grounds of a link, what is not there."""

import pytest

from pipeline.errors import RaadsporError
from pipeline.run.evidence import find_explanation
from pipeline.run.gaps import find_gaps, render_gaps
from pipeline.run.lookup import Lookup, NotOneFound, day, strength, together
from pipeline.run.search import alike, search, words_of
from pipeline.run.traces import find_trace, look_for
from pipeline.run.trail_text import render_search, render_trace
from pipeline.tables import SCHEMAS
from tests.unit.run.made import LINK_ID, POST_ID, STOVE_ID, made_tables
from tests.unit.run.test_texts import EMPTY
from tests.unit.tables.corpus import EXAMPLE, FOLLOWED, IDS, POST, STORY, STOVE, TALKED

TABLES = made_tables()
LOOKUP = Lookup(TABLES)
FOLLOWED_ID = next(one.id for one in LOOKUP.of("decision") if one.text == FOLLOWED)


def without(*names):
    return Lookup({**TABLES, **{name: SCHEMAS[name].empty_table() for name in names}})


def shown(start, lookup=LOOKUP):
    return render_trace(find_trace(lookup, start)).splitlines()


@pytest.mark.parametrize(
    ("text", "found", "how"),
    [
        ("varmestue", STOVE, "ordret"),
        ("VARMESTUE", STOVE, "ordret"),
        ("varme-stue", STOVE, "ordret"),
        ("varmestuer", STOVE, "ordform"),
        ("fire børn", EXAMPLE, "ordret"),
        ("barn kvinder", EXAMPLE, "ordform"),
        ("2", STOVE, "nummer"),
        (POST_ID, POST, "id"),
        (IDS.story, STORY, "id"),
    ],
)
def test_a_search_finds_words_as_written_and_in_other_forms(text, found, how):
    assert [(hit.found.text, hit.reason) for hit in search(LOOKUP, text).hits] == [(found, how)]


def test_a_compound_that_begins_alike_is_near_and_no_hit():
    found = search(LOOKUP, "varmestueordning")
    assert found.hits == ()
    assert [(hit.found.text, hit.reason) for hit in found.near] == [(STOVE, "ord, der ligner: varmestue")]


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [
        ("fleksibel", "fleks", True),
        ("lægeklinik", "klinik", True),
        ("mulighed", "lighed", False),  # nothing that is a word is left before it
        ("post", "posten", False),  # too short to tell anything
    ],
)
def test_which_words_are_near(word, other, near):
    assert alike(word, other) is near


def test_words_are_compared_in_one_spelling():
    assert words_of("Flex-Løsning i Aarhus") == ("fleks", "løsning", "i", "århus")


def test_a_word_for_a_theme_brings_what_is_about_the_theme_near():
    found = search(LOOKUP, "digital post")
    assert {hit.found.text for hit in found.hits} >= {POST, STORY}
    assert [(hit.found.text, hit.reason) for hit in search(LOOKUP, "digitale").near] == []


def test_a_search_says_where_it_looked_and_where_nothing_is():
    text = render_search(look_for(LOOKUP, "post"))
    assert text.startswith(
        "Søgt efter »post« i 2 borgerhistorier, 3 anbefalinger, 0 input og forslag, 1 indstilling, 3"
    )
    assert "\n1 beslutning\n" in text
    assert f"  {POST_ID}  Anbefaling 1  (ordret)\n    »{POST}«\n" in text
    assert text.endswith("Ikke fundet i input og forslag samt indstillinger.")


@pytest.mark.parametrize(
    ("lookup", "wanted", "message"),
    [
        (LOOKUP, "0123456789abcdef", "expected the id of a story, .* found '0123456789abcdef', which none has"),
        (LOOKUP, "99", "expected a text, number or id in the findings, found '99' in none; searched 2 borgerhistorier"),
        (LOOKUP, "zebra", "found 'zebra' in none; searched"),
        (LOOKUP, " ", "expected a text, a number or an id, found an empty one"),
        (LOOKUP, "digital post", r"expected one finding, found 5 for 'digital post'; name one by its id: \w{16}, "),
        (Lookup(EMPTY), "post", "expected findings to look in, found none in 0 papirer"),
    ],
)
def test_what_leads_to_no_one_trail_is_told(lookup, wanted, message):
    with pytest.raises(NotOneFound, match=message) as problem:
        find_trace(lookup, wanted)
    assert isinstance(problem.value, RaadsporError)
    assert isinstance(problem.value, LookupError)


def test_from_a_story_to_what_was_decided():
    lines = shown(IDS.story)
    assert lines[:2] == [f"Udsagn  {IDS.story}", f"  »{STORY}«"]
    assert lines[2] == "  (Anbefalinger, Borgerrådet, 15.01.2025, s. 1)"
    at = lines.index("Anbefalinger, den kan underbygge")
    assert lines[at + 1] == f"  Dokumenteret (0.90)  Anbefaling 1  {POST_ID}"
    assert f"    samme ord  [kobling {LINK_ID}]" in lines
    assert "    Status pr. 15.01.2025: fremsat; opfølgning: kan ikke afgøres" in lines
    assert any(line.startswith("    -> Dokumenteret (0.90, særskilt)  Beslutning (besluttet)") for line in lines)
    assert not any(TALKED in line for line in lines), "a candidate is no step onward"


def test_from_a_decision_back_to_the_story():
    lines = shown(FOLLOWED_ID)
    assert "Anbefalinger, den følger op på" in lines
    assert any(line.startswith("    -> Dokumenteret (0.90)  Udsagn") and STORY[:40] in line for line in lines)
    assert "Aftaler, der står i den" in lines


def test_from_a_recommendation_both_ways_with_its_status():
    lines = shown("1")
    assert "Borgerhistorier og udsagn, der kan underbygge den" in lines
    assert "Beslutninger, der følger op" in lines
    event = "  15.01.2025  Borgerrådet  rådet selv  fremsat  (førstehånd, særskilt; "
    assert f"{event}Anbefalinger, Borgerrådet, 15.01.2025, s. 1)" in lines
    assert any(line.startswith("  Muligt spor (0.30, samlet)") for line in lines)


def test_silence_is_told_with_what_was_looked_through():
    lines = shown(STOVE_ID)
    assert "Ingen borgerhistorier er koblet til; søgt i 2 borgerhistorier." in lines
    assert "Ingen beslutninger er koblet til; søgt i 3 beslutninger." in lines


@pytest.mark.parametrize(("table", "told"), [("stories", "borgerhistorier"), ("decisions", "beslutninger")])
def test_a_corpus_without_a_kind_says_so(table, told):
    assert f"Samlingen har ingen {told}." in shown("2", without(table))
    assert f"samlingen har ingen {told}" in render_gaps(find_gaps(without(table)), limit=3)


def test_links_are_told_in_words_and_likeness_is_never_documented():
    link = {"fact": True, "reference": None, "method": "a.b", "score": 0.9}
    assert strength(link) == "Dokumenteret"
    assert strength({**link, "reference": "tematisk"}) == "Sandsynligt spor"
    assert strength({**link, "reference": "særskilt", "method": "follows_up.themes_words"}) == "Sandsynligt spor"
    assert strength({**link, "fact": False, "score": 0.99}) == "Muligt spor"


@pytest.mark.parametrize(
    ("edtf", "told"), [("2025-01-15", "15.01.2025"), ("2025-10", "10.2025"), ("2026~", "2026~"), (None, None)]
)
def test_dates_as_they_are_written_in_danish(edtf, told):
    assert day(edtf) == told


def test_names_together():
    assert [together(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a og b", "a, b og c"]
    assert together(["a og b", "c"]) == "a og b samt c"


def group(title, lookup=LOOKUP):
    return next(one for one in find_gaps(lookup) if one.title.startswith(title))


def test_the_gaps_of_the_trail():
    assert [gap.id for gap in group("Historier").gaps] == [IDS.example]
    assert [gap.quote for gap in group("Beslutninger").gaps] == [TALKED]
    advice = group("Anbefalinger")
    assert [gap.id for gap in advice.gaps] == [POST_ID, STOVE_ID]
    assert advice.gaps[0].why == "kan ikke afgøres pr. 15.01.2025 (fremsat); søgt i 0 papirer efter fremsættelsen"
    assert advice.gaps[1].why == "ingen status: datoen eller udstederen er ikke kendt"
    assert "2 anbefalinger" in advice.searched


def test_a_term_that_has_ended_by_the_newest_paper():
    rows = [dict(row) for row in TABLES["memberships"].to_pylist()]
    rows[0]["term_end"], rows[1]["term_end"] = "../2025-02-01", "2027-01-01"
    table = TABLES["memberships"].from_pylist(rows, schema=SCHEMAS["memberships"])
    found = group("Medlemmer", Lookup({**TABLES, "memberships": table})).gaps
    assert [(gap.name, gap.why) for gap in found] == [(f"{rows[0]['person']}, {rows[0]['role']}", "senest 01.02.2025")]


def test_a_promise_is_a_gap_when_the_papers_say_that_it_is_overdue():
    rows = [{**row, "state": "overskredet"} for row in TABLES["commitments"].to_pylist()]
    table = TABLES["commitments"].from_pylist(rows, schema=SCHEMAS["commitments"])
    assert group("Aftaler").gaps == ()
    (gap,) = group("Aftaler", Lookup({**TABLES, "commitments": table})).gaps
    assert gap.why == "frist 03.06.2025"


def test_a_paper_of_a_day_after_the_newest_one_is_told_apart():
    columns: dict[str, object] = {
        "what": "Referat",
        "body": "Byrådet",
        "state": "mangler",
        "document_id": None,
        "more": [],
    }
    place = {key: TABLES["stories"].to_pylist()[0][key] for key in ("passage_id", "start", "end", "quote", "page")}
    proof = {**place, "boxes": [], "rule": "test.rule", "score": 1.0}
    rows = [
        {"expected_id": f"{n:016x}", "date": day, **columns, **proof} for n, day in enumerate(("2025-02", "2025-06"))
    ]
    table = TABLES["expected_papers"].from_pylist(rows, schema=SCHEMAS["expected_papers"])
    found = group("Papirer", Lookup({**TABLES, "expected_papers": table}))
    assert [(gap.name, gap.why) for gap in found.gaps] == [
        ("Referat Byrådet 02.2025", "ikke i samlingen"),
        ("Referat Byrådet 06.2025", "efter det nyeste papir"),
    ]
    assert found.searched == "søgt i 2 papirer, det nyeste 04.03.2025; 1 papir er ikke læst"


def test_a_story_that_no_advice_answers_but_an_input_takes_up():
    paper = TABLES["stories"].to_pylist()[0]
    row = {name: paper.get(name) for name in SCHEMAS["contributions"].names}
    row |= {"contribution_id": "c" * 16, "kind": "input", "text": "Digital post er svær."}
    link = {"link_id": "e" * 16, "relation": "taken_up_in", "target_kind": "contribution", "target_id": "c" * 16}
    changed = with_links({**link, "source_id": IDS.example})
    table = TABLES["contributions"].from_pylist([row], schema=SCHEMAS["contributions"])
    gaps = {gap.id: gap.why for gap in group("Historier", Lookup({**changed.tables, "contributions": table})).gaps}
    assert gaps[IDS.example] == f"intet muligt spor; taget op som input {'c' * 16}"


def test_gaps_are_cut_at_the_limit_and_rest_on_quotes():
    text = render_gaps(find_gaps(LOOKUP), limit=1)
    assert "Anbefalinger uden fundet opfølgning fra modtageren: 2\n" in text
    assert "  … 1 flere (--limit)" in text
    assert f"    »{POST}« (Anbefalinger, Borgerrådet, 15.01.2025, s. 1)" in text


def test_no_papers_no_gaps():
    with pytest.raises(NotOneFound, match="expected papers with text, found none in 0 papirer"):
        find_gaps(Lookup(EMPTY))


def test_a_link_is_explained_rule_by_rule():
    lines = str(find_explanation(TABLES, LINK_ID)).splitlines()
    assert lines[0] == f"links: {LINK_ID}  story supports recommendation"
    assert lines[3] == "Dokumenteret (score 0.900), fremgangsmåde test.method"
    assert "  begrundelse: samme ord" in lines
    assert f"  fundet af reglen test.rule (score 1.00): Anbefaling 1 {POST_ID}" in lines
    assert any(line.startswith("  fælles tema: Digital") for line in lines)
    assert "  fælles ord: digital (fra: digital; til: digital)" in lines
    assert lines[-1] == "  andre mulige mål fra samme kilde: 0"


def test_what_competes_with_a_link_stands_beside_it():
    rows = TABLES["links"].to_pylist()
    rival = {**rows[0], "link_id": "f" * 16, "target_id": STOVE_ID, "score": 0.2, "fact": False}
    link = next(row for row in rows if row["link_id"] == LINK_ID)
    rival |= {key: link[key] for key in ("source_id", "source_kind", "relation")}
    links = TABLES["links"].from_pylist([*rows, rival], schema=SCHEMAS["links"])
    grounds = find_explanation({**TABLES, "links": links}, LINK_ID).grounds
    assert grounds is not None
    (found,) = grounds.rivals
    assert (found.found.text, found.strength, found.score) == (STOVE, "Muligt spor", 0.2)


def with_links(*changes):
    """The corpus with its first links changed: facts first, as the trail shows them."""
    rows = TABLES["links"].to_pylist()
    at = next(n for n, row in enumerate(rows) if row["link_id"] == LINK_ID)
    rows[at : at + 1] = [{**rows[at], **change} for change in changes]
    return Lookup({**TABLES, "links": TABLES["links"].from_pylist(rows, schema=SCHEMAS["links"])})


def test_nothing_follows_from_a_mere_candidate():
    (hop,) = find_trace(with_links({"fact": False}), IDS.story).legs[0].hops
    assert (hop.strength, hop.onward) == ("Muligt spor", ())


def test_candidates_that_are_next_to_nothing_are_counted_only():
    weak = [
        {"link_id": f"{n:016x}", "fact": False, "score": score} for n, score in enumerate((0.4, 0.3, 0.2, 0.15, 0.02))
    ]
    text = "\n".join(shown(IDS.story, with_links(*weak)))
    assert text.count("Muligt spor (") == 3
    assert "  … 2 flere" in text
    assert "(0.02)" not in text


def test_themes_are_told_by_their_names_in_reasons():
    lines = shown(IDS.story, with_links({"reason": "fælles temaer: digital, tilbud; fælles ord: post"}))
    names = ", ".join(LOOKUP.labels.get(theme, theme) for theme in ("digital", "tilbud"))
    assert any(line.strip().startswith(f"fælles temaer: {names}; fælles ord: post") for line in lines)


def test_a_relation_without_a_heading_of_its_own_is_still_shown():
    assert "Anbefalinger (grows_out_of)" in shown(IDS.story, with_links({"relation": "grows_out_of"}))


def test_a_link_to_what_is_not_there_breaks_nothing():
    lines = shown(IDS.story, with_links({"target_id": "0" * 16}))
    assert "Ingen anbefalinger er koblet til; søgt i 3 anbefalinger." in lines


EVIL = "<script>alert(1)</script> & »citat«"


@pytest.fixture
def evil():
    """The same tables, where a story is a script."""
    rows = [{**row, "text": EVIL, "quote": EVIL, "heading": EVIL} for row in TABLES["stories"].to_pylist()]
    links = [{**row, "reason": EVIL} for row in TABLES["links"].to_pylist()]
    passages = [{**row, "text": EVIL} for row in TABLES["passages"].to_pylist()]
    made = {"stories": rows, "links": links, "passages": passages}
    return {**TABLES, **{n: TABLES[n].from_pylist(r, schema=SCHEMAS[n]) for n, r in made.items()}}


def test_a_notebook_shows_what_papers_say_and_runs_none_of_it(evil):
    lookup = Lookup(evil)
    for shown_in_notebook in (find_trace(lookup, "1"), look_for(lookup, "script"), find_explanation(evil, LINK_ID)):
        html = shown_in_notebook._repr_html_()
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; »citat«" in html
        assert html.startswith("<section lang='da'><h3>")


def test_the_words_of_a_trail_stand_in_the_notebook_too():
    html = find_trace(LOOKUP, IDS.story)._repr_html_()
    for words in ("Dokumenteret (0.90)", POST, "Anbefalinger, Borgerrådet, 15.01.2025, s. 1", LINK_ID):
        assert words in html
