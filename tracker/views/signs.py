"""What the signs of a timeline mean: those that were drawn, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core.state import Condition
from tracker.core.timeline import Timeline
from tracker.views.axis import looked_at
from tracker.views.bars import BEFORE, FILLS, HOLLOW, LETTERS, NOW, OPEN, Bar
from tracker.views.dates import long_day
from tracker.views.flow import UNBROKEN

_SIGNS: Mapping[str, str] = {
    FILLS[Condition.NOTICE_RUNNING]: "the notice is running",
    FILLS[Condition.SUSPENDED]: "suspended",
    FILLS[Condition.DEFERRED]: "deferred by an armed conflict",
    "x": "rejected, abandoned or revoked",
    "B": "bound by the treaty again",
    OPEN: "on one of these days",
    HOLLOW: "planned for one of these days",
    BEFORE: "since before",
}


def legend(chart: Timeline, bars: Sequence[Bar]) -> str:
    """Return the meaning of each sign in the bars, as one paragraph."""
    drawn = frozenset(letter for bar in bars for text, _ in bar.cells for letter in text)
    stages = [f"{letter} {stage.label}" for stage, letter in LETTERS.items() if {letter, letter.lower()} & drawn]
    signs = [f"{sign} {meaning}" for sign, meaning in _SIGNS.items() if sign in drawn]
    if {letter.lower() for letter in LETTERS.values()} & drawn:
        signs.append("small letters: planned or computed")
    on_axis = any(looked_at(chart, bar.scale) is not None for bar in bars)
    if on_axis or NOW in drawn:
        also = ", also on the axis" if on_axis else ""
        signs.append(f"{NOW} {long_day(chart.lines[0].standing.as_of)}{also}")
    if any(bar.hidden for bar in bars):
        signs.append("where several fall into one place, the last")
    return "; ".join(filter(None, [", ".join(map(_whole, stages)), *map(_whole, signs)]))


def _whole(item: str) -> str:
    """Return the item as one that no line breaks."""
    return item.replace(" ", UNBROKEN)
