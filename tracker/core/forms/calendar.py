"""The fixed day of the year on which every withdrawal takes effect."""

from __future__ import annotations

from tracker.core import phrases
from tracker.core.reckoning import Course, Rule


def calendar(course: Course) -> Course:
    """Move to the fixed day, of the year that the day of the notice decides."""
    rule = course.clause.calendar
    if rule is None:
        return course
    received = course.asked.received
    year = received.year if received <= rule.notice_by.of(received.year) else received.year + 1
    effect = rule.effect.of(year + rule.years)
    return course.step(Rule.CALENDAR, phrases.fixed(rule), course.clause.article, day=effect)
