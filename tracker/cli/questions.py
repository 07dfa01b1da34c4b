"""The commands that ask one question of many cases: `changes`, `analysis`, `stats`."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.arguments import Look
from tracker.cli.loading import Loaded, answer, load
from tracker.cli.options import AllSources, AsOf, Bom, ByTreaty, Cases, Format, Forms, Known, Words
from tracker.core.analysis import Analysis
from tracker.core.analysis import analysis as analysis_of
from tracker.core.analysis_rows import analysis_rows
from tracker.core.change_rows import changes_row, changes_sheet
from tracker.core.changes import Changes
from tracker.core.changes import changes as changes_of
from tracker.core.errors import WrongUsage
from tracker.core.selection import Wanted
from tracker.core.stats import Stats
from tracker.core.stats import stats as stats_of
from tracker.core.stats_rows import stats_row, stats_sheet

_Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="After that day, or 30d, 4w, 6m before --until."),
]
_Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to that day; today without.")]
_Notes = Annotated[bool, typer.Option("--notes", help="Also what stands beside the paths.")]


def changes(
    cases: Words = None,
    since: _Since = None,
    until: _Until = None,
    treaty: ByTreaty = None,
    notes: _Notes = False,
    sources: AllSources = False,
    form: Forms = "table",
    bom: Bom = False,
    folder: Cases = None,
    known: Known = None,
) -> None:
    """What moved in the days after one day, up to another included: before and after, with the events that did it.

    Example: tracker changes --since 2025-06-30 --until 2025-07-31
    """
    look = arguments.look(until, known)
    first = _first(since, look)
    loaded = load(folder, cases, look)
    found = changes_of(loaded.chosen(look, Wanted(treaty=treaty)), first, look.as_of, notes=notes)
    answer(
        form,
        loaded,
        look,
        partial(_changes, found, loaded, all_sources=sources),
        partial(changes_row, found),
        sheet=partial(changes_sheet, found),
        markdown=partial(_changes_page, found),
        bom=bom,
    )


def analysis(
    cases: Words = None,
    as_of: AsOf = None,
    treaty: ByTreaty = None,
    sources: AllSources = False,
    form: Format = "table",
    folder: Cases = None,
    known: Known = None,
) -> None:
    """What the ministries found, side by side: each aspect, country by country, and what nothing is recorded on.

    Example: tracker analysis latvia estonia finland
    """
    look = arguments.look(as_of, known)
    loaded = load(folder, cases, look)
    found = analysis_of(loaded.chosen(look, Wanted(treaty=treaty)))
    table = partial(_analysis, found, look, loaded, all_sources=sources)
    answer(form, loaded, look, table, partial(analysis_rows, found))


def stats(
    cases: Words = None,
    as_of: AsOf = None,
    treaty: ByTreaty = None,
    form: Forms = "table",
    bom: Bom = False,
    folder: Cases = None,
    known: Known = None,
) -> None:
    """How many days the stages took: shortest, median, longest, and whose; how many cases are where.

    Example: tracker stats --treaty ottawa
    """
    look = arguments.look(as_of, known)
    loaded = load(folder, cases, look)
    found = stats_of(loaded.chosen(look, Wanted(treaty=treaty)), look.as_of, look.today)
    answer(
        form,
        loaded,
        look,
        partial(_stats, found, loaded),
        partial(stats_row, found),
        sheet=partial(stats_sheet, found),
        markdown=partial(_stats_page, found),
        bom=bom,
    )


def _first(since: str | None, look: Look) -> date:
    """Return the day of `--since`, after which at least one day must follow up to that of `--until`."""
    if since is None:
        raise WrongUsage("`tracker changes` needs `--since DAY`", "such as `tracker changes --since 30d`")
    first = arguments.since(since, look.as_of, look.today)
    if first >= look.as_of:
        message = f"no day lies after {first} and up to {look.as_of}"
        raise WrongUsage(message, "`--since` names the day before the first one that is looked at")
    return first


def _changes(found: Changes, loaded: Loaded, *, all_sources: bool) -> str:
    from tracker.views.changes import changes as view

    return view(found, terminal.paper(), all_sources=all_sources, footer=loaded.read_from)


def _changes_page(found: Changes) -> str:
    from tracker.views.changes_page import changes_page

    return changes_page(found)


def _analysis(found: Analysis, look: Look, loaded: Loaded, *, all_sources: bool) -> str:
    from tracker.views.analysis import analysis as view

    return view(found, look.as_of, terminal.paper(), all_sources=all_sources, footer=loaded.read_from)


def _stats(found: Stats, loaded: Loaded) -> str:
    from tracker.views.stats import stats as view

    return view(found, terminal.paper(), footer=loaded.read_from)


def _stats_page(found: Stats) -> str:
    from tracker.views.stats_page import stats_page

    return stats_page(found)
