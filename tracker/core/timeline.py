"""Spans of several cases on one axis, their days as numbers from its first (docs/rules.md, rules 70 to 71)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.interval import Bounds
from tracker.core.spans import Span, spans
from tracker.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Place:
    """Where something began: the numbers of its earliest day and of that from which it counts."""

    first: int
    certain: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span on the axis; `end` is where the next one begins, None while it lasts."""

    span: Span
    start: Place
    end: Place | None


@dataclass(frozen=True, slots=True)
class Line:
    """The path of one case on the axis; `now` is the number of the day that is looked at."""

    standing: Standing
    stretches: tuple[Stretch, ...]
    now: int

    def lived(self, number: int) -> bool:
        """Whether the path is certain to have a day of this number by the day that is looked at."""
        return bool(self.stretches) and number + self._doubt <= self.now

    def at(self, number: int) -> Standing | None:
        """Return where the case stood on the day of this number.

        None where that is not the same from whichever day of its first stage one counts.
        """
        last = number + self._doubt
        turns = {one.start.certain + more for one in self.stretches for more in (0, 1)}  # 1: an end of day
        days = sorted({number, last, *(day for day in turns if number < day < last)})
        found = [self.standing.at(self.standing.as_of - timedelta(self.now - day)) for day in days]
        same = len({(one.stage, one.condition) for one in found}) == 1
        return found[0] if same else None

    @property
    def _doubt(self) -> int:
        """How many days later than number 0 the path may have begun, on an axis of its own days."""
        return self.stretches[0].start.certain


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lines on an axis of the days from 0 to `length`.

    `origin` is the day of number 0; None where each line begins with its own first stage.
    """

    lines: tuple[Line, ...]
    length: int
    origin: date | None


def timeline(standings: Sequence[Standing], since: date | None = None, until: date | None = None) -> Timeline:
    """Return the spans on one axis of the calendar, from the first stage of all to the day looked at or what is ahead.

    `since` and `until` are other bounds of the axis; a span that has no day within them is left out.
    """
    found = [(one, [span for span in spans(one) if _within(span, since, until)]) for one in standings]
    days = [day for _, own in found for span in own for day in (span.start.bounds.earliest, span.start.bounds.latest)]
    days += [one.as_of for one in standings]
    first = since or min([*days, *([until] if until else [])], default=date.min)
    last = until or max([*days, first])
    return Timeline(tuple(_line(one, own, first) for one, own in found), (last - first).days, first)


def aligned(standings: Sequence[Standing]) -> Timeline:
    """Return the spans of each case by the days since its own first stage, the axis a tenth longer than they need.

    What only lasts, once a path is at its end, needs no room.
    """
    lines = []
    for one in standings:
        own = spans(one)
        facts = [span for span in own if not span.planned]
        lines.append(_line(one, own if facts else (), facts[0].start.bounds.earliest if facts else one.as_of))
    length = max((_needed(line) for line in lines), default=0)
    return Timeline(tuple(lines), length + length // 10, None)


def _needed(line: Line) -> int:
    """Return the last number that says something of the path."""
    starts = [one.start.certain for one in line.stretches]
    return max([*starts, *([line.now] if line.standing.condition.unfinished else [])], default=0)


def _within(span: Span, since: date | None, until: date | None) -> bool:
    ended = since and span.end and span.end.bounds.latest < since
    return not (ended or (until and span.start.bounds.earliest > until))


def _line(one: Standing, own: Sequence[Span], first: date) -> Line:
    stretches = (
        Stretch(span, _place(span.start.bounds, first), _place(span.end.bounds, first) if span.end else None)
        for span in own
    )
    return Line(one, tuple(stretches), (one.as_of - first).days)


def _place(bounds: Bounds, first: date) -> Place:
    return Place((bounds.earliest - first).days, (bounds.latest - first).days)
