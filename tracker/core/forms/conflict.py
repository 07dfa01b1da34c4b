"""The armed conflict that holds a withdrawal up; whether there is one is never assumed."""

from __future__ import annotations

from datetime import date

from tracker.core import phrases
from tracker.core.clause import ConflictRule
from tracker.core.reckoning import Basis, Course, Reading, Rule
from tracker.core.vocabulary import Tested


def conflict(course: Course) -> Course:
    """Tell the rule; where a conflict is named that the clause would ask about, tell what follows if it is one."""
    rule, begin = course.clause.conflict, course.asked.conflict_from
    if rule is None:
        return course
    course = course.step(Rule.CONFLICT, phrases.awaited(course.clause, rule), course.clause.conflict_article)
    if begin is None:
        return course
    if _matters(course, rule, begin):
        return _deferred(course, rule, begin)
    if rule.tested is Tested.EXPIRY and begin == course.day:
        day = f"the conflict begins on the very day on which the withdrawal takes effect, {begin}"
        course = course.ask(Reading.BOUNDARY, f"{day}: whether it still holds it up is open")
    return course.step(Rule.CONFLICT, f"what began on {begin} is not asked about: {_outside(course, rule, begin)}")


def _matters(course: Course, rule: ConflictRule, begin: date) -> bool:
    """Whether what is named lasts on the day on which the clause asks."""
    ended, received = course.asked.conflict_ended, course.asked.received
    if rule.tested is Tested.NOTICE:
        return begin <= received and (ended is None or ended > received)
    begun = begin <= course.day if course.reads(Reading.BOUNDARY) else begin < course.day
    return begun and (ended is None or ended > course.day)


def _outside(course: Course, rule: ConflictRule, begin: date) -> str:
    asked_on = course.asked.received if rule.tested is Tested.NOTICE else course.day
    return f"it was over by {asked_on}" if begin < asked_on else f"it did not last before {asked_on}"


def _deferred(course: Course, rule: ConflictRule, begin: date) -> Course:
    own, ended, leaver = course.day, course.asked.conflict_ended, course.clause.leaver
    lasted = f"what began on {begin}" if ended is None else f"what lasted from {begin} to {ended}"
    is_one = f"if {lasted} is an armed conflict of this {leaver}"
    waits = f"{is_one}, the withdrawal waits until {phrases.ended(rule, leaver, 'it')}"
    course = course.doubt(f"{waits}; whether it is one is a finding that is not made here")
    course = course.other(f"if {lasted} is no armed conflict of this {leaver}", own)
    if ended is None:
        return course.step(Rule.CONFLICT, waits, rule.article).end(not_before=own)
    day = max(own, ended)
    course = course.step(Rule.CONFLICT, f"{is_one}: all that the clause waits for had ended", rule.article, shown=day)
    return course.takes_effect(day, Basis.COMPUTED)
