"""What may follow: the actions that the machine would take on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.core.day import on
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
    """Return what may follow `state` on `day`, by asking the machine for each action."""
    found: list[Choice] = []
    for action in Action:
        if action in STAGED:
            stages = tuple(stage for stage in PATH if _possible(state, Event(on(day), action, stage), terms))
            found += [Choice(action, stages)] if stages else []
        elif _possible(state, Event(on(day), action), terms):
            found.append(Choice(action))
    return tuple(found)


def command(choice: Choice, case_id: str, on: str = "DAY") -> str:
    """Return what to type for a choice; of several stages the last, which goes back the least, is named."""
    words = ["tracker", choice.action, case_id]
    if choice.action is not Action.ADVANCE and choice.stages:
        words += ["--to", choice.stages[-1]]
    words += [*_OWN_WORDS.get(choice.action, ()), "--on", on]
    return " ".join(words)


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
