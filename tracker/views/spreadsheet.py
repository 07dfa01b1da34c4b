"""An answer as CSV (RFC 4180), which spreadsheets open without running anything in it."""

from __future__ import annotations

from tracker.core.sheet import Sheet
from tracker.views.escape import escape_cell

BOM = "\ufeff"  # by which Excel knows UTF-8
# What spreadsheets take for a formula, in wide letters, too, or pass over before one; and the sign that stops them.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")  # noqa: RUF001 - the wide ones are meant


def csv(sheet: Sheet, *, bom: bool = False) -> str:
    """Return the header, always, and a line a row, each ended by CR LF; what is not known is empty."""
    import csv as rfc4180  # only this form needs them
    from io import StringIO

    text = StringIO(newline="")
    lines = rfc4180.writer(text)
    lines.writerow(sheet.keys)
    lines.writerows([_cell(value) for value in row] for row in sheet.rows)
    return f"{BOM if bom else ''}{text.getvalue()}"


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return escape_cell(f"'{value}" if value.startswith(_FORMULA) else value)
