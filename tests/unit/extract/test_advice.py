"""What a sentence advises: the verbs of councils in their forms and orders, who advises whom, and what is no advice."""

import pytest

from pipeline.extract.advice import find_advice
from pipeline.model.structure import FrontMatter, PaperKind
from tests.unit.extract.papers import FACTS


def told(text: str, *, body: str = "Ældrerådet", kind: str = "referat", own_voice: bool = False):
    front = FrontMatter(PaperKind(kind), None, body, "Testby Kommune", "Region Hovedstaden", "2024-05-14", ())
    return find_advice(text, front, FACTS, own_voice=own_voice)


def strengths(text: str, **options: object) -> list[int]:
    return [one.strength for one in told(text, **options)]  # type: ignore[arg-type] # rows are given as plain words


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        # the verb behind another one
        ("Rådet har gennemgået udkastet og anbefaler, at døren males.", 1),
        ("Rådet tog orienteringen til efterretning og opfordrer til, at døren males.", 2),
        ("Rådet skriver i sit svar, at det er enigt, og anbefaler, at døren males.", 1),
        # the council behind the verb
        ("I maj opfordrede rådet til, at døren males.", 2),
        ("Endelig gør rådet opmærksom på, at døren er hvid.", 3),
        ("Når der nu er penge, ser Ældrerådet gerne, at døren males.", 2),
        ("Desuden lægger rådet stor vægt på, at døren er let.", 2),
        ("Her tager Ældrerådet skarp afstand fra planen.", 3),
        # two verbs, and two verbs turned round
        ("Ældrerådet skal på den baggrund udtrykke bekymring for døren.", 3),
        ("På den baggrund skal rådet henstille, at døren males.", 1),
        ("Derfor blev rådet enigt om at anbefale, at døren males.", 1),
        ("Samtidig kan rådet ikke anbefale, at døren males.", 1),
        ("Rådet vil gerne pege på døren.", 3),
        ("Rådet har i flere år efterlyst en dør.", 2),
        # something between the verb and its particle
        ("Rådet pegede i sit høringssvar på, at døren er hvid.", 3),
        ("Rådet tager fortsat afstand fra planen.", 3),
        # nouns instead of verbs
        ("Det er rådets klare anbefaling, at døren males.", 1),
        ("Rådet retter en kraftig opfordring til byrådet om at male døren.", 2),
        ("For Ældrerådet er det afgørende, at døren males.", 2),
        ("Det undrer rådet, at døren er hvid.", 3),
        ("Efter Ældrerådets mening bør døren males.", 2),
        ("Rådet mener, at forvaltningen bør male døren.", 2),
        ("Rådet finder planen uacceptabel.", 3),
        ("Rådet hilser planen om en dør velkommen.", 3),
        # what is only weighed
        ("Rådet drøftede muligheden for en ny dør.", 4),
        ("Rådet talte om mulighederne for at male døren.", 4),
        ("I stedet kunne det efter rådets mening være en idé med en ny dør.", 4),
        # who else is the council
        ("Et enigt Ældreråd henstiller, at døren males.", 1),
        ("Et flertal i rådet foreslår, at døren males.", 2),
        ("Rådet, der mødtes i maj, anbefaler, at døren males.", 1),
        ("Rådets medlemmer efterlyser en dør.", 2),
    ],
)
def test_a_verb_of_advice_in_its_forms(text: str, strength: int):
    assert strengths(text) == [strength]


@pytest.mark.parametrize(
    "text",
    [
        "Forvaltningen anbefaler Ældrerådet at tage sagen til efterretning.",
        "Formanden foreslår, at vi mødes i maj.",
        "Lis foreslog en fælles ansøgning.",
        "Borgmesteren foreslår, at rådet holder møde.",
        "Hvis rådet anbefaler det, sker det.",
        "Socialudvalget spurgte, om rådet anbefaler planen.",
        "Det er vigtigt, at Ældrerådet anbefaler noget.",
        "Det er det, som rådet anbefaler.",
        "Hvad skal rådet anbefale?",
        "Det af rådet anbefalede niveau fastholdes.",
        "Rådet indstiller Bente Holm som ny formand.",
        "Rådet peger på Bente Holm som ny formand.",
        "Rådet anbefaler indstillingen.",
        "Rådet ønsker ikke at udtale sig.",
        "Rådet ønsker formanden tillykke.",
        "Rådet mener, at planen er god.",
        "Rådet noterer sig, at planen er klar.",
        "Rådet beder forvaltningen om et notat.",
        "Rådet ser på sagen igen.",
        "Det kunne være en god idé.",
        "Udvalget anbefaler, at taksten fryses.",
        "Sundhedsudvalget anbefaler over for Byrådet, at taksten fryses.",
        "De 30 minutter, som Sundhedsstyrelsen anbefaler, er for lidt.",
        "Rådets sekretær undersøger muligheden for et lokale.",
    ],
)
def test_what_is_no_advice(text: str):
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Rådet anbefaler Social- og Sundhedsudvalget, at døren males.", "Social- og Sundhedsudvalget"),
        ("Rådet anbefaler kraftigt Byrådet at male døren.", "Byrådet"),
        ("Rådet anbefalede i maj ledelsen, at døren males.", "ledelsen"),
        ("Rådet anbefaler over for Byrådet, at døren males.", "Byrådet"),
        ("Vi henstiller derudover til udvalget, at døren males.", "udvalget"),
        ("Rådet henstiller til kommunen om at male døren.", "kommunen"),
        ("Rådet opfordrer regionen og kommunerne til, at døren males.", "regionen og kommunerne"),
        ("Rådet opfordrer de lokale politikere til at male døren.", "de lokale politikere"),
        ("Rådet foreslår Byrådet, Regionsrådet og hospitalerne at gå sammen.", "Byrådet, Regionsrådet og hospitalerne"),
        ("Rådet foreslår lederen en pris på 8 kr.", "lederen"),
        ("Rådets anbefaling til Socialudvalget er, at døren males.", "Socialudvalget"),
        ("Rådet retter en opfordring til Byrådet om at male døren.", "Byrådet"),
        ("I februar anbefalede Ældrerådet Byrådet at male døren.", "Byrådet"),
        ("Rådet kræver, at centerlederen trækker forslaget tilbage.", "centerlederen"),
        ("Rådet ser gerne, at udvalget begynder med døren.", "udvalget"),
        ("Rådet kræver af boligselskabet, at døren males.", "boligselskabet"),
        ("Rådet opfordrer i et brev jobcentret til at male døren.", "jobcentret"),
        ("Rådet ønsker, at kommunen maler døren.", None),
        ("Rådet anbefaler desuden, at døren males.", None),
        ("Rådet anbefaler, at døren males.", None),
        ("Rådet foreslår en ny dør.", None),
        ("Rådet opfordrer til større åbenhed.", None),
        ("Rådet er bekymret for, at kommunen sparer.", None),
        ("Rådet peger på, at kommunen sparer.", None),
        ("Rådet foreslår, at aftalen med kommunen er skriftlig.", None),
    ],
)
def test_to_whom(text: str, to: str | None):
    (one,) = told(text)
    assert one.addressed_to == to


