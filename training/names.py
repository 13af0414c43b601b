"""Made-up names of people, places and organisations, drawn from lists and built by grammar."""

from collections.abc import Callable
from random import Random

from training.gazetteers import Gazetteers, words_of

_INITIALS = "ABCDEFGHIJKLMNOPRSTV"


def person(rng: Random, lists: Gazetteers) -> str:
    """A whole name: two to four parts, at times with an initial."""
    shape = rng.choices(["fl", "fll", "ffl", "fil", "ffll", "il"], [45, 20, 15, 8, 5, 7])[0]
    return " ".join(_person_part(part, rng, lists) for part in shape)


def single_person(rng: Random, lists: Gazetteers) -> str:
    """A last or a first name alone, as running text has it after the first mention."""
    return _person_part("l" if rng.random() < 0.6 else "f", rng, lists)


def _person_part(part: str, rng: Random, lists: Gazetteers) -> str:
    if part == "i":
        return rng.choice(_INITIALS) + "."
    if part == "l":
        # One in five flat over the list: people of every origin sit on councils.
        return lists.last.draw(rng) if rng.random() < 0.8 else rng.choice(lists.last.words)
    name = lists.first.draw(rng)
    return f"{name}-{lists.first.draw(rng)}" if rng.random() < 0.08 else name


def place(rng: Random, lists: Gazetteers) -> str:
    """A town, a city abroad or a country."""
    return rng.choice(
        rng.choices([lists.municipalities, lists.towns, lists.cities, lists.countries], [30, 15, 25, 30])[0]
    )


def town(rng: Random, lists: Gazetteers) -> str:
    return rng.choice(lists.municipalities if rng.random() < 0.7 else lists.towns)


def letters_organisation(rng: Random, _lists: Gazetteers) -> str:
    """An abbreviation: a known one or two to five capitals."""
    if rng.random() < 0.6:
        return rng.choice(words_of("organisations")["letters"])
    drawn = [rng.choice("ABCDEFGHIKLMNOPRSTUVÆØ") for _ in range(rng.choice([2, 3, 3, 3, 4, 4, 5]))]
    return ("." if rng.random() < 0.08 else "").join(drawn)


def single_organisation(rng: Random, lists: Gazetteers) -> str:
    """One word: a known name, a coined company, a ministry, an association, a town that stands for its club."""
    words = words_of("organisations")
    kind = rng.choices(["known", "company", "ministry", "association", "town"], [40, 25, 12, 15, 8])[0]
    if kind == "known":
        return rng.choice(words["single"])
    if kind == "company":
        return rng.choice(words["company_start"]) + rng.choice(words["company_end"])
    if kind == "ministry":
        return rng.choice(words["ministry_stem"]) + rng.choice(words["ministry_form"])
    if kind == "association":
        return rng.choice(words["association_stem"]) + rng.choice(words["association_form"])
    return town(rng, lists)


def several_words_organisation(rng: Random, lists: Gazetteers) -> str:
    """Several words: known names, companies, clubs, a town's institutions, associations."""
    makers: list[tuple[Callable[[Random, Gazetteers], str], int]] = [
        (_known, 35),
        (_company, 20),
        (_club, 12),
        (_institution, 18),
        (association, 15),
    ]
    return rng.choices([maker for maker, _ in makers], [weight for _, weight in makers])[0](rng, lists)


def council_organisation(rng: Random, lists: Gazetteers) -> str:
    """What sends members to a council: associations, shelters, hospitals, unions, authorities."""
    makers: list[tuple[Callable[[Random, Gazetteers], str], int]] = [
        (association, 35),
        (single_organisation, 15),
        (_known, 15),
        (_shelter, 12),
        (_hospital, 12),
        (letters_organisation, 7),
        (_institution, 4),
    ]
    return rng.choices([maker for maker, _ in makers], [weight for _, weight in makers])[0](rng, lists)


def association(rng: Random, lists: Gazetteers) -> str:
    """An association's name by the patterns that Danish ones follow."""
    words = words_of("organisations")
    members, cause = rng.choice(words["plural_members"]), rng.choice(words["cause"])
    called, stem = rng.choice(words["association_words"]), rng.choice(words["association_stem"])
    small = members.lower()
    pattern = rng.choice(
        [
            f"Foreningen {called}",
            f"Foreningen af {small}",
            f"Foreningen for {cause}",
            f"Landsforeningen {called}",
            f"Landsforeningen for {cause}",
            f"Landsforeningen af {small}",
            f"Landsforeningen for {cause.lower()}",
            f"Danske {members}",
            f"Dansk {stem}forening",
            f"Dansk {stem}forbund",
            f"Danmarks {stem}forening",
            f"Center for {cause}",
            f"Netværket {called}",
            f"Fonden {called}",
            f"{called}",
            f"Selvhjælp {town(rng, lists)}",
            f"{stem}foreningen {town(rng, lists)}",
            f"{stem}foreningen i {town(rng, lists)}",
            f"{rng.choice(words['letters'])} {town(rng, lists)}",
            f"Frivilligcenter {town(rng, lists)}",
            f"{called} {town(rng, lists)}",
            f"Bedre {cause.split()[-1]}",
            f"De {members}",
            f"{rng.choice(words['known_members'])} {town(rng, lists)}",
        ]
    )
    return pattern


def _known(rng: Random, _lists: Gazetteers) -> str:
    return rng.choice(words_of("organisations")["multi"])


def _company(rng: Random, lists: Gazetteers) -> str:
    words = words_of("organisations")
    coined = rng.choice(words["company_start"]) + rng.choice(words["company_end"])
    surname, form = _person_part("l", rng, lists), rng.choice(words["company_form"])
    pair = f"{surname} & {_person_part('l', rng, lists)}"
    return rng.choice([f"{coined} {form}", f"{coined} {form}", f"{surname} {form}", pair, f"{town(rng, lists)} {form}"])


def _club(rng: Random, lists: Gazetteers) -> str:
    where = town(rng, lists) if rng.random() < 0.6 else rng.choice(lists.cities)
    form = rng.choice(words_of("organisations")["club_form"])
    return rng.choice([f"{where} {form}", f"{where} {form}", f"{form} {where}", f"B {rng.randint(1890, 1925)}"])


def _institution(rng: Random, lists: Gazetteers) -> str:
    words = words_of("organisations")
    where = town(rng, lists) if rng.random() < 0.8 else rng.choice(lists.cities)
    what = rng.choice(words["place_institution"])
    plain = f"{where} {what}"
    return rng.choice([plain, plain, plain, f"{what} {where}" if what == "Radio" else plain, f"Den {what} i {where}"])


def _shelter(rng: Random, lists: Gazetteers) -> str:
    words = words_of("organisations")
    kind, called = rng.choice(words["places_to_be"]), rng.choice(words["association_words"])
    return rng.choice(
        [f"{kind} {called}", f"{kind} {called}", f"{kind} {town(rng, lists)}", f"{kind} i {town(rng, lists)}"]
    )


def _hospital(rng: Random, lists: Gazetteers) -> str:
    words = words_of("organisations")
    where, unit, form = town(rng, lists), rng.choice(words["hospital_unit"]), rng.choice(words["hospital_form"])
    house = f"{form} {where}" if form.endswith(("et", "en")) else f"{where} {form}"
    return rng.choice([house, house, f"{unit}, {house}", f"{unit} {where}", unit])
