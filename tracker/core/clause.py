"""When a withdrawal takes effect: a treaty's exit clause computed from the day of its notice.

A clause is data; what it says is computed by small functions that tables name, so that a new form is a row.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.core.event import Source


class Unit(StrEnum):
    """What a period is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Counting(StrEnum):
    """On which day a period ends as the depositary counts: the corresponding day, or the one after it."""

    SAME_DAY = "same-day"
    NEXT_DAY = "next-day"


class Tested(StrEnum):
    """When a clause asks whether there is an armed conflict."""

    EXPIRY = "expiry"
    NOTICE = "notice"


class Until(StrEnum):
    """What must have ended before a withdrawal that a conflict deferred takes effect."""

    CONFLICT_ENDED = "conflict-ended"
    RELEASE = "release"
    NO_CONFLICT = "no-conflict"


class Basis(StrEnum):
    """Where an effective date comes from."""

    ANNOUNCED = "announced"
    NAMED = "named"
    COMPUTED = "computed"
    CONFIRMED = "confirmed"


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


@dataclass(frozen=True, slots=True)
class LockIn:
    """How long after the treaty's entry into force for a party no notice may be given."""

    period: Period


@dataclass(frozen=True, slots=True)
class ConflictRule:
    """The armed-conflict rule of a clause; `article` where it is another than the clause's own."""

    tested: Tested
    until: Until
    article: str | None = None


@dataclass(frozen=True, slots=True)
class ExitClause:
    """The article that says how to withdraw.

    `end_of_day`: bound until the end of the effective date. `named`: the notice may name a later day.
    `notify`: who must be told. `reasons`: whether they are owed. `verified`: how far the text was read.
    """

    article: str
    period: Period
    right: str = "free"
    runs_from: str = "receipt"
    counting: Counting = Counting.SAME_DAY
    end_of_day: bool = False
    named: bool = False
    notify: tuple[str, ...] = ()
    reasons: bool = False
    verified: str | None = None
    lock_in: LockIn | None = None
    conflict: ConflictRule | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a clause makes of a notice: its own day (`computed`), the effective date, its basis, what is doubtful."""

    computed: date | None = None
    effective: date | None = None
    basis: Basis | None = None
    doubts: tuple[str, ...] = ()


def reckon(clause: ExitClause, received: date, *, named: date | None = None, in_force: date | None = None) -> Reckoning:
    """Compute when a notice received on `received` takes effect.

    A notice is never refused: where it came within the lock-in, `effective` is None with a doubt.
    """
    doubts = list(_cut(clause, received))
    try:
        if early := _too_early(clause, received, in_force):
            return Reckoning(doubts=(early,))
        computed = _COUNT[clause.counting](clause.period.after(received))
    except OverflowError:
        return Reckoning(doubts=("the effective date would lie beyond the year 9999",))
    if clause.lock_in and in_force is None:
        doubts.append(
            f"whether the notice could be given yet ({clause.article}) was not looked at: `in_force` is not known"
        )
    if named is None:
        return Reckoning(computed, computed, Basis.COMPUTED, tuple(doubts))
    effective, basis, doubt = _named(clause, computed, named)
    return Reckoning(computed, effective, basis, (*doubts, *doubt))


def last_day_bound(clause: ExitClause, effective: date) -> date:
    """Return the last day on which the treaty still binds, which is the last one to take a notice back.

    Vienna Convention on the Law of Treaties, art. 68: a notice may be revoked before it takes effect.
    """
    return effective if clause.end_of_day else effective - timedelta(days=1)


def _named(clause: ExitClause, computed: date, named: date) -> tuple[date, Basis, tuple[str, ...]]:
    if not clause.named:
        why = f"the notice names {named}, but the clause ({clause.article}) knows no later day than its own"
        return computed, Basis.COMPUTED, (why,)
    if named < computed:
        why = f"the notice names {named}, before the earliest day of the clause ({clause.article}), which counts"
        return computed, Basis.COMPUTED, (why,)
    return named, Basis.NAMED, ()


def _too_early(clause: ExitClause, received: date, in_force: date | None) -> str | None:
    if clause.lock_in is None or in_force is None:
        return None
    first = clause.lock_in.period.after(in_force)
    if received >= first:
        return None
    return f"the notice came before {first}, the first day on which the clause ({clause.article}) lets one be given"


def _cut(clause: ExitClause, received: date) -> tuple[str, ...]:
    try:
        cut = clause.period.is_cut(received)
    except OverflowError:
        return ()
    if not cut:
        return ()
    return (
        f"the month in which the period ends has no day {received.day}: its last day counts, "
        "and the practice of depositaries on this is not settled",
    )


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


_ADD: Mapping[Unit, Callable[[date, int], date]] = {
    Unit.DAYS: _add_days,
    Unit.WEEKS: _add_weeks,
    Unit.MONTHS: _add_months,
    Unit.YEARS: _add_years,
}

_COUNT: Mapping[Counting, Callable[[date], date]] = {
    Counting.SAME_DAY: lambda day: day,
    Counting.NEXT_DAY: lambda day: day + timedelta(days=1),
}
