"""Files into one archive: the same bytes for the same files, whenever and wherever it is made."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first day that a zip archive can hold. When a file was made is no part of what it says.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o644 << 16


def zipped(files: Mapping[str, bytes], *, first: str = "") -> bytes:
    """A zip of the files by name; the one named `first` stands before the others."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, files[name], ZIP_DEFLATED)
    return out.getvalue()
