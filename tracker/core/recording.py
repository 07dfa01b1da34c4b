"""Whether an event can be recorded: the decision, with a refusal that says what is possible instead.

In words: docs/rules.md, rules 26 to 28.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.core import advice, reasons
from tracker.core.case import Case
from tracker.core.day import on
from tracker.core.errors import Impossible, Refused, WrongUsage, raise_all
from tracker.core.event import Action, Event
from tracker.core.keys import MISPLACED, MISSING, key_problems
from tracker.core.machine import apply
from tracker.core.possible import events_of
from tracker.core.problem import Problem
from tracker.core.replay import in_order, replay, takes, terms_of
from tracker.core.stage import Stage
from tracker.core.standing import standing
from tracker.core.state import Condition
from tracker.core.trial import days_that_differ


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that somebody wants to record in a case, on the day `today`.

    `where` tells for an event's place in the log where an editor finds it, as `path:line`.
    """

    case: Case
    event: Event
    today: date
    where: Callable[[int], str]


def decide(wish: Wish) -> Event:
    """Return the event to record; what is wrong with it is looked at first, what is missing after that.

    Raises WrongUsage for a day or a key that no case could take, Refused where the case's path does not allow it.
    """
    found = key_problems(wish.event, len(wish.case.events))
    raise_all([_usage(problem) for problem in found if problem.rule != MISSING])
    _check_day(wish)
    raise_all([_usage(problem) for problem in found])
    if wish.event.planned:
        check_plan(wish.case, wish.event, wish.today)
        return wish.event
    try:
        replay(wish.case.with_event(wish.event))
    except Impossible as refusal:
        raise _refused(wish, refusal) from None
    return wish.event


def check_keys(event: Event, *, dated: bool) -> None:
    """Raise WrongUsage for what no day and no further key puts right; where not `dated`, the event's means nothing."""
    found = (problem for problem in key_problems(event, 0) if problem.rule != MISSING)
    hasty = () if dated else ("given", "announced")  # these two are measured by the event's day
    lasting = [problem for problem in found if problem.rule == MISPLACED or problem.place.key not in hasty]
    raise_all([_usage(problem) for problem in lasting])


def check_plan(case: Case, event: Event, today: date, *, dated: bool = True) -> None:
    """Raise Refused where a planned stage does not lie ahead."""
    stage, present = event.stage, standing(case, today, today).stage
    if stage and present and not stage.comes_after(present):
        asked = reasons.refusal(case.id, event, reasons.not_ahead(stage, present), dated=dated)
        raise Refused(asked, advice.ahead(case, present, event.date.text if dated else "DAY"))


def needs_skip(case: Case, event: Event) -> bool:
    """Whether the case takes the event only with a word on the stages that it passes over."""
    if event.action is not Action.ADVANCE or event.skip or takes(case, event):
        return False
    return takes_with_skip(case, event)


def takes_with_skip(case: Case, event: Event) -> bool:
    """Whether the case takes the event, if need be with a word on the stages that it passes over."""
    return takes(case, replace(event, skip="why"))


def check_possible(case: Case, action: Action, stage: Stage | None, today: date) -> None:
    """Raise Refused where the case takes the action on no day up to today; asked before what is missing is.

    Without a stage, any that the action could name will do; an `advance` may still give its `skip`.
    """
    if not action.moves:
        return
    named = (event for event in events_of(action, on(today)) if stage in (None, event.stage))
    wanted = [replace(event, skip="why") for event in named]
    for day in reversed(days_that_differ(case, date.min, today)):
        if any(takes(case, replace(event, date=on(day))) for event in wanted):
            return
    asked = reasons.refusal(case.id, Event(on(today), action, stage), _why_not(case, wanted, today), dated=False)
    raise Refused(asked, advice.may_follow(case, on(today), today, "DAY"))


def next_stage(case: Case, today: date) -> Stage | None:
    """Return the stage that `advance` means where none is named: the next one of today's standing.

    In effect that is an effect not yet confirmed; None where nothing is left.
    """
    now = standing(case, today, today)
    if now.condition is Condition.IN_EFFECT and now.state.confirmed is None:
        return Stage.EFFECT
    return now.next


def last_staged(case: Case) -> date | None:
    """Return the earliest day of the last event that changed the stage."""
    staged = [step.event.date.earliest for step in replay(case).steps if step.event.stage]
    return staged[-1] if staged else None


def _usage(problem: Problem) -> WrongUsage:
    hint = f"leave out `--{problem.place.key}`" if problem.rule == MISPLACED else problem.hint
    return WrongUsage(problem.message, hint)


def _check_day(wish: Wish) -> None:
    """Refuse a plan of a day that has come, and a fact of one that has not."""
    event, late = wish.event, wish.event.date.latest > wish.today
    if event.planned and not late:
        why, hint = reasons.in_past(event.date, wish.today), advice.as_fact(wish.case, event)
    elif late and not event.planned:
        why, hint = reasons.in_future(event.date, wish.today), advice.as_plan(wish.case, event, wish.today)
    else:
        return
    raise WrongUsage(reasons.refusal(wish.case.id, event, why), hint)


def _refused(wish: Wish, refusal: Impossible) -> Refused:
    """Word the refusal: what collides with what, what is possible instead."""
    place, why = refusal.event, refusal.why
    if place is not None and place < len(wish.case.events):
        why = reasons.breaks(wish.case.events[place], why)
    elif later := _next_move(wish):
        why = reasons.before(why, later)
    hint = advice.instead(wish.case, wish.event, wish.today, wish.where)
    return Refused(reasons.refusal(wish.case.id, wish.event, why), hint)


def _next_move(wish: Wish) -> Event | None:
    """Return the first event after the new one that changes stage or condition."""
    events = wish.case.with_event(wish.event).events
    order = in_order(events)
    after = (events[place] for place in order[order.index(len(wish.case.events)) + 1 :])
    return next((event for event in after if event.moves), None)


def _why_not(case: Case, wanted: Sequence[Event], today: date) -> str:
    """Return why today's state takes none of the events."""
    state = standing(case, today, today).state
    whys: list[str] = []
    for event in wanted:
        try:
            apply(state, event, len(case.events), terms_of(case))
        except Impossible as refusal:
            whys.append(refusal.why)
        else:
            return reasons.later_events()
    return whys[0] if len(set(whys)) == 1 else reasons.no_stage(wanted[0].action)
