"""What a text points to, and sums of money."""

import pytest

from pipeline.extract.amounts import find_amounts
from pipeline.extract.references import find_references
from tests.unit.extract.papers import FACTS, reading


def references(*lines: str):
    return [(r.kind, r.text) for r in find_references(reading(*lines), FACTS)]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Det følger af lov om social service § 101.", ("lov", "lov om social service § 101")),
        ("Efter servicelovens § 85, stk. 2, gælder det.", ("lov", "servicelovens § 85, stk. 2")),
        ("Se bilag 2.", ("bilag", "bilag 2")),
        ("Punktet hører til punkt 4.", ("punkt", "punkt 4")),
        ("Sagen har Sagsnr. 16/3459 i systemet.", ("sag", "Sagsnr. 16/3459")),
        ("Den er journaliseret under 1-21-78-2-18 i regionen.", ("sag", "1-21-78-2-18")),
        ("Det blev sagt på mødet den 5. maj 2021.", ("møde", "på mødet den 5. maj 2021")),
        ("Referat fra møde den 5. maj 2021 er sendt ud.", ("papir", "Referat fra møde den 5. maj 2021")),
        ("Temaet blev berørt under punkt 4 på mødet den 12. juni.", ("møde", "på mødet den 12. juni")),
        ("Temaet blev berørt under punkt 4 på mødet den 12. juni.", ("punkt", "punkt 4")),
        ("Se notat om madservice fra 2015.", ("papir", "notat om madservice fra 2015")),
        ("Se brev om takster af 3. maj 2024.", ("papir", "brev om takster af 3. maj 2024")),
        ("Svaret på sag 18/7745 er vedlagt.", ("sag", "sag 18/7745")),
        ("Jf. § 82 a i sundhedsloven.", ("lov", "Jf. § 82 a i sundhedsloven")),
        ("Efter § 10 i lov om social service.", ("lov", "Efter § 10 i lov om social service")),
        ("Kommissorium for Ældrerådet er vedtaget.", ("papir", "Kommissorium for Ældrerådet")),
        ("Kommissoriet for Ældrerådet kan ses her: Ældrerådet (testby.dk)",
         ("papir", "Kommissoriet for Ældrerådet kan ses her: Ældrerådet (testby.dk)")),
        ("Blanketter, vejledning mv. kan hentes her.", ("papir", "Blanketter, vejledning mv. kan hentes her")),
        ("Læs hele evalueringen her.", ("papir", "Læs hele evalueringen her")),
        ("Handicappolitikken kan læses på kommunens hjemmeside.", ("papir", "Handicappolitikken")),
        ("Udviklingsplanen for Testby er vedlagt.", ("bilag", "Udviklingsplanen for Testby")),
        ("Rapporten om tandpleje vedlægges.", ("bilag", "Rapporten om tandpleje")),
        ("Ifølge vedtægterne holdes der fire møder.", ("papir", "vedtægterne")),
        ("Det sker jf. Ankestyrelsens redegørelse.", ("papir", "Ankestyrelsens redegørelse")),
        ("Reglerne er nærmere beskrevet i forretningsordenen.", ("papir", "forretningsordenen")),
        ("Det fremgår af budgetaftalen for Testby Kommune for 2024, at der spares.",
         ("papir", "budgetaftalen for Testby Kommune for 2024")),
        ("Af handicapplanen fremgår, at der bygges ramper.", ("papir", "handicapplanen")),
        ("Emnet behandles i et særskilt notat.", ("papir", "særskilt notat")),
        ("Rådet har sendt en selvstændig henvendelse til byrådet.", ("papir", "selvstændig henvendelse til byrådet")),
        ("Det blev besluttet med deres budgetaftale for 2021.", ("papir", "budgetaftale for 2021")),
        ("Midlerne fra Finanslov 2020 er brugt.", ("lov", "Finanslov 2020")),
        ("Pengene kommer fra finansloven for 2024.", ("lov", "finansloven for 2024")),
        ("Den bygger på den gældende ældreplan.", ("papir", "gældende ældreplan")),
        ("Det er et led i kommunens handicappolitik.", ("papir", "kommunens handicappolitik")),
        ("Forretningsorden: forretningsorden-2024.pdf (testby.dk)", ("papir", "forretningsorden-2024.pdf")),
        ('Der ydes diæter, jf. "Regler om diæter i Testby".', ("papir", '"Regler om diæter i Testby"')),
        ("Der følges op på de stående udvalgs møder i maj 2021.", ("møde", "de stående udvalgs møder i maj 2021")),
        ("Byrådets budgetseminar 17. maj ligger fast.", ("møde", "Byrådets budgetseminar 17. maj")),
        ("Det tages op på næste møde i Ældrerådet.", ("møde", "på næste møde i Ældrerådet")),
        ("Det næste møde er mandag den 3. marts 2025.", ("møde", "Det næste møde er mandag den 3. marts 2025")),
        ("Der forventes fremlagt en sag om takster for byrådet.", ("sag", "en sag om takster for byrådet")),
    ],
)  # fmt: skip
def test_reference(line: str, row: tuple[str, str]):
    assert row in references(line)


def test_the_list_of_attachments():
    assert references("## Bilag", "Udkast til strategi", "2012-200782 - Bygningsliste", "1", "Ingen") == [
        ("bilag", "Udkast til strategi"),
        ("bilag", "2012-200782 - Bygningsliste"),
    ]


