"""A day that comes every year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FORM = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_COMMON_YEAR = 2025


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A month with a day in it, such as 30 June; 29 February is none, since it does not come every year."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """Return the day in `year`; raise OverflowError beyond the year 9999."""
        if year > date.max.year:
            raise OverflowError
        return date(year, self.month, self.day)

    @property
    def words(self) -> str:
        """The day for people: "30 June"."""
        return f"{self.day} {MONTHS[self.month - 1]}"

    def __str__(self) -> str:
        """Return the day as it is written in a file: `06-30`."""
        return f"{self.month:02}-{self.day:02}"


NEW_YEARS_EVE = MonthDay(12, 31)


def parse_month_day(text: str) -> MonthDay:
    """Read `06-30`; raise ValueError for what is no day of every year."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(text)
    month, day = int(match[1]), int(match[2])
    date(_COMMON_YEAR, month, day)
    return MonthDay(month, day)
