"""What a council's secretary, a journalist and an association ask in their first week, by a few lines of pandas.

The answers were written by hand from the papers in data/raw, before the product could give them.
"""

import pytest

from pipeline.api import Corpus, load


@pytest.fixture(scope="module")
def corpus(whole) -> Corpus:
    return load(whole / "data" / "processed")


@pytest.fixture(scope="module")
def minutes(corpus):
    """The id of the minutes of 30 April 2026."""
    found = corpus.documents.query("kind == 'referat' and date == '2026-04-30'")
    return found["document_id"].item()


def test_what_was_agreed_by_whom_and_by_when(corpus, minutes):
    """Eight agreements, each told once, though item 9 repeats three of them."""
    agreed = corpus.commitments.query("document_id == @minutes").sort_values(["page", "start"])
    assert len(agreed) == 8
    assert sorted(agreed["due"].dropna()) == ["2026-06-09", "2026-06-25", "2026-06-25"]
    assert agreed["page"].tolist() == [4, 7, 10, 10, 12, 13, 13, 14]
    (promised,) = agreed.query("responsible == 'Center for Seksuelt Misbrugte'")["what"]
    assert "indstille en ny" in promised
    (sent,) = agreed.query("recipient.str.contains('sundhedsplanlægning', na=False) and due.isna()")["what"]
    assert "skal sendes til" in sent


def test_what_the_members_put_in_and_who_said_it(corpus, minutes):
    """Fourteen inputs of the members, no decision of the council; seven proposals and four topics besides."""
    said = corpus.contributions.query("document_id == @minutes")
    assert said.groupby("agenda_item")["kind"].agg(list).map(lambda kinds: (kinds[0], len(kinds))).to_dict() == {
        "4": ("forslag", 7),
        "5": ("input", 14),
        "8": ("emneforslag", 4),
    }
    inputs = said.query("agenda_item == '5'").sort_values(["page", "start"])
    assert set(inputs["said_by"]) == {"Udsatterrådets medlemmer"}
    assert inputs["text"].iloc[0].startswith("Behovet for at styrke de relationelle kompetencer")
    assert inputs["text"].iloc[-1].startswith("Uddannelse og efteruddannelse af sundhedspersonale")
    assert said.query("agenda_item != '5'")["said_by"].isna().all()


def test_what_the_council_wants_after_its_term(corpus, minutes):
    wishes = corpus.decisions.query("document_id == @minutes and agenda_item == '7' and type == 'ønske'")
    assert wishes["quote"].str.contains("videreføre et tilsvarende råd fra 2027 og frem").any()
    assert set(wishes["page"]) == {12}


def test_who_is_chair_and_who_was(corpus):
    chairs = corpus.memberships.query("role == 'formand'").set_index("person").sort_values("as_of")
    assert chairs["term_start"].dropna().to_dict() == {"Else Søjmark": "2025-01-01"}
    assert chairs["term_end"].dropna().to_dict() == {"Ditte Fredensborg": "2024-12-31"}
    assert chairs.loc["Helle Jensen", "as_of"] == "2026-04-30"
    assert set(corpus.memberships.query("role == 'næstformand'")["person"]) == {"Kristina Louise Bliksted"}


def test_how_many_members_there_are_is_told_in_two_ways(corpus):
    for said in corpus.conflicts.query("about == 'antal medlemmer af Udsatterådet'").to_dict("records"):
        assert {said["left"]["quote"], said["right"]["quote"]} == {"består af 14 medlemmer", "består af 15 medlemmer"}
    abouts = sorted(corpus.conflicts.query("about.str.startswith('antal medlemmer')")["about"])
    # Terms and slides against the recommendations, as a whole and for the associations.
    told = [about.partition(": ")[2] for about in abouts]
    assert told == ["", "", *2 * ["frivillige organisationer og lignende aktører"]]


def test_two_names_on_one_seat_and_one_of_them_later_is_shown_with_both_sides(corpus):
    (seat,) = corpus.conflicts.query("about.str.startswith('plads')").to_dict("records")
    sides = {seat["left"]["page"]: seat["left"]["quote"], seat["right"]["page"]: seat["right"]["quote"]}
    assert sides[4] == "Majbritt Birkholm / Nicolai Estrup"
    assert "Nicolai Estrup" in sides[15]


def test_what_the_terms_of_reference_require_regularly(corpus):
    required = corpus.duties.set_index("quote")["every"]
    assert {"Hvert andet år", "i slutningen af valgperioden", "et årligt", "to gange i valgperioden"} <= set(required)
    assert set(corpus.duties["state"]) <= {"opfyldt", "ikke opfyldt", "kan ikke afgøres"}


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("Regionsrådet", "2025-10"),
        ("Udsatterådet", "2026-06-25"),
        ("Udsatterådet", "2026-09-04"),
        ("Udsatterådet", "2026-11-19"),
    ],
)
def test_which_papers_are_missing(corpus, body, date):
    """Expected papers name the minutes that are spoken of; planned meetings have no paper yet."""
    spoken = corpus.expected_papers.query("date == @date")
    planned = corpus.meetings.query("date == @date and document_id.isna()")
    bodies = {*spoken["body"].dropna(), *planned["body"].dropna()}
    assert any(body.casefold() in found.casefold() for found in bodies), bodies


