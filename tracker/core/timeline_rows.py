"""The rows of a timeline, as machines read them: a table of spans."""

from __future__ import annotations

from tracker.core.rows import Json
from tracker.core.sheet import Sheet, sheet
from tracker.core.spans import Span
from tracker.core.timeline import Timeline

SPAN_KEYS = ("case", "stage", "condition", "start", "end", "planned")


def timeline_rows(chart: Timeline) -> list[Json]:
    """Return the spans as `timeline` gives them, case by case; days are those of the calendar on every axis."""
    return [_row(stretch.span) for line in chart.lines for stretch in line.stretches]


def timeline_sheet(chart: Timeline) -> Sheet:
    """Return one row a span."""
    return sheet(SPAN_KEYS, timeline_rows(chart))


def _row(span: Span) -> Json:
    return {
        "case": span.case_id,
        "stage": span.stage.value,
        "condition": span.condition.value,
        "start": span.start.date.text,
        "end": span.end.date.text if span.end else None,
        "planned": span.planned,
    }
