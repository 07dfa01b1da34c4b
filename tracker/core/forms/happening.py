"""The event that decides the effective date where no calendar does."""

from __future__ import annotations

from tracker.core.reckoning import Course, Refusal, Rule
from tracker.core.vocabulary import Bound


def happening(course: Course) -> Course:
    """Tell the event that decides; the period’s end is a bound, and no date is told."""
    rule, day = course.clause.happening, course.day
    if rule is None:
        return course
    text = f"the day on which {rule.what}"
    if course.asked.named:
        why = f"the notice names {course.asked.named}, but an event decides the day ({course.clause.article})"
        course = course.doubt(why).refused(Refusal(why))
    if rule.bound is Bound.EARLIEST:
        course = course.step(Rule.EVENT, f"{text}, not before that", course.clause.article)
        return course.doubt(f"the withdrawal takes effect on {text}, whose day is not fixed in advance").end(
            not_before=day
        )
    course = course.step(Rule.EVENT, f"{text}, if it comes first", course.clause.article)
    course = course.doubt(f"the withdrawal takes effect on {text}, whose day is not fixed in advance")
    return course.other("if that has not happened by then", day).end()
