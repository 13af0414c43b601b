"""Other forms of known names that stand in the papers: with the authority, and in other capitals."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.resolve.names import Names

_ARTICLES = ("", "et", "en", "met")
_WORD = re.compile(r"\w+")

Form = tuple[str, ...]
"""The words of a name in small letters."""


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation by its id, the names met so far, and its authority."""

    organisation_id: str
    cores: tuple[str, ...]
    authority: str | None


@dataclass(frozen=True, slots=True)
class Surface:
    """A form of a name as it stands in a paper."""

    document_id: str
    name: str
    organisation_id: str


def find_surfaces(papers: Sequence[Paper], known: Sequence[Known], names: Names) -> Iterator[Surface]:
    """Every form of every known name of two words or more, and of bodies with their authority, as written."""
    owners = _owners(known, names)
    starts: dict[str, list[Form]] = defaultdict(list)
    # Longest first: "Ungdommens Røde Kors" is not a form of "Røde Kors".
    for form in sorted(owners, key=lambda f: (-len(f), f)):
        starts[form[0]].append(form)
    for paper in papers:
        texts = [passage.text for passage in paper.document.passages]
        found = {(name, owners[form]) for text in texts for name, form in _matches(text, starts)}
        yield from (Surface(paper.document_id, name, owner) for name, owner in sorted(found))


def _matches(text: str, starts: Mapping[str, Sequence[Form]]) -> Iterator[tuple[str, Form]]:
    words = [(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        forms = starts.get(words[index][0], ())
        form = next((f for f in forms if tuple(w for w, _, _ in words[index : index + len(f)]) == f), None)
        if form is not None:
            yield text[words[index][1] : words[index + len(form) - 1][2]], form
        index += 1 if form is None else len(form)


def _owners(known: Sequence[Known], names: Names) -> Mapping[Form, str]:
    """From a form to the organisation; one that two organisations could be meant by is left out."""
    found: dict[Form, set[str]] = defaultdict(set)
    for one in known:
        for form in (form for core in one.cores for form in _forms(core, one.authority, names)):
            found[form].add(one.organisation_id)
    return {form: next(iter(owners)) for form, owners in found.items() if len(owners) == 1}


def _forms(core: str, authority: str | None, names: Names) -> Iterator[Form]:
    words = tuple(fold(core).split())
    if not names.is_body(core):
        if len(words) > 1:
            yield words
        return
    stem, area = names.indefinite(words[-1]), tuple(fold(authority or "").split())
    if not area or not stem.endswith(names.lexicons.front.body_endings):
        return
    for article in _ARTICLES:
        name = (*words[:-1], stem + article)
        yield (*area[:-1], f"{area[-1]}s", *name)
        yield from ((*name, between, *area) for between in ("i", "for"))
