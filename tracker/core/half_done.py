"""A step of several cases that was cut off half-way: some have the event already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tracker.core.case import Case
from tracker.core.errors import Refused
from tracker.core.event import Action, Event
from tracker.core.recording import next_stage
from tracker.core.retyped import retyped


class HalfDone(Refused):
    """Some of the cases have the event, word for word, and some have not."""

    def __init__(self, done: Sequence[Case], left: Sequence[Case], event: Event) -> None:
        """Name those that have it; the command is for the rest."""
        names = [f"`{case.id}`" for case in done]
        told = f"{', '.join(names[:-1])} and {names[-1]} have" if len(names) > 1 else f"{names[0]} has"
        rest = retyped(event, [case.id for case in left])
        super().__init__(f"{told} this event already, so nothing was recorded", f"for the rest: `{rest}`")


def check_not_half_done(event: Event, cases: Sequence[Case], today: date) -> None:
    """Raise HalfDone where the event was recorded in some of the cases before, on whatever day it was accessed."""
    for meant in _meant(event, cases, today):
        done = [case for case in cases if _has(case, meant)]
        if 0 < len(done) < len(cases):
            raise HalfDone(done, [case for case in cases if case not in done], meant)


def _meant(event: Event, cases: Sequence[Case], today: date) -> Iterator[Event]:
    """Yield what the event can be: an `advance` that names no stage reaches one that is next in some case."""
    if event.action is Action.ADVANCE and event.stage is None:
        following = dict.fromkeys(next_stage(case, today) for case in cases)
        yield from (replace(event, stage=stage) for stage in following if stage)
    else:
        yield event


def _has(case: Case, event: Event) -> bool:
    wanted = _as_seen(event)
    return any(_as_seen(each) == wanted for each in case.events)


def _as_seen(event: Event) -> Event:
    """Return the event without the days on which its sources were looked at."""
    return replace(event, sources=tuple(replace(source, accessed=None) for source in event.sources))
