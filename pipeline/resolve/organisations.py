"""From names as written to organisations: one for each name that is the same but for spelling, within its authority."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.context import Context
from pipeline.model.entities import Identity, Naming, Organisation
from pipeline.model.findings import Findings
from pipeline.model.ids import entity_id, fold
from pipeline.model.paper import Paper
from pipeline.resolve.aliases import Known, Surface, find_surfaces
from pipeline.resolve.branches import local_branches
from pipeline.resolve.explained import explained_names
from pipeline.resolve.names import Names
from pipeline.resolve.same_keys import Key, Keys, Same
from pipeline.resolve.uses import Reading, Use

_PLACE = re.compile(r"(?:^|(?<= ))[A-ZÆØÅ][\w-]+ Kommune(?=s?$)")


@dataclass(frozen=True)
class Organisations:
    """The register, the names that lead into it, and why so. `spellings` are one for each name of each paper."""

    register: tuple[Organisation, ...]
    names: tuple[Naming, ...]
    identities: tuple[Identity, ...] = ()
    spellings: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def meant(self, paper: Paper, name: str) -> str | None:
        """One spelling of an organisation's name as a paper writes it; None for words that name none."""
        return self.spellings.get((paper.document_id, name))


@dataclass(frozen=True)
class _Grouped:
    """The uses of each organisation, and by which rule a key came to mean another."""

    groups: Mapping[Key, Sequence[Use]]
    keys: Mapping[Use, Key]
    same: Mapping[Key, Same]
    names: Names
    unsure: Sequence[tuple[Key, Key, str]]


def resolve_organisations(
    papers: Sequence[Paper], findings: Mapping[str, Findings], *, context: Context
) -> Organisations:
    """All organisations that the papers name, sorted by id."""
    named = (m.text for p in papers for m in findings[p.document_id].entity_mentions)
    own = frozenset(p.structure.front.authority for p in papers if p.structure.front.authority is not None)
    own |= {place for name in named for place in _PLACE.findall(name)}
    names = Names(context.lexicons, own)
    reading = Reading(names, explained_names(papers, findings, names))
    grouped = _grouped([use for p in papers for use in reading.uses(p, findings[p.document_id])], papers, names)
    loud = {key: group for key, group in grouped.groups.items() if any(not use.quiet for use in group)}
    register = {key: _organisation(group, names) for key, group in loud.items()}
    ids = {use: register[key].organisation_id for key, group in loud.items() for use in group if not use.quiet}
    namings = {Naming(use.document_id, use.name, key) for use, key in ids.items()}
    known = [
        Known(
            register[key].organisation_id,
            tuple(sorted({core for use in group if not use.quiet for core in _cores(use, names)})),
            register[key].authority,
        )
        for key, group in loud.items()
    ]
    found = _with_surfaces(register.values(), namings, list(find_surfaces(papers, known, names)))
    identities = (*_joined(grouped, register), *_apart(grouped, register))
    return replace(found, identities=tuple(identities), spellings=_spellings(grouped))


def _cores(use: Use, names: Names) -> set[str]:
    """The name without its authority, as meant and as written."""
    return {use.named.core, names.split(use.name).core}


def _grouped(uses: Sequence[Use], papers: Sequence[Paper], names: Names) -> _Grouped:
    keys = {use: (use.named.authority or "", names.key(use.named.core)) for use in uses}
    keys = {use: key for use, key in keys.items() if key[1]}
    branches = local_branches(keys, papers, names)
    keys |= branches.moved
    by_key: dict[Key, list[Use]] = defaultdict(list)
    for use, key in keys.items():
        by_key[key].append(use)
    keyed = Keys(by_key, names)
    same = keyed.same()
    groups: dict[Key, list[Use]] = defaultdict(list)
    for use, key in keys.items():
        groups[same[key].new if key in same else key].append(use)
    moved = {use: Same(key, key, "lokalafdeling") for use, key in branches.moved.items()}
    renamed = {use: replace(use, rule=use.rule or "lokalafdeling") for use in moved}
    groups = defaultdict(list, {key: [renamed.get(use, use) for use in group] for key, group in groups.items()})
    keys = {renamed.get(use, use): key for use, key in keys.items()}
    near = [(a, b, "stavefejl") for a, b in keyed.near()]
    return _Grouped(groups, keys, same, names, [*near, *((a, b, "maaske_lokal") for a, b in branches.unsure)])


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


def _spellings(grouped: _Grouped) -> dict[tuple[str, str], str]:
    """One spelling of each name of each paper; the name of an area after a person is where that one comes from."""
    areas = {fold(area) for area in (*grouped.names.lexicons.front.municipalities, *grouped.names.own)}
    found: dict[tuple[str, str], str] = {}
    for group in grouped.groups.values():
        loud = [use for use in group if not use.quiet]
        best = _best_name(loud or group)
        name = " ".join(grouped.names.words(best))
        known = bool(loud) or grouped.names.lexicons.identity.kind_of(best) is not None
        known = known or (len(best.split()) > 1 and all(use.row for use in group))
        for use in group:
            if known and (not use.quiet or fold(use.named.core) not in areas):
                found[(use.document_id, use.name)] = name
    return found


def _organisation(uses: Sequence[Use], names: Names) -> Organisation:
    uses = [use for use in uses if not use.quiet]
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


def _joined(grouped: _Grouped, register: Mapping[Key, Organisation]) -> Iterator[Identity]:
    """Why each form of a name is this organisation's; of the name itself, when several papers hold it."""
    reasons = grouped.names.lexicons.identity.reasons
    for key, organisation in sorted(register.items()):
        rules: dict[str, str] = {}
        papers: dict[str, set[str]] = defaultdict(set)
        loud = [use for use in grouped.groups[key] if not use.quiet]
        for use in sorted(loud, key=lambda u: (u.date, u.document_id, u.place)):
            rules.setdefault(use.name, _rule(use, grouped, organisation.name))
            papers[use.name].add(use.document_id)
        for text, rule in sorted(rules.items()):
            if text != organisation.name or len(papers[text]) > 1:
                yield Identity(
                    "organisation", organisation.organisation_id, text, None, "samme", reasons[rule], f"identity.{rule}"
                )


def _rule(use: Use, grouped: _Grouped, name: str) -> str:
    same = grouped.same.get(grouped.keys[use])
    if use.rule is not None:
        return use.rule
    if same is not None:
        return same.rule
    return "samme_navn" if fold(use.name) == fold(name) else "samme_bogstaver"


def _apart(grouped: _Grouped, register: Mapping[Key, Organisation]) -> Iterator[Identity]:
    """Organisations that may be one and are kept apart."""
    reasons = grouped.names.lexicons.identity.reasons
    for old, new, rule in sorted(set(grouped.unsure)):
        ends = [grouped.same[key].new if key in grouped.same else key for key in (old, new)]
        one, other = (register.get(key) for key in ends)
        if one is not None and other is not None and one is not other:
            yield Identity(
                "organisation", one.organisation_id, one.name, other.organisation_id, "usikker", reasons[rule],
                f"identity.{rule}",
            )  # fmt: skip
