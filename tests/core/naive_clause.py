"""Exit clauses read a second time: slowly, day by day where that is possible, with `dateutil` for months."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tracker.core.clause import ExitClause
from tracker.core.period import Period

ONE_DAY = timedelta(days=1)


@dataclass
class Answer:
    """What a notice leads to: its effective date, the clause's own, a bound; or the day to wait for."""

    effective: date | None = None
    own: date | None = None
    floor: date | None = None
    opens: date | None = None


def answer(clause: ExitClause, received: date, named: date | None = None, in_force: date | None = None) -> Answer:
    if clause.right == "none":
        return Answer()
    opens = waits_until(clause, received, in_force)
    if opens and received < opens:
        return Answer(opens=opens)
    if clause.term and start_of_terms(clause, in_force) is None:
        return Answer()
    own = own_day(clause, received, in_force)
    if clause.happening:
        return Answer(floor=own if clause.happening.bound == "earliest" else None)
    own = after_the_lock(clause, own, in_force)
    least = own
    if clause.named == "period" and clause.rounding:  # a longer period ends on its own day
        least = after_the_lock(clause, own_day(replace(clause, rounding=None), received, in_force), in_force)
        if least < own and lock_end(clause, in_force) == own:
            least = own
    may_name = clause.named is not None or clause.minimum
    return Answer(named if named and named >= least and (may_name or named == own) else own, own)


def waits_until(clause: ExitClause, received: date, in_force: date | None) -> date | None:
    """Return the first day on which the clause lets a notice be given, if it says anything on that."""
    lock, term = clause.lock_in, clause.term
    if lock and lock.locks == "notice":
        begin = {"party": in_force, "treaty": lock.start, "other": None}[lock.origin]
        if begin and received < begin + length(lock.period):
            return begin + length(lock.period)
    start = start_of_terms(clause, in_force)
    if term and term.window and start:
        years = term.first
        while received > start + relativedelta(years=years) + length(term.window):
            years += term.then
        return start + relativedelta(years=years)
    return None


def after_the_lock(clause: ExitClause, day: date, in_force: date | None) -> date:
    end = lock_end(clause, in_force)
    return max(day, end) if end else day


def lock_end(clause: ExitClause, in_force: date | None) -> date | None:
    """Return the first day on which a withdrawal may take effect, if the clause says anything on that."""
    lock = clause.lock_in
    if lock is None or lock.locks == "notice":
        return None
    begin = {"party": in_force, "treaty": lock.start, "other": None}[lock.origin]
    return begin + length(lock.period) if begin else None


def start_of_terms(clause: ExitClause, in_force: date | None) -> date | None:
    if clause.term is None:
        return None
    return clause.term.start if clause.term.origin == "treaty" else in_force


def own_day(clause: ExitClause, received: date, in_force: date | None) -> date:
    if clause.calendar:
        return fixed_day(clause, received)
    start = start_of_terms(clause, in_force)
    if clause.term and start and not clause.term.window:
        years = clause.term.first
        while last_notice(clause, start + relativedelta(years=years)) < received:
            years += clause.term.then
        return start + relativedelta(years=years)
    day = received
    if clause.period:
        day += length(clause.period)
        if clause.counting == "next-day" and clause.period.amount:
            day += ONE_DAY
    return rounded(clause, day)


def last_notice(clause: ExitClause, end: date) -> date:
    """Return the last day for a notice before a term's end: the period is counted back from it."""
    if not clause.period:
        return end
    counted_later = clause.counting == "next-day" and clause.period.amount
    return end - length(clause.period) - (ONE_DAY if counted_later else timedelta())


def rounded(clause: ExitClause, day: date) -> date:
    """Walk on, day by day, to the one that the clause rounds to."""
    if clause.rounding == "month-start":
        day += ONE_DAY
        while day.day != 1:
            day += ONE_DAY
    if clause.rounding == "month-end":
        while (day + ONE_DAY).day != 1:
            day += ONE_DAY
    if clause.rounding == "year-end":
        while (day.month, day.day) != (12, 31):
            day += ONE_DAY
    return day


def fixed_day(clause: ExitClause, received: date) -> date:
    """Walk on from the notice to the next last day for a notice, which decides the year of the fixed day."""
    rule = clause.calendar
    assert rule
    day = received
    while (day.month, day.day) != (rule.notice_by.month, rule.notice_by.day):
        day += ONE_DAY
    return date(day.year + rule.years, rule.effect.month, rule.effect.day)


def length(period: Period) -> relativedelta:
    amount = period.amount
    return {
        "days": relativedelta(days=amount),
        "weeks": relativedelta(weeks=amount),
        "months": relativedelta(months=amount),
        "years": relativedelta(years=amount),
    }[period.unit]
