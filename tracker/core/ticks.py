"""The days at which an axis is marked: round ones, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

_MONTHS = 12
_DAY_STEPS = (1, 2, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 4, *(_MONTHS * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)))
_NUMBER_STEPS = (1, 2, 5, 10, 30, 90, 180, 360, 720, 1800, 3600, 36_000, 360_000, 3_600_000)
_SHORT = 62  # days of an axis that may hold the beginning of one month alone


class Fineness(Enum):
    """How fine the days are at which the axis is marked."""

    DAY = auto()
    MONTH = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: the number of its day, the day itself."""

    number: int
    day: date


@dataclass(frozen=True, slots=True)
class Ticks:
    """Marks that are as fine as `fineness` says."""

    fineness: Fineness
    marks: tuple[Tick, ...]


def ticks(origin: date, length: int, most: int) -> Ticks:
    """Return no more than `most` marks, three at the least, on an axis of `length` days from `origin` on."""
    if length <= _SHORT:
        step = next(step for step in _DAY_STEPS if length // step < most or step == _DAY_STEPS[-1])
        return Ticks(
            Fineness.DAY, tuple(Tick(number, origin + timedelta(number)) for number in range(0, length + 1, step))
        )
    last = origin + timedelta(length)
    marked = ((step, tuple(_beginnings(origin, last, step))) for step in _MONTH_STEPS)
    step, marks = next((step, marks) for step, marks in marked if len(marks) <= most)
    return Ticks(Fineness.YEAR if step % _MONTHS == 0 else Fineness.MONTH, marks)


def numbers(length: int, most: int) -> tuple[int, ...]:
    """Return no more than `most` round numbers from 0 to `length`."""
    step = next(step for step in _NUMBER_STEPS if length // step < most)
    return tuple(range(0, length + 1, step))


def _beginnings(first: date, last: date, step: int) -> Iterator[Tick]:
    """Yield the first day of each month, or of each one in `step`, that lies on the axis."""
    months = range(first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month)
    for month in months[-months.start % step :: step]:
        day = date(month // _MONTHS, month % _MONTHS + 1, 1)
        if day >= first:
            yield Tick((day - first).days, day)
