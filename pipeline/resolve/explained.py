"""Short forms and other names that the papers themselves explain: `Long Name (LN)`, `LN – Long Name`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.model.findings import Findings
from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.resolve.names import Names

_BRACKETED = re.compile(r"\(([A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,2}[A-ZÆØÅ]{1,6})\)")
_WHOLE = re.compile(r"(.{4,}?) ?\(([^()]{2,60})\)")
_DASHED = re.compile(r"([A-ZÆØÅ]{2,8})(?: ?[–—] ?| - )(\S.*)")
_DASHED_LAST = re.compile(r"(.{4,}?)(?: ?[–—] ?| - )([A-ZÆØÅ]{2,8})")
_SHORT = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,2}[A-ZÆØÅ]{1,6}")
_WORDS = 9  # of a long form, at most

Explained = dict[tuple[str, str], str]
"""From authority (empty: all of them) and short form to the long one."""


def explained_names(papers: Sequence[Paper], findings: Mapping[str, Findings], names: Names) -> Explained:
    """What short forms mean in the papers of an authority; one that is explained in two ways is left as it stands."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    mentioned = {p.document_id: sorted(_mentioned(findings[p.document_id])) for p in papers}
    known = {name for some in mentioned.values() for name in some} | {_body(p) for p in papers}
    for paper in papers:
        authority = paper.structure.front.authority or ""
        for short, long in (*_in_text(paper, known), *_in_names(mentioned[paper.document_id], names, known)):
            # A council's short form is its authority's own; an association's is everybody's.
            place = authority if names.is_body(long) else ""
            found[(place, short)].setdefault(names.key(long), long)
    return {key: next(iter(long.values())) for key, long in sorted(found.items()) if len(long) == 1}


def _mentioned(findings: Findings) -> set[str]:
    named = {m.text for m in findings.entity_mentions if m.entity_kind == "organisation"}
    return named | {m.organisation for m in findings.memberships if m.organisation is not None}


def _body(paper: Paper) -> str:
    return paper.structure.front.body or ""


def _in_text(paper: Paper, known: set[str]) -> Iterator[tuple[str, str]]:
    for passage in paper.document.body():
        for match in _BRACKETED.finditer(passage.text):
            words = passage.text[: match.start()].split()[-_WORDS:]
            long = next((n for n in (" ".join(words[i:]) for i in range(len(words))) if n in known), None)
            if long is not None and abbreviates(match[1], long):
                yield match[1], long


def _in_names(mentioned: Sequence[str], names: Names, known: set[str]) -> Iterator[tuple[str, str]]:
    """`Name (NA)` or `Name (Other Name)` named as a whole; `NA – Name`."""
    lexicon = names.lexicons.identity
    for name in mentioned:
        dashed, last, whole = _DASHED.fullmatch(name), _DASHED_LAST.fullmatch(name), _WHOLE.fullmatch(name)
        if dashed is not None:
            yield dashed[1], name
            if len(dashed[2].split()) > 1:
                yield dashed[2], name
        elif last is not None and abbreviates(last[2], last[1]):
            yield from ((last[2], last[1]), (name, last[1]))
        elif whole is not None and _SHORT.fullmatch(whole[2]):
            if abbreviates(whole[2], whole[1]):
                yield whole[2], whole[1]
        elif whole is not None and whole[2] in known and fold(whole[2]) not in lexicon.whole_country:
            yield whole[2], whole[1]


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form stand in the name in order, the first one first."""
    letters, rest = short.casefold(), iter(name.casefold())
    return name[:1].casefold() == letters[:1] and all(letter in rest for letter in letters)