def test_attachments_that_are_not_there_are_named(corpus):
    missing = " · ".join(corpus.expected_papers["quote"].dropna())
    for name in ("Oplæg om kommissoriet", "regional sundhedsplan"):
        assert name.casefold() in missing.casefold()


def test_proposals_are_neither_decisions_nor_recommendations(corpus, minutes):
    proposals = corpus.proposals.query("document_id == @minutes")
    assert len(proposals) == 5
    places = set(zip(proposals["passage_id"], proposals["start"], strict=True))
    for other in (corpus.decisions, corpus.recommendation_mentions):
        assert not places & set(zip(other["passage_id"], other["start"], strict=True))


def test_how_many_stories_there_are_and_who_told_them(corpus):
    """Thirty: 21 statements and 9 examples; the paper names the associations together, and one of them."""
    assert corpus.stories["kind"].replace("citat", "eksempel").value_counts().to_dict() == {"udsagn": 21, "eksempel": 9}
    tellers = corpus.stories["told_by"].dropna().str.casefold()
    assert not tellers.str.fullmatch("røde kors").any()


def test_the_story_of_mitid_goes_to_an_input_and_to_no_recommendation(corpus, minutes):
    digital = corpus.theme_assignments.query("theme_id == 'digital'")
    told = digital.query("target_kind == 'story'")["target_id"]
    assert corpus.stories.set_index("story_id").loc[told, "text"].str.contains("MitID").any()
    advised = digital.query("target_kind == 'recommendation'")["target_id"]
    assert not corpus.recommendations["recommendation_id"].isin(advised).any()
    said = corpus.theme_mentions.query("theme_id == 'digital' and document_id == @minutes")
    inputs = corpus.contributions.query("agenda_item == '5'")
    assert set(said["passage_id"]) & set(inputs["passage_id"])


def test_the_trauma_informed_approach_is_in_no_decision(corpus, minutes):
    """It stands in the account of the case, which tells the text of 2025 again, and in no decision and no input."""
    mentions = corpus.theme_mentions.query("theme_id == 'traumer' and document_id == @minutes")
    assert not mentions.empty
    for table in (corpus.decisions.query("status == 'made'"), corpus.contributions):
        assert not set(mentions["passage_id"]) & set(table["passage_id"])
    roles = corpus.passages.set_index("passage_id").loc[mentions["passage_id"], "section_role"]
    assert set(roles) == {"sagsfremstilling"}


def test_the_flex_clinic_is_no_recommendation(corpus, minutes):
    assert not corpus.recommendations["text"].str.contains("flex", case=False).any()
    (proposed,) = corpus.contributions.query("kind == 'forslag' and text.str.contains('flex', case=False)")["text"]
    assert "flex-klinik" in proposed
    asked = corpus.contributions.query("kind == 'input' and text.str.contains('flex', case=False)")
    assert len(asked) == 1
    passages = [*asked["passage_id"], *corpus.contributions.query("kind == 'forslag'")["passage_id"]]
    mentions = corpus.theme_mentions[corpus.theme_mentions["passage_id"].isin(passages)]
    flexible = mentions.query("theme_id == 'fleksibilitet'")
    assert flexible["term"].str.contains("flex").any()


@pytest.mark.parametrize(
    ("theme", "kind", "found"),
    [
        # Two of the three places are the name of an association.
        ("hjemloeshed", "referat", ["hjemløse"]),
        # The line breaks after "no-", and a word is torn in two.
        ("indgang", "referat", ["no-wrong-door-princippet"]),
        ("paaroerende", "anbefalinger", ["på rørendepolitik"]),
    ],
)
def test_a_theme_is_found_however_its_words_are_set_and_not_in_names(corpus, theme, kind, found):
    papers = corpus.documents.query("kind == @kind")["document_id"]
    mentions = corpus.theme_mentions[corpus.theme_mentions["document_id"].isin(papers)].query("theme_id == @theme")
    terms = [term.replace("- ", "-") for term in mentions["term"]]
    if theme == "hjemloeshed":
        assert terms == found
    else:
        assert set(found) <= set(terms)


def test_what_is_put_to_the_meeting_is_none_of_the_nine(corpus):
    nine = corpus.recommendations.query("kind == 'overordnet' and source == 'egen'")
    elaborations = corpus.recommendations.query("kind == 'uddybende'")
    assert (len(nine), len(elaborations)) == (9, 55)
