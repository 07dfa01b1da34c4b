"""Days, spans of days, numbers of days in words."""

from __future__ import annotations

import re
from datetime import date

from tracker.core.day import When
from tracker.core.interval import Days
from tracker.core.month_day import MONTHS
from tracker.core.stage import Stage
from tracker.core.standing import Standing

_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b", re.ASCII)
_YEAR = len("2025")
_MONTH = len("2025-05")


def long_day(day: date) -> str:
    """Return "16 April 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_when(when: When) -> str:
    """Return "16 April 2025", "May 2025", "2025" or "24 April to 12 May 2025"."""
    return long_day(when.earliest) if when.known else _whole(when) or _span(when, " to ")


def spoken(text: str) -> str:
    """Return a text of the core's with its days as people read them: "16 April 2025" for "2025-04-16"."""
    return _ISO.sub(lambda match: long_day(date.fromisoformat(match[0])), text)


def some_day(when: When) -> str:
    """Return the day as a noun: "16 April 2025", "a day in May 2025", "a day between 24 April and 12 May 2025"."""
    if when.known:
        return long_day(when.earliest)
    whole = _whole(when)
    return f"a day in {whole}" if whole else f"a day between {_span(when, ' and ')}"


def since(one: Standing) -> str:
    """Return the day of the event since which the condition has been."""
    return _day_of(one.condition_since)


def effect_day(one: Standing) -> str:
    """Return the day on which the withdrawal took effect."""
    effect = one.state.reached_at(Stage.EFFECT)
    return _day_of(effect.date if effect else None)


def _day_of(when: When | None) -> str:
    return some_day(when) if when else "an unknown day"


def short_when(when: When) -> str:
    """Return the day for a table: "2025-04-16", "2025-05", "2025" or "2025-04-24 to 05-12"."""
    if when.known or _whole(when):
        return when.text
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return f"{first} to {last[_YEAR + 1 :] if first[:_YEAR] == last[:_YEAR] else last}"


def at_latest(when: When) -> str:
    """Return the day for a narrow column: "2025-04-16", "2025-05", "2025" or "by 2025-05-12"."""
    return when.text if when.known or _whole(when) else f"by {when.latest}"


def days(number: Days) -> str:
    """Return "22" or "20–22"."""
    return str(number.least) if number.known else f"{number.least}–{number.most}"


def counted(number: int | str, what: str) -> str:
    """Return "1 day", "22 days", "20–22 days"."""
    return f"{number} {what}" if number in (1, "1") else f"{number} {what}s"


def _whole(when: When) -> str | None:
    """Return the month or the year that the text names."""
    if len(when.text) == _YEAR:
        return when.text
    if len(when.text) == _MONTH:
        return f"{MONTHS[when.earliest.month - 1]} {when.earliest.year}"
    return None


def _span(when: When, joined: str) -> str:
    first, last = when.earliest, when.latest
    if first.year != last.year:
        start = long_day(first)
    elif first.month != last.month:
        start = f"{first.day} {MONTHS[first.month - 1]}"
    else:
        start = str(first.day)
    return f"{start}{joined}{long_day(last)}"
