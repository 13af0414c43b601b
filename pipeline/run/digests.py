"""What makes a result stale: the digest of code, libraries, settings and lexicons behind a stage."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from pipeline.errors import InvalidConfig
from pipeline.model.ids import digest

_PACKAGE = Path(__file__).parents[1]


@cache
def code_digest(parts: tuple[str, ...]) -> str:
    """16 hex digits over the source of the named folders and modules of the package."""
    found = sorted(path for part in parts for path in _sources(_PACKAGE / part))
    lines = (f"{path.relative_to(_PACKAGE).as_posix()} {content_digest(path.read_bytes())}" for path in found)
    return digest(*lines)


def lexicon_digest(texts: Mapping[str, str], names: Iterable[str]) -> str:
    """16 hex digits over the lexicon files named."""
    return digest(*(part for name in sorted(names) for part in (name, texts[name])))


def content_digest(content: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return sha256(content).hexdigest()


def library_versions(names: Iterable[str]) -> tuple[str, ...]:
    """`name version` of each library, in the order asked for; one that is not installed has no version."""
    return tuple(f"{name} {library_version(name) or '-'}" for name in names)


def library_version(name: str) -> str | None:
    """The version of an installed library, or None."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def model_version(name: str) -> str:
    """The version of the language model; `InvalidConfig` when it is not installed."""
    found = library_version(name)
    if found is None:
        raise InvalidConfig(
            f"params.yaml: nlp.model: expected an installed spaCy pipeline, found none named {name!r}; "
            "run `make setup`, or name one that is installed"
        )
    return found


def model_digest(name: str) -> str:
    """16 hex digits over the files of the language model: a model trained anew may well keep its version."""
    version_found = model_version(name)
    record = (distribution(name).read_text("RECORD") or "").splitlines()
    # Other lines tell how and from where it was installed.
    files = sorted(line for line in record if line.startswith(f"{name}/") and ".pyc" not in line)
    return digest(name, version_found, *files)


def _sources(part: Path) -> Iterable[Path]:
    if part.is_file():
        return [part]
    # The words of the lexicons count apart, by `lexicon_digest`; of their folder only the code counts here.
    pattern = "*.py" if part.name == "lexicons" else "*"
    return [path for path in part.rglob(pattern) if path.is_file() and path.parent.name != "__pycache__"]
