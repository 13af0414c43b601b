"""The building blocks of made papers: two YAML files beside this one, as values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to advise about, in several wordings."""

    title: str
    name: str
    wishes: tuple[str, ...]
    halves: tuple[str, ...]
    more: tuple[str, ...]
    story: str
    done: str
    partly: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence with gaps, and the type of a decision so worded; None where the tables have none."""

    text: str
    type: str | None


@cache
def phrases() -> Mapping[str, Any]:
    """Everything in phrases.yaml, as it stands there."""
    loaded: Mapping[str, Any] = yaml.safe_load((_HERE / "phrases.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def topics(field: str) -> tuple[Topic, ...]:
    """The topics of a field of advice."""
    loaded = yaml.safe_load((_HERE / "topics.yaml").read_text(encoding="utf-8"))
    return tuple(Topic(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in loaded[field])


def wordings(*keys: str) -> list[Wording]:
    """The wordings of an act: `wordings("acts", "vedtaget")`."""
    found: Any = phrases()
    for key in keys:
        found = found[key]
    return [Wording(row["text"], row["type"] or None) for row in found]


def spoken(day: date) -> str:
    """As a sentence says it: `3. maj 2022`."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def tidy(text: str) -> str:
    """A name that is a clause brings its commas along: no space before one, none beside another sign."""
    return re.sub(r",+([.,:])", r"\1", re.sub(r"\s+,", ",", text)).strip(", ")
