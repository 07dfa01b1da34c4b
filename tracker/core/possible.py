"""What may follow: the actions that the machine would take on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from shlex import join

from tracker.core.day import When, on
from tracker.core.errors import Impossible
from tracker.core.event import Action, Event
from tracker.core.machine import apply
from tracker.core.stage import PATH, Stage
from tracker.core.state import State, Terms

STAGED = (Action.ADVANCE, Action.RETURN, Action.REOPEN)


@dataclass(frozen=True, slots=True)
class Choice:
    """An action that is possible, with the stages that it may name without a `skip` (none where it names none)."""

    action: Action
    stages: tuple[Stage, ...] = ()


def choices(state: State, day: date, terms: Terms) -> tuple[Choice, ...]:
    """Return what may follow `state` on `day`, by asking the machine for each action (docs/rules.md, rule 43)."""
    found: list[Choice] = []
    for action in Action:
        possible = [event.stage for event in events_of(action, on(day)) if _possible(state, event, terms)]
        if possible:
            found.append(Choice(action, tuple(stage for stage in possible if stage)))
    return tuple(found)


def events_of(action: Action, when: When) -> Iterator[Event]:
    """Yield the bare events that the action can be: one for each stage where it names one."""
    stages = PATH if action in STAGED else (None,)
    return (Event(when, action, stage) for stage in stages)


def command(choice: Choice, case_id: str, on: str = "DAY") -> str:
    """Return what to type for a choice; of several stages the last, which goes back the least, is named."""
    stage = choice.stages[-1] if choice.stages and choice.action is not Action.ADVANCE else None
    return typed(choice.action, stage, case_id, on)


def typed(action: Action, stage: Stage | None, case_id: str, on: str = "DAY", *, own: str | None = None) -> str:
    """Return the command that records such an event, each word as a shell takes it.

    `own` is the milestone's step, or the note's topic, where it is known.
    """
    to = ("--to", stage) if stage else ()
    named = _OWN_WORDS.get(action)
    own_words = (named[0], own or named[1]) if named else ()
    return join(("tracker", action, case_id, *to, *own_words, "--on", on))


_OWN_WORDS: Mapping[Action, tuple[str, ...]] = {
    Action.MILESTONE: ("--step", "NAME"),
    Action.NOTE: ("--topic", "TOPIC"),
}


def _possible(state: State, event: Event, terms: Terms) -> bool:
    try:
        apply(state, event, 0, terms)
    except Impossible:
        return False
    return True
