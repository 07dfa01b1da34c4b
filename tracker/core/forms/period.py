"""The period from the notice to its effect: counted, then rounded."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tracker.core import phrases
from tracker.core.period import Period, Unit
from tracker.core.reckoning import Course, Reading, Rule
from tracker.core.vocabulary import Counting, Rounding

_ONE_DAY = timedelta(days=1)


def period(course: Course) -> Course:
    """Move to the end of the period; ask where the last month has no such day."""
    clause, length = course.clause, course.clause.period
    if length is None or course.at_term or (clause.rounding and clause.at_once):
        return course
    before, end = course.day, length.after(course.day)
    whole = clause.rounding is Rounding.MONTH_END  # then the month alone counts
    cut = length.is_cut(before) and clause.counting is not Counting.NEXT_DAY and not whole
    if cut and course.reads(Reading.CARRIED):
        end += _ONE_DAY
    course = course.step(Rule.PERIOD, phrases.lasted(clause, length), clause.article, day=end)
    if not cut or course.reads(Reading.CARRIED):
        return course
    rule = f"the month in which the period ends has no day {before.day}: its last day counts"
    return course.ask(Reading.CARRIED, f"{rule}, and the practice of depositaries on this is not settled")


def counting(course: Course) -> Course:
    """Move to the day after, where the depositary counts so; ask where that is not known."""
    clause = course.clause
    if course.at_term or clause.wait is None:
        return course
    if clause.counting is Counting.NEXT_DAY or course.reads(Reading.NEXT_DAY):
        return course.step(Rule.COUNTING, "and the day after, as the depositary counts", day=course.day + _ONE_DAY)
    if clause.counting is Counting.SAME_DAY:
        return course.step(Rule.COUNTING, "the depositary counts to the corresponding day")
    if clause.rounding is Rounding.MONTH_END:  # the month is the same, however it is counted
        return course
    text = "whether it is counted to the corresponding day or to the day after it is not known"
    return course.step(Rule.COUNTING, text).ask(Reading.NEXT_DAY)


def rounding(course: Course) -> Course:
    """Move to the day to which the clause rounds."""
    clause, rule = course.clause, course.clause.rounding
    course = replace(course, least=course.day)
    if rule is None:
        return course
    if rule is Rounding.MONTH_START and course.day.day == 1 and clause.wait:
        if course.reads(Reading.FIRST_COUNTS):
            return course
        course = course.ask(
            Reading.FIRST_COUNTS,
            f"the period ends on {course.day}, the first day of a month: whether that day counts or the first of the "
            "month after is not settled",
        )
    return course.step(Rule.ROUNDING, phrases.rounded(clause, rule), clause.article, day=_ROUND[rule](course.day))


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
