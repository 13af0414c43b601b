"""Local branches: `Ældre Sagen` in papers of Testby is `Ældre Sagen Testby`, unless the whole country's acts too."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.ids import fold
from pipeline.model.paper import Paper
from pipeline.resolve.names import Names
from pipeline.resolve.same_keys import Key
from pipeline.resolve.uses import Use


@dataclass(frozen=True, slots=True)
class Branches:
    """The uses of a name that mean the branch, with its key; and branches that may be meant by the plain name."""

    moved: Mapping[Use, Key]
    unsure: tuple[tuple[Key, Key], ...]


def local_branches(keys: Mapping[Use, Key], papers: Sequence[Paper], names: Names) -> Branches:
    """Which plain names mean a branch: those of an authority whose papers never name both side by side."""
    authorities = {p.document_id: p.structure.front.authority for p in papers}
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use, (area, key) in keys.items():
        authority = authorities[use.document_id]
        if not area and authority is not None:
            uses[(authority, key)].append(use)
    moved: dict[Use, Key] = {}
    unsure: list[tuple[Key, Key]] = []
    for (authority, key), local in sorted(uses.items()):
        plain = key.removesuffix(names.key(authority.removesuffix(" Kommune")))
        if plain in ("", key) or (authority, plain) not in uses:
            continue
        national = [*uses[(authority, plain)], *uses.get((authority, f"{plain}s"), ())]
        if _side_by_side(local, national) or _whole_country(national, names):
            unsure.append((("", key), ("", plain)))
        else:
            moved |= dict.fromkeys(national, ("", key))
    return Branches(moved, tuple(unsure))


def _side_by_side(local: Sequence[Use], national: Sequence[Use]) -> bool:
    """Whether one paper names both, other than behind a member's name."""
    here = {use.document_id for use in local if not use.quiet}
    return any(use.document_id in here for use in national if not use.quiet)


def _whole_country(uses: Sequence[Use], names: Names) -> bool:
    """Whether a paper says that the association of the whole country is meant."""
    words = names.lexicons.identity.whole_country
    return any(word in words for use in uses for word in fold(use.name).split())
