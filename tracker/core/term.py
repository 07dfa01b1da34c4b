"""Fixed terms for which a treaty binds, one after the other, with the windows between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count

from tracker.core.period import Period, Unit


class TermFrom(StrEnum):
    """From what the terms count: the treaty's entry into force for all, or for the party."""

    TREATY = "treaty"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Term:
    """A first term of `first` years, then terms of `then` years each.

    `start` is the first day for every party, None where each has its own. With a `window` a notice may be given only
    within that time after a term's end, as in the standard clause of the ILO's conventions; without one it may be
    given at any time, and takes effect at a term's end (Genocide Convention, art. XIV).
    """

    first: int
    then: int
    origin: TermFrom = TermFrom.TREATY
    start: date | None = None
    window: Period | None = None

    def begins(self, in_force: date | None) -> date | None:
        """Return the first day of the first term; None where it is not known."""
        return self.start if self.origin is TermFrom.TREATY else in_force

    def end_for(self, start: date, notice: date, last_notice: Callable[[date], date]) -> date:
        """Return the first end of a term of which `last_notice` is no earlier than the notice.

        Raises OverflowError beyond the year 9999.
        """
        return next(end for end in self._ends(start, notice) if last_notice(end) >= notice)

    def window_at(self, start: date, window: Period, day: date) -> tuple[date, date]:
        """Return first and last day of the window in which `day` lies, otherwise of the next one."""
        ends = ((end, window.after(end)) for end in self._ends(start, day))
        return next((end, last) for end, last in ends if day <= last)

    def _ends(self, start: date, day: date) -> Iterator[date]:
        """Return the ends of the terms, from one that lies a term or more before `day` where there is one."""
        passed = max(0, (day.year - start.year - self.first) // self.then - 2)
        return (Period(years, Unit.YEARS).after(start) for years in count(self.first + passed * self.then, self.then))
