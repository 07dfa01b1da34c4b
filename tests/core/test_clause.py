"""The arithmetic of an exit clause: one date from another."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.core.chance import CALM, clauses
from tests.core.tell import DAY_AFTER, END_OF_DAY, MONTHS_6, YEAR_LOCK
from tracker.core.clause import (
    Basis,
    ExitClause,
    LockIn,
    Period,
    Unit,
    binds,
    first_day,
    first_day_out,
    last_day_bound,
    reckon,
)
from tracker.core.day import parse_day

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
any_day = st.dates()


@pytest.mark.rule(19)
@CALM
@given(any_day, st.integers(0, 3000), st.sampled_from(Unit))
def test_periods_are_added_as_dateutil_adds_them(day: date, amount: int, unit: Unit) -> None:
    """In one step, to the last day of a month that has no such day; beyond the year 9999 neither gives a day."""
    length: dict[str, Any] = {unit.value: amount}
    try:
        witness = day + relativedelta(**length)
    except (ValueError, OverflowError):
        with pytest.raises(OverflowError):
            Period(amount, unit).after(day)
    else:
        assert Period(amount, unit).after(day) == witness


@pytest.mark.rule(19)
@CALM
@given(clauses, days, st.none() | days, st.none() | days)
def test_nothing_takes_effect_before_its_notice(
    clause: ExitClause, received: date, named: date | None, in_force: date | None
) -> None:
    """Whatever the clause, whatever the notice names."""
    told = reckon(clause, received, named=named, in_force=in_force)
    days = [received, *(day for day in (told.computed, told.effective) if day)]
    assert days == sorted(days)
    assert (told.computed is None) is (told.effective is None)


@pytest.mark.rule(19)
@CALM
@given(clauses, days, st.integers(0, 400), st.none() | days)
def test_a_later_notice_takes_no_earlier_effect(
    clause: ExitClause, received: date, more: int, in_force: date | None
) -> None:
    """The effective date never decreases in the day of receipt; and once a notice may be given, it may be later."""
    first = reckon(clause, received, in_force=in_force)
    second = reckon(clause, received + timedelta(days=more), in_force=in_force)
    assume(first.effective)
    assert first.effective is not None
    assert second.effective is not None
    assert first.effective <= second.effective


@pytest.mark.rule(19)
@pytest.mark.parametrize(
    ("received", "amount", "unit", "effective", "cut"),
    [
        ("2025-06-27", 6, Unit.MONTHS, "2025-12-27", False),
        ("2025-08-31", 6, Unit.MONTHS, "2026-02-28", True),
        ("2023-08-31", 6, Unit.MONTHS, "2024-02-29", True),
        ("2024-02-29", 1, Unit.YEARS, "2025-02-28", True),
        ("2024-02-29", 4, Unit.YEARS, "2028-02-29", False),
        ("2025-12-31", 12, Unit.MONTHS, "2026-12-31", False),
        ("2025-01-31", 90, Unit.DAYS, "2025-05-01", False),
        ("2025-01-31", 2, Unit.WEEKS, "2025-02-14", False),
    ],
)
def test_months_are_added_in_one_step(received: str, amount: int, unit: Unit, effective: str, *, cut: bool) -> None:
    """Where the last month has no such day its last day counts, with a doubt."""
    told = reckon(replace(MONTHS_6, period=Period(amount, unit)), parse_day(received))
    assert (str(told.effective), told.basis) == (effective, Basis.COMPUTED)
    number = int(received[-2:])
    assert told.doubts == (
        (
            (
                f"the month in which the period ends has no day {number}: its last day counts, "
                "and the practice of depositaries on this is not settled"
            ),
        )
        if cut
        else ()
    )


@pytest.mark.rule(19)
def test_the_day_after_is_taken_where_the_depositary_counts_so() -> None:
    """Beyond the calendar no day is told."""
    assert str(reckon(DAY_AFTER, date(2025, 6, 27)).effective) == "2025-12-28"
    assert reckon(DAY_AFTER, date(9999, 6, 30)).effective == date(9999, 12, 31)
    assert reckon(replace(DAY_AFTER, period=Period(0, Unit.DAYS)), date.max).effective is None


@pytest.mark.rule(20)
def test_the_first_day_of_a_notice_follows_from_the_lock_in() -> None:
    """None without a lock-in or without `in_force`; the calendar's last where it would lie beyond."""
    assert first_day(MONTHS_6, date(2020, 1, 1)) is None
    assert first_day(YEAR_LOCK, None) is None
    assert first_day(YEAR_LOCK, date(2020, 2, 29)) == date(2021, 2, 28)
    beyond = replace(YEAR_LOCK, lock_in=LockIn(Period(9999, Unit.YEARS)))
    assert first_day(beyond, date(2020, 1, 1)) == date.max
    assert reckon(beyond, date(2025, 1, 1), in_force=date(2020, 1, 1)).effective is None


@pytest.mark.rule(15, 16)
@pytest.mark.parametrize(
    ("clause", "last_bound", "first_out"),
    [(MONTHS_6, date(2025, 12, 26), date(2025, 12, 27)), (END_OF_DAY, date(2025, 12, 27), date(2025, 12, 28))],
)
def test_the_treaty_binds_up_to_one_day(clause: ExitClause, last_bound: date, first_out: date) -> None:
    """The day before the effective date, under an end-of-day clause that day itself."""
    effective = date(2025, 12, 27)
    assert (last_day_bound(clause, effective), first_day_out(clause, effective)) == (last_bound, first_out)
    assert binds(clause, effective, last_bound)
    assert not binds(clause, effective, first_out)
