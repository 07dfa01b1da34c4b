"""What follows with a withdrawal."""

from __future__ import annotations

from datetime import date

from tracker.core.clause import Follow
from tracker.core.reckoning import Course, Rule


def end_of_day(course: Course) -> Course:
    """Tell that the state is bound through the effective date, where it is."""
    if not course.clause.end_of_day:
        return course
    return course.step(Rule.END_OF_DAY, "the state is bound until the end of that day", course.clause.article)


def follows(course: Course) -> Course:
    """Tell what ends with it, and until when a duty goes on."""
    for one in course.clause.follows:
        last = last_day(one, course.day)
        course = course.step(Rule.FOLLOWS, one.text.removesuffix("."), one.article, shown=last)
    return course


def last_day(one: Follow, effective: date) -> date | None:
    """Return the day until which a duty goes on; None where it does not, or beyond the year 9999."""
    try:
        return one.lasts.after(effective) if one.lasts else None
    except OverflowError:
        return None
