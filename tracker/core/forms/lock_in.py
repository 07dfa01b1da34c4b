"""The lock-in: years in which no notice may be given, or no withdrawal take effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.core import phrases
from tracker.core.clause import LockIn
from tracker.core.reckoning import Asked, Course, Rule
from tracker.core.vocabulary import LockFrom, Locks


def lock_on_notice(course: Course) -> Course:
    """End where the notice came too early; doubt where nobody can tell."""
    rule, article = course.clause.lock_in, course.clause.about_notice
    if rule is None or rule.locks is Locks.EFFECT:
        return course
    opens = _opens(rule, course.asked)
    if opens is None:
        return _unknown(course, rule, "the notice could be given yet")
    if course.asked.received < opens < date.max:
        return course.too_early(opens)
    if course.asked.received < opens:
        return course.doubt("the lock-in would last beyond the year 9999").end()
    text = f"a notice may be given from {opens} on, {phrases.locked(rule)}"
    return course.step(Rule.LOCK_IN, text, article)


def lock_on_effect(course: Course) -> Course:
    """Move to the first day that the lock-in leaves free, if that is later."""
    rule = course.clause.lock_in
    if rule is None or rule.locks is Locks.NOTICE:
        return course
    opens = _opens(rule, course.asked)
    if opens is None:
        return _unknown(course, rule, "the withdrawal can take effect yet")
    if course.day >= opens:
        return course
    moved = course.step(Rule.LOCK_IN, f"but not before {phrases.locked(rule)}", course.clause.article, day=opens)
    return replace(moved, least=opens)


def _opens(rule: LockIn, asked: Asked) -> date | None:
    """Return the first day that the lock-in leaves free; the calendar's last where it would lie beyond."""
    begins = {LockFrom.PARTY: asked.in_force, LockFrom.TREATY: rule.start, LockFrom.OTHER: asked.locked_from}
    begin = begins[rule.origin]
    try:
        return rule.period.after(begin) if begin else None
    except OverflowError:
        return date.max


def _unknown(course: Course, rule: LockIn, what: str) -> Course:
    known = f"the day on which {phrases.lock_start(rule)} is not known"
    return course.doubt(f"whether {what} ({course.clause.about_notice}) was not looked at: {known}")
