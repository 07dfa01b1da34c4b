"""The notice: what comes before it, on which day the clause begins to count."""

from __future__ import annotations

from tracker.core import phrases
from tracker.core.reckoning import Course, Rule


def intention(course: Course) -> Course:
    """Tell of a first step that the notice must follow."""
    rule = course.clause.intention
    if rule is None:
        return course
    told = f"the intention is told first to {phrases.listed(rule.notify)}" if rule.notify else "the intention is told"
    text = f"{told}; the notice itself must follow within {rule.within.words}"
    return course.step(Rule.INTENTION, text, course.clause.about_notice)


def start(course: Course) -> Course:
    """Tell on which day the clause begins to count."""
    text = phrases.started(course.clause)
    return course.step(Rule.START, text, course.clause.about_notice, shown=course.asked.received)
