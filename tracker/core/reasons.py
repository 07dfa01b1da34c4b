"""Why the machine refuses, each reason a clause that can follow "because"."""

from __future__ import annotations

from datetime import date

from tracker.core.event import Action, Event
from tracker.core.stage import Stage
from tracker.core.state import Condition


def not_now(action: Action, condition: Condition) -> str:
    """The table has no such action in this condition."""
    return f"no `{action}` follows while the case is {condition.label}"


def no_stage(action: Action) -> str:
    """The action needs to be told which stage."""
    return f"`{action}` names no stage"


def twice(stage: Stage) -> str:
    """The stage is the present one."""
    return f"{_called(stage)} was reached already, and no `return` or `reopen` lies between"


def behind(stage: Stage, present: Stage | None) -> str:
    """The stage lies before the present one."""
    return f"{_called(stage)} lies before the present stage, {_called(present)}"


def too_far(stage: Stage, following: Stage | None) -> str:
    """Stages between were neither reached nor skipped."""
    return f"{_called(following)} comes before {_called(stage)} and was neither reached nor skipped"


def notice_given(stage: Stage) -> str:
    """After the notice only its effect is left."""
    return f"the notice was given already, and after it comes no {_called(stage)}"


def no_notice() -> str:
    """Nothing takes effect without a notice."""
    return "a withdrawal takes effect only after its notice"


def confirmed_already() -> str:
    """One confirmation is enough."""
    return "an event confirms already that the withdrawal took effect"


def before_effect(first: date) -> str:
    """The confirmation comes too early."""
    return f"the withdrawal takes effect on {first} at the earliest"


def never_reached(stage: Stage) -> str:
    """There is nothing to go back to."""
    return f"{_called(stage)} does not count as reached"


def is_present(stage: Stage) -> str:
    """A return leads to an earlier stage."""
    return f"{_called(stage)} is the present stage"


def too_far_back(stage: Stage) -> str:
    """A notice that was taken back is not reopened: a new one is given."""
    return f"a path is reopened at {_called(Stage.PARLIAMENT_VOTE)} or earlier, not at {_called(stage)}"


def no_conflict_rule() -> str:
    """The clause knows no armed conflict."""
    return "the exit clause has no armed-conflict rule"


def tested_at_notice(received: str) -> str:
    """The clause asks on the day of the notice."""
    return f"the exit clause asks for a conflict on the day of the notice alone, {received}"


def every_day(span: str) -> str:
    """What time decides must hold on each day of a span."""
    return f"it would not have been possible on each day of {span}"


def announced_otherwise(announced: date, effective: date) -> str:
    """The depositary's word wins, and both are told."""
    return f"the depositary announced {announced} as the effective date; by the exit clause it would be {effective}"


def _called(stage: Stage | None) -> str:
    return f"`{stage}`" if stage else "the end of the path"


def called(event: Event) -> str:
    """Name an event as refusals do: by its stage, its step or its action."""
    if event.action is Action.ADVANCE and event.stage:
        return f"`{event.stage}`"
    towards = f" to `{event.stage}`" if event.stage else ""
    return f"`{event.action}`{towards}"


def refusal(case_id: str, event: Event, why: str, *, dated: bool = True) -> str:
    """Put the sentence of a refusal together: the case, what was asked, why not."""
    day = f" on {event.date.text}" if dated else ""
    return f"{case_id}: {called(event)}{day} is not possible, because {why}"


def before(why: str, later: Event) -> str:
    """The new event itself cannot stand, and another comes after it."""
    return f"{why}, with {called(later)} of {later.date.text} to come after it"


def breaks(later: Event, why: str) -> str:
    """The new event would leave a later one without ground."""
    return f"{called(later)} of {later.date.text} could not have followed: {why}"


def not_ahead(stage: Stage, present: Stage | None) -> str:
    """A plan lies ahead."""
    return f"{_called(stage)} does not lie ahead of the present stage, {_called(present)}"


def later_events() -> str:
    """The action itself would do, but what is recorded after it would not."""
    return "what is recorded later could not have followed"
