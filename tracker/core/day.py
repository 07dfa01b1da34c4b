"""A calendar day, or the span of days on one of which something happened (docs/rules.md, rule 29).

Only `datetime.date` is used: no clock time, no zone, so no day moves with the place of the reader.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from tracker.core.errors import BadDate

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_WHERE_FROM = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """The day of an event as far as it is known: on one of the days from `earliest` to `latest`.

    `text` is the day as the file gives it: `2025-05-08`, `2025-05`, `2025` or `2025-05-12/2025-05-16`.
    """

    earliest: date
    latest: date
    text: str

    @property
    def known(self) -> bool:
        """Whether it is one full day."""
        return self.earliest == self.latest

    @property
    def day(self) -> date | None:
        """The day itself, or None where only a span is known."""
        return self.earliest if self.known else None

    def same_days(self, other: When) -> bool:
        """Whether the other was on the same day, or is known as the same span, however written."""
        return (self.earliest, self.latest) == (other.earliest, other.latest)


def on(day: date) -> When:
    """Return the `When` of one full day."""
    return When(day, day, day.isoformat())


def between(earliest: date, latest: date) -> When:
    """Return the `When` of a span; of one day where both are the same."""
    return on(earliest) if earliest == latest else When(earliest, latest, f"{earliest}/{latest}")


def parse_day(text: str) -> date:
    """Read `YYYY-MM-DD`; raise BadDate for every other form, week dates and `20250416` among them."""
    if not _DAY.fullmatch(text):
        raise BadDate(text, _advice(text))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDate(text, "there is no such day in the calendar", "write a day that exists") from None


def parse_span(text: str) -> When:
    """Read what may stand in quotes in a file: `YYYY`, `YYYY-MM` or `YYYY-MM-DD/YYYY-MM-DD`.

    Raises BadDate, also for a full day, which is written without quotes there.
    """
    if _YEAR.fullmatch(text):
        return _whole(text, int(text), 1, 12)
    if _MONTH.fullmatch(text):
        year, month = int(text[:4]), int(text[5:])
        return _whole(text, year, month, month)
    if "/" in text and not _WHERE_FROM.fullmatch(text):
        return _span(text)
    if _DAY.fullmatch(text):
        parse_day(text)
        raise BadDate(text, "a full day stands in quotes", f"write it without quotes: {text}")
    raise BadDate(text, _advice(text))


def parse_when(text: str) -> When:
    """Read every form that a day of an event may have on the command line; raise BadDate for the rest."""
    return on(parse_day(text)) if _DAY.fullmatch(text) else parse_span(text)


def _whole(text: str, year: int, first: int, last: int) -> When:
    """Return the span from the first day of one month to the last day of another."""
    if not _exists(year, first, 1):
        what = "month" if first == last else "year"
        raise BadDate(
            text, f"there is no such {what} in the calendar", "write one that exists, such as 2025-05 or 2025"
        )
    days = calendar.monthrange(year, last)[1]
    return When(date(year, first, 1), date(year, last, days), text)


def _span(text: str) -> When:
    first, _, last = text.partition("/")
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)):
        raise BadDate(text, "a span has two full days", "write both, such as 2025-04-24/2025-05-12")
    earliest, latest = parse_day(first), parse_day(last)
    if earliest == latest:
        raise BadDate(text, "the span begins and ends on one day", f"write that day alone: {earliest}")
    if earliest > latest:
        raise BadDate(text, "the span is turned round", f"write the earlier day first: {latest}/{earliest}")
    return When(earliest, latest, text)


def _advice(text: str) -> str:
    """Say which days a date such as 04/05/2025 could mean, so that nobody has to guess."""
    parts = _WHERE_FROM.fullmatch(text)
    if not parts:
        return "it is not a day in the form YYYY-MM-DD"
    one, two, year = int(parts[1]), int(parts[2]), int(parts[3])
    months = dict.fromkeys([(two, one), (one, two)])
    readings = [f"{year:04d}-{month:02d}-{day:02d}" for month, day in months if _exists(year, month, day)]
    return f"it could mean {' or '.join(readings)}" if readings else "it is not a day in the form YYYY-MM-DD"


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
