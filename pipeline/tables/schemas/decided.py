"""Tables of what was proposed, decided, advised and told."""

from pipeline.tables.schemas.columns import (
    ACTORS,
    AGENDA_ITEM,
    DOCUMENT,
    ITEM,
    MEETING,
    PROOF,
    TEXTS,
    WHOLE,
    Column,
    TableSpec,
    key,
    text,
    whole,
)

PROPOSALS = TableSpec(
    "proposals",
    "Et led af en indstilling i hver række: hvad mødet bedes beslutte",
    "One point of a proposal put to the meeting (indstilling) a row",
    (
        key("proposal_id", "Indstillingens id", "The proposal's id"),
        DOCUMENT,
        AGENDA_ITEM,
        ITEM,
        text("number", "Nummer, som trykt", "Number as printed"),
        key("text", "Ordlyd", "Wording"),
        *PROOF,
    ),
)
DECISIONS = TableSpec(
    "decisions",
    "En beslutning i hver række: en sætning med sit eget beslutningsverbum",
    "One decision a row: a clause with a decision verb of its own",
    (
        key("decision_id", "Beslutningens id", "The decision's id"),
        DOCUMENT,
        AGENDA_ITEM,
        ITEM,
        MEETING,
        key("status", "`made` truffet her, `reported` omtalt fra andet sted", "`made` here, `reported` from elsewhere"),
        key("type", "`godkendt drøftet orienteret aftalt …`", "`godkendt drøftet orienteret aftalt …`"),
        text("body", "Hvem der besluttede, som nævnt", "Who decided, as named"),
        text("body_id", "Hvem der besluttede, i organisations", "Who decided, in organisations"),
        text("date", "Hvornår (EDTF)", "When (EDTF)"),
        text("due", "Frist (EDTF)", "Due (EDTF)"),
        Column("actors", ACTORS, "Hvem der handler i sætningen", "Who acts in the clause"),
        Column("points", TEXTS, "Numre på de led af indstillingen, den gælder", "Numbers of the points it is about"),
        whole("votes_for", "Stemmer for", "Votes for"),
        whole("votes_against", "Stemmer imod", "Votes against"),
        whole("votes_abstained", "Undlod at stemme", "Abstained"),
        text("dissent", "Forbehold eller mindretalsudtalelse", "Reservation or minority statement"),
        key("text", "Sætningen, ordret", "The sentence, verbatim"),
        *PROOF,
    ),
)
VOTES = TableSpec(
    "votes",
    "En persons eller et partis stemme i hver række",
    "One person's or party's vote a row",
    (
        key("vote_id", "Stemmens id", "The vote's id"),
        key("decision_id", "Beslutningen", "The decision"),
        key("voter_kind", "`person parti`", "`person parti`"),
        key("voter", "Hvem, som skrevet", "Who, as written"),
        key("vote", "`for imod undlod`", "`for imod undlod`"),
    ),
)
RECOMMENDATIONS = TableSpec(
    "recommendations",
    "En anbefaling i hver række, uanset hvor mange papirer den står i",
    "One recommendation a row, in however many papers it stands",
    (
        key("recommendation_id", "Anbefalingens id", "The recommendation's id"),
        key("document_id", "Papiret med den tidligste fulde ordlyd", "The paper of its earliest full text"),
        text("number", "Nummer, som trykt", "Number as printed"),
        key("kind", "`overordnet uddybende`", "`overordnet uddybende`"),
        Column("parents", TEXTS, "Anbefalinger, den uddyber", "Recommendations it elaborates"),
        key("text", "Ordlyd", "Wording"),
        Column("strength", WHOLE, "Styrke, 1 stærkest - 4", "Strength, 1 strongest to 4", True),
        key("source", "`egen citeret`", "`egen citeret`"),
        text("said_by", "Hvem der siger det", "Who says so"),
        text("issued_by", "Hvem der giver anbefalingen", "Who issues it"),
        text("addressed_to", "Modtager", "Addressee"),
        text("issued", "Fremsat (EDTF)", "Issued (EDTF)"),
        *PROOF,
        text("issued_by_id", "Hvem der giver anbefalingen, i organisations", "Who issues it, in organisations"),
    ),
)
RECOMMENDATION_MENTIONS = TableSpec(
    "recommendation_mentions",
    "Et sted, hvor en anbefaling står eller omtales",
    "One place where a recommendation stands or is spoken of",
    (
        key("mention_id", "Omtalens id", "The mention's id"),
        text("recommendation_id", "Anbefalingen", "The recommendation"),
        DOCUMENT,
        key("how", "`full paraphrase named collective`", "`full paraphrase named collective`"),
        *PROOF,
    ),
)
STORIES = TableSpec(
    "stories",
    "Et udsagn om, hvad borgere møder, eller et eksempel eller citat i det",
    "What citizens meet, or an example or quote within it",
    (
        key("story_id", "Historiens id", "The story's id"),
        DOCUMENT,
        key("kind", "`udsagn eksempel citat`", "`udsagn eksempel citat`"),
        text("part_of", "Udsagnet, det hører til", "The story it is part of"),
        text("heading", "Overskriften over", "The heading above"),
        text("told_by", "Hvem der fortæller", "Who tells it"),
        key("text", "Ordlyd", "Wording"),
        *PROOF,
    ),
)
DATES = TableSpec(
    "dates",
    "Et tidsudtryk i hver række",
    "One expression of time a row",
    (
        key("date_id", "Datoens id", "The date's id"),
        DOCUMENT,
        key("text", "Datoen, som skrevet", "The date as written"),
        key("edtf", "Datoen i EDTF", "The date in EDTF"),
        text("time_start", "Klokkeslæt fra", "Clock time from"),
        text("time_end", "Klokkeslæt til", "Clock time until"),
        key(
            "role",
            "`møde frist beslutning medlemskab udgivet periode andet`",
            "`møde frist beslutning medlemskab udgivet periode andet`",
        ),
        *PROOF,
    ),
)
TABLES = (PROPOSALS, DECISIONS, VOTES, RECOMMENDATIONS, RECOMMENDATION_MENTIONS, STORIES, DATES)
