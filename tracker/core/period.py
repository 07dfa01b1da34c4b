"""Lengths of time as exit clauses give them, added to a day."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time, such as six months."""

    amount: int
    unit: Unit

    def after(self, day: date) -> date:
        """Return the corresponding day one period later; raise OverflowError beyond the year 9999.

        Months are added in one step. Where the last month has no such day, its last day counts, as in the
        European Convention on the Calculation of Time-Limits (ETS 76), art. 4(2); see `is_cut`.
        """
        return _ADD[self.unit](day, self.amount)

    def is_cut(self, day: date) -> bool:
        """Whether the period counted from `day` ends in a month that has no such day (31 August + 6 months)."""
        return self.unit in (Unit.MONTHS, Unit.YEARS) and self.after(day).day != day.day

    def until(self, end: date, *, forwards: bool = False) -> date:
        """Return the last day that lies one period before `end`, counted back from it.

        `forwards`: the last one from which the period, counted on from it, ends by `end`. The two differ where a month
        has no such day: six months before 28 February are 28 August, and from 31 August they end on 28 February.
        """
        day = _subtract(end, self)
        while forwards and day < date.max and self.after(day + _ONE_DAY) <= end:
            day += _ONE_DAY
        return day

    @property
    def words(self) -> str:
        """The period for people: "six months", "one year", "90 days"."""
        amount = _NUMBERS[self.amount] if self.amount < len(_NUMBERS) else str(self.amount)
        return f"{amount} {self.unit.removesuffix('s') if self.amount == 1 else self.unit}"


def _add_days(day: date, amount: int) -> date:
    return day + timedelta(days=amount)


def _add_weeks(day: date, amount: int) -> date:
    return day + timedelta(weeks=amount)


def _add_months(day: date, amount: int) -> date:
    months = day.year * 12 + day.month - 1 + amount
    year, month = divmod(months, 12)
    if year > date.max.year:
        raise OverflowError
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _add_years(day: date, amount: int) -> date:
    return _add_months(day, 12 * amount)


def _subtract(day: date, length: Period) -> date:
    """Return the corresponding day one period earlier; the calendar's first where it would lie before that."""
    try:
        if length.unit is Unit.DAYS or length.unit is Unit.WEEKS:
            return day - timedelta(**{length.unit.value: length.amount})
        return _add_months(day, -length.amount * (12 if length.unit is Unit.YEARS else 1))
    except (OverflowError, ValueError):
        return date.min


_ONE_DAY = timedelta(days=1)
_ADD: Mapping[Unit, Callable[[date, int], date]] = {
    Unit.DAYS: _add_days,
    Unit.WEEKS: _add_weeks,
    Unit.MONTHS: _add_months,
    Unit.YEARS: _add_years,
}
