"""The period from the notice to its effect: counted, then rounded."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tracker.core import phrases
from tracker.core.clause import ExitClause
from tracker.core.period import Period, Unit
from tracker.core.reckoning import Course, Rule
from tracker.core.vocabulary import Counting, Rounding

_ONE_DAY = timedelta(days=1)


def period(course: Course) -> Course:
    """Move to the end of the period; doubt where the last month has no such day."""
    clause, length = course.clause, course.clause.period
    if length is None or course.at_term:
        return course
    before = course.day
    course = course.step(Rule.PERIOD, phrases.lasted(clause, length), clause.article, day=length.after(before))
    if not length.is_cut(before):
        return course
    rule = f"the month in which the period ends has no day {before.day}: its last day counts"
    course = course.doubt(f"{rule}, and the practice of depositaries on this is not settled")
    if clause.rounding is not None or clause.counting is Counting.NEXT_DAY:
        return course
    return course.other("if the missing day is carried over into the next month", course.day + _ONE_DAY)


def counting(course: Course) -> Course:
    """Move to the day after, where the depositary counts so."""
    clause = course.clause
    if course.at_term or clause.period is None or not clause.period.amount:
        return course
    if clause.counting is Counting.NEXT_DAY:
        return course.step(Rule.COUNTING, "and the day after, as the depositary counts", day=course.day + _ONE_DAY)
    return course.step(Rule.COUNTING, _COUNTED[clause.counting])


def rounding(course: Course) -> Course:
    """Move to the day to which the clause rounds."""
    rule = course.clause.rounding
    if rule is None:
        return course
    if rule is Rounding.MONTH_START and course.day.day == 1:
        course = course.doubt(
            f"the period ends on {course.day}, the first day of a month: whether that day counts or the first of the "
            "month after is not settled"
        ).other("if the period’s end counts where it is the first day of a month", course.day)
    return course.step(Rule.ROUNDING, phrases.ROUNDED[rule], course.clause.article, day=_ROUND[rule](course.day))


def counted(clause: ExitClause, day: date) -> date:
    """Return the day on which a period ends, as the depositary counts."""
    later = clause.counting is Counting.NEXT_DAY and clause.period is not None and clause.period.amount
    return day + _ONE_DAY if later else day


def _month_start(day: date) -> date:
    return Period(1, Unit.MONTHS).after(day.replace(day=1))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _year_end(day: date) -> date:
    return day.replace(month=12, day=31)


_ROUND: Mapping[Rounding, Callable[[date], date]] = {
    Rounding.MONTH_START: _month_start,
    Rounding.MONTH_END: _month_end,
    Rounding.YEAR_END: _year_end,
}
_COUNTED: Mapping[Counting | None, str] = {
    Counting.SAME_DAY: "the depositary counts to the corresponding day",
    None: "whether it is counted to the corresponding day or to the day after it is not known",
}
