"""Tables of the themes and the trail."""

from pipeline.tables.schemas.columns import (
    AGENDA_ITEM,
    DOCUMENT,
    FLAG,
    ITEM,
    PLACE,
    PROOF,
    REAL,
    TEXTS,
    VALUE,
    WHOLE,
    Column,
    TableSpec,
    key,
    text,
)

_LINK_KINDS = "`story recommendation decision proposal contribution document`"
_RECOMMENDATION = key("recommendation_id", "Anbefalingen", "The recommendation")

THEMES = TableSpec(
    "themes",
    "Et tema i hver række",
    "One theme a row",
    (
        key("theme_id", "Temaets id", "The theme's id"),
        key("label_da", "Navn på dansk", "Danish label"),
        key("label_en", "Navn på engelsk", "English label"),
        text("broader", "Overtemaet", "The broader theme"),
        text("scope_da", "Hvad der hører under temaet", "What the theme covers, in Danish"),
        key("taxonomy", "Den emneliste, temaet hører til", "The taxonomy it belongs to"),
    ),
)
THEME_MENTIONS = TableSpec(
    "theme_mentions",
    "Et ord for et tema, hvor det står",
    "One term of a theme where it stands",
    (
        key("mention_id", "Fundets id", "The mention's id"),
        DOCUMENT,
        key("theme_id", "Temaet", "The theme"),
        key("term", "Ordet, som det står", "The term as it stands"),
        key("entry", "Ordet i ordlisten", "The entry of the lexicon"),
        *PROOF,
    ),
)
THEME_ASSIGNMENTS = TableSpec(
    "theme_assignments",
    "Hvad et tekststykke, en historie, en anbefaling eller en beslutning handler om",
    "What a passage, story, recommendation or decision is about",
    (
        key("assignment_id", "Tildelingens id", "The assignment's id"),
        DOCUMENT,
        key("target_kind", "`passage story recommendation decision`", "`passage story recommendation decision`"),
        key("target_id", "Det, der handler om temaet", "What is about the theme"),
        key("theme_id", "Temaet", "The theme"),
        Column("score", REAL, "Sikkerhed, 0-1", "How sure, 0 to 1", True),
    ),
)
LINKS = TableSpec(
    "links",
    "En kobling mellem to fund",
    "One link between two findings",
    (
        key("link_id", "Koblingens id", "The link's id"),
        key("source_kind", _LINK_KINDS, _LINK_KINDS),
        key("source_id", "Fra", "From"),
        key("relation", "`supports follows_up decides elaborates refers_to …`", "`supports follows_up decides …`"),
        key("target_kind", _LINK_KINDS, _LINK_KINDS),
        key("target_id", "Til", "To"),
        Column("score", REAL, "Sikkerhed, 0-1", "How sure, 0 to 1", True),
        Column("fact", FLAG, "Dokumenteret; ellers et muligt spor", "The link holds; else a candidate", True),
        text("reference", "`særskilt samlet tematisk`", "`særskilt samlet tematisk`"),
        key("method", "Fremgangsmåden", "The method"),
        key("reason", "Begrundelsen", "The reason"),
        Column("source_proof", PLACE, "Belæg for det, koblingen går fra", "Evidence of the source", True),
        Column("target_proof", PLACE, "Belæg for det, koblingen går til", "Evidence of the target", True),
    ),
)
CONTRIBUTIONS = TableSpec(
    "contributions",
    "Et input, forslag eller ønske i hver række",
    "One input, proposal or wish a row",
    (
        key("contribution_id", "Inputtets id", "The contribution's id"),
        DOCUMENT,
        AGENDA_ITEM,
        ITEM,
        key("kind", "`input forslag ønske emneforslag orientering`", "`input forslag ønske emneforslag orientering`"),
        text("said_by", "Hvem der siger det", "Who says so"),
        key("text", "Ordlyd", "Wording"),
        *PROOF,
    ),
)
COMMITMENTS = TableSpec(
    "commitments",
    "En aftale i hver række: hvem gør hvad hvornår",
    "One agreement a row: who does what by when",
    (
        key("commitment_id", "Aftalens id", "The commitment's id"),
        DOCUMENT,
        text("decision_id", "Beslutningen, den står i", "The decision it stands in"),
        key("what", "Hvad", "What"),
        text("responsible", "Ansvarlig", "Responsible"),
        text("recipient", "Modtager", "Recipient"),
        text("due", "Frist (EDTF)", "Due (EDTF)"),
        key("state", "`åben lukket overskredet kan ikke afgøres`", "`åben lukket overskredet kan ikke afgøres`"),
        text("closed_by", "Beslutningen, der lukker den", "The decision that closes it"),
        *PROOF,
    ),
)
STATUS_EVENTS = TableSpec(
    "status_events",
    "Noget, der er sket med en anbefaling",
    "Something that happened to a recommendation",
    (
        key("event_id", "Hændelsens id", "The event's id"),
        _RECOMMENDATION,
        text("date", "Hvornår (EDTF)", "When (EDTF)"),
        text("body", "Hvem, som nævnt", "Who, as named"),
        text("body_id", "Hvem, i organisations", "Who, in organisations"),
        key(
            "actor_role",
            "`rådet selv`, `modtager`, `administration`, `forening`",
            "`rådet selv`, `modtager`, `administration`, `forening`",
        ),
        key("what", "`fremsat`, `drøftet`, `besluttet oversendt` …", "`fremsat`, `drøftet`, `besluttet oversendt` …"),
        key("basis", "`førstehånd andenhånd`", "`førstehånd andenhånd`"),
        key("reference", "`særskilt samlet`", "`særskilt samlet`"),
        text("decision_id", "Beslutningen bag", "The decision behind it"),
        *PROOF,
        key("document_id", "Papiret, det står i", "The paper it stands in"),
    ),
)
STATUSES = TableSpec(
    "statuses",
    "Hvor langt en anbefaling er kommet på en dag",
    "How far a recommendation has come on a day",
    (
        key("status_id", "Statussens id", "The status's id"),
        _RECOMMENDATION,
        key("as_of", "Status pr. (EDTF)", "Status as of (EDTF)"),
        key("status", "Modtagerens længste skridt, ellers `fremsat`", "Furthest step of a recipient, else `fremsat`"),
        text("since", "Siden (EDTF)", "Since (EDTF)"),
        key(
            "follow_up", "`fundet`, `ingen fundet`, `kan ikke afgøres`", "`fundet`, `ingen fundet`, `kan ikke afgøres`"
        ),
        Column("searched", TEXTS, "Papirer, der er søgt i", "Papers that were searched"),
        Column("missing", TEXTS, "Papirer, der mangler, i expected_papers", "Papers missing, in expected_papers"),
        text("own_follow_up", "Rådets egen opfølgning (EDTF)", "The council's own follow-up (EDTF)"),
        text("due", "Næste frist (EDTF)", "Next date due (EDTF)"),
        key("reason", "Begrundelsen", "The reason"),
    ),
)
EXPECTED_PAPERS = TableSpec(
    "expected_papers",
    "Et møde, bilag eller papir, der er omtalt og burde findes",
    "A meeting, attachment or paper that is spoken of and should exist",
    (
        key("expected_id", "Id", "Id"),
        key("what", "Hvad", "What"),
        text("body", "Hvem det er fra, som nævnt", "Whose it is, as named"),
        text("date", "Dato (EDTF)", "Date (EDTF)"),
        key("state", "`læst mangler`", "`læst mangler`"),
        text("document_id", "Papiret, når det er læst", "The paper, when it is read"),
        *PROOF,
    ),
)
DUTIES = TableSpec(
    "duties",
    "Hvad et kommissorium kræver jævnligt",
    "What terms of reference require regularly",
    (
        key("duty_id", "Kravets id", "The duty's id"),
        text("body_id", "Rådet, det gælder", "The body it binds"),
        key("text", "Kravet, som skrevet", "The duty as written"),
        text("every", "Hvor ofte", "How often"),
        text("last_evidence", "Senest opfyldt ifølge papirerne (EDTF)", "Last met, by the papers (EDTF)"),
        key("state", "`opfyldt`, `kan ikke afgøres`", "`opfyldt`, `kan ikke afgøres`"),
        *PROOF,
    ),
)
CONFLICTS = TableSpec(
    "conflicts",
    "To oplysninger, der modsiger hinanden; vises, afgøres ikke i det skjulte",
    "Two values that contradict each other; shown, never settled silently",
    (
        key("conflict_id", "Modstridens id", "The conflict's id"),
        key("about", "Hvad den handler om", "What it is about"),
        Column("left", VALUE, "Den ene oplysning med belæg", "One value with its evidence", True),
        Column("right", VALUE, "Den anden oplysning med belæg", "The other value with its evidence", True),
    ),
)
REDIRECTS = TableSpec(
    "redirects",
    "Et id, der er skiftet",
    "An id that has changed",
    (
        key("old_id", "Det gamle id", "The old id"),
        key("new_id", "Det nye id", "The new id"),
    ),
)
UNCLAIMED = TableSpec(
    "unclaimed",
    "En sætning, der anbefaler, beslutter eller fortæller, men som ingen regel har taget",
    "A sentence that advises, decides or tells and that no rule claimed",
    (
        key("unclaimed_id", "Sætningens id", "The sentence's id"),
        DOCUMENT,
        key("kind", "`anbefaler beslutter fortæller`", "`anbefaler beslutter fortæller`"),
        key("form", "Udsagnsordet, som det står", "The verb as it stands"),
        *PROOF,
    ),
)
UNCLAIMED_TERMS = TableSpec(
    "unclaimed_terms",
    "Et navneord, som intet tema har, i et papir",
    "A noun in a paper that no theme has",
    (
        key("term_id", "Ordets id", "The term's id"),
        DOCUMENT,
        key("term", "Ordet i opslagsform", "The word in its dictionary form"),
        Column(
            "passages", WHOLE, "Antal forskellige tekststykker med ordet", "How many different passages hold it", True
        ),
        *PROOF,
    ),
)
TABLES = (
    THEMES,
    THEME_MENTIONS,
    THEME_ASSIGNMENTS,
    UNCLAIMED,
    UNCLAIMED_TERMS,
    LINKS,
    CONTRIBUTIONS,
    COMMITMENTS,
    STATUS_EVENTS,
    STATUSES,
    EXPECTED_PAPERS,
    DUTIES,
    CONFLICTS,
    REDIRECTS,
)
