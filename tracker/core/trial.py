"""On which days, or in which place of the file, an event would be possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tracker.core.case import Case
from tracker.core.day import When, between
from tracker.core.event import Event
from tracker.core.replay import is_possible, replay, takes


def days_that_differ(case: Case, first: date, last: date) -> list[date]:
    """Return days from `first` to `last`: an event on any other day is like one on one of these.

    They are the two ends, and those on which, or next to which, something counts or time decides.
    """
    around = {day.toordinal() + step for day in _turns(case) for step in (-1, 0, 1)}
    ends = (first.toordinal(), last.toordinal())
    return [date.fromordinal(day) for day in sorted({*ends, *around}) if ends[0] <= day <= ends[1]]


def narrowed(case: Case, event: Event) -> When | None:
    """Return the longest span within the event's own on which the case would take it; of equals the earliest."""
    days = days_that_differ(case, event.date.earliest, event.date.latest)
    spans = [(start, end) for place, start in enumerate(days) for end in days[place:]]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    tries = (between(start, end) for start, end in spans)
    return next((when for when in tries if takes(case, replace(event, date=when))), None)


def place_above(case: Case, event: Event) -> int | None:
    """Return the place in the log of the event above which the case would take this one, though not at its end.

    That is one of the same day: the order of the file decides between such events alone.
    """
    events = case.events
    above = ((place, (*events[:place], event, *events[place:])) for place in reversed(range(len(events))))
    return next((place for place, told in above if is_possible(replace(case, events=told))), None)


def _turns(case: Case) -> Iterator[date]:
    for step in replay(case).steps:
        yield from (step.event.date.earliest, step.event.date.latest)
        notice = step.after.notice
        if notice:
            yield from (day for day in (notice.effective, notice.not_before) if day)
