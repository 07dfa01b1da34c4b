"""The fixed terms of a treaty, with the windows after them."""

from __future__ import annotations

from dataclasses import replace

from tracker.core.forms.period import counted
from tracker.core.period import Period, Unit
from tracker.core.reckoning import Course, Rule


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
    text = f"within {term.window.words} after the end of a term (until {closes})"
    return course.step(Rule.TERM, text, course.clause.about_notice, shown=opens)


def term(course: Course) -> Course:
    """Move to the end of a term, for which the notice came in time."""
    clause, term = course.clause, course.clause.term
    if term is None or term.window is not None:
        return course
    start = term.begins(course.asked.in_force)
    if start is None:
        return _no_grid(course)
    before = clause.period or Period(0, Unit.DAYS)
    end = term.end_from(start, counted(clause, before.after(course.day)))
    text = f"the end of the running term of which notice can be given at least {before.words} before"
    return replace(course.step(Rule.TERM, text, clause.article, day=end), at_term=True)


def _no_grid(course: Course) -> Course:
    why = f"the terms of the clause ({course.clause.article}) count from `in_force`, which is not known"
    return course.doubt(why).end()
