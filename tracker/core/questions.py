"""What a wish to record still lacks, by the table of keys."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.event import Event
from tracker.core.keys import ASKED, KEYS

DAY = "date"  # stands on every event, and so in no table


def needed(event: Event, *, dated: bool) -> tuple[str, ...]:
    """Return the keys without which the event cannot be recorded, in the order in which they are asked for.

    Where not `dated`, the event's own day means nothing.
    """
    return (*_missing_needed(event), *(() if dated else (DAY,)))


def wanted(event: Event, *, alone: bool) -> tuple[str, ...]:
    """Return the keys that an editor is asked for though they may be left out; a vote belongs to a case `alone`."""
    return tuple(
        name
        for name, key in ASKED.items()
        if key.allowed(event.action, event.stage) and not getattr(event, name) and (alone or name != "vote")
    )


def _missing_needed(event: Event) -> Iterator[str]:
    for name, key in KEYS.items():
        if key.needed and event.action in key.actions and getattr(event, name) is None:
            yield name
