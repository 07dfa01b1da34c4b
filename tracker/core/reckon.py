"""The order in which the forms of an exit clause do their parts; every combination of them follows from it."""

from __future__ import annotations

from dataclasses import replace

from tracker.core.clause import ExitClause
from tracker.core.forms.calendar import calendar
from tracker.core.forms.conflict import conflict
from tracker.core.forms.follows import follows
from tracker.core.forms.happening import happening
from tracker.core.forms.lock_in import lock_on_effect, lock_on_notice
from tracker.core.forms.named import named
from tracker.core.forms.notice import intention, start
from tracker.core.forms.period import counting, period, rounding
from tracker.core.forms.right import right
from tracker.core.forms.term import term, window
from tracker.core.reckoning import Asked, Course, Form, Reckoning
from tracker.core.vocabulary import Counting

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
    follows,
)


def reckon(clause: ExitClause, asked: Asked) -> Reckoning:
    """Compute when a notice takes effect, step by step (docs/rules.md, rules 19 to 22).

    A notice is never refused here: where no day can be told `effective` is None, with a doubt. Where the depositary's
    way of counting is not known, the other reading stands under `also`.
    """
    told = _follow(clause, asked)
    if clause.counting is not None or told.effective is None:
        return told
    later = _follow(replace(clause, counting=Counting.NEXT_DAY), asked).effective
    if later is None or later in (told.effective, *(other.day for other in told.also)):
        return told
    return told.with_other("if it is counted to the day after the corresponding one", later)


def _follow(clause: ExitClause, asked: Asked) -> Reckoning:
    """Let each form do its part, until no day can be told."""
    course = Course(clause, asked, Reckoning(), asked.received)
    try:
        for form in FORMS:
            course = course if course.over else form(course)
    except OverflowError:
        course = course.doubt("the effective date would lie beyond the year 9999").end()
    return course.told