@pytest.mark.parametrize(
    ("body", "text", "source", "said_by"),
    [
        ("Grønt Råd", "Grønt Råd foreslår, at der plantes træer.", "egen", "Grønt Råd"),
        ("Grønt Råd", "Rådet foreslår, at der plantes træer.", "egen", "Grønt Råd"),
        ("Psykiatriens Brugerråd", "Brugerrådet foreslår, at døren males.", "egen", "Psykiatriens Brugerråd"),
        ("Patientinddragelsesudvalget", "Udvalget foreslår en dør.", "egen", "Patientinddragelsesudvalget"),
        (
            "Bruger- og pårørenderådet, Lunden",
            "BPR ønsker, at døren males.",
            "egen",
            "Bruger- og pårørenderådet, Lunden",
        ),
        ("Ældrerådet", "Danske Ældreråd har anbefalet kommunerne en dør.", "citeret", "Danske Ældreråd"),
        ("Ungepanelet", "Panelet foreslår, at døren males.", "egen", "Ungepanelet"),
        ("Ungebyrådet", "Ungebyrådet foreslår, at døren males.", "egen", "Ungebyrådet"),
        ("Landsbyrådet", "Rådet foreslår, at døren males.", "egen", "Landsbyrådet"),
        ("Rådet for Socialt Udsatte", "Udsatterådet foreslår, at døren males.", "egen", "Rådet for Socialt Udsatte"),
        ("Centerrådet for Søgården", "Centerrådet foreslår, at døren males.", "egen", "Centerrådet for Søgården"),
        ("Beboerrådet på Egely", "Beboerrådet på Egely anbefaler en dør.", "egen", "Beboerrådet på Egely"),
        ("Ældrerådet", "Ældrerådet og Handicaprådet anbefaler en dør.", "egen", "Ældrerådet"),
        ("Ældrerådet", "Handicaprådet anbefaler en dør.", "citeret", "Handicaprådet"),
        ("Ældrerådet", "Rådet for Sikker Trafik anbefaler en dør.", "citeret", "Rådet for Sikker Trafik"),
        ("Udsatterådet", "Rådet for Socialt Udsatte anbefaler en dør.", "citeret", "Rådet for Socialt Udsatte"),
        ("Ældrerådet", "Sundhedsstyrelsen finder det nødvendigt, at døren males.", "citeret", "Sundhedsstyrelsen"),
        ("Ældrerådet", "DH foreslår i sit program, at døren males.", "citeret", "DH"),
        ("Ældrerådet", "Ældre Sagen anbefaler, at døren males.", "citeret", "Ældre Sagen"),
    ],
)
def test_whose_advice_it_is(body: str, text: str, source: str, said_by: str):
    (one,) = told(text, body=body, kind="anbefalinger")
    assert (one.source, one.said_by) == (source, said_by)


def test_an_association_that_speaks_at_a_meeting_is_not_quoted():
    assert told("DH foreslår, at døren males.") == ()


def test_a_sentence_may_advise_twice():
    text = "Ældrerådet anbefaler byggeudvalget, at der er to rum, og rådet foreslår, at bunden kan hæves."
    assert [(a.strength, a.addressed_to, text[a.start : a.end]) for a in told(text)] == [
        (1, "byggeudvalget", "Ældrerådet anbefaler byggeudvalget, at der er to rum"),
        (2, None, "og rådet foreslår, at bunden kan hæves."),
    ]


def test_a_second_verb_in_a_clause_of_another_is_not_the_councils():
    assert strengths("Rådet anbefaler, at forvaltningen undersøger sagen og foreslår en løsning.") == [1]
    assert strengths("Rådet er bekymret for ventetiden og ønsker, at grænsen sættes ned.") == [3, 2]


def test_the_councils_words_in_a_report_of_its_answer():
    text = (
        "Man enedes om et svar, hvoraf det fremgår, at rådet anbefaler en dør, og at rådet finder det vigtigt at male."
    )
    assert [(a.strength, text[a.start : a.end]) for a in told(text)] == [
        (1, "at rådet anbefaler en dør"),
        (2, "og at rådet finder det vigtigt at male."),
    ]


def test_to_ask_for_something_is_advice_in_a_letter():
    assert strengths("Vi beder udvalget om at male døren.", kind="andet", own_voice=True) == [2]
    assert strengths("Vi beder udvalget om at male døren.") == []
