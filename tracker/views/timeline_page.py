"""The paths of several cases as Markdown: a table of spans, for those who cannot see a chart, too."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.spans import Span
from tracker.core.stage import Stage
from tracker.core.timeline import Line, Timeline
from tracker.views import markdown
from tracker.views.dates import long_day, short_when
from tracker.views.names import names
from tracker.views.words import HALTED, MUST_BE_OUT, capital, effect_day

_TITLES = ("Case", "Stage", "From", "To")


def timeline_page(chart: Timeline) -> str:
    """Return a row for each span, case by case; below them the day that was looked at."""
    called = names([line.standing.case for line in chart.lines])
    rows = [row for line in chart.lines for row in _rows(line, capital(called[line.standing.case.id]))]
    table = markdown.table(_TITLES, rows) if rows else ""
    as_of = f"As of {long_day(chart.lines[0].standing.as_of)}." if chart.lines else "0 cases."
    other = any(" or " in start for _, _, start, _ in rows)
    told = "Or: the effect on another reading of the exit clause." if other else ""
    return markdown.page([table, markdown.text(as_of), told])


def _rows(line: Line, name: str) -> Sequence[Sequence[str]]:
    if not line.stretches:
        return [[markdown.text(name), "no stage on these days", "", ""]]
    return [[markdown.text(text) for text in (name, *_told(line, stretch.span))] for stretch in line.stretches]


def _told(line: Line, span: Span) -> tuple[str, str, str]:
    """Return the stage with what it does not tell of the condition, its first day, the day of what came next."""
    condition = span.condition.label
    halted = f", {condition}" if span.condition in HALTED else ""
    start = short_when(span.start.date)
    if span.stage is Stage.EFFECT:
        other = "".join(f" or {day}" for day in line.standing.other_days)
        start = f"{effect_day(line.standing, start)}{other}"
    if span.planned:
        return f"{span.stage.label}{halted}", f"{start}, to come", ""
    lasts = MUST_BE_OUT if line.standing.must_be_out else "lasts"
    return f"{span.stage.label}{halted}", start, short_when(span.end.date) if span.end else lasts