def test_the_item_s_own_number_points_nowhere():
    assert references("# Punkt 3: Tandpleje", "1-01-81-11-23", "Sagen er omtalt i § 17, stk. 4-udvalget.") == []


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Der er afsat 5,5 mio. kr. årligt i perioden 2021-2025.", (5.5, "mio. kr.", "2021/2025", None)),
        ("Der søges 1.316.000 kr. til nye tage.", (1316000.0, "kr.", None, "nye tage")),
        ("Det koster 250.000 kroner.", (250000.0, "kr.", None, None)),
        ("Der bruges 2 millioner kroner.", (2.0, "mio. kr.", None, None)),
        ("Puljen er på kr. 120.000 i alt.", (120000.0, "kr.", None, None)),
        ("Der er brugt kr. 450,-.", (450.0, "kr.", None, None)),
        ("Der mangler to mio. kr.", (2.0, "mio. kr.", None, None)),
        ("Der er søgt om en halv million kroner.", (0.5, "mio. kr.", None, None)),
        ("Prisen er 2 kr. 50.", (2.0, "kr.", None, None)),
        ("Rammen er 6 mio. kr. i 2022.", (6.0, "mio. kr.", "2022", None)),
    ],
)
def test_amount(line: str, row: tuple[float, str, str | None, str | None]):
    assert [(a.value, a.unit, a.year, a.purpose) for a in find_amounts(reading(line), FACTS)] == [row]


@pytest.mark.parametrize(
    "line",
    [
        "Ifølge planen åbner huset til maj.",
        "Ifølge tidsplanen er vi sent på den.",
        "Efter aftale med lederen flyttes mødet.",
        "I dette notat fremgår svarene på spørgsmålene.",
        "Rådet har vedtaget en god strategi.",
        "Udviklingen kan ses her i kommunen.",
        "Notatet er ikke vedlagt.",
        "Den nuværende tidsplan er stram.",
        "Rådet har holdt to møder i 2020.",
        "Vi er enige om det næste.",
        "Næste møde",
        "- 7. Næste møde",
        "Referatet skrives af sekretæren.",
        "Byrådet besluttede at nedsætte et råd i maj.",
    ],
)
def test_bare_mentions_point_nowhere(line: str):
    assert references(line) == []


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        (["Der afsættes 6 mio. kr. i 2022 fordelt med hhv. 2 mio. kr. til Nord, 3,5 mio. kr. til Syd, herunder "
          "Øst, og 0,5 mio. kr. til Vest."], ["2022"] * 4),
        (["Puljen er på 300.000 kr. i 2025, heraf 100.000 kr. til transport."], ["2025"] * 2),
        (["Fra 2023 og frem foreslås årlige driftsmidler på 12 mio. kr. med hhv. 4 mio. kr. til Nord og 8 mio. kr. "
          "til Syd."], ["2023/.."] * 3),
        (["I perioden 2024-2026 bruges 40.000 kr. på kurser."], ["2024/2026"]),
        (["Der er tidligere med Budget 2020 afsat 4,6 mio. kr. til kurser."], ["2020"]),
        (["Ved budget 2024 blev der afsat 2 mio. kr. til varmestuen."], [None]),
        (["I 2024 er der brugt:", "- 20.000 kr. til mad", "- 5.000 kr. til transport"], ["2024"] * 2),
        (["## Budget 2023", "Der er afsat 50.000 kr. til møder."], ["2023"]),
        (["Beløbet udgør i 2024 85.000 kr. og dækker tolk."], ["2024"]),
        (["Regnskabet for 2023 viser et overskud på 12.000 kr."], ["2023"]),
        (["Der afsættes 6 mio. kr. i 2024 og 2025."], ["2024/2025"]),
        (["Det indstilles, at der i 2024 og 2025 afsættes 6 mio. kr."], ["2024/2025"]),
        (["Udvalget ønsker, at der i 2024 og 2025 afsættes 6 mio. kr."], ["2024/2025"]),
        # traps
        (["Prisen steg fra 48 kr. i 2019 til 59 kr."], ["2019", None]),
        (["Byrådet vedtog i 2020 en pulje på 5 mio. kr."], [None]),
        (["I 2020 besluttede byrådet at afsætte 5 mio. kr. til veje."], [None]),
        (["Der er 5,5 mio. kr. årligt i perioden 2021-2025 og 3,5 mio. kr. årligt herefter."], ["2021/2025", None]),
        (["Der er brugt 2 mio. kr. i 2022. Der mangler 1 mio. kr. til taget."], ["2022", None]),
        (["## Mødet i 2023", "Der er afsat 50.000 kr. til møder."], [None]),
        (["## Budget 2023", "Rådet fik 50.000 kr. i 2019 og har siden 2020 haft 20.000 kr. til mad."], ["2019", None]),
    ],
)  # fmt: skip
def test_the_years_of_sums(lines: list[str], years: list[str | None]):
    assert [a.year for a in find_amounts(reading(*lines), FACTS)] == years


def test_an_item_s_number_is_no_case():
    assert references("Sag nr. 24 er udsat, og de 140 på liste 97 har fået brev.") == []


def test_what_is_no_money():
    assert find_amounts(reading("Der bor 2.000 borgere, og 5 pct. er over 80."), FACTS) == ()


def test_cells_take_unit_and_year_from_the_head():
    made = reading("| Drift - Mio. kr. | 2022 | 2023", "| Sundhed | 6,0 | 12,0", "| Antal | - | 3 stk.")
    assert [(a.value, a.unit, a.year, a.purpose, a.text) for a in find_amounts(made, FACTS)] == [
        (6.0, "mio. kr.", "2022", "Sundhed", "6,0"),
        (12.0, "mio. kr.", "2023", "Sundhed", "12,0"),
    ]
