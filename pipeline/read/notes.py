"""Footnotes: small numbered lines at the foot of a page, which the text above runs past."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.read.shapes import Line
from pipeline.read.style import Style

_NUMBERED = re.compile(r"\(?\d{1,2}[.)]?\)?$")
SMALLER = 1.2


def set_notes_aside(lines: Sequence[Line], style: Style) -> list[Line]:
    """The lines of a page's body; footnotes among them are marked `aside`."""
    first = len(lines)
    for n in range(len(lines) - 1, -1, -1):
        if lines[n].size > style.size - SMALLER:
            break
        if opens_note(lines[n]):
            first = n
    top = min((line.top for line in lines[first:]), default=0.0)
    below = all(line.bottom <= top + 1 for line in lines[:first] if line.column == lines[-1].column)
    return [replace(line, aside=True) if n >= first and below else line for n, line in enumerate(lines)]


def opens_note(line: Line) -> bool:
    """Whether a line begins with the number of a note and text behind it."""
    return len(line.words) > 1 and _NUMBERED.match(line.words[0].text) is not None
