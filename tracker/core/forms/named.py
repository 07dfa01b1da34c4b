"""The day that a notice names for its effect."""

from __future__ import annotations

from datetime import date

from tracker.core.reckoning import Basis, Course, Refusal, Rule
from tracker.core.vocabulary import Naming


def named(course: Course) -> Course:
    """Take the named day where the clause allows it; otherwise the clause's own counts, with a doubt."""
    day, clause = course.asked.named, course.clause
    if day is None:
        return course
    if why := _not_taken(course):
        return course.doubt(why).refused(Refusal(why))
    told = "the notice names this day"
    if day > _floor(course):
        longer = clause.named is Naming.PERIOD
        told = "the notice names a longer period, which ends then" if longer else "the notice names this later day"
    return course.step(Rule.NAMED, told, clause.article, shown=day).takes_effect(day, Basis.NAMED)


def _not_taken(course: Course) -> str | None:
    """Say why the day that the notice names does not count; None where it does."""
    day, article = course.asked.named, course.clause.article
    if day is not None and day < _floor(course):
        return f"the notice names {day}, before the earliest day of the clause ({article}), which counts"
    if day is not None and day > _floor(course) and not course.clause.may_name:
        return f"the notice names {day}, but the clause ({article}) knows no later day than its own"
    return None


def _floor(course: Course) -> date:
    """Return the earliest day that a notice can name; a longer period ends on its own day, which is not rounded."""
    longer = course.clause.named is Naming.PERIOD and course.least is not None
    return course.least if longer and course.least else course.day
