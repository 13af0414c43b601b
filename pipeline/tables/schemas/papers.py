"""Tables of the papers and what is in them."""

from pipeline.tables.schemas.columns import (
    AGENDA_ITEM,
    BOX,
    BOXES,
    DOCUMENT,
    FLAG,
    ITEM,
    MEETING,
    PROOF,
    REAL,
    TEXTS,
    WHOLE,
    Column,
    TableSpec,
    key,
    text,
    whole,
)

_KINDS = "`referat dagsorden notat anbefalinger kommissorium praesentation andet`"
_BODY = text("body", "Råd eller udvalg, som nævnt, uden myndighed", "Council or committee as named, without authority")
_BODY_ID = text("body_id", "Rådet eller udvalget i organisations", "The council or committee in organisations")

DOCUMENTS = TableSpec(
    "documents",
    "Et papir i hver række, også de ulæste",
    "One paper a row, those not read included",
    (
        key("document_id", "Papirets id, af dets bytes", "The paper's id, from its bytes"),
        key("path", "Stien under mappen med papirer", "Path below the folder of papers"),
        text("sha256", "Filens fingeraftryk", "The file's fingerprint"),
        text("kind", f"Papirets art: {_KINDS}", f"Kind of paper: {_KINDS}"),
        text("title", "Titel", "Title"),
        text("body", "Rådet eller udvalget, papiret er fra eller om", "Council or committee the paper is of or about"),
        _BODY_ID,
        text("authority", "Region eller kommune", "Region or municipality, in full"),
        text("region", "Regionen", "The region"),
        text("date", "Mødets dato, ellers papirets (EDTF)", "Date of the meeting, else the paper's own (EDTF)"),
        Column("case_numbers", TEXTS, "Sagsnumre i hoved og punkter", "Case numbers of the head and the items"),
        whole("pages", "Antal sider", "Number of pages"),
        key("status", "`ok partial failed duplicate superseded`", "`ok partial failed duplicate superseded`"),
        text("reason", "Grunden, når papiret ikke er læst helt eller ikke tæller", "Why it is not read or not counted"),
        text("duplicate_of", "Papiret med samme bytes", "The paper with the same bytes"),
        text("version_of", "Papiret, der gælder i stedet", "The paper that counts instead"),
        text("taxonomy", "Den emneliste, papiret er sorteret efter", "The taxonomy by which the paper is sorted"),
    ),
)
PAGES = TableSpec(
    "pages",
    "En side i hver række",
    "One page a row",
    (
        key("page_id", "Sidens id", "The page's id"),
        DOCUMENT,
        Column("page", WHOLE, "Side i PDF'en, fra 1", "Page of the PDF, from 1", True),
        key("state", "`text ocr empty failed`", "`text ocr empty failed`"),
        text("reason", "Grunden, når siden ikke er læst", "Why the page is not read"),
        Column("words", WHOLE, "Antal trykte ord", "Number of printed words", True),
        Column("width", REAL, "Sidens bredde i PDF-punkter", "Width of the page in PDF points", True),
        Column("height", REAL, "Sidens højde i PDF-punkter", "Height of the page in PDF points", True),
    ),
)
PASSAGES = TableSpec(
    "passages",
    "Et tekststykke i hver række: titel, overskrift, afsnit, punkt, tabel …",
    "One passage a row: title, heading, paragraph, item, table …",
    (
        key("passage_id", "Tekststykkets id", "The passage's id"),
        DOCUMENT,
        Column("order", WHOLE, "Nummer i læserækkefølgen", "Number in reading order", True),
        key(
            "kind",
            "`title heading paragraph item table caption quote letterhead furniture`",
            "`title heading paragraph item table caption quote letterhead furniture`",
        ),
        whole("level", "Overskriftens eller listens niveau", "Depth of the heading or the list"),
        Column("section", TEXTS, "Overskrifterne over det", "The headings above it"),
        text("section_role", "Afsnittets rolle: `resume indstilling beslutning …`", "Role of the section"),
        AGENDA_ITEM,
        ITEM,
        MEETING,
        key("text", "Teksten", "The text"),
        Column("page", WHOLE, "Side, det begynder på", "Page it begins on", True),
        Column("boxes", BOXES, "Rammer, PDF-punkter fra øverste venstre hjørne", "Boxes, PDF points from the top left"),
        Column("marker", WHOLE, "Antal tegn i punkttegn eller nummer", "Letters of the bullet or number", True),
        text("repeats", "Det tidligere tekststykke med de samme ord", "The earlier passage with the very same words"),
    ),
)
CELLS = TableSpec(
    "cells",
    "En celle i hver række",
    "One cell of a table a row",
    (
        key("cell_id", "Cellens id", "The cell's id"),
        key("passage_id", "Tabellen", "The table it is of"),
        Column("row", WHOLE, "Række, fra 0", "Row, from 0", True),
        Column("col", WHOLE, "Kolonne, fra 0", "Column, from 0", True),
        Column("start", WHOLE, "Første tegn i tekststykket", "First character in the passage", True),
        Column("end", WHOLE, "Tegnet efter det sidste", "The character after the last", True),
        Column("page", WHOLE, "Side", "Page", True),
        Column("box", BOX, "Ramme", "Box", True),
    ),
)
MEETINGS = TableSpec(
    "meetings",
    "Et møde i hver række, afholdt eller planlagt",
    "One meeting a row, held or planned",
    (
        key("meeting_id", "Mødets id", "The meeting's id"),
        text("document_id", "Papiret fra mødet; tomt når mødet kun er nævnt", "Its paper; null when only planned"),
        _BODY,
        _BODY_ID,
        text("date", "Dato (EDTF)", "Date (EDTF)"),
        text("time_start", "Mødet begynder, `09:00`", "It begins, `09:00`"),
        text("time_end", "Mødet slutter", "It ends"),
        text("place", "Sted", "Place"),
        key("status", "`afholdt planlagt aflyst`", "`afholdt planlagt aflyst`"),
        *PROOF,
    ),
)
AGENDA_ITEMS = TableSpec(
    "agenda_items",
    "Et punkt på dagsordenen i hver række",
    "One agenda item a row",
    (
        key("item_id", "Punktets id", "The item's id"),
        DOCUMENT,
        MEETING,
        text("number", "Nummer, som trykt", "Number, as printed"),
        text("title", "Titel", "Title"),
        text("case_number", "Sagsnummer", "Case number"),
        Column("page", WHOLE, "Side, punktet begynder på", "Page the item begins on", True),
        Column("closed", FLAG, "Lukket punkt", "Closed item", True),
    ),
)
CLAUSES = TableSpec(
    "clauses",
    "Hvad et kommissorium eller en præsentation siger om et råd",
    "What terms of reference and presentations say of a body",
    (
        key("clause_id", "Bestemmelsens id", "The clause's id"),
        DOCUMENT,
        key(
            "kind",
            "`formål målgruppe opgave sammensætning mødekadence kompetence økonomi sekretariat godkendelse`",
            "`formål målgruppe opgave sammensætning mødekadence kompetence økonomi sekretariat godkendelse`",
        ),
        key("text", "Ordlyd", "Wording"),
        *PROOF,
    ),
)
REFERENCES = TableSpec(
    "references",
    "En henvisning i hver række",
    "One reference a row",
    (
        key("reference_id", "Henvisningens id", "The reference's id"),
        DOCUMENT,
        key("kind", "`papir bilag møde punkt sag lov`", "`papir bilag møde punkt sag lov`"),
        key("text", "Henvisningen, som skrevet", "The reference as written"),
        text("target_id", "Papiret, mødet eller punktet, når det er læst", "Paper, meeting or item, when it is read"),
        *PROOF,
    ),
)
AMOUNTS = TableSpec(
    "amounts",
    "Et beløb i hver række",
    "One amount of money a row",
    (
        key("amount_id", "Beløbets id", "The amount's id"),
        DOCUMENT,
        Column("value", REAL, "Beløb", "Value", True),
        key("unit", "Enhed, fx `kr`", "Unit, such as `kr`"),
        text("year", "År (EDTF)", "Year (EDTF)"),
        text("purpose", "Formål", "Purpose"),
        key("text", "Beløbet, som skrevet", "The amount as written"),
        *PROOF,
    ),
)
TABLES = (DOCUMENTS, PAGES, PASSAGES, CELLS, MEETINGS, AGENDA_ITEMS, CLAUSES, REFERENCES, AMOUNTS)
