"""Tables of people and bodies."""

from pipeline.tables.schemas.columns import (
    AGENDA_ITEM,
    DOCUMENT,
    FLAG,
    ITEM,
    MEETING,
    PROOF,
    TEXTS,
    Column,
    TableSpec,
    key,
    text,
    whole,
)

_ORGANISATION_KINDS = "`råd udvalg forening parti region kommune hospital myndighed andet`"
_PERSON_ID = text("person_id", "Personen i people", "The person in people")
_ALIASES = Column("aliases", TEXTS, "Andre skrivemåder, sorteret", "Other spellings met, sorted")
_BODY_ID = text("body_id", "Rådet eller udvalget i organisations", "The council or committee in organisations")

PEOPLE = TableSpec(
    "people",
    "En person i hver række",
    "One person a row",
    (
        key("person_id", "Personens id", "The person's id"),
        key("name", "Navn", "Name"),
        _ALIASES,
    ),
)
ORGANISATIONS = TableSpec(
    "organisations",
    "Et råd, en forening, et parti eller en myndighed i hver række",
    "One body, association, party or authority a row",
    (
        key("organisation_id", "Organisationens id", "The organisation's id"),
        key("name", "Navn", "Name"),
        _ALIASES,
        text("authority", "Regionen eller kommunen, den hører under", "Region or municipality it belongs to"),
        key("kind", _ORGANISATION_KINDS, _ORGANISATION_KINDS),
    ),
)
ENTITY_MENTIONS = TableSpec(
    "entity_mentions",
    "En person, organisation eller et sted, hvor det er nævnt",
    "A person, organisation or place where it is named",
    (
        key("mention_id", "Omtalens id", "The mention's id"),
        DOCUMENT,
        key("entity_kind", "`person organisation sted`", "`person organisation sted`"),
        text("entity_id", "Personen eller organisationen; tom for steder", "Person or organisation; null for places"),
        key("text", "Navnet, som skrevet", "The name as written"),
        text("role", "Titel eller hverv, som skrevet", "Title or office as written"),
        *PROOF,
    ),
)
MEMBERSHIPS = TableSpec(
    "memberships",
    "Et medlemskab for hvert papir, person, råd og periode",
    "One membership for each paper, person, body and term",
    (
        key("membership_id", "Medlemskabets id", "The membership's id"),
        DOCUMENT,
        _PERSON_ID,
        key("person", "Navn, som skrevet, uden titel og parti", "Name as written, without title and party"),
        text("organisation_id", "Organisationen bag pladsen", "The organisation behind the seat"),
        text("organisation", "Organisationen, som skrevet", "The organisation as written"),
        text("party", "Parti, som skrevet", "Party as written"),
        key("role", "`formand næstformand medlem suppleant`", "`formand næstformand medlem suppleant`"),
        text(
            "seat",
            "`regionsråd byråd forening myndighed personlig`",
            "`regionsråd byråd forening myndighed personlig`",
        ),
        text("term_start", "Fra (EDTF), kun efter ord om personen", "From (EDTF), only from words about the person"),
        text("term_end", "Til (EDTF), kun efter ord om personen", "Until (EDTF), only from words about the person"),
        text("as_of", "Dagen, papiret siger det om (EDTF)", "The day the paper says so of (EDTF)"),
        text("body", "Rådet, som nævnt", "The body as named"),
        _BODY_ID,
        *PROOF,
    ),
)
SEATS = TableSpec(
    "seats",
    "En plads i et råd i hver række",
    "One seat of a body a row",
    (
        key("seat_id", "Pladsens id", "The seat's id"),
        DOCUMENT,
        _BODY_ID,
        text("organisation", "Hvem pladsen er for, som skrevet", "Whose seat it is, as written"),
        whole("number", "Antal pladser", "Number of seats"),
        Column("vacant", FLAG, "Ledig", "Vacant", True),
        text("appointed_by", "Hvem der udpeger", "Who appoints"),
        *PROOF,
    ),
)
ATTENDANCE = TableSpec(
    "attendance",
    "En persons fremmøde ved et møde eller punkt",
    "One person's presence at a meeting or item",
    (
        key("attendance_id", "Fremmødets id", "The attendance's id"),
        DOCUMENT,
        MEETING,
        _PERSON_ID,
        key("person", "Navn, som skrevet", "Name as written"),
        key("capacity", "`medlem stedfortræder gæst forvaltning`", "`medlem stedfortræder gæst forvaltning`"),
        key("status", "`til stede afbud fraværende delvist uklart`", "`til stede afbud fraværende delvist uklart`"),
        AGENDA_ITEM,
        ITEM,
        *PROOF,
    ),
)
IDENTITIES = TableSpec(
    "identities",
    "Hvorfor et navn eller en ordlyd er samme person, organisation eller anbefaling, eller måske er det",
    "Why a name or a wording is one person, organisation or recommendation, or may be",
    (
        key("identity_id", "Rækkens id", "The row's id"),
        key("entity_kind", "`person organisation anbefaling`", "`person organisation anbefaling`"),
        key("entity_id", "Personen, organisationen eller anbefalingen", "The person, organisation or recommendation"),
        key("text", "Navnet eller ordlyden, som skrevet", "The name or wording as written"),
        text("other_id", "Den, der måske er ment; kun hvor det er usikkert", "Who may be meant; only where unsure"),
        key("state", "`samme usikker`", "`samme` (joined), `usikker` (kept apart)"),
        key("reason", "Grunden", "The reason, in Danish"),
        key("rule", "Reglen", "The rule"),
    ),
)
TABLES = (PEOPLE, ORGANISATIONS, IDENTITIES, ENTITY_MENTIONS, MEMBERSHIPS, SEATS, ATTENDANCE)
