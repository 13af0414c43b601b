"""A figure of themes: a row a theme, a dot a column, the number written; black on white, as SVG."""

from html import escape

from pipeline.report.counts import ADVICE, DECISIONS, ELABORATIONS, STORIES, ThemeCounts, ThemeRow

_LEFT, _STEP, _ROW, _TOP, _LARGEST = 270, 150, 30, 58, 13.0
_COLUMNS = ("Borgerhistorier", "Anbefalinger og uddybninger", "Beslutninger")


def finding(counts: ThemeCounts) -> str:
    """The sentence over the figure: which themes most stories are about."""
    total = counts.totals[STORIES]
    most = max((row.counts[STORIES] for row in counts.leaves), default=0)
    if most == 0:
        return "Der er ikke fundet borgerhistorier med et tema"
    labels = [f"»{row.label}«" for row in counts.leaves if row.counts[STORIES] == most]
    names = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} og {labels[-1]}"
    each = " hver" if len(labels) > 1 else ""
    return f"Flest borgerhistorier handler om {names}: {most} af {total}{each}"


def render_figure(counts: ThemeCounts) -> str:
    """The SVG, or nothing when no theme has a story, a recommendation or a decision."""
    rows = sorted((r for r in counts.leaves if sum(_values(r)) > 0), key=lambda r: ([-v for v in _values(r)], r.label))
    if not rows:
        return ""
    largest = max(max(_values(row)) for row in rows)
    width, height = _LEFT + _STEP * len(_COLUMNS), _TOP + _ROW * len(rows) + 10
    heads = "".join(_head(n, name) for n, name in enumerate(_COLUMNS))
    body = "".join(_row(n, row, largest) for n, row in enumerate(rows))
    return (
        f'<svg role="img" aria-labelledby="figur-titel figur-tekst" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="13">'
        f'<title id="figur-titel">{escape(finding(counts))}</title>'
        f'<desc id="figur-tekst">Prikkens areal viser antallet, som også er skrevet. Samme tal står i tabellen.</desc>'
        f"{heads}{body}</svg>"
    )


def _values(row: ThemeRow) -> tuple[int, int, int]:
    return (row.counts[STORIES], row.counts[ADVICE] + row.counts[ELABORATIONS], row.counts[DECISIONS])


def _head(column: int, name: str) -> str:
    words = name.split(" og ")
    lines = [words[0] + " og", words[1]] if len(words) > 1 else ["", words[0]]
    x = _LEFT + _STEP * column + _STEP // 2
    return "".join(
        f'<text x="{x}" y="{_TOP - 32 + 16 * n}" text-anchor="middle" font-weight="bold">{escape(line)}</text>'
        for n, line in enumerate(lines)
        if line
    )


def _row(number: int, row: ThemeRow, largest: int) -> str:
    y = _TOP + _ROW * number + _ROW // 2
    label = f'<text x="{_LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(row.label)}</text>'
    return label + "".join(_dot(n, y, value, largest) for n, value in enumerate(_values(row)))


def _dot(column: int, y: int, value: int, largest: int) -> str:
    x = _LEFT + _STEP * column + _STEP // 2
    radius = round(_LARGEST * (value / largest) ** 0.5, 2)
    dot = f'<circle cx="{x - 14}" cy="{y}" r="{radius}" fill="#404040"/>' if value > 0 else ""
    return f'{dot}<text x="{x + 8}" y="{y + 4}">{value}</text>'
