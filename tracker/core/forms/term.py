"""The fixed terms of a treaty, with the windows after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.core.period import Period, Unit
from tracker.core.reckoning import Course, Reading, Rule
from tracker.core.vocabulary import Counting

_ONE_DAY = timedelta(days=1)


def window(course: Course) -> Course:
    """End where the notice came outside the windows."""
    term = course.clause.term
    if term is None or term.window is None:
        return course
    start = term.begins(course.asked.in_force)
    if start is None:
        return _no_grid(course)
    opens, closes = term.window_at(start, term.window, course.asked.received)
    if course.asked.received < opens:
        return course.too_early(opens)
    if course.asked.received in (opens, closes):
        course = course.doubt(f"whether the window includes its first day, {opens}, and its last, {closes}, is open")
    text = f"within {term.window.words} after the end of a term, from {opens} to {closes}"
    return course.step(Rule.TERM, text, course.clause.about_notice)


def term(course: Course) -> Course:
    """Move to the end of the first term for which the notice came in time; its time is counted back from the end."""
    clause, rule = course.clause, course.clause.term
    if rule is None or rule.window is not None:
        return course
    start = rule.begins(course.asked.in_force)
    if start is None:
        return _no_grid(course)
    before = clause.period or Period(0, Unit.DAYS)
    end = rule.end_for(start, course.day, lambda last: _last_notice(course, before, last))
    text = f"the end of the running term of which notice can be given at least {before.words} before"
    course = replace(course.step(Rule.TERM, text, clause.article, day=end), at_term=True)
    if course.reads(Reading.FORWARDS):
        return course
    course = course.ask(Reading.FORWARDS)
    open_ = before.amount and clause.counting is None and not course.reads(Reading.NEXT_DAY)
    return course.ask(Reading.NEXT_DAY) if open_ else course


def _last_notice(course: Course, before: Period, end: date) -> date:
    """Return the last day for a notice that is to take effect at the end of a term."""
    later = course.clause.counting is Counting.NEXT_DAY or course.reads(Reading.NEXT_DAY)
    last = before.until(end, forwards=course.reads(Reading.FORWARDS))
    return last - _ONE_DAY if later and before.amount else last


def _no_grid(course: Course) -> Course:
    since = "the treaty’s entry into force for the state"
    why = f"the terms of the clause ({course.clause.article}) count from {since}, which is not known"
    return course.doubt(why).end()
