"""Dates and numbers as a Danish page writes them."""

_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def danish_date(edtf: str) -> str:
    """`2026-04-30` → `30. april 2026`, `2025-10` → `oktober 2025`; other forms stay."""
    parts = edtf.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return edtf
    month = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    day = [f"{int(parts[2])}."] if len(parts) > 2 else []
    return " ".join([*day, *month, parts[0]])


def danish_number(value: float, decimals: int = 0) -> str:
    """`12345.678` with one decimal → `12.345,7`."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
