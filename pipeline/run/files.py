"""A folder of papers to a list of files, each either a paper to read or a line in the ledger with its reason."""

import errno
import math
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pipeline.errors import InvalidConfig
from pipeline.run.folder import MARKS

# Left behind by desktops and by version control, or told to whoever opens the folder: nobody means them as papers.
_LEFT_BEHIND = re.compile(r"\..*|thumbs\.db|desktop\.ini|__macosx|.*\.dvc|readme.*|~\$.*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MAGIC = b"%PDF-"
# Acrobat accepts the mark anywhere in the first 1024 bytes, and so do we.
_HEAD = 1024

EMPTY = "filen er tom (0 byte)"
NOT_A_PDF = "filen er ikke en PDF (den begynder ikke med %PDF-)"
NOT_A_FILE = "det er ikke en almindelig fil"
UNOPENED = "filen kan ikke åbnes ({why})"
UNOPENED_FOLDER = "mappen kan ikke åbnes (adgang nægtet)"
POINTS_OUTSIDE = "genvej (symlink), der peger ud af mappen med papirer; den følges ikke"
POINTS_TO_FOLDER = "genvej (symlink) til en mappe; den følges ikke"
TOO_LARGE = "filen fylder {size} MB; grænsen er {limit} MB (read.max_file_megabytes)"
WRONG_ENDING = "filnavnet ender ikke på .pdf, men indholdet er en PDF og er læst"
SAME_BYTES = "samme indhold som {path}"
_WHY = {
    errno.EACCES: "adgang nægtet",
    errno.EPERM: "adgang nægtet",
    errno.EIO: "læsefejl på disken",
    errno.ENOENT: "genvejen fører ingen steder hen",
    errno.ELOOP: "genvejen fører i ring",
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file below the folder of papers. `path` is below it, with `/`; `refusal` says why it is not read.

    `remark` is what the ledger should say of a paper that is read; `duplicate_of` the paper with the same bytes.
    """

    path: str
    location: Path
    document_id: str
    sha256: str | None = None
    refusal: str | None = None
    remark: str | None = None
    duplicate_of: str | None = None


def find_files(raw: Path, *, max_megabytes: int) -> list[FoundFile]:
    """Every file below `raw`, by path; of files with the same bytes the first is read.

    `InvalidConfig` when there is no such folder, or no file in it that is a PDF by its name or by its first bytes.
    """
    _expect_folder(raw)
    entries = sorted(_walk(raw), key=lambda entry: (clean_path(entry, raw), os.fsencode(entry)))
    files = list(_mark_duplicates(_look(entry, raw, path, max_megabytes) for entry, path in _named(entries, raw)))
    if not any(_is_paper(file) for file in files):
        others = f"{len(files)} other file(s)" if files else "no file"
        raise InvalidConfig(f"{raw}: expected PDF papers in it or below, found {others}; put the papers there")
    return files


def expect_apart(raw: Path, out: Path) -> None:
    """`InvalidConfig` when the results would be written among the papers, or where stale results are swept away."""
    papers, results = Path(os.path.realpath(raw)), Path(os.path.realpath(out))
    if papers == results:
        raise InvalidConfig(
            f"{out}: expected a folder other than that of the papers, found the same; name another --out"
        )
    if results.is_relative_to(papers):
        raise InvalidConfig(f"{out}: expected a folder outside that of the papers, {raw}; name another --out")
    if papers.is_relative_to(results) and any((folder / MARKS).exists() for folder in (papers, *papers.parents)):
        raise InvalidConfig(
            f"{raw}: expected papers, found a folder of results of {out}; name the folder of the papers"
        )


def clean_path(entry: Path, raw: Path) -> str:
    """The path below `raw` with `/` in NFC; bytes that are no UTF-8, and control letters, become U+FFFD."""
    text = os.fsencode(entry.relative_to(raw).as_posix()).decode("utf-8", "replace")
    return _CONTROL.sub("\ufffd", unicodedata.normalize("NFC", text))


def _expect_folder(raw: Path) -> None:
    if raw.is_dir() and os.access(raw, os.R_OK | os.X_OK):
        return
    if raw.is_dir():
        raise InvalidConfig(f"{raw}: expected a folder that can be opened, found one without that right; grant it")
    if raw.exists():
        raise InvalidConfig(f"{raw}: expected a folder with papers, found a file; for one paper: raadspor show {raw}")
    raise InvalidConfig(f"{raw}: expected a folder with papers, found nothing of that name; name one that is there")


def _is_paper(file: FoundFile) -> bool:
    return file.path.lower().endswith(".pdf") or file.sha256 is not None


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if _LEFT_BEHIND.fullmatch(entry.name) and not _named_as_paper(entry):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)
        else:
            yield entry


def _named_as_paper(entry: Path) -> bool:
    # "._x.pdf" is what macOS keeps of a file's colours and icons, "~$x.pdf" a lock: no papers in spite of their names.
    return entry.suffix.lower() == ".pdf" and not entry.name.startswith(("._", "~$"))


def _named(entries: Iterable[Path], raw: Path) -> Iterator[tuple[Path, str]]:
    """Each entry with a path of its own: names that are alike once cleaned are told apart by a number."""
    seen: Counter[str] = Counter()
    for entry in entries:
        path = clean_path(entry, raw)
        seen[path] += 1
        yield entry, path if seen[path] == 1 else f"{path} ({seen[path]})"


def _look(entry: Path, raw: Path, path: str, max_megabytes: int) -> FoundFile:
    file = FoundFile(path, entry, _id_of_path(path))
    refusal = _refuse_kind(entry, raw)
    if refusal is not None:
        return replace(file, refusal=refusal)
    try:
        megabytes = math.ceil(entry.stat().st_size / 1_000_000)
        if megabytes > max_megabytes:
            return replace(file, refusal=TOO_LARGE.format(size=megabytes, limit=max_megabytes))
        return _weigh(file, entry.read_bytes())
    except OSError as problem:
        return replace(file, refusal=UNOPENED.format(why=why(problem)))


def _refuse_kind(entry: Path, raw: Path) -> str | None:
    if entry.is_dir():
        return POINTS_TO_FOLDER if entry.is_symlink() else UNOPENED_FOLDER
    # realpath, not resolve: a link that leads round in a circle is an error to the latter.
    if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(os.path.realpath(raw)):
        return POINTS_OUTSIDE
    # Opening a pipe or a device would wait for ever. A link that leads nowhere is left to the attempt to open it.
    return NOT_A_FILE if entry.exists() and not entry.is_file() else None


def _weigh(file: FoundFile, content: bytes) -> FoundFile:
    """The file with what its bytes say: empty, no PDF, or a paper with its id."""
    if not content:
        return replace(file, refusal=EMPTY)
    named = file.location.suffix.lower() == ".pdf"
    if not named and _MAGIC not in content[:_HEAD]:
        return replace(file, refusal=NOT_A_PDF)
    key = sha256(content).hexdigest()
    return replace(file, document_id=key[:16], sha256=key, remark=None if named else WRONG_ENDING)


def _mark_duplicates(files: Iterable[FoundFile]) -> Iterator[FoundFile]:
    first: dict[str, FoundFile] = {}
    for file in files:
        original = None if file.sha256 is None else first.setdefault(file.sha256, file)
        if original is None or original is file:
            yield file
        else:
            yield replace(
                file,
                document_id=_id_of_path(file.path),
                refusal=SAME_BYTES.format(path=original.path),
                duplicate_of=original.document_id,
            )


def _id_of_path(path: str) -> str:
    return sha256(path.encode()).hexdigest()[:16]


def why(problem: OSError) -> str:
    """Why a file cannot be opened, in Danish."""
    return _WHY.get(problem.errno or 0, f"fejl fra styresystemet: {problem.strerror or type(problem).__name__}")
