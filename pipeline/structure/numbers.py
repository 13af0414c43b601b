"""Case numbers: by their form alone, or behind a label."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicons.front import FrontLexicon
from pipeline.model.ids import fold

_EDGE = r"(?<![\w./-])(?:{})(?![\w/]|-\d)"


def find_case_numbers(text: str, *, front: FrontLexicon) -> Iterator[str]:
    """The case numbers of a line in order. Document numbers, and numbers of attachments, are none."""
    labelled = _labelled_value(text, front)
    if labelled is not None:
        value, is_case = labelled
        if is_case:
            yield from _listed(value, front)
        return
    for match in _forms(tuple(f.form for f in front.case_numbers)).finditer(text):
        yield match.group()


def bare_number(text: str, *, front: FrontLexicon) -> str | None:
    """The case number that a line of its own is, in any known form: what may stand right below an item's head."""
    form = _forms(tuple(f.form for f in (*front.case_numbers, *front.labelled_numbers)))
    return text.strip() if form.fullmatch(text.strip()) else None


def is_case_line(text: str, *, front: FrontLexicon) -> bool:
    """Whether a line holds a case number and nothing else but its label."""
    labelled = _labelled_value(text, front)
    if labelled is not None:
        return labelled[1] and any(_listed(labelled[0], front))
    return re.fullmatch(_forms(tuple(f.form for f in front.case_numbers)), text.strip()) is not None


def _listed(value: str, front: FrontLexicon) -> Iterator[str]:
    known = _forms(tuple(f.form for f in (*front.case_numbers, *front.labelled_numbers)))
    # A second label on the line ends the value: "Sagsnr.: 12-1 Dok.nr.: 12-2 Åbent".
    value = re.split(r"\s(?:Dok|Sagsbehandler|Åben|Lukket)", value, maxsplit=1)[0]
    for match in known.finditer(value):
        yield match.group()


def _labelled_value(text: str, front: FrontLexicon) -> tuple[str, bool] | None:
    """The value behind a number label, and whether the label is one of cases; None without a label."""
    match = re.match(
        r"\s*([A-Za-zÆØÅæøå. -]{2,24}?)\s*(?::|\.:|(?<=nr)\.?\s|(?<=nummer)\s|(?<=Brevid)\s)\s*(\S.*)$", text
    )
    if match is None:
        return None
    label = fold(match.group(1))
    if label in front.labels["number"]:
        return match.group(2), True
    return (match.group(2), False) if label in front.labels["document_number"] else None


@cache
def _forms(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_EDGE.format("|".join(forms)))
