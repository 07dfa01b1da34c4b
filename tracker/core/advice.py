"""What to do instead of what was refused, with the command to type (docs/rules.md, rule 27)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from shlex import quote

from tracker.core import reasons
from tracker.core.case import Case
from tracker.core.day import When, on
from tracker.core.event import Action, Event
from tracker.core.possible import Choice, events_of, typed
from tracker.core.replay import takes
from tracker.core.stage import Stage, stage_after
from tracker.core.standing import standing
from tracker.core.trial import narrowed, place_above


def instead(case: Case, event: Event, today: date, where: Callable[[int], str]) -> str:
    """Return the hint for an event that the case does not take.

    `where` tells for an event's place in the log where an editor finds it, as `path:line`.
    """
    if narrower := narrowed(case, event):
        return f"`--on {narrower.text}` would be possible"
    place = place_above(case, event)
    if place is not None:
        above = f"write it above {reasons.called(case.events[place])} by hand, at {where(place)}"
        return f"events of one day count in the order of the file: {above}"
    following = may_follow(case, event.date, today)
    if event.action is Action.ADVANCE and takes(case, replace(event, skip="why")):
        return f'{following}; or `--skip "WHY"`, where the stages between have no counterpart'
    return following


def may_follow(case: Case, when: When, today: date, day: str | None = None) -> str:
    """Return the hint that lists what the case takes on `when`, which the commands name as `day`."""
    named = day or when.text
    commands = [_command(choice, case.id, named) for choice in _fitting(case, when)]
    if commands:
        return f"possible instead: {', '.join(commands)}"
    if not any(choice.action.moves for choice in standing(case, today, today).allowed):
        start = f"`tracker new {case.country.code} --treaty {quote(case.treaty.id)}`"
        return f"the path has ended; a new one is a second case: {start}"
    milestone = typed(Action.MILESTONE, None, case.id, named)
    return f"no other action fits there; a step that is none of the six stages is recorded with `{milestone}`"


def as_fact(case: Case, event: Event) -> str:
    """Return the hint for a plan whose day has come: it may be a fact."""
    return f"what has happened is recorded without `--planned`: `{_typed(case, event)}`"


def as_plan(case: Case, event: Event, today: date) -> str:
    """Return the hint for a fact of a day to come: it may be planned, where such an event can be."""
    if event.action in (Action.ADVANCE, Action.MILESTONE) and event.stage is not Stage.EFFECT:
        return f"what is announced is a plan: `{_typed(case, event)} --planned`"
    happened = replace(event, date=on(today))
    if takes(case, happened):
        return f"what has happened by today: `{_typed(case, happened)}`"
    return may_follow(case, happened.date, today)


def ahead(case: Case, present: Stage, day: str) -> str:
    """Return the hint for a plan of a stage that does not lie ahead; the commands name the day as `day`."""
    stage = stage_after(present)
    if stage is None or stage is Stage.EFFECT:
        return f"a step is planned with `{typed(Action.MILESTONE, None, case.id, day)} --planned`"
    return f"possible instead: `{typed(Action.ADVANCE, stage, case.id, day)} --planned`"


def _typed(case: Case, event: Event) -> str:
    return typed(event.action, event.stage, case.id, event.date.text, own=event.step or event.topic)


def _fitting(case: Case, when: When) -> Iterator[Choice]:
    """Yield the actions that the case takes on `when`, all that is recorded later included."""
    for action in Action:
        if action.moves:
            fitting = [event.stage for event in events_of(action, when) if takes(case, event)]
            if fitting:
                yield Choice(action, tuple(stage for stage in fitting if stage))


def _command(choice: Choice, case_id: str, day: str) -> str:
    """Return the command of a choice; of several stages the last, which goes back the least, is named."""
    return f"`{typed(choice.action, choice.stages[-1] if choice.stages else None, case_id, day)}`"
