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
    """Compute when a notice received on `received` takes effect (docs/rules.md, rules 19 to 22).

    A notice is never refused: where no day can be told, since it came within the lock-in or the day would lie
    beyond the year 9999, `effective` is None with a doubt.
    """
    opens = first_day(clause, in_force)
    if opens and received < opens:
        why = f"the notice came before {opens}, the first day on which the clause ({clause.article}) lets one be given"
        return Reckoning(doubts=(why,))
    try:
        computed = _COUNT[clause.counting](clause.period.after(received))
    except OverflowError:
        return Reckoning(doubts=("the effective date would lie beyond the year 9999",))
    doubts = (*_cut(clause, received), *_lock_in_unknown(clause, in_force))
    if named is None:
        return Reckoning(computed, computed, Basis.COMPUTED, doubts)
    if doubt := _not_taken(clause, computed, named):
        return Reckoning(computed, computed, Basis.COMPUTED, (*doubts, doubt))
    return Reckoning(computed, named, Basis.NAMED, doubts)


def first_day(clause: ExitClause, in_force: date | None) -> date | None:
    """Return the first day on which a notice may be given; None where no lock-in says, or `in_force` is not known."""
    if clause.lock_in is None or in_force is None:
        return None
    try:
        return clause.lock_in.period.after(in_force)
    except OverflowError:
        return date.max


def binds(clause: ExitClause, effective: date, day: date) -> bool:
    """Whether the treaty still binds on `day`: before the effective date, under an end-of-day clause also on it."""
    return day <= effective if clause.end_of_day else day < effective


def first_day_out(clause: ExitClause, effective: date) -> date:
    """Return the first day on which the treaty no longer binds."""
    return effective + timedelta(days=1) if clause.end_of_day else effective


def last_day_bound(clause: ExitClause, effective: date) -> date:
    """Return the last day on which the treaty still binds, which is the last one to take a notice back.

    Vienna Convention on the Law of Treaties, art. 68: a notice may be revoked before it takes effect.
    """
    return effective if clause.end_of_day else effective - timedelta(days=1)


def _not_taken(clause: ExitClause, computed: date, named: date) -> str | None:
    """Say why a day that the notice names does not count; None where it does."""
    if named < computed:
        return f"the notice names {named}, before the earliest day of the clause ({clause.article}), which counts"
    if named > computed and not clause.named:
        return f"the notice names {named}, but the clause ({clause.article}) knows no later day than its own"
    return None


def _lock_in_unknown(clause: ExitClause, in_force: date | None) -> tuple[str, ...]:
    if clause.lock_in is None or in_force is not None:
        return ()
    return (f"whether the notice could be given yet ({clause.article}) was not looked at: `in_force` is not known",)


def _cut(clause: ExitClause, received: date) -> tuple[str, ...]:
    if not clause.period.is_cut(received):
        return ()
    rule = f"the month in which the period ends has no day {received.day}: its last day counts"
    return (f"{rule}, and the practice of depositaries on this is not settled",)


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
