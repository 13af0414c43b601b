"""From names as written to organisations: one for each name that is the same but for spelling, within its authority."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from pipeline.context import Context
from pipeline.model.entities import Naming, Organisation
from pipeline.model.findings import Findings
from pipeline.model.ids import entity_id
from pipeline.model.paper import Paper
from pipeline.resolve.aliases import Known, Surface, find_surfaces
from pipeline.resolve.names import Names
from pipeline.resolve.uses import Use, organisation_uses

Key = tuple[str, str]
"""Authority (empty for none) and the letters of the name."""

_LONG = 9
_BRACKETED = re.compile(r"\(([A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,2}[A-ZÆØÅ]{1,6})\)")


@dataclass(frozen=True, slots=True)
class Organisations:
    """The register and the names that lead into it."""

    register: tuple[Organisation, ...]
    names: tuple[Naming, ...]


def resolve_organisations(
    papers: Sequence[Paper], findings: Mapping[str, Findings], *, context: Context
) -> Organisations:
    """All organisations that the papers name, sorted by id."""
    names = Names(context.lexicons)
    uses = [use for p in papers for use in organisation_uses(p, findings[p.document_id], names)]
    keys = {use: (use.named.authority or "", names.key(use.named.core)) for use in uses}
    same = _same_keys(papers, uses, keys, names)
    groups: dict[Key, list[Use]] = defaultdict(list)
    for use in uses:
        groups[same.get(keys[use], keys[use])].append(use)
    register = {key: _organisation(group, names) for key, group in groups.items()}
    ids = {use: register[key].organisation_id for key, group in groups.items() for use in group}
    namings = {Naming(use.document_id, use.name, ids[use]) for use in uses}
    known = [
        Known(register[key].organisation_id, tuple(sorted({use.named.core for use in group})), register[key].authority)
        for key, group in groups.items()
    ]
    return _with_surfaces(register.values(), namings, list(find_surfaces(papers, known, names)))


def _with_surfaces(
    register: Iterable[Organisation], namings: set[Naming], surfaces: Sequence[Surface]
) -> Organisations:
    """The register with the forms of its names that stand in the papers but that no finding names."""
    taken = {(naming.document_id, naming.name) for naming in namings}
    aliases: dict[str, set[str]] = defaultdict(set)
    for surface in surfaces:
        aliases[surface.organisation_id].add(surface.name)
    more = {Naming(s.document_id, s.name, s.organisation_id) for s in surfaces if (s.document_id, s.name) not in taken}
    found = [replace(o, aliases=tuple(sorted({*o.aliases, *aliases[o.organisation_id]} - {o.name}))) for o in register]
    ordered = sorted(namings | more, key=lambda n: (n.document_id, n.name, n.entity_id))
    return Organisations(tuple(sorted(found, key=lambda o: o.organisation_id)), tuple(ordered))


def _same_keys(papers: Sequence[Paper], uses: Sequence[Use], keys: Mapping[Use, Key], names: Names) -> dict[Key, Key]:
    """Keys that mean another key: the genitive of a name, a short form, a misspelling of one."""
    known = set(keys.values())
    same = {key: bare for key in known if (bare := (key[0], key[1].removesuffix("s"))) != key and bare in known}
    same |= _misspelt(uses, keys, names)
    for short, long in _short_forms(papers, uses, names).items():
        found = {keys[use] for use in uses if use.named.core == long}
        if len(found) == 1:
            same |= {key: next(iter(found)) for key in known if key[1] == names.key(short)}
    return {old: _last(new, same) for old, new in same.items()}


def _misspelt(uses: Sequence[Use], keys: Mapping[Use, Key], names: Names) -> dict[Key, Key]:
    """Bodies of one authority whose long names are one letter apart: the one named more often is meant."""
    counts = Counter(keys[use] for use in uses if len(keys[use][1]) >= _LONG and names.is_body(use.named.core))
    found: dict[Key, Key] = {}
    for rare, count in counts.items():
        near = [k for k in counts if k[0] == rare[0] and counts[k] > count and Levenshtein.distance(k[1], rare[1]) == 1]
        if len(near) == 1 and near[0][1].isalpha() and rare[1].isalpha():
            found[rare] = near[0]
    return found


def _last(key: Key, same: Mapping[Key, Key]) -> Key:
    seen = {key}
    while key in same and same[key] not in seen:
        key = same[key]
        seen.add(key)
    return key


def _short_forms(papers: Iterable[Paper], uses: Iterable[Use], names: Names) -> dict[str, str]:
    """From a short form to the one long form it stands for: `Long Name (LN)`, `LN – Long Name`."""
    long_names = {use.named.core for use in uses}
    found: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        for passage in paper.document.body():
            for match in _BRACKETED.finditer(passage.text):
                before = passage.text[: match.start()].rstrip()
                for name in long_names:
                    if before.endswith(name) and _abbreviates(match[1], name):
                        found[match[1]].add(name)
    for name in long_names:
        head = re.match(r"([A-ZÆØÅ]{2,8}) ?[–—-] ?\S.*", name)
        if head is not None:
            found[head[1]].add(name)
    one = {short: {names.key(n): n for n in sorted(meant)} for short, meant in found.items()}
    return {short: next(iter(meant.values())) for short, meant in one.items() if len(meant) == 1}


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form stand in the name in order, the first one first."""
    letters, rest = short.casefold(), iter(name.casefold())
    return name[:1].casefold() == letters[:1] and all(letter in rest for letter in letters)


def _organisation(uses: Sequence[Use], names: Names) -> Organisation:
    first = min(uses, key=lambda u: (u.date, u.document_id, u.place))
    authority = next((u.named.authority for u in uses if u.named.authority is not None), None)
    name = _best_name(uses)
    lexicon = names.lexicons.identity
    kinds = [lexicon.kind_of(n) for n in sorted({name, *(u.named.core for u in uses)})]
    hints = sorted({u.hint for u in uses if u.hint is not None})
    kind = next((k for k in (*kinds, *hints) if k is not None), "andet")
    aliases = sorted({form for u in uses for form in (u.name, u.named.core)} - {name})
    identity = entity_id("organisation", authority, first.named.core)
    return Organisation(identity, name, tuple(aliases), authority, kind)


def _best_name(uses: Sequence[Use]) -> str:
    """The spelling written most often, capitals before small letters, the longer before the shorter."""
    counts = Counter(use.named.core for use in uses)
    return min(counts, key=lambda n: (not n[:1].isupper(), -counts[n], -len(n), n))
