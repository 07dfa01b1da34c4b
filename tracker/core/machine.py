"""The state machine: what each action does in each condition, as data with one pure function that applies it.

In words: docs/rules.md, rules 3 to 18.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from tracker.core import notice, reasons
from tracker.core.clause import binds, first_day_out
from tracker.core.day import on
from tracker.core.errors import Impossible
from tracker.core.event import Action, Event
from tracker.core.stage import Stage, stage_after
from tracker.core.state import Condition, Notice, Reached, State, Terms
from tracker.core.vocabulary import Tested

TABLE: Mapping[Condition, Mapping[Action, Condition]] = {
    Condition.NOT_STARTED: {Action.ADVANCE: Condition.IN_PROGRESS},
    Condition.IN_PROGRESS: {
        Action.ADVANCE: Condition.IN_PROGRESS,
        Action.RETURN: Condition.IN_PROGRESS,
        Action.REJECT: Condition.REJECTED,
        Action.SUSPEND: Condition.SUSPENDED,
        Action.ABANDON: Condition.ABANDONED,
    },
    Condition.SUSPENDED: {
        Action.REJECT: Condition.REJECTED,
        Action.RESUME: Condition.IN_PROGRESS,
        Action.ABANDON: Condition.ABANDONED,
    },
    Condition.REJECTED: {Action.ABANDON: Condition.ABANDONED, Action.REOPEN: Condition.IN_PROGRESS},
    Condition.ABANDONED: {Action.REOPEN: Condition.IN_PROGRESS},
    Condition.REVOKED: {Action.REOPEN: Condition.IN_PROGRESS},
    Condition.NOTICE_RUNNING: {
        Action.ADVANCE: Condition.IN_EFFECT,
        Action.REVOKE: Condition.REVOKED,
        Action.DEFER: Condition.DEFERRED,
    },
    Condition.DEFERRED: {Action.REVOKE: Condition.REVOKED, Action.CONFLICT_ENDED: Condition.NOTICE_RUNNING},
    Condition.IN_EFFECT: {Action.ADVANCE: Condition.IN_EFFECT, Action.REJOIN: Condition.REJOINED},
    Condition.REJOINED: {},
}


def _every_condition_has_a_row() -> bool:
    return set(TABLE) == set(Condition)


def _only_moving_actions_are_listed() -> bool:
    return all(action.moves for row in TABLE.values() for action in row)


def _every_moving_action_is_listed() -> bool:
    listed = {action for row in TABLE.values() for action in row}
    return listed == {action for action in Action if action.moves}


def _every_condition_can_be_reached() -> bool:
    reached = {Condition.NOT_STARTED, Condition.NOTICE_RUNNING}  # a notice is the advance that ends in-progress
    return reached | {target for row in TABLE.values() for target in row.values()} == set(Condition)


_LAWS = (
    _every_condition_has_a_row,
    _only_moving_actions_are_listed,
    _every_moving_action_is_listed,
    _every_condition_can_be_reached,
)


def check_table() -> None:
    """Raise ValueError, naming the law that the table breaks; run when the module is loaded."""
    for law in _LAWS:
        if not law():
            raise ValueError(law.__name__)


check_table()


def apply(state: State, event: Event, number: int, terms: Terms) -> State:
    """Return the state after `event`, the one at place `number` in the log; raise Impossible where it cannot be.

    Time is not brought up here: see `bring_up`. A planned event, a milestone or a note changes nothing.
    """
    if not event.moves:
        return state
    target = TABLE[state.condition].get(event.action)
    if target is None:
        raise Impossible(reasons.not_now(event.action, state.condition, state.since), number)
    try:
        return _RULES.get(event.action, _turn)(state, event, number, terms, target)
    except Impossible as refusal:
        raise Impossible(refusal.why, number) from None


def bring_up(state: State, day: date, terms: Terms) -> State:
    """Return the state on `day`: in effect once the treaty no longer binds (docs/rules.md, rules 15 to 16)."""
    running = state.notice
    if state.condition is not Condition.NOTICE_RUNNING or running is None or running.effective is None:
        return state
    if binds(terms.clause, running.effective, day):
        return state
    reached = Reached(Stage.EFFECT, on(running.effective))
    return state.advanced(Condition.IN_EFFECT, on(first_day_out(terms.clause, running.effective)), reached)


def _turn(state: State, event: Event, _number: int, _terms: Terms, target: Condition) -> State:
    return state.turned(target, event.date)


def _advance(state: State, event: Event, number: int, terms: Terms, target: Condition) -> State:
    stage = _named_stage(event)
    if state.notice is not None or stage is Stage.EFFECT:
        return _confirm(state, event, number, stage)
    _check_order(state, stage, skip=event.skip is not None)
    step = Reached(stage, event.date, number)
    if stage is not Stage.UN_NOTIFICATION:
        return state.advanced(target, event.date, step)
    running = state.advanced(Condition.NOTICE_RUNNING, event.date, step)
    return replace(running, notice=notice.given(event, number, terms))


def _check_order(state: State, stage: Stage, *, skip: bool) -> None:
    present = state.reached[-1] if state.reached else None
    if present and stage is present.stage:
        raise Impossible(reasons.twice(present))
    if present and not stage.comes_after(present.stage):
        raise Impossible(reasons.behind(stage, present))
    following = stage_after(state.stage)
    if stage is not following and not skip:
        raise Impossible(reasons.too_far(stage, following))


def _confirm(state: State, event: Event, number: int, stage: Stage) -> State:
    """Confirm the effect; where its day cannot be computed, the event is what brings it."""
    given = _notice_of(state)
    if stage is not Stage.EFFECT:
        raise Impossible(reasons.notice_given(given.received))
    if state.confirmed is not None:
        raise Impossible(reasons.confirmed_already())
    first = given.effective or given.not_before
    if first and event.date.earliest < first:
        raise Impossible(reasons.before_effect(first))
    if given.effective:
        return replace(state, confirmed=number)
    if event.date.known:  # time brings the effect on that day, under an end-of-day clause on the day after
        return replace(state, notice=notice.confirmed(given, event.date), confirmed=number)
    moved = state.advanced(Condition.IN_EFFECT, event.date, Reached(stage, event.date, number))
    return replace(moved, notice=notice.confirmed(given, event.date), confirmed=number)


def _go_back(state: State, event: Event, number: int, _terms: Terms, target: Condition) -> State:
    stage = _named_stage(event)
    if state.reached_at(stage) is None:
        raise Impossible(reasons.never_reached(stage))
    if event.action is Action.RETURN and stage is state.stage:
        raise Impossible(reasons.is_present(stage))
    if stage.comes_after(Stage.PARLIAMENT_VOTE):
        raise Impossible(reasons.too_far_back(stage))
    return state.back_to(target, Reached(stage, event.date, number))


def _revoke(state: State, event: Event, _number: int, _terms: Terms, target: Condition) -> State:
    return replace(state.turned(target, event.date), notice=None, confirmed=None)


def _defer(state: State, event: Event, _number: int, terms: Terms, target: Condition) -> State:
    given = _notice_of(state)
    if terms.conflict is None:
        raise Impossible(reasons.no_conflict_rule())
    if terms.conflict.tested is Tested.NOTICE:
        if not event.date.same_days(given.received):
            raise Impossible(reasons.tested_at_notice(given.received))
    elif given.effective and event.date.latest >= given.effective:
        raise Impossible(reasons.too_late_to_defer(given.effective))
    return replace(state.turned(target, event.date), notice=notice.deferred(given))


def _conflict_ended(state: State, event: Event, _number: int, _terms: Terms, target: Condition) -> State:
    again = notice.running_again(_notice_of(state), event.date)
    return replace(state.turned(target, event.date), notice=again)


def _notice_of(state: State) -> Notice:
    if state.notice is None:
        raise Impossible(reasons.no_notice())
    return state.notice


def _named_stage(event: Event) -> Stage:
    if event.stage is None:
        raise Impossible(reasons.no_stage(event.action))
    return event.stage


_Rule = Callable[[State, Event, int, Terms, Condition], State]

_RULES: Mapping[Action, _Rule] = {
    Action.ADVANCE: _advance,
    Action.RETURN: _go_back,
    Action.REOPEN: _go_back,
    Action.REVOKE: _revoke,
    Action.DEFER: _defer,
    Action.CONFLICT_ENDED: _conflict_ended,
}
