"""The files and options of a run to the context that every stage is handed."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import lexicons
from pipeline.context import Context, parse_config
from pipeline.errors import InvalidConfig, InvalidLexicon

if TYPE_CHECKING:
    from pipeline.nlp import Nlp

PARAMS = Path("params.yaml")


@dataclass(frozen=True, slots=True)
class Setup:
    """The texts that a context is made of: the settings, and lexicon files that stand in for the package's own.

    Workers are handed this and not the context: text passes between processes whatever the context is made of.
    """

    params: str = ""
    params_name: str = str(PARAMS)
    lexicons: tuple[tuple[str, str], ...] = ()
    lexicons_name: str = ""


def read_setup(*, params: Path | None = None, lexicon_folder: Path | None = None) -> Setup:
    """The texts of the settings and lexicons named; without `params`, of `params.yaml` here, if there is one."""
    path = params or PARAMS
    text = "" if params is None and not path.is_file() else _read(path, "settings")
    if lexicon_folder is None:
        return Setup(text, str(path))
    return Setup(text, str(path), tuple(_own_lexicons(lexicon_folder)), str(lexicon_folder))


@cache
def open_context(setup: Setup) -> Context:
    """The context of a setup, made once in each process; `InvalidConfig` or `InvalidLexicon` with file and line."""
    config = parse_config(setup.params, name=setup.params_name)
    if not setup.lexicons:
        return Context(config, lexicons.load())
    try:
        return Context(config, lexicons.build(lexicon_texts(setup)))
    except InvalidLexicon as problem:
        raise InvalidLexicon(f"in {setup.lexicons_name}: {problem}") from problem


def open_model(context: Context) -> "Nlp":
    """The language model of the settings, loaded once in each process; `InvalidConfig` when it is not installed."""
    # Whoever asks for no names does not wait for spaCy.
    from pipeline.nlp import load

    return load(context.config.nlp.model, abbreviations=context.lexicons.abbreviations)


def lexicon_texts(setup: Setup) -> dict[str, str]:
    """The texts of all lexicons of a setup by file name."""
    return {**lexicons.package_texts(), **dict(setup.lexicons)}


def _own_lexicons(folder: Path) -> list[tuple[str, str]]:
    if not folder.is_dir():
        raise InvalidConfig(f"{folder}: expected a folder of lexicon files, found none; name one that is there")
    known = lexicons.package_texts()
    paths = sorted(p for p in folder.rglob("*") if p.suffix in {".yaml", ".csv"})
    names = [path.relative_to(folder).as_posix() for path in paths]
    for name in names:
        if name not in known:
            raise InvalidLexicon(f"{folder / name}: no lexicon of that name; allowed are {', '.join(sorted(known))}")
    if not names:
        raise InvalidConfig(f"{folder}: expected files named as {', '.join(sorted(known))}, found none of them")
    return [(name, _read(path, "a lexicon")) for name, path in zip(names, paths, strict=True)]


def _read(path: Path, what: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise InvalidConfig(f"{path}: expected a file with {what}, found: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise InvalidConfig(f"{path}: expected text in UTF-8, found other bytes at {problem.start}") from problem
