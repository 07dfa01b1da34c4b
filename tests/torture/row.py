"""What one kind of fault, or of input, came to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: how many of a kind were tried, what happened, in how many something was lost.

    What counts as lost is the kind's own: bytes that are neither the old nor the new ones, an event that is not in its
    file, a traceback, a wrong exit code.
    """

    kind: str
    tried: int
    outcome: str
    lost: int
