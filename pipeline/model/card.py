"""What a language model is, and what it lacks for the questions that are asked of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LABELS = frozenset({"PER", "LOC", "ORG", "MISC"})
# Components that answer the same question, and what follows when there is none of them.
_ASKED = (
    (("ner",), "names in running text are found by lists and rules alone"),
    (("morphologizer", "tagger"), "words have no part of speech"),
    (("lemmatizer",), "dictionary forms come from word lists alone"),
    (("senter", "parser"), "sentences part at full stops only"),
)


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A language model: name, version, licence, components, and in what it differs from one that answers everything."""

    name: str
    version: str
    license: str
    components: tuple[str, ...]
    differences: tuple[str, ...]


def card_of(name: str, meta: Mapping[str, object]) -> ModelCard:
    """The card of a spaCy pipeline; `meta` is the content of its `meta.json`."""
    components = tuple(_strings(meta.get("components")))
    labels = meta.get("labels")
    names = frozenset(_strings(labels.get("ner"))) if isinstance(labels, Mapping) else frozenset()
    return ModelCard(
        name=name,
        version=_told(meta.get("version"), "-"),
        license=_told(meta.get("license"), "not stated"),
        components=components,
        differences=tuple(_differences(_told(meta.get("lang"), "unknown"), components, names)),
    )


def _differences(language: str, components: tuple[str, ...], labels: frozenset[str]) -> Iterator[str]:
    if language != "da":
        yield f"its language is {language}, not da"
    for answering, without in _ASKED:
        if not set(answering) & set(components):
            yield f"no {' or '.join(answering)}: {without}"
    if "ner" in components and labels != _LABELS:
        lacking, more = sorted(_LABELS - labels), sorted(labels - _LABELS)
        told = [f"lack {', '.join(lacking)}" if lacking else "", f"have {', '.join(more)} too" if more else ""]
        yield f"its kinds of name {' and '.join(part for part in told if part)}"


def _told(value: object, otherwise: str) -> str:
    return value if isinstance(value, str) and value else otherwise


def _strings(value: object) -> list[str]:
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []
