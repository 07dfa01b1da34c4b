"""The arithmetic of a plain exit clause: one date from another."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chance import CALM
from tests.core.tell import DAY_AFTER, END_OF_DAY, MONTHS_6, YEAR_LOCK
from tracker.core.clause import ExitClause, LockIn, binds, first_day_out, last_day_bound
from tracker.core.day import parse_day
from tracker.core.period import Period, Unit
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Basis, Other, Refusal


@pytest.mark.rule(19)
@CALM
@given(st.dates(), st.integers(0, 3000), st.sampled_from(Unit))
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
@pytest.mark.parametrize(
    ("received", "amount", "unit", "effective", "carried"),
    [
        ("2025-06-27", 6, Unit.MONTHS, "2025-12-27", None),
        ("2025-08-31", 6, Unit.MONTHS, "2026-02-28", "2026-03-01"),
        ("2023-08-31", 6, Unit.MONTHS, "2024-02-29", "2024-03-01"),
        ("2024-02-29", 1, Unit.YEARS, "2025-02-28", "2025-03-01"),
        ("2024-02-29", 4, Unit.YEARS, "2028-02-29", None),
        ("2025-12-31", 12, Unit.MONTHS, "2026-12-31", None),
        ("2025-01-31", 90, Unit.DAYS, "2025-05-01", None),
        ("2025-01-31", 2, Unit.WEEKS, "2025-02-14", None),
    ],
)
def test_months_are_added_in_one_step(
    received: str, amount: int, unit: Unit, effective: str, carried: str | None
) -> None:
    """Where the last month has no such day its last day counts, with a doubt, and with the other day that there is."""
    told = reckon(replace(MONTHS_6, period=Period(amount, unit)), Asked(parse_day(received)))
    assert (str(told.effective), told.basis) == (effective, Basis.COMPUTED)
    if carried is None:
        assert (told.doubts, told.also) == ((), ())
    else:
        rule = f"the month in which the period ends has no day {received[-2:]}: its last day counts"
        assert told.doubts == (f"{rule}, and the practice of depositaries on this is not settled",)
        assert told.also == (Other("if the missing day is carried over into the next month", parse_day(carried)),)


@pytest.mark.rule(19)
def test_the_day_after_is_taken_where_the_depositary_counts_so() -> None:
    """Beyond the calendar no day is told."""
    assert str(reckon(DAY_AFTER, Asked(date(2025, 6, 27))).effective) == "2025-12-28"
    assert reckon(DAY_AFTER, Asked(date(9999, 6, 30))).effective == date(9999, 12, 31)
    assert reckon(replace(DAY_AFTER, period=Period(1, Unit.DAYS)), Asked(date(9999, 12, 30))).effective is None


@pytest.mark.rule(20)
def test_the_first_day_of_a_notice_follows_from_the_lock_in() -> None:
    """It is the corresponding day; the calendar's last where it would lie beyond."""
    told = reckon(YEAR_LOCK, Asked(date(2021, 2, 27), in_force=date(2020, 2, 29)))
    assert told.refusal == Refusal(told.doubts[0], date(2021, 2, 28))
    assert str(reckon(YEAR_LOCK, Asked(date(2021, 2, 28), in_force=date(2020, 2, 29))).effective) == "2021-08-28"
    beyond = replace(YEAR_LOCK, lock_in=LockIn(Period(9999, Unit.YEARS)))
    late = reckon(beyond, Asked(date(2025, 1, 1), in_force=date(2020, 1, 1)))
    assert (late.effective, late.refusal) == (None, None)
    assert late.doubts == ("the lock-in would last beyond the year 9999",)


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
