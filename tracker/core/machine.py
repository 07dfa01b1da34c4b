"""The state machine: what each action does in each condition, as data with one pure function that applies it.

The rules are those of docs/rules.md, which numbers them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from tracker.core import reasons
from tracker.core.clause import Basis, Tested, last_day_bound, reckon
from tracker.core.day import When, on
from tracker.core.errors import Impossible
from tracker.core.event import Action, Event
from tracker.core.stage import Stage, stage_after
from tracker.core.state import Condition, Notice, Reached, State, Terms

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
        raise Impossible(reasons.not_now(event.action, state.condition), number)
    try:
        return _RULES.get(event.action, _turn)(state, event, number, terms, target)
    except Impossible as refusal:
        raise Impossible(refusal.why, number) from None


def bring_up(state: State, day: date, terms: Terms) -> State:
    """Return the state on `day`: in effect once a notice's effective date has come (end-of-day clause: passed)."""
    notice = state.notice
    if state.condition is not Condition.NOTICE_RUNNING or notice is None or notice.effective is None:
        return state
    first = last_day_bound(terms.clause, notice.effective) + timedelta(days=1)
    if day < first:
        return state
    reached = Reached(Stage.EFFECT, on(notice.effective))
    return state.turned(Condition.IN_EFFECT, on(first)).advanced(reached)


def _turn(state: State, event: Event, _number: int, _terms: Terms, target: Condition) -> State:
    return state.turned(target, event.date)


def _advance(state: State, event: Event, number: int, terms: Terms, target: Condition) -> State:
    stage = _named_stage(event)
    if target is Condition.IN_EFFECT or stage is Stage.EFFECT:
        return _confirm(state, event, number, terms)
    _in_order(state, stage, skip=event.skip is not None)
    step = Reached(stage, event.date, number)
    if stage is not Stage.UN_NOTIFICATION:
        return state.turned(target, event.date).advanced(step)
    notice = _notice(event, number, terms)
    return replace(state.turned(Condition.NOTICE_RUNNING, event.date).advanced(step), notice=notice)


def _in_order(state: State, stage: Stage, *, skip: bool) -> None:
    if stage is state.stage:
        raise Impossible(reasons.twice(stage))
    if not stage.comes_after(state.stage):
        raise Impossible(reasons.behind(stage, state.stage))
    following = stage_after(state.stage)
    if stage is not following and not skip:
        raise Impossible(reasons.too_far(stage, following))


def _confirm(state: State, event: Event, number: int, terms: Terms) -> State:
    notice = state.notice
    if event.stage is not Stage.EFFECT:
        raise Impossible(reasons.notice_given(_named_stage(event)))
    if notice is None:
        raise Impossible(reasons.no_notice())
    if state.confirmed is not None:
        raise Impossible(reasons.confirmed_already())
    if notice.effective is None:
        return _confirm_unknown(state, event, number, notice)
    if event.date.earliest < notice.effective:
        raise Impossible(reasons.before_effect(notice.effective))
    return replace(bring_up(state, event.date.earliest, terms), confirmed=number)


def _confirm_unknown(state: State, event: Event, number: int, notice: Notice) -> State:
    if notice.not_before and event.date.earliest < notice.not_before:
        raise Impossible(reasons.before_effect(notice.not_before))
    day = event.date.day
    known = replace(notice, effective=day, basis=Basis.CONFIRMED if day else None)
    step = Reached(Stage.EFFECT, event.date, number)
    moved = state.turned(Condition.IN_EFFECT, event.date).advanced(step)
    return replace(moved, notice=known, confirmed=number)


def _notice(event: Event, number: int, terms: Terms) -> Notice:
    """Compute the effective date; the depositary's word wins over the clause."""
    first = reckon(terms.clause, event.date.earliest, named=event.named, in_force=terms.in_force)
    blank = Notice(number, event.date, doubts=first.doubts)
    if event.date.known:
        notice = replace(blank, computed=first.computed, effective=first.effective, basis=first.basis)
    else:
        notice = replace(blank, not_before=first.effective)
    if event.announced is None:
        return notice
    doubts = notice.doubts
    if notice.effective and event.announced != notice.effective:
        doubts = (*doubts, reasons.announced_otherwise(event.announced, notice.effective))
    return replace(notice, effective=event.announced, basis=Basis.ANNOUNCED, not_before=None, doubts=doubts)


def _go_back(state: State, event: Event, number: int, _terms: Terms, target: Condition) -> State:
    stage = _named_stage(event)
    if state.reached_at(stage) is None:
        raise Impossible(reasons.never_reached(stage))
    if event.action is Action.RETURN and stage is state.stage:
        raise Impossible(reasons.is_present(stage))
    if stage.comes_after(Stage.PARLIAMENT_VOTE):
        raise Impossible(reasons.too_far_back(stage))
    return state.turned(target, event.date).back_to(Reached(stage, event.date, number))


def _revoke(state: State, event: Event, _number: int, _terms: Terms, target: Condition) -> State:
    return replace(state.turned(target, event.date), notice=None)


def _defer(state: State, event: Event, _number: int, terms: Terms, target: Condition) -> State:
    notice = state.notice
    if terms.conflict is None:
        raise Impossible(reasons.no_conflict_rule())
    if notice and terms.conflict.tested is Tested.NOTICE and not _same_days(event.date, notice.received):
        raise Impossible(reasons.tested_at_notice(notice.received.text))
    if notice is None:
        return state
    waiting = replace(notice, effective=None, not_before=notice.effective or notice.not_before)
    return replace(state.turned(target, event.date), notice=waiting)


def _conflict_ended(state: State, event: Event, _number: int, _terms: Terms, target: Condition) -> State:
    notice = state.notice
    if notice is None:
        return state
    return replace(state.turned(target, event.date), notice=_after_conflict(notice, event.date))


def _after_conflict(notice: Notice, ended: When) -> Notice:
    """Return the notice running again: to the conflict's last day, or to the period's end if that is later."""
    end = notice.not_before
    if end is None or notice.basis is None:
        return replace(notice, not_before=max(end or ended.earliest, ended.earliest))
    if ended.latest <= end:
        return replace(notice, effective=end, not_before=None)
    if ended.day is None:
        return replace(notice, not_before=max(end, ended.earliest))
    return replace(notice, effective=ended.day, basis=Basis.COMPUTED, not_before=None)


def _same_days(one: When, other: When) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


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
