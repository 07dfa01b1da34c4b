"""The order in which the forms of an exit clause do their parts; every combination of them follows from it."""

from __future__ import annotations

from dataclasses import replace

from tracker.core.clause import ExitClause
from tracker.core.forms.calendar import calendar
from tracker.core.forms.conflict import conflict
from tracker.core.forms.follows import end_of_day, follows
from tracker.core.forms.happening import happening
from tracker.core.forms.lock_in import lock_on_effect, lock_on_notice
from tracker.core.forms.named import named
from tracker.core.forms.notice import intention, start
from tracker.core.forms.period import counting, period, rounding
from tracker.core.forms.right import right
from tracker.core.forms.term import term, window
from tracker.core.reckoning import Asked, Course, Form, Other, Reading, Reckoning

FORMS: tuple[Form, ...] = (
    right,
    intention,
    start,
    lock_on_notice,
    window,
    term,
    period,
    calendar,
    counting,
    rounding,
    happening,
    lock_on_effect,
    Course.reaches_own_day,
    named,
    conflict,
    end_of_day,
    follows,
)
_Readings = frozenset[Reading]
_ONE_AT_MOST = frozenset({Reading.NEXT_DAY, Reading.CARRIED})  # either makes a day of a missing one


def reckon(clause: ExitClause, asked: Asked) -> Reckoning:
    """Compute when a notice takes effect, step by step (docs/rules.md, rules 19 to 22).

    A notice is never refused here: where no day can be told `effective` is None, with a doubt. What the clause leaves
    open is read in every other way, too: the days that come of it stand under `also`, and what makes no difference
    is no doubt.
    """
    usual = _follow(clause, asked, frozenset())
    if usual.effective is None or not usual.questions:
        return usual
    others = {readings: told for readings, told in _other_readings(clause, asked, usual) if _differs(told, usual)}
    also = {told.effective: Other(_if(readings), told.effective) for readings, told in reversed(others.items())}
    matters = {reading for readings in others for reading in readings}
    doubts = (question.doubt for question in usual.questions if question.reading in matters and question.doubt)
    return replace(usual, also=(*usual.also, *reversed(also.values())), doubts=(*usual.doubts, *doubts))


def _other_readings(clause: ExitClause, asked: Asked, usual: Reckoning) -> list[tuple[_Readings, Reckoning]]:
    """Return what comes of every other reading of the questions, those that it raises itself among them."""
    found: dict[_Readings, Reckoning] = {frozenset(): usual}
    waiting = [frozenset[Reading]()]
    while waiting:
        tried = waiting.pop(0)
        for question in found[tried].questions:
            readings = tried | {question.reading}
            if readings not in found and not readings >= _ONE_AT_MOST:
                found[readings] = _follow(clause, asked, readings)
                waiting.append(readings)
    return [(readings, told) for readings, told in found.items() if readings]


def _differs(told: Reckoning, usual: Reckoning) -> bool:
    return told.effective != usual.effective


def _if(readings: _Readings) -> str:
    """Return the condition under which a day holds, with the readings in their order."""
    first, *rest = (reading.value for reading in Reading if reading in readings)
    return " and ".join([first, *(text.removeprefix("if ") for text in rest)])


def _follow(clause: ExitClause, asked: Asked, readings: _Readings) -> Reckoning:
    """Let each form do its part, until no day can be told."""
    course = Course(clause, asked, Reckoning(), asked.received, readings)
    try:
        for form in FORMS:
            course = course if course.over else form(course)
    except OverflowError:
        course = course.doubt("the effective date would lie beyond the year 9999").end()
    return course.told
