"""The axis of a timeline: its marks, what is written at them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.core.ticks import Fineness, numbers, ticks
from tracker.core.timeline import Timeline
from tracker.views.bars import NOW, Scale

_WRITTEN = {Fineness.DAY: len("2025-04-16"), Fineness.MONTH: len("2025-04"), Fineness.YEAR: len("2025")}
_LEAST = 3  # marks


def axis(chart: Timeline, scale: Scale) -> list[str]:
    """Return the line of what is written, the line of the marks, that of the day looked at among them."""
    marks = day_numbers(chart, scale) if chart.origin is None else _calendar(chart.origin, scale)
    return [_written(marks, scale), _ruler((place for place, _ in marks), looked_at(chart, scale), scale)]


def looked_at(chart: Timeline, scale: Scale) -> int | None:
    """Return the cell of the day looked at; None where it is off the axis, or another number for each case."""
    return scale.line(chart.lines[0].now) if chart.lines and chart.origin is not None else None


def day_numbers(chart: Timeline, scale: Scale) -> list[tuple[int, str]]:
    """Return the marks of an axis of days since each case's own first stage: a cell, what is written there."""
    most = max(_LEAST, scale.cells // (len(str(chart.length)) + 2))
    return [(scale.cell(number), str(number)) for number in numbers(chart.length, most)]


def _calendar(origin: date, scale: Scale) -> list[tuple[int, str]]:
    most = max(_LEAST, scale.cells // (_WRITTEN[Fineness.DAY] + 1))
    found = ticks(origin, scale.length, most)
    width = _WRITTEN[found.fineness]
    return [(scale.cell(tick.number), tick.day.isoformat()[:width]) for tick in found.marks]


def _written(marks: Iterable[tuple[int, str]], scale: Scale) -> str:
    """Return the texts, each from its mark on where there is room for it, at the right end up to it."""
    line = ""
    for place, text in marks:
        start = min(place, scale.cells - len(text))
        if start >= len(line) + bool(line):
            line = f"{line:<{start}}{text}"
    return line


def _ruler(places: Iterable[int], now: int | None, scale: Scale) -> str:
    signs = {**dict.fromkeys(places, "┬"), **({} if now is None else {now: NOW})}
    return "".join(signs.get(place, "─") for place in range(scale.cells))
