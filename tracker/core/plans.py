"""What is announced but not a fact: planned events, which one settles them, which are overdue (docs/rules.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.case import Case
from tracker.core.day import When
from tracker.core.event import Action, Event


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned event: its place in the log, and the place of the event that settled it, if one did."""

    number: int
    event: Event
    settled_by: int | None = None

    @property
    def what(self) -> str:
        """Name what is planned: the stage's id or the milestone's step."""
        return str(self.event.stage or self.event.step or self.event.action)


def plans(case: Case, as_of: date, today: date) -> tuple[Plan, ...]:
    """Return the plans to be seen on `as_of`, by earliest day.

    Looking back from `today` a plan for a later day is not seen, nor an event that counts later than `as_of`.
    """
    seen = [
        Plan(number, event, _settling(case, number, as_of))
        for number, event in enumerate(case.events)
        if event.planned and (as_of >= today or event.date.latest <= as_of)
    ]
    return tuple(sorted(seen, key=lambda plan: plan.event.date.earliest))


def next_planned(case: Case, as_of: date, today: date) -> When | None:
    """Return the day of the next planned step: of those not settled the first that has not passed."""
    ahead = (
        plan.event.date
        for plan in plans(case, as_of, today)
        if plan.settled_by is None and plan.event.date.latest >= as_of
    )
    return next(ahead, None)


def overdue(case: Case, as_of: date, today: date) -> tuple[Plan, ...]:
    """Return the plans that nothing settled though their day has passed; the future makes nothing overdue."""
    day = min(as_of, today)
    return tuple(
        plan for plan in plans(case, as_of, today) if plan.settled_by is None and plan.event.date.latest < day
    )


def settled_by(event: Event, plan: Event) -> bool:
    """Whether `event` is what `plan` announced: the same action and stage, for a milestone the same step."""
    if event.planned or event.action is not plan.action:
        return False
    return event.step == plan.step if plan.action is Action.MILESTONE else event.stage is plan.stage


def _settling(case: Case, number: int, as_of: date) -> int | None:
    plan = case.events[number]
    below = enumerate(case.events[number + 1 :], start=number + 1)
    return next(
        (place for place, event in below if event.date.latest <= as_of and settled_by(event, plan)),
        None,
    )
