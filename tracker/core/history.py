"""The whole history of a case on a day: its events in order, what time brought, what is planned, the sources.

In words: docs/rules.md, rules 44 to 45.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.core.bibliography import Bibliography, bibliography
from tracker.core.day import When
from tracker.core.event import Action, Event
from tracker.core.interval import Bounds, Days, apart
from tracker.core.plans import plans
from tracker.core.replay import Step
from tracker.core.stage import Stage
from tracker.core.standing import Standing

_DERIVED = -1  # where an event has its place in the log


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a history; `number` counts from 1.

    `place` is the event's place in the log, None for the effect that time brought (`derived`). `stage` is the one
    reached by then, for a plan its own. `days` since the row of the path before it; None on notes and plans.
    `settled_by` is the number of the entry that a plan became.
    """

    number: int
    date: When
    action: Action
    stage: Stage | None
    event: Event
    place: int | None = None
    settled_by: int | None = None
    days: Days | None = None

    @property
    def derived(self) -> bool:
        """Whether time brought it, and no event confirms it yet."""
        return self.place is None


@dataclass(frozen=True, slots=True)
class History(Bibliography):
    """The entries, facts before plans, with the list of what they cite in their order."""

    entries: tuple[Entry, ...]

    def entry_of(self, place: int | None) -> Entry | None:
        """Return the entry of the event at `place` in the log; of the derived effect for None."""
        return next((entry for entry in self.entries if entry.place == place), None)


def history(standing: Standing) -> History:
    """Return what had happened by the day of the standing, in the order of days, with plans after facts."""
    facts = _facts(standing)
    entries = (*facts, *_plans(standing, facts))
    cited = bibliography(source for entry in entries for source in entry.event.sources)
    return History(cited.sources, cited.places, entries)


def _facts(standing: Standing) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    before: Bounds | None = None
    for number, step in enumerate(_with_derived(standing), start=1):
        event, bounds = step.event, step.bounds
        on_path = event.action.on_path
        days = apart(before, bounds) if on_path and before else None
        before = bounds if on_path else before
        place = None if step.number == _DERIVED else step.number
        stage = event.stage or step.after.stage
        entries.append(Entry(number, event.date, event.action, stage, event, place, days=days))
    return tuple(entries)


def _plans(standing: Standing, facts: Sequence[Entry]) -> Iterator[Entry]:
    numbers = {entry.place: entry.number for entry in facts}
    announced = plans(standing.case, standing.as_of, standing.today)
    for number, plan in enumerate(announced, start=len(facts) + 1):
        event = plan.event
        became = None if plan.settled_by is None else numbers[plan.settled_by]
        yield Entry(number, event.date, event.action, event.stage, event, plan.number, settled_by=became)


def _with_derived(standing: Standing) -> list[Step]:
    """Return the steps that count, with the effect that time brought before the first step that it precedes."""
    steps = list(standing.replay.counting(standing.as_of))
    effect = standing.state.reached_at(Stage.EFFECT)
    if effect is None or effect.event is not None or standing.state.confirmed is not None:
        return steps
    event = Event(effect.date, Action.ADVANCE, Stage.EFFECT)
    derived = Step(_DERIVED, event, standing.state, standing.state, effect.date.latest)
    after = (place for place, step in enumerate(steps) if step.before.reached_at(Stage.EFFECT))
    steps.insert(next(after, len(steps)), derived)
    return steps
