"""Which keys belong on which action: the table that files follow, as commands do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.core.event import Action, Event
from tracker.core.problem import Place, Problem
from tracker.core.stage import Stage

MISPLACED = "key-on-wrong-action"
MISSING = "missing-key"

_EVERY = frozenset(Action)
_NO_VOTE = {
    Action.SUSPEND,
    Action.RESUME,
    Action.ABANDON,
    Action.REOPEN,
    Action.REVOKE,
    Action.DEFER,
    Action.CONFLICT_ENDED,
    Action.REJOIN,
}


@dataclass(frozen=True, slots=True)
class Key:
    """On which actions a key stands, on an `advance` to which stage alone; whether it is needed there."""

    actions: frozenset[Action] = _EVERY
    stage: Stage | None = None
    needed: bool = False

    def allowed(self, action: Action, stage: Stage | None) -> bool:
        """Whether an event of this action and stage may have the key."""
        any_stage = self.stage is None or action is not Action.ADVANCE
        return action in self.actions and (any_stage or self.stage is stage)

    @property
    def where(self) -> str:
        """Say where the key belongs."""
        if self.stage:
            return f"an `advance` to `{self.stage}`"
        named = [f"`{action}`" for action in Action if action in self.actions]
        return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"


_NOTICE = Key(frozenset({Action.ADVANCE}), Stage.UN_NOTIFICATION)

KEYS: Mapping[str, Key] = {
    "stage": Key(frozenset({Action.ADVANCE, Action.RETURN, Action.REOPEN}), needed=True),
    "step": Key(frozenset({Action.MILESTONE}), needed=True),
    "topic": Key(frozenset({Action.NOTE}), needed=True),
    "planned": Key(frozenset({Action.ADVANCE, Action.MILESTONE})),
    "skip": Key(frozenset({Action.ADVANCE})),
    "given": _NOTICE,
    "named": _NOTICE,
    "announced": _NOTICE,
    "body": Key(),
    "summary": Key(),
    "document": Key(),
    "reference": Key(),
    "doubt": Key(),
    "vote": Key(_EVERY - _NO_VOTE),
    "findings": Key(frozenset({Action.ADVANCE}), Stage.MINISTRY_ANALYSIS),
    "sources": Key(),
}

# What a terminal asks for besides what is needed: what makes an event worth quoting, a vote where one is likely.
ASKED: Mapping[str, Key] = {
    "body": Key(),
    "summary": Key(),
    "vote": Key(frozenset({Action.ADVANCE, Action.MILESTONE, Action.REJECT}), Stage.PARLIAMENT_VOTE),
    "sources": Key(),
}


def key_problems(event: Event, number: int) -> tuple[Problem, ...]:
    """Return what is wrong with the event at place `number` taken by itself: its keys, and days that contradict."""
    return tuple(problem for check in _CHECKS for problem in check(event, number))


def _misplaced(event: Event, number: int) -> list[Problem]:
    return [
        Problem(
            MISPLACED,
            f"`{_written(name)}` belongs on {key.where}, not on {_event_kind(event)}",
            Place(number, _written(name)),
            hint="take the key out, or give the event the action that it belongs to",
            sound=False,
        )
        for name, key in KEYS.items()
        if getattr(event, name) and not key.allowed(event.action, event.stage)
    ]


def _missing(event: Event, number: int) -> list[Problem]:
    return [
        Problem(
            MISSING,
            f"{_with_article(event.action)} needs `{name}`",
            Place(number),
            hint=f"add a line `{name} = …` to the event",
            sound=False,
        )
        for name, key in KEYS.items()
        if key.needed and key.allowed(event.action, event.stage) and getattr(event, name) is None
    ]


def _days(event: Event, number: int) -> list[Problem]:
    found: list[Problem] = []
    if event.announced and event.announced < event.date.earliest:
        why = f"{event.announced} lies before the notice itself, {event.date.text}"
        found.append(_contradiction(number, "announced", why, "correct one of the two days"))
    if event.given and event.given > event.date.latest:
        why = f"{event.given} lies after the day on which the notice was received, {event.date.text}"
        found.append(_contradiction(number, "given", why, "correct one of the two days"))
    if event.planned and event.stage is Stage.EFFECT:
        why = "an effect cannot be planned: it follows from the notice"
        found.append(_contradiction(number, "planned", why, "record the notice"))
    return found


def _finding_sources(event: Event, number: int) -> list[Problem]:
    urls = {source.url for source in event.sources}
    return [
        Problem(
            "unknown-source",
            "a finding's `url` is not one of its event's sources",
            Place(number, "url", "finding", inner),
            hint="add the address to the event as an `[[event.source]]`",
            sound=False,
        )
        for inner, finding in enumerate(event.findings)
        if finding.url and finding.url not in urls
    ]


def _contradiction(number: int, key: str, why: str, hint: str) -> Problem:
    return Problem("impossible-date", f"`{key}`: {why}", Place(number, key), hint, sound=False)


def _event_kind(event: Event) -> str:
    stage = f" to `{event.stage}`" if event.stage and event.action is Action.ADVANCE else ""
    return f"{_with_article(event.action)}{stage}"


def _with_article(action: Action) -> str:
    return f"{'an' if action[0] in 'aeiou' else 'a'} `{action}`"


def _written(name: str) -> str:
    """Return the key as the file spells it."""
    return {"findings": "finding", "sources": "source"}.get(name, name)


_CHECKS: tuple[Callable[[Event, int], list[Problem]], ...] = (_misplaced, _missing, _days, _finding_sources)
