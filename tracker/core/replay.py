"""A case's history told again in the order of days (docs/rules.md, rules 25 to 31)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.day import When
from tracker.core.errors import Impossible
from tracker.core.event import Event
from tracker.core.interval import Bounds
from tracker.core.machine import apply, bring_up
from tracker.core.stage import Stage
from tracker.core.state import Reached, State, Terms

_Told = tuple[int, Event, State, State]


@dataclass(frozen=True, slots=True)
class Step:
    """One event of the replay: its place in the log, the states around it, the day from which it counts.

    `before` and `after` have time brought up to the event's earliest day.
    """

    number: int
    event: Event
    before: State
    after: State
    counts: date

    @property
    def bounds(self) -> Bounds:
        """The days from the event's earliest to that from which it counts."""
        return Bounds(self.event.date.earliest, self.counts)


@dataclass(frozen=True, slots=True)
class Milepost:
    """A stage as reached: the day as written, and the days from its earliest to that from which it counts."""

    stage: Stage
    date: When
    bounds: Bounds


@dataclass(frozen=True)
class Replay:
    """A possible history: its events in the order of days, planned ones left out."""

    terms: Terms
    steps: tuple[Step, ...]

    def on(self, day: date) -> State:
        """Return the state on `day`: of the events that count by then, time brought up to it."""
        count = bisect_right(self._moves, day, key=attrgetter("counts"))
        return bring_up(self._moves[count - 1].after if count else State(), day, self.terms)

    @cached_property
    def _moves(self) -> tuple[Step, ...]:
        """The events that change stage or condition: none counts before one that stands above it."""
        return tuple(step for step in self.steps if step.event.moves)

    def counting(self, day: date) -> tuple[Step, ...]:
        """Return the events that count by `day`, in the order of days."""
        return tuple(step for step in self.steps if step.counts <= day)

    def reached_by(self, state: State) -> tuple[Milepost, ...]:
        """Return the stages that count as reached in `state`, each with the days on which it was, in order."""
        return tuple(self.milepost(step) for step in state.reached)

    def milepost(self, reached: Reached) -> Milepost:
        """Return one stage that counts as reached, with the days on which it was."""
        when = reached.date
        counts = next((step.counts for step in self.steps if step.number == reached.event), when.latest)
        return Milepost(reached.stage, when, Bounds(when.earliest, counts))


def terms_of(case: Case) -> Terms:
    """Return what a replay of the case needs to know of its treaty."""
    return Terms(case.clause, case.in_force)


def in_order(events: Sequence[Event]) -> list[int]:
    """Return the places in the log of all events that are not planned, by earliest day, ties in file order."""
    facts = [number for number, event in enumerate(events) if not event.planned]
    return sorted(facts, key=lambda number: events[number].date.earliest)


def replay(case: Case) -> Replay:
    """Replay the case; raise Impossible, with the place of the event that cannot stand, where it is no history."""
    terms = terms_of(case)
    told: list[_Told] = []
    state = State()
    for number in in_order(case.events):
        event = case.events[number]
        before = bring_up(state, event.date.earliest, terms)
        state = _after(before, event, number, terms) if event.moves else before
        told.append((number, event, before, state))
    return Replay(terms, _counted(told))


def takes(case: Case, event: Event) -> bool:
    """Whether the case with one more event at the end of its log is still a possible history."""
    return is_possible(case.with_event(event))


def is_possible(case: Case) -> bool:
    """Whether the case replays."""
    try:
        replay(case)
    except Impossible:
        return False
    return True


def _after(before: State, event: Event, number: int, terms: Terms) -> State:
    """Apply the event as on its earliest day, having made sure that it is possible on each day of a span.

    Time changes the condition once at the most, so what is possible on the first and the last day is on all.
    """
    after = apply(before, event, number, terms)
    if not event.date.known:
        try:
            apply(bring_up(before, event.date.latest, terms), event, number, terms)
        except Impossible as refusal:
            raise Impossible(reasons.each_day(event.date, refusal.why), number) from None
    return bring_up(after, event.date.earliest, terms)


def _counted(told: Sequence[_Told]) -> tuple[Step, ...]:
    """Let each event count from its latest day; one that moves, from a later such event's day if that is earlier."""
    steps: list[Step] = []
    bound = date.max
    for number, event, before, after in reversed(told):
        if event.moves:
            bound = counts = min(bound, _latest(number, event, after))
        else:
            counts = event.date.latest
        steps.append(Step(number, event, before, after, counts))
    steps.reverse()
    return tuple(steps)


def _latest(number: int, event: Event, after: State) -> date:
    """Return the latest day of an event; a notice was there at the latest on the day on which it took effect."""
    notice = after.notice
    if notice is None or notice.event != number or notice.effective is None:
        return event.date.latest
    return min(event.date.latest, notice.effective)
