"""Trails, searches and explanations as HTML for a notebook; everything from a paper is escaped."""

from collections.abc import Iterable, Iterator
from html import escape

from pipeline.run.evidence import Evidence, Explanation
from pipeline.run.lookup import Found, count, together
from pipeline.run.search import Hit, Search
from pipeline.run.traces import Hop, Leg, Trace
from pipeline.run.trail_text import head_of, missing_links, status_lines, told
from pipeline.run.words import safe

# Marked by word and border as well as by colour, for those who cannot tell colours apart or print in grey.
_BORDERS = {"Dokumenteret": "solid", "Sandsynligt spor": "dashed", "Muligt spor": "dotted"}


def render_trace_html(trace: Trace) -> str:
    """A trail: the finding it starts from, then each leg with its hops."""
    parts = [_found(trace.start), *_paragraphs(status_lines(trace.lookup, trace.start))]
    for leg in trace.legs:
        parts += [f"<h4>{_e(head_of(leg))}</h4>", _hops(leg)]
    return _frame("Spor", [*parts, *_paragraphs(missing_links(trace))])


def render_search_html(found: Search) -> str:
    """A search: what was looked through, what holds the text, what is near."""
    looked = together([count(number, kind) for kind, number in found.searched])
    near = ["<h4>Muligt spor (ligner, men nævner det ikke)</h4>", _hits(found.near)] if found.near else []
    return _frame(f"Søgt efter »{found.text}«", [*_paragraphs([f"Søgt i {looked}."]), _hits(found.hits), *near])


def render_explanation_html(explanation: Explanation) -> str:
    """A row and what it rests on."""
    head, *lines = str(explanation).splitlines()
    grounds = [line for line in lines if not line.startswith("  »")]
    quotes = [_evidence(one) for one in explanation.evidence]
    return _frame(head, [*quotes, f"<pre style='white-space:pre-wrap'>{'<br>'.join(map(_e_kept, grounds))}</pre>"])


def _frame(title: str, parts: Iterable[str]) -> str:
    return f"<section lang='da'><h3>{_e(title)}</h3>{''.join(parts)}</section>"


def _hops(leg: Leg) -> str:
    return f"<ul style='list-style:none;padding-left:0'>{''.join(_hop(hop) for hop in leg.hops)}</ul>"


def _hop(hop: Hop) -> str:
    border = f"border-left:3px {_BORDERS[hop.strength]} #555;padding-left:.6em;margin:.4em 0"
    link = "" if hop.link is None else f" <small>kobling {_e(hop.link['link_id'])}</small>"
    onward = f"<ul>{''.join(_hop(step) for step in hop.onward)}</ul>" if hop.onward else ""
    return f"<li style='{border}'><b>{_e(told(hop))}</b> {_found(hop.found)}<i>{_e(hop.reason)}</i>{link}{onward}</li>"


def _found(found: Found) -> str:
    cite = f"<cite>({_e(found.source)})</cite>"
    return f"<div>{_e(found.name)} <code>{_e(found.id)}</code><br><q>{_e(found.text)}</q> {cite}</div>"


def _hits(hits: Iterable[Hit]) -> str:
    return f"<ul>{''.join(f'<li>{_found(hit.found)}<i>{_e(hit.reason)}</i></li>' for hit in hits)}</ul>"


def _evidence(one: Evidence) -> str:
    """The quote marked in its passage."""
    before, found, after = one.passage.partition(one.quote)
    text = f"{_e(before)} <mark>{_e(found)}</mark> {_e(after)}" if found else f"<mark>{_e(one.quote)}</mark>"
    return f"<blockquote>{text}<br><cite>({_e(one.title or one.path)}, s. {one.page})</cite></blockquote>"


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    return (f"<p>{_e(line)}</p>" for line in lines)


def _e(text: str) -> str:
    return escape(safe(text))


def _e_kept(line: str) -> str:
    """With the spaces it begins with."""
    return " " * (len(line) - len(line.lstrip(" "))) + _e(line)
