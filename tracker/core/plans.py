"""What is announced but not a fact (docs/rules.md, rules 32 to 34)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.case import Case
from tracker.core.event import Event
from tracker.core.replay import replay


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned event: its place in the log, and the place of the event that settled it, if one did."""

    number: int
    event: Event
    settled_by: int | None = None

    @property
    def what(self) -> str:
        """Name what is planned: the stage's id or the milestone's step."""
        return str(self.event.stage or self.event.step)


def plans(case: Case, as_of: date, today: date) -> tuple[Plan, ...]:
    """Return the plans to be seen on `as_of`, by earliest day.

    Looking back from `today` a plan for a later day is not seen, nor an event that counts later than `as_of`.
    """
    seen = [
        (number, event)
        for number, event in enumerate(case.events)
        if event.planned and (as_of >= today or event.date.latest <= as_of)
    ]
    if not seen:
        return ()
    facts = [(step.number, step.event) for step in replay(case).counting(as_of)]
    found = [Plan(number, event, _settling(number, event, facts)) for number, event in seen]
    return tuple(sorted(found, key=lambda plan: plan.event.date.earliest))


def next_plan(case: Case, as_of: date, today: date) -> Plan | None:
    """Return the next planned step: of those not settled the first whose day has not passed."""
    open_ = (plan for plan in plans(case, as_of, today) if plan.settled_by is None)
    return next((plan for plan in open_ if plan.event.date.latest >= as_of), None)


def overdue(case: Case, as_of: date, today: date) -> tuple[Plan, ...]:
    """Return the plans that nothing settled though their day has passed; the future makes nothing overdue."""
    day = min(as_of, today)
    return tuple(plan for plan in plans(case, as_of, today) if plan.settled_by is None and plan.event.date.latest < day)


def settles(event: Event, plan: Event) -> bool:
    """Whether `event` is what `plan` announced: the same action and stage, for a milestone the same step."""
    return (event.action, event.stage, event.step) == (plan.action, plan.stage, plan.step)


def _settling(number: int, plan: Event, facts: list[tuple[int, Event]]) -> int | None:
    """Return the place of the first event that settles the plan, of those below it in the file."""
    return min((place for place, event in facts if place > number and settles(event, plan)), default=None)
