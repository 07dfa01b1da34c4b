"""What people write in words where a file takes figures."""

from __future__ import annotations

import re

from tracker.core.month_day import MONTHS, parse_month_day
from tracker.core.period import Period, Unit

_LENGTH = re.compile(r"(\d{1,9}|[a-z]+)[ -]?(day|week|month|year)s?", re.ASCII)
_NUMBERS = {Period(number, Unit.DAYS).words.partition(" ")[0]: number for number in range(1, 13)}
_DAY = re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[a-z]{3,})|(?P<other>[a-z]{3,}) (?P<number>\d{1,2})", re.ASCII)


def length(text: str) -> str | None:
    """Return "6 months" or "six months" as a file has it; None for what is no length."""
    found = _LENGTH.fullmatch(text.strip().casefold())
    amount = _NUMBERS.get(found[1], found[1]) if found else ""
    return f'{{ amount = {int(amount)}, unit = "{found[2]}s" }}' if found and str(amount).isdecimal() else None


def month_day(text: str) -> str | None:
    """Return "30 June" or "June 30" as a file has it; None for what names no month."""
    found = _DAY.fullmatch(text.strip().casefold())
    if found is None:
        return None
    name, day = found["month"] or found["other"], found["day"] or found["number"]
    month = next((n for n, month in enumerate(MONTHS, start=1) if month.casefold().startswith(name)), None)
    return _existing(f"{month:02}-{int(day):02}") if month else None


def _existing(text: str) -> str | None:
    try:
        return str(parse_month_day(text))
    except ValueError:
        return None
