"""Names of people and places as lists with weights, and the words that names of organisations are made of."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

import yaml

Words = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Weighted:
    """Words drawn as often as their weights say."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def draw(self, rng: Random) -> str:
        return rng.choices(self.words, self.weights)[0]


@dataclass(frozen=True, slots=True)
class Gazetteers:
    """All that names are drawn from."""

    first: Weighted
    last: Weighted
    municipalities: tuple[str, ...]
    towns: tuple[str, ...]
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    nationalities: tuple[str, ...]


@cache
def words_of(name: str) -> Words:
    """The lists of training/words/NAME.yaml."""
    text = (files("training") / "words" / f"{name}.yaml").read_text(encoding="utf-8")
    lists: Words = {key: [str(word) for word in words] for key, words in yaml.safe_load(text).items()}
    return lists
