"""Whether an event can be recorded: the decision, with a refusal that says what is possible instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.clause import last_day_bound
from tracker.core.day import When, between, on
from tracker.core.errors import Impossible, Refused, WrongUsage
from tracker.core.event import Action, Event
from tracker.core.keys import key_problems
from tracker.core.machine import apply, bring_up
from tracker.core.possible import STAGED, Choice, choices, command
from tracker.core.replay import Step, in_order, replay, terms_of
from tracker.core.stage import PATH, Stage
from tracker.core.standing import standing
from tracker.core.state import Condition, State

_ONE = timedelta(days=1)


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
    """Return the event to record.

    Raises WrongUsage for a day or a key that no case could take, Refused where the case's path does not allow it.
    """
    _check_day(wish.event, wish.today)
    for problem in key_problems(wish.event, len(wish.case.events)):
        raise WrongUsage(problem.message, problem.hint)
    if wish.event.planned:
        _check_plan(wish)
        return wish.event
    try:
        replay(wish.case.with_event(wish.event))
    except Impossible as refusal:
        raise _refused(wish, refusal) from None
    return wish.event


def check_possible(case: Case, action: Action, stage: Stage | None, today: date) -> None:
    """Raise Refused where the case takes the action on no day up to today; asked before what is missing is."""
    if not action.moves:
        return
    stages = PATH if stage is None and action in STAGED else (stage,)
    tries = (Event(on(day), action, one) for one in stages for day in _days_that_differ(case, today))
    if any(_replays(case, event) for event in tries):
        return
    now = standing(case, today, today)
    event = Event(on(today), action, stage)
    why = _why_not(case, now.state, event)
    raise Refused(reasons.refusal(case.id, event, why, dated=False), _may_follow(case, now.allowed, "DAY"))


def next_stage(case: Case, today: date) -> Stage | None:
    """Return the stage that `advance` means where none is named: the next of today's standing, an effect not
    confirmed yet, None where nothing is left.
    """
    now = standing(case, today, today)
    if now.condition is Condition.IN_EFFECT and now.state.confirmed is None:
        return Stage.EFFECT
    return now.next


def last_staged(case: Case) -> date | None:
    """Return the earliest day of the last event that changed the stage."""
    staged = [step.event.date.earliest for step in replay(case).steps if step.event.moves and step.event.stage]
    return staged[-1] if staged else None


def _check_day(event: Event, today: date) -> None:
    if event.planned and event.date.latest <= today:
        raise WrongUsage(
            f"`{event.date.text}` has passed, so it cannot be planned",
            "a plan needs a day after today; what has happened is recorded without `--planned`",
        )
    if not event.planned and event.date.latest > today:
        raise WrongUsage(
            f"`{event.date.text}` is not over yet (today is {today}), so it cannot be recorded as a fact",
            "`--planned` records what is announced, for `advance` and `milestone`",
        )


def _check_plan(wish: Wish) -> None:
    present = standing(wish.case, wish.today, wish.today).stage
    stage = wish.event.stage
    if stage and not stage.comes_after(present):
        why = reasons.not_ahead(stage, present)
        raise Refused(reasons.refusal(wish.case.id, wish.event, why), "a plan lies ahead of the present stage")


def _refused(wish: Wish, refusal: Impossible) -> Refused:
    """Word the refusal: what collides with what, and what is possible instead."""
    new = len(wish.case.events)
    other = _next_move(wish) if refusal.event == new else refusal.event
    why = refusal.why
    if other is not None:
        later = wish.case.events[other]
        why = reasons.before(why, later) if refusal.event == new else reasons.breaks(later, why)
    return Refused(reasons.refusal(wish.case.id, wish.event, why), _hint(wish, other))


def _hint(wish: Wish, other: int | None) -> str | None:
    when = wish.event.date
    if narrower := _narrower(wish):
        return f"`--on {narrower.text}` would be possible"
    if other is not None and wish.case.events[other].date.earliest == when.earliest:
        return f"events of one day count in the order of the file: put them in order by hand at {wish.where(other)}"
    state = bring_up(_state_before(wish), when.earliest, terms_of(wish.case))
    return _may_follow(wish.case, choices(state, when.earliest, terms_of(wish.case)), when.text)


def _may_follow(case: Case, possible: Iterable[Choice], day: str) -> str:
    commands = [f"`{command(choice, case.id, day)}`" for choice in possible if choice.action.moves]
    if not commands:
        return f"the path has ended; a new one is a second case: `tracker new {case.country.code} --treaty {case.treaty.id}`"
    return f"possible instead: {', '.join(commands)}"


def _next_move(wish: Wish) -> int | None:
    """Return the place of the first event after the new one that changes stage or condition."""
    new = len(wish.case.events)
    events = wish.case.with_event(wish.event).events
    order = in_order(events)
    return next((number for number in order[order.index(new) + 1 :] if events[number].moves), None)


def _state_before(wish: Wish) -> State:
    """Return the state into which the new event would fall: after all that lies before it or on its day."""
    day = wish.event.date.earliest
    steps = [step for step in replay(wish.case).steps if step.event.date.earliest <= day]
    return steps[-1].after if steps else State()


def _narrower(wish: Wish) -> When | None:
    """Return the longest span within the event's own on which it would be possible."""
    when = wish.event.date
    if when.known:
        return None
    steps = replay(wish.case).steps
    starts = {day for day in _turns(steps) if when.earliest < day <= when.latest} | {when.earliest}
    last_days = {last_day_bound(wish.case.treaty.exit, day) for day in _effects(steps)}
    ends = {day for day in last_days if when.earliest <= day < when.latest} | {when.latest}
    spans = sorted(((start, end) for start in starts for end in ends if start <= end), key=_length, reverse=True)
    fitting = (between(*span) for span in spans if _replays(wish.case, replace(wish.event, date=between(*span))))
    return next(fitting, None)


def _length(span: tuple[date, date]) -> tuple[timedelta, date]:
    return span[1] - span[0], span[0]


def _turns(steps: Iterable[Step]) -> Iterator[date]:
    """Yield the days on which the state may be another than on the day before."""
    for step in steps:
        yield step.event.date.earliest
        yield step.event.date.earliest + _ONE
    yield from _effects(steps)


def _effects(steps: Iterable[Step]) -> Iterator[date]:
    return (step.after.notice.effective for step in steps if step.after.notice and step.after.notice.effective)


def _days_that_differ(case: Case, today: date) -> list[date]:
    """Return days up to today so that a further event on any day is like one on one of these."""
    turns = set(_turns(replay(case).steps))
    around = {day - _ONE for day in turns if day > date.min} | turns | {today}
    return sorted((day for day in around if day <= today), reverse=True)


def _replays(case: Case, event: Event) -> bool:
    try:
        replay(case.with_event(event))
    except Impossible:
        return False
    return True


def _why_not(case: Case, state: State, event: Event) -> str:
    try:
        apply(state, event, 0, terms_of(case))
    except Impossible as refusal:
        return refusal.why
    return reasons.later_events()
