"""Why something is refused or doubtful, each reason a clause that can follow "because"."""

from __future__ import annotations

from datetime import date

from tracker.core.day import When
from tracker.core.event import Action, Event
from tracker.core.reckoning import Other
from tracker.core.stage import Stage
from tracker.core.state import Condition, Reached


def not_now(action: Action, condition: Condition, since: When | None) -> str:
    """The table has no such action in this condition."""
    begun = f" (since {since.text})" if since else ""
    return f"no `{action}` follows while the case is {condition.label}{begun}"


def no_stage(action: Action) -> str:
    """The action would lead to a stage, and no stage is there to lead to."""
    return f"no stage is there to which `{action}` could lead"


def twice(present: Reached) -> str:
    """The stage is the present one."""
    return f"`{present.stage}` was reached already, on {present.date.text}, and no `return` or `reopen` lies between"


def behind(stage: Stage, present: Reached) -> str:
    """The stage lies before the present one."""
    return f"`{stage}` lies before `{present.stage}`, which was reached on {present.date.text}"


def too_far(stage: Stage, following: Stage | None) -> str:
    """Stages between were neither reached nor skipped."""
    return f"`{following}` comes before `{stage}` and was neither reached nor skipped"


def notice_given(received: When) -> str:
    """After the notice only its effect is left."""
    return f"the notice was received on {received.text}, and only its `{Stage.EFFECT}` can follow"


def no_notice() -> str:
    """Nothing takes effect without a notice."""
    return "a withdrawal takes effect only after its notice"


def confirmed_already() -> str:
    """One confirmation is enough."""
    return "an event confirms already that the withdrawal took effect (a further source is added to it by hand)"


def before_effect(first: date) -> str:
    """The confirmation comes too early."""
    return f"the withdrawal takes effect on {first} at the earliest"


def never_reached(stage: Stage) -> str:
    """There is nothing to go back to."""
    return f"`{stage}` does not count as reached"


def is_present(stage: Stage) -> str:
    """A return leads to an earlier stage."""
    return f"`{stage}` is the present stage, and a `return` leads to an earlier one"


def too_far_back(stage: Stage) -> str:
    """A notice that was taken back is not reopened: a new one is given."""
    return f"a path is reopened at `{Stage.PARLIAMENT_VOTE}` or earlier, not at `{stage}`"


def no_conflict_rule() -> str:
    """The clause knows no armed conflict."""
    return "the exit clause has no armed-conflict rule"


def tested_at_notice(received: When) -> str:
    """The clause asks on the day of the notice."""
    return f"the exit clause asks for a conflict on the day of the notice alone, {received.text}"


def too_late_to_defer(effective: date) -> str:
    """A conflict that begins on the effective date or after it comes too late."""
    return f"a conflict defers a withdrawal only before its effective date, {effective}"


def each_day(span: When, why: str) -> str:
    """What time decides must hold on each day of a span."""
    return f"it must be possible on each day of the span, and by {span.latest} it is not: {why}"


def announced_otherwise(announced: date, effective: date) -> str:
    """The depositary's word wins, and both are told."""
    return f"the depositary announced {announced} as the effective date; by the exit clause it would be {effective}"


def announced_too_soon(announced: date, not_before: date) -> str:
    """The depositary's word wins, also where the clause gives no exact day."""
    return (
        f"the depositary announced {announced} as the effective date; by the exit clause it is not before {not_before}"
    )


def otherwise(other: Other) -> str:
    """Another reading of the clause gives another day."""
    day = f"the effective date would be {other.day} " if other.day else "the withdrawal is possible "
    return f"{day}{other.why}"


def perhaps_early(opens: date, article: str) -> str:
    """The day of the notice is not fully known, and the lock-in ends within the span."""
    return f"the notice may have come before {opens}, the first day on which the clause ({article}) lets one be given"


def path_ended() -> str:
    """No stage is left to advance to."""
    return "no stage is left to reach"


def not_ahead(stage: Stage, present: Stage) -> str:
    """A plan lies ahead."""
    return f"a plan lies ahead of the present stage, `{present}`, and `{stage}` does not"


def later_events() -> str:
    """The action itself would do, but what is recorded after it would not."""
    return "what is recorded later could not have followed"


def in_future(when: When, today: date) -> str:
    """A fact lies behind, or is of today."""
    return f"{when.text} {'is' if when.known else 'ends'} later than today, {today}"


def in_past(when: When, today: date) -> str:
    """A plan lies ahead."""
    return f"a plan is for a day to come, and {when.text} {'is' if when.known else 'ends'} no later than today, {today}"


def called(event: Event) -> str:
    """Name an event as refusals do: by its stage or its action."""
    if event.action is Action.ADVANCE and event.stage:
        return f"`{event.stage}`"
    towards = f" to `{event.stage}`" if event.stage else ""
    return f"`{event.action}`{towards}"


def refusal(case_id: str, event: Event, why: str, *, dated: bool = True) -> str:
    """Put the sentence of a refusal together: the case, what was asked, why not."""
    day = f" on {event.date.text}" if dated else ""
    planned = "planned " if event.planned else ""
    return f"{case_id}: {planned}{called(event)}{day} is not possible, because {why}"


def before(why: str, later: Event) -> str:
    """The new event itself cannot stand, and another comes after it."""
    return f"{why}, with {called(later)} of {later.date.text} to come after it"


def breaks(later: Event, why: str) -> str:
    """The new event would leave a later one without ground."""
    return f"{called(later)} of {later.date.text} could not have followed: {why}"


def must_be_in_effect(latest: date) -> str:
    """The last day on which it can have taken effect has come: an editor should look for the day."""
    return f"the withdrawal must have taken effect by {latest}, and no event says on which day it did"
