"""Exit clauses by chance: every form, in every combination that does not contradict itself."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.core.tell import MONTHS_6
from tracker.core.clause import Calendar, ExitClause, Happening, LockIn
from tracker.core.clause_checks import clause_problems
from tracker.core.month_day import NEW_YEARS_EVE, MonthDay
from tracker.core.period import Period, Unit
from tracker.core.term import Term, TermFrom
from tracker.core.vocabulary import Bound, Counting, LockFrom, Locks, Naming, Right, Rounding

STARTS = st.dates(date(1950, 1, 1), date(2030, 12, 31))
PERIODS = st.builds(Period, st.integers(0, 40), st.sampled_from(Unit))
YEARS = st.integers(1, 12)
WINDOWS = st.none() | st.builds(Period, st.integers(1, 12), st.just(Unit.MONTHS))
MONTH_DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31)).map(lambda day: MonthDay(day.month, day.day))
MONTH_DAYS |= st.sampled_from([MonthDay(1, 1), MonthDay(6, 30), NEW_YEARS_EVE])

BARE = replace(MONTHS_6, period=None, counting=None)
PLAIN = st.builds(
    replace,
    st.just(BARE),
    period=PERIODS,
    counting=st.sampled_from([None, *Counting]),
    rounding=st.sampled_from([None, *Rounding]),
    minimum=st.booleans(),
)
FIXED = st.builds(
    replace,
    st.just(BARE),
    calendar=st.builds(Calendar, effect=MONTH_DAYS, years=st.integers(0, 2), notice_by=MONTH_DAYS),
)
TERMED = st.builds(
    replace,
    st.just(replace(BARE, right=Right.WINDOWS)),
    period=PERIODS,
    counting=st.sampled_from([None, *Counting]),
    term=st.builds(Term, YEARS, YEARS, st.just(TermFrom.TREATY), STARTS, WINDOWS)
    | st.builds(Term, YEARS, YEARS, st.just(TermFrom.PARTY), window=WINDOWS),
)
LOCKS = (
    st.none()
    | st.builds(LockIn, PERIODS, locks=st.sampled_from(Locks))
    | st.builds(LockIn, PERIODS, st.just(LockFrom.TREATY), STARTS, locks=st.sampled_from(Locks))
    | st.builds(LockIn, PERIODS, st.just(LockFrom.OTHER), since=st.just("it took on its duties"))
)
EVENTS = st.none() | st.builds(Happening, st.just("the budget is approved"), st.sampled_from(Bound))


def sound(clause: ExitClause) -> bool:
    return not clause_problems(clause)


# Clauses that give a day, or say why they give none.
any_clause = st.builds(
    replace,
    PLAIN | FIXED | TERMED,
    lock_in=LOCKS,
    happening=st.just(None) | st.just(None) | EVENTS,
    named=st.sampled_from([None, *Naming]),
    end_of_day=st.booleans(),
).filter(sound)
