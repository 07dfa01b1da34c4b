"""The command that draws the paths on one axis: `timeline`."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.arguments import Look
from tracker.cli.loading import Loaded, answer, load
from tracker.cli.options import AsOf, Bom, ByTreaty, Cases, Forms, Known, Words
from tracker.core.errors import WrongUsage
from tracker.core.selection import Wanted, in_order
from tracker.core.timeline import Timeline, aligned
from tracker.core.timeline import timeline as timeline_of
from tracker.core.timeline_rows import timeline_rows, timeline_sheet

_Since = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="Where the axis begins: a day, or 30d, 4w, 6m before.")
]
_Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Where the axis ends.")]
_Align = Annotated[bool, typer.Option("--align", help="Count each path's days from its own first stage.")]


def timeline(
    cases: Words = None,
    since: _Since = None,
    until: _Until = None,
    align: _Align = False,
    as_of: AsOf = None,
    treaty: ByTreaty = None,
    form: Forms = "table",
    bom: Bom = False,
    folder: Cases = None,
    known: Known = None,
) -> None:
    """The paths on one axis of time, a bar for each case: which stage when, what is ahead, what is not fully known.

    Example: tracker timeline --since 2025-01-01
    """
    look = arguments.look(as_of, known)
    first, last = _bounds(since, until, look)
    if align and (since or until):
        raise WrongUsage(
            "`--align` counts the days of each path, and `--since` and `--until` are days of the calendar",
            "leave `--align` out, or the two days",
        )
    loaded = load(folder, cases, look)
    chart = _chart(loaded, look, treaty, (first, last), align=align)
    answer(
        form,
        loaded,
        look,
        partial(_timeline, chart, loaded),
        partial(timeline_rows, chart),
        sheet=partial(timeline_sheet, chart),
        markdown=partial(_timeline_page, chart),
        bom=bom,
    )


def _bounds(since: str | None, until: str | None, look: Look) -> tuple[date | None, date | None]:
    last = arguments.day(until, look.today)
    first = arguments.since(since, last or look.as_of, look.today) if since else None
    if first and last and first > last:
        raise WrongUsage(f"`--since {since}` lies after `--until {until}`", "write the earlier day as `--since`")
    return first, last


def _chart(
    loaded: Loaded, look: Look, treaty: str | None, bounds: tuple[date | None, date | None], *, align: bool
) -> Timeline:
    ordered = in_order(loaded.chosen(look, Wanted(treaty=treaty)))
    return aligned(ordered) if align else timeline_of(ordered, *bounds)


def _timeline(chart: Timeline, loaded: Loaded) -> str:
    from tracker.views.timeline import timeline as view

    return view(chart, terminal.paper(), footer=loaded.read_from)


def _timeline_page(chart: Timeline) -> str:
    from tracker.views.timeline_page import timeline_page

    return timeline_page(chart)
