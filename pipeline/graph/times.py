"""Valid time in OWL-Time: intervals whose ends are as exact as the paper's own words."""

import re

_EXACT = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "time:inXSDDate", "xsd:date"),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), "time:inXSDgYearMonth", "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "time:inXSDgYear", "xsd:gYear"),
)


def interval(start: str | None, end: str | None) -> dict[str, object]:
    """From `start` to `end` (EDTF) as `time:Interval`; an end that is not known is not there."""
    ends = (("time:hasBeginning", start), ("time:hasEnd", end))
    return {"@type": ["time:Interval"]} | {name: instant(edtf) for name, edtf in ends if edtf is not None}


def instant(edtf: str) -> dict[str, object]:
    """A day, month or year as `time:Instant`; what is no plain date stands as EDTF alone."""
    return {"@type": ["time:Instant"], "rs:edtf": edtf, **position(edtf)}


def position(edtf: str) -> dict[str, object]:
    """Where a plain date lies in the calendar; empty for one that is uncertain or open."""
    for form, name, kind in _EXACT:
        if form.fullmatch(edtf) is not None:
            return {name: {"@value": edtf, "@type": kind}}
    return {}
