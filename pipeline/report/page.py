"""The page of theme counts: Danish, one file, nothing from elsewhere; everything from a paper escaped."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from pipeline.model.danish import danish_date, danish_number
from pipeline.report.counts import ADVICE, DECISIONS, ELABORATIONS, KINDS, PASSAGES, STORIES, ThemeCounts, ThemeRow
from pipeline.report.coverage import Coverage, PaperState, on_change
from pipeline.report.figure import finding, render_figure
from pipeline.report.shares import Share

HEADS = {
    STORIES: "Borgerhistorier",
    ADVICE: "Anbefalinger",
    ELABORATIONS: "Uddybninger",
    DECISIONS: "Beslutninger",
    PASSAGES: "Afsnit",
}
_ORIGIN = {"made_by": "Lavet med", "model": "sprogmodel", "embeddings": "sætningsvektorer", "lexicons": "ordlister"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_STYLE = """
body{font:1rem/1.5 sans-serif;color:#000;background:#fff;max-width:60rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border-bottom:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.tal,th.tal{text-align:right}tr.overtema th,tr.overtema td{font-weight:bold;border-top:2px solid #000}
tr.under th{font-weight:normal;padding-left:1.5rem}tfoot th,tfoot td{border-top:2px solid #000}
.boks{border:2px solid #000;padding:0 1rem;margin:1.5rem 0}.bred{overflow-x:auto}svg{max-width:100%;height:auto}
"""


def render_page(counts: ThemeCounts, coverage: Coverage, shares: Sequence[Share], *, origin: Mapping[str, str]) -> str:
    """The HTML of `temaer.html`."""
    return (
        '<!DOCTYPE html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Temaer i papirerne</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>Temaer i papirerne</h1>\n<p>{_introduction(counts, coverage)}</p>\n"
        f"{_figure(counts)}{_theme_table(counts)}{_shares(shares)}{_notes()}{_coverage(coverage)}{_made_by(origin)}</main>\n</body>\n</html>\n"
    )


def clean(text: str) -> str:
    """Text from a paper, harmless in HTML."""
    return escape(_CONTROL.sub("\ufffd", text))


def _introduction(counts: ThemeCounts, coverage: Coverage) -> str:
    bodies = ", ".join(coverage.bodies) if coverage.bodies else "ingen råd eller udvalg kendt"
    dated = _dated(coverage)
    papers = _number(coverage.counted(), "papir", "papirer")
    return f"{clean(f'{papers} ({bodies}){dated}.')} {escape(_basis(counts))} {escape(on_change(coverage))}"


def _dated(coverage: Coverage) -> str:
    if coverage.first is None or coverage.last is None:
        return ""
    days = dict.fromkeys((danish_date(coverage.first), danish_date(coverage.last)))
    return f", dateret {' til '.join(days)}"


def _basis(counts: ThemeCounts) -> str:
    total = counts.totals
    parts = (
        _number(total[STORIES], "borgerhistorie", "borgerhistorier"),
        _number(total[ADVICE], "anbefaling", "anbefalinger"),
        _number(total[ELABORATIONS], "uddybning", "uddybninger"),
        _number(total[DECISIONS], "beslutning", "beslutninger"),
        _number(total[PASSAGES], "afsnit", "afsnit"),
    )
    return f"Talt ud af {', '.join(parts[:-1])} og {parts[-1]}."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _figure(counts: ThemeCounts) -> str:
    figure = render_figure(counts)
    if not figure:
        return ""
    head = escape(finding(counts))
    return f'<section aria-labelledby="figur"><h2 id="figur">{head}</h2>\n<div class="bred">{figure}</div></section>\n'


def _theme_table(counts: ThemeCounts) -> str:
    heads = "".join(f'<th scope="col" class="tal">{HEADS[kind]}</th>' for kind in KINDS)
    body = "".join(_theme_row(row) for row in counts.rows)
    foot = _foot("Uden tema", counts.without, None) + _foot("I alt (nævner)", counts.totals, counts.papers)
    return (
        '<section aria-labelledby="tabel"><h2 id="tabel">Antal for hvert tema</h2>\n'
        '<div class="bred" role="region" aria-label="Tabel over temaer" tabindex="0"><table>\n'
        "<caption>Hvor mange af hver slags der handler om temaet, og i hvor mange papirer</caption>\n"
        f'<thead><tr><th scope="col">Tema</th>{heads}<th scope="col" class="tal">Papirer</th></tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n<tfoot>\n{foot}</tfoot>\n</table></div></section>\n"
    )


def _theme_row(row: ThemeRow) -> str:
    style = "overtema" if row.broader is None else "under"
    return f'<tr class="{style}"><th scope="row">{clean(row.label)}</th>{_cells(row.counts, row.papers)}</tr>\n'


def _foot(name: str, counts: Mapping[str, int], papers: int | None) -> str:
    return f'<tr><th scope="row">{name}</th>{_cells(counts, papers)}</tr>\n'


def _cells(counts: Mapping[str, int], papers: int | None) -> str:
    cells = (*(str(counts[kind]) for kind in KINDS), "" if papers is None else str(papers))
    return "".join(f'<td class="tal">{cell}</td>' for cell in cells)


def _made_by(origin: Mapping[str, str]) -> str:
    """The foot: what made the page, so that it can be made again."""
    if not origin:
        return ""
    told = "; ".join(f"{_ORIGIN[key]}: {clean(value)}" for key, value in origin.items())
    return f"<footer><p>{told}</p></footer>\n"


def _shares(shares: Sequence[Share]) -> str:
    """What no theme claims, for each council: how far the numbers above reach."""
    items = "".join(
        f"<li>{clean(s.council)}: {s.without} af {s.passages} afsnit ({danish_number(100 * s.share, 1)} %) "
        f"er uden tema (emneliste: {clean(s.taxonomy)})</li>\n"
        for s in shares
    )
    return f"<h2>Afsnit uden tema</h2>\n<ul>\n{items}</ul>\n" if shares else ""


def _notes() -> str:
    return (
        "<h2>Sådan er der talt</h2>\n<ul>\n"
        "<li>Én fortælling, anbefaling eller beslutning kan handle om flere temaer og tælles da under hvert af dem. "
        "Derfor kan tallene i en kolonne ikke lægges sammen.</li>\n"
        "<li>Et overtema tæller det, der handler om mindst ét af temaerne under det, én gang.</li>\n"
        "<li>Borgerhistorier er både udsagn og de eksempler, der står i dem.</li>\n"
        "<li>En anbefaling, der står flere steder, tælles én gang. Uddybninger er punkter under en anbefaling.</li>\n"
        "<li>Beslutninger er dem, der er truffet på de læste møder; det, der er omtalt fra andre organer, "
        "tæller ikke med.</li>\n<li>Afsnit er alle tekststykker uden sidehoved, sidefod og indholdsfortegnelse. "
        "Et afsnit, der gentager et tidligere ord for ord, tæller ikke igen.</li>\n"
        "<li>Temaerne er fundet maskinelt ud fra ordlister.</li>\n</ul>\n"
    )


def _coverage(coverage: Coverage) -> str:
    heads = ("Papir", "Titel", "Dato", "Læseoversigt", "Sider læst", "Grund")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rows = "".join(_paper(paper) for paper in coverage.papers)
    read = f"{coverage.counted()} af {len(coverage.papers)} papirer og {coverage.pages_read} af {coverage.pages} sider"
    return (
        '<section class="boks" aria-labelledby="grundlag"><h2 id="grundlag">Grundlag og mangler</h2>\n'
        f"<p>Tallene bygger på {read}.</p>\n"
        '<div class="bred" role="region" aria-label="Tabel over papirer" tabindex="0"><table>\n'
        f"<caption>Alle papirer, læste og ikke læste</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody></table></div>\n{_missing(coverage)}</section>\n"
    )


def _paper(paper: PaperState) -> str:
    pages = f"{paper.pages_read} af {paper.pages}" if paper.pages else "ukendt"
    cells = (clean(paper.title), clean(danish_date(paper.date)), paper.state, pages, clean(paper.reason))
    return f'<tr><th scope="row">{clean(paper.path)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>\n'


def _missing(coverage: Coverage) -> str:
    if not coverage.missing:
        return "<p>Ingen af papirerne omtaler møder eller papirer, som mangler.</p>\n"
    items = "".join(f"<li>{clean(missing)}</li>\n" for missing in coverage.missing)
    return f"<h3>Omtalt, men ikke læst</h3>\n<ul>\n{items}</ul>\n"
