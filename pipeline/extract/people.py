"""A person as lists write them: name, party, organisation, office, and what is said of coming and going."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.lexicons.rules import RuleBook

_SPLIT = re.compile(r"(?P<comma>, )|(?P<bracket> ?\((?P<inside>[^)]*)\))|(?P<dash> [–-] )|(?P<colon>: )")
_NAME_NEXT = r"(?=[A-ZÆØÅ][a-zæøå’'-]+(?:-[A-ZÆØÅ][a-zæøå]+)? (?:[a-z]{1,3} )?[A-ZÆØÅ])"
_BETWEEN = re.compile(
    r",? og |,? samt |, |; ?|\n|\t| • | ?\| ?| {2,}|(?<=[a-zæøå]{3}\.) (?=[A-ZÆØÅ])|(?<=\)\.) (?=[A-ZÆØÅ])"
    r"|(?<=, [A-ZÆØÅ]\.) (?=[A-ZÆØÅ])"
    rf"| [–-] {_NAME_NEXT}|(?<=, [A-ZÆØÅ]) (?=[A-ZÆØÅ][a-zæøå])"
    # "Anne Bech, DH Kim Lund, SIND": short capitals after a comma end an entry
    rf"|(?<=, [A-ZÆØÅ]{{2}}) {_NAME_NEXT}|(?<=, [A-ZÆØÅ]{{3}}) {_NAME_NEXT}|(?<=, [A-ZÆØÅ]{{4}}) {_NAME_NEXT}"
    r"|(?<=\)) (?=[A-ZÆØÅ])|(?<=formand) (?=[A-ZÆØÅ])|(?<=næstformand\)) (?=[A-ZÆØÅ])"
)
# "regionsrådsmedlem" after a name tells where the seat comes from.
_ELECTED_MEMBER = re.compile(r"(?:regionsråds|byråds|kommunalbestyrelses)medlem\b", re.IGNORECASE)
_ALTERNATIVES = re.compile(r" ?/ ?(?=[A-ZÆØÅ])| eller (?=[A-ZÆØÅ])")
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}$")
_FIRST_NAME = re.compile(r"[A-ZÆØÅÉ][a-zæøåéèüöä]+(?:-[A-ZÆØÅ][a-zæøåé]+)?(?: [A-ZÆØÅ]\.)?(?![\wæøå-])")


_AFTER_FIRST_NAME = re.compile(r"$| \(| (?:har|havde|er|var|kom|gik|deltog|mødte|udeblev|ankom|forlod)\b")
_LONE_WORD = re.compile(r"[A-ZÆØÅÉ][a-zæøåéèüöä]{2,}(?:-[A-ZÆØÅ][a-zæøå]+)?")


@dataclass(frozen=True, slots=True)
class WrittenPerson:
    """An entry of a list: `start`..`end` of the whole of it, `name_end` of the name, the rest as it says."""

    start: int
    end: int
    name: str
    name_end: int
    party: str | None = None
    organisation: str | None = None
    title: str | None = None
    office: str | None = None
    former: bool = False
    alternatives: bool = False
    # the words before the name: "og som gæst", "centerchef"
    before: str = ""


def read_entry(text: str, *, people: RuleBook, organisations: RuleBook, start: int = 0) -> WrittenPerson | None:
    """The person that an entry of one line or item begins with; None when it begins with something else."""
    begin, office = _past_salutations(text, start, people)
    found = next((m for rule in people.groups["name"] for p in rule.patterns if (m := p.match(text, begin))), None)
    if found is None or is_organisation(found[0], organisations):
        return None
    person = WrittenPerson(
        begin, len(text), found[0], found.end(), office=office, title=_title(text[start:begin], people),
        before=text[start:begin],
    )  # fmt: skip
    return _with_details(person, text, people)


def read_run(
    text: str, *, people: RuleBook, organisations: RuleBook, given_names: frozenset[str] = frozenset()
) -> Iterator[WrittenPerson]:
    """The people of a running list "A, B (V) og C"; what is no name belongs to the person before it.

    A given name alone is a person too, where `given_names` are handed in, and so are initials among nothing else.
    """
    pieces = list(_pieces(text))
    first_names = _mostly_first_names(text, pieces, given_names)
    initials = given_names and all(_INITIALS.fullmatch(text[a:b]) for a, b in pieces)
    open_person: WrittenPerson | None = None
    for start, end in pieces:
        person = read_entry(text[:end], people=people, organisations=organisations, start=start)
        if person is None:
            person = _first_name(text[:end], start, given_names, people)
        if person is None and first_names and _LONE_WORD.fullmatch(text[start:end]):
            person = None if is_organisation(text[start:end], organisations) else _lone(text, start, end)
        if person is None and initials:
            person = WrittenPerson(start, end, text[start:end], end)
        if person is not None:
            if open_person is not None:
                yield open_person
            open_person = person
        elif open_person is not None:
            open_person = _with_details(replace(open_person, end=end), text[:end], people)
    if open_person is not None:
        yield open_person


def _mostly_first_names(text: str, pieces: list[tuple[int, int]], given_names: frozenset[str]) -> bool:
    """Whether a list is one of first names: two at least, and half of all, are given names alone."""
    known = sum(1 for a, b in pieces if text[a:b].split(" (")[0].split("-")[0] in given_names)
    return known > 1 and known * 2 >= len(pieces)


def _lone(text: str, start: int, end: int) -> WrittenPerson:
    return WrittenPerson(start, end, text[start:end], end)


def _first_name(text: str, start: int, given_names: frozenset[str], people: RuleBook) -> WrittenPerson | None:
    """A single given name, perhaps with brackets or a verb after it: "Connie (mødeleder)", "Bo er syg"."""
    begin, _ = _past_salutations(text, start, people)
    found = _FIRST_NAME.match(text, begin)
    if (
        found is None
        or found[0].split(" ")[0].split("-")[0] not in given_names
        or _AFTER_FIRST_NAME.match(text, found.end()) is None
    ):
        return None
    person = WrittenPerson(begin, len(text), found[0], found.end(), before=text[start:begin])
    return _with_details(person, text, people)


def is_organisation(name: str, organisations: RuleBook) -> bool:
    """Whether capitalised words are the name of an organisation rather than of a person."""
    return any(organisations.holds(group, name) for group in ("names", "shapes", "marks", "places"))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for between in _BETWEEN.finditer(text):
        if text.count("(", 0, between.start()) > text.count(")", 0, between.start()):
            continue
        yield from _stripped(text, start, between.start())
        start = between.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    body = piece.strip(" .,:;•–-")
    if body:
        begin = start + piece.index(body)
        yield begin, begin + len(body)


def _past_salutations(text: str, start: int, people: RuleBook) -> tuple[int, str | None]:
    """Where the name begins after "Rådmand", "Formand" …, and the office those words give."""
    office = None
    for _ in range(3):
        found = people.first("salutations", text[start:])
        if found is None:
            break
        named = people.first("offices", found.match[0])
        office = office or (None if named is None else named.rule.value)
        start += found.end
    return start, office


def _title(words: str, people: RuleBook) -> str | None:
    found = people.first("titles", words)
    return None if found is None else words.strip(" :,") or None


def _with_details(person: WrittenPerson, text: str, people: RuleBook) -> WrittenPerson:
    rest = text[person.name_end : person.end]
    party = people.first("party", rest)
    if party is not None:
        person = replace(person, party=party.match["party"])
        rest = rest[: party.start] + rest[party.end :]
    if _ALTERNATIVES.match(rest):
        return replace(person, alternatives=True)
    return _with_pieces(person, rest, people)


def _with_pieces(person: WrittenPerson, rest: str, people: RuleBook) -> WrittenPerson:
    organisation: str | None = None
    for separator, piece in _details(rest):
        office = people.first("offices", piece)
        own = people.first("party", f" ({piece})") if separator and person.party is None else None
        if own is not None:
            person = replace(person, party=own.match["party"])
            continue
        if _ELECTED_MEMBER.match(piece):
            organisation = organisation or piece
            continue
        if people.holds("entered", piece) or people.holds("left", piece) or people.holds("no_organisation", piece):
            continue
        if office is not None and len(piece) < 60:
            former = people.holds("former", piece)
            person = replace(person, office=person.office or office.rule.value, former=person.former or former)
        elif people.holds("titles", piece) and not piece[:1].isupper():
            person = replace(person, title=person.title or piece)
        elif organisation is None and piece[:1].isupper() and piece.count("(") == piece.count(")"):
            organisation = piece
        elif organisation is not None and separator == "–" and not people.holds("titles", piece):
            organisation = f"{organisation} – {piece}" if f"– {piece}" in rest else f"{organisation} - {piece}"
    return replace(person, organisation=person.organisation or organisation)


def _details(rest: str) -> Iterator[tuple[str, str]]:
    """The pieces after a name, each with the sign before it: `,`, `(`, `–` or `:`."""
    start, sign = 0, ""
    for found in _SPLIT.finditer(rest):
        yield from _piece(sign, rest[start : found.start()])
        if found["bracket"]:
            yield from _piece("(", found["inside"])
        start, sign = found.end(), "," if found["comma"] else "–" if found["dash"] else ":"
    yield from _piece(sign, rest[start:])


def _piece(sign: str, text: str) -> Iterator[tuple[str, str]]:
    body = text.strip(" .,;:–-")
    if body:
        yield sign, body.removeprefix("fra ").removeprefix("for ")
