"""For how long a case was at each stage in each condition (docs/rules.md, rules 68 to 69)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.core.day import When, on
from tracker.core.event import Event
from tracker.core.interval import Bounds
from tracker.core.plans import plans
from tracker.core.replay import Step
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition, State


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which something began: as written, and the days from its earliest to that from which it counts."""

    date: When
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Span:
    """The time that a case was at a stage in a condition; `end` is the next one's start, None while it lasts.

    `planned` is what has not begun: a planned step, or the effect of a notice that runs.
    """

    case_id: str
    stage: Stage
    condition: Condition
    start: Turn
    end: Turn | None = None
    planned: bool = False


def spans(one: Standing) -> tuple[Span, ...]:
    """Return what had begun by the day of the standing, in the order of days, then what is ahead."""
    begun = list(_begun(one))
    ended = [replace(span, end=following.start) for span, following in pairwise(begun)]
    return (*ended, *begun[-1:], *_ahead(one))


def _begun(one: Standing) -> Iterator[Span]:
    """Yield a span without its end for each change of stage or condition, those that time brought among them."""
    last: Span | None = None
    for span in _changes(one):
        if last is None or (span.stage, span.condition) != (last.stage, last.condition):
            yield span
            last = span


def _changes(one: Standing) -> Iterator[Span]:
    for step in one.replay.counting(one.as_of):
        if step.event.moves:
            yield from _by_time(one, step.before)
            yield from _by_event(one, step)
    yield from _by_time(one, one.state)


def _by_event(one: Standing, step: Step) -> Iterator[Span]:
    """Yield what the event began; where that took effect at once, the notice that ran no day before it."""
    after, event = step.after, step.event
    start = Turn(event.date, step.bounds)
    at_once = [*_by_time(one, after)]
    if not at_once:  # an event that moves leaves a stage that counts as reached
        yield Span(one.case.id, after.reached[-1].stage, after.condition, start)
    elif event.stage is not Stage.EFFECT:
        yield Span(one.case.id, Stage.UN_NOTIFICATION, Condition.NOTICE_RUNNING, start)
        yield from at_once


def _by_time(one: Standing, state: State) -> Iterator[Span]:
    """Yield the effect where the exit clause brought it, from the effective date on."""
    reached = state.reached_at(Stage.EFFECT)
    if state.condition is Condition.IN_EFFECT and reached and reached.event is None:
        yield Span(one.case.id, Stage.EFFECT, Condition.IN_EFFECT, _on(reached.date))


def _ahead(one: Standing) -> Iterator[Span]:
    """Yield the planned stages that nothing settled, then the effect of a notice that runs."""
    for plan in plans(one.case, one.as_of, one.today):
        if plan.settled_by is None and plan.event.stage:
            start, condition = _on(plan.event.date), _planned(plan.event)
            yield Span(one.case.id, plan.event.stage, condition, start, planned=True)
    if one.days_left is not None and one.effective:
        yield Span(one.case.id, Stage.EFFECT, Condition.IN_EFFECT, _on(on(one.effective)), planned=True)


def _planned(event: Event) -> Condition:
    return Condition.NOTICE_RUNNING if event.stage is Stage.UN_NOTIFICATION else Condition.IN_PROGRESS


def _on(date: When) -> Turn:
    return Turn(date, Bounds(date.earliest, date.latest))
