"""The calculator: what it refuses, what it says backwards, for one state."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.tell import CONFLICT, LATVIA, MONTHS_6, treaty
from tracker.core.calculator import backwards, forwards
from tracker.core.clause import Calendar, LockIn, Reserved
from tracker.core.day import parse_day
from tracker.core.errors import Refused, TrackerError, WrongUsage
from tracker.core.month_day import MonthDay
from tracker.core.period import Period, Unit
from tracker.core.reckoning import Asked
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Counting, LockFrom, Naming, Right

OTTAWA = replace(treaty(CONFLICT), adopted=1997)


def asked(received: str, **others: str) -> Asked:
    return Asked(parse_day(received), **{name: parse_day(day) for name, day in others.items()})


def refused(one: Treaty, notice: Asked, kind: type[TrackerError]) -> tuple[str, str | None]:
    with pytest.raises(kind) as raised:
        forwards(one, notice)
    return raised.value.message, raised.value.hint


@pytest.mark.rule(59)
def test_the_command_names_the_treaty_as_a_shell_takes_it() -> None:
    early = asked("2025-01-01", in_force="2026-01-01")
    assert refused(replace(OTTAWA, id="$(touch pwned)"), early, Refused)[1] == (
        "`tracker effect '$(touch pwned)' --received 2026-01-01 --in-force 2026-01-01`"
    )


@pytest.mark.rule(59)
def test_a_notice_is_refused_that_cannot_be() -> None:
    """Before there was the treaty, or before it bound the state; what was asked stays in the hint."""
    assert refused(OTTAWA, asked("1950-01-01"), Refused) == (
        "ottawa: a notice of 1950-01-01 cannot be: the treaty is of 1997",
        None,
    )
    assert refused(OTTAWA, asked("2025-01-01", in_force="2026-01-01", conflict_from="2026-05-01"), Refused) == (
        "ottawa: a notice of 2025-01-01 is too early: the treaty has bound the state only since 2026-01-01",
        "`tracker effect ottawa --received 2026-01-01 --in-force 2026-01-01 --conflict-from 2026-05-01`",
    )


@pytest.mark.rule(59)
def test_a_notice_that_is_too_early_is_refused_with_the_first_day() -> None:
    """The command to type keeps what else was asked."""
    locked = treaty(replace(MONTHS_6, named=Naming.DATE, lock_in=LockIn(Period(3, Unit.YEARS))))
    notice = asked("2022-02-28", in_force="2019-03-01", named="2023-01-01")
    assert refused(locked, notice, Refused) == (
        "ottawa: a notice of 2022-02-28 is too early: the first day for one is 2022-03-01 (art. 20)",
        "`tracker effect ottawa --received 2022-03-01 --named 2023-01-01 --in-force 2019-03-01`",
    )


@pytest.mark.rule(60, 62)
def test_what_the_clause_does_not_know_cannot_be_asked() -> None:
    """Forwards and backwards alike: an armed conflict, a way out of a state's own."""
    plain = treaty(MONTHS_6)
    rule = ("the exit clause of the Convention has no armed-conflict rule", "leave `--conflict-from` out")
    assert refused(plain, asked("2025-01-01", conflict_from="2025-01-01"), WrongUsage) == rule
    with pytest.raises(WrongUsage, match="no armed-conflict rule"):
        backwards(plain, asked("2025-01-01", conflict_from="2025-01-01"), date(2026, 1, 1))
    with pytest.raises(WrongUsage, match="reserved no way of its own out"):
        forwards(plain, asked("2025-01-01"), LATVIA)


@pytest.mark.rule(61)
def test_backwards_the_day_that_is_safe_is_told_too() -> None:
    """Where two ways of counting give two days, one day fewer; none where no day is."""
    unknown = treaty(replace(MONTHS_6, counting=None))
    found = backwards(unknown, asked("2025-01-01"), date(2026, 1, 1)).deadline
    assert found is not None
    assert (str(found.day), str(found.safe)) == ("2025-07-01", "2025-06-30")
    assert found.told.doubts == ("on every reading only a notice up to 2025-06-30 is in time",)
    fixed = replace(MONTHS_6, period=None, counting=None, calendar=Calendar(MonthDay(6, 30), 0, MonthDay(1, 1)))
    found = backwards(treaty(fixed), asked("2025-01-01"), date(2026, 12, 31)).deadline
    assert found is not None
    assert (str(found.day), str(found.safe), found.told.doubts) == ("2026-01-01", "2026-01-01", ())
    silent = replace(fixed, calendar=None, right=Right.NONE)
    nothing = backwards(treaty(silent), asked("2025-01-01"), date(2026, 12, 31))
    assert (nothing.received, nothing.told.effective, len(nothing.told.doubts)) == (None, None, 1)
    locked = replace(MONTHS_6, counting=None, lock_in=LockIn(Period(1, Unit.YEARS), LockFrom.PARTY))
    bound = asked("2025-01-01", in_force="2024-07-01")
    found = backwards(treaty(locked), bound, date(2026, 1, 1)).deadline
    assert found is not None
    assert (str(found.day), found.safe, found.told.doubts) == ("2025-07-01", None, ())


@pytest.mark.rule(62)
def test_a_state_that_reserved_its_own_way_out_is_asked_by_itself() -> None:
    """Nothing of the clause's period, rounding or conflict holds for it; its own condition is told."""
    own = Reserved(LATVIA, Period(3, Unit.MONTHS), "its declaration", "Its dues must be paid.", Counting.SAME_DAY)
    one = treaty(replace(CONFLICT, reserved=(own,)))
    answer = forwards(one, asked("2025-07-31"), LATVIA)
    assert str(answer.told.effective) == "2025-10-31"
    assert answer.told.doubts == ("its dues must be paid: whether that is so was not looked at",)


@pytest.mark.rule(21)
def test_a_lock_in_from_something_else_is_asked_with_its_own_day() -> None:
    """Since it is no entry into force."""
    rule = LockIn(Period(4, Unit.YEARS), LockFrom.OTHER, since="it took on the duties")
    one = treaty(replace(MONTHS_6, lock_in=rule))
    with pytest.raises(Refused, match="the first day for one is 2026-05-01"):
        forwards(one, asked("2025-01-01", locked_from="2022-05-01"))
    assert str(forwards(one, asked("2026-05-01", locked_from="2022-05-01")).told.effective) == "2026-11-01"
