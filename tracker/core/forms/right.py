"""The right to leave, without which no day follows."""

from __future__ import annotations

from tracker.core import phrases
from tracker.core.period import Period, Unit
from tracker.core.reckoning import Course, Rule
from tracker.core.vocabulary import Right

_LAW = f"{phrases.VIENNA}, art. 56(1)"
_TWELVE_MONTHS = Period(12, Unit.MONTHS)  # Vienna Convention on the Law of Treaties, art. 56(2)


def right(course: Course) -> Course:
    """Tell what must be so for a right to be there; end where there is none."""
    clause = course.clause
    if clause.condition:
        text = clause.condition.removesuffix(".")
        course = course.step(Rule.RIGHT, text, clause.about_notice)
        course = course.doubt(f"{text[:1].lower()}{text[1:]}: whether that is so was not looked at")
    if clause.right is Right.NONE:
        return _no_right(course)
    if clause.right is Right.EMERGENCY:
        decides = "decides and states" if clause.reasons else "decides"
        text = f"the {clause.leaver} {decides} that {clause.ground}"
        return course.step(Rule.RIGHT, text, clause.about_notice)
    if clause.right is Right.GROUND:
        course = course.step(Rule.RIGHT, f"only if {clause.ground}", clause.about_notice)
        return course.doubt(f"there is a right to leave only if {clause.ground}: whether that is so was not looked at")
    return course


def _no_right(course: Course) -> Course:
    law, start = phrases.VIENNA, course.asked.received
    course = course.step(Rule.RIGHT, "the treaty says nothing on leaving it, and no right is presumed", _LAW)
    course = course.doubt(f"the treaty has no exit clause, and no right to leave is presumed ({_LAW})")
    course = course.other(
        f"if a right to leave is implied, with at least twelve months’ notice ({law}, art. 56(2))",
        _TWELVE_MONTHS.after(start),
    )
    return course.other(f"with the consent of all parties, at any time ({law}, art. 54(b))", None).end()
