"""The lock-in: years in which no notice may be given, or no withdrawal take effect."""

from __future__ import annotations

from datetime import date

from tracker.core import phrases
from tracker.core.clause import LockIn
from tracker.core.reckoning import Course, Rule
from tracker.core.vocabulary import LockFrom, Locks


def lock_on_notice(course: Course) -> Course:
    """End where the notice came too early; doubt where nobody can tell."""
    rule, article = course.clause.lock_in, course.clause.about_notice
    if rule is None or rule.locks is Locks.EFFECT:
        return course
    opens = _opens(rule, course.asked.in_force)
    if opens is None:
        return _unknown(course, rule, "the notice could be given yet")
    if course.asked.received < opens:
        return course.too_early(opens)
    return course.step(Rule.LOCK_IN, f"a notice may be given from {phrases.locked(rule)}", article, shown=opens)


def lock_on_effect(course: Course) -> Course:
    """Move to the first day that the lock-in leaves free, if that is later."""
    rule = course.clause.lock_in
    if rule is None or rule.locks is Locks.NOTICE:
        return course
    opens = _opens(rule, course.asked.in_force)
    if opens is None:
        return _unknown(course, rule, "the withdrawal can take effect yet")
    if course.day >= opens:
        return course
    return course.step(Rule.LOCK_IN, f"but not before {phrases.locked(rule)}", course.clause.article, day=opens)


def _opens(rule: LockIn, in_force: date | None) -> date | None:
    """Return the first day that the lock-in leaves free; the calendar's last where it would lie beyond."""
    begin = {LockFrom.PARTY: in_force, LockFrom.TREATY: rule.start, LockFrom.OTHER: None}[rule.origin]
    try:
        return rule.period.after(begin) if begin else None
    except OverflowError:
        return date.max


def _unknown(course: Course, rule: LockIn, what: str) -> Course:
    lacks = "`in_force`" if rule.origin is LockFrom.PARTY else f"the day on which {phrases.lock_start(rule)}"
    return course.doubt(f"whether {what} ({course.clause.about_notice}) was not looked at: {lacks} is not known")
