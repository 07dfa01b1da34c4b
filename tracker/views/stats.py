"""Statistics of the paths: the days that the stages took, how many cases are where."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.core.phrases import listed
from tracker.core.stats import Extreme, Place, Stats, Taken
from tracker.views.dates import counted, long_day
from tracker.views.flow import flow
from tracker.views.grid import Column, Grid, grid
from tracker.views.names import names
from tracker.views.paper import Ink, Paper, Piece
from tracker.views.words import INKS, capital

_NONE = "–"
_MOST = 3
_TAKEN = (
    Column("Stage", wraps=True),
    *(Column(title, right=True) for title in ("Cases", "Shortest", "Median", "Longest", "Left out")),
)
_WHOSE = (Column("Stage", wraps=True), Column("Shortest", wraps=True), Column("Longest", wraps=True))
_PLACES = (Column("Stage", wraps=True), Column("Condition", wraps=True), Column("Cases", right=True))
LEGEND = (
    "Days since the stage reached before, of which the first has none, in paths as they went: nothing is forecast. "
    "Left out: cases that reached both stages, but on days that are not fully known."
)


def stats(found: Stats, paper: Paper, *, footer: str) -> str:
    """Return the days of each stage, whose they are, how many cases stand where, and the folder (`footer`)."""
    called = names(found.cases)
    took = _section(took_title(found), grid(_TAKEN, map(taken_row, found.stages)), paper)
    legend = [*flow([(LEGEND, Ink.FAINT)], paper), ""]
    rows = [_whose_row(one, called) for one in found.stages if one.count]
    shared = _section("Whose the shortest and the longest are", grid(_WHOSE, rows), paper)
    title = f"Where they stand, as of {long_day(found.as_of)}: {counted(len(found.cases), 'case')}"
    places = _section(title, grid(_PLACES, map(_place, found.places)), paper)
    return paper.pages([*took, *legend, *shared, *places, *flow([(f"read from {footer}", Ink.FAINT)], paper)])


def took_title(found: Stats) -> str:
    """Return what the days are, as of when."""
    return f"Days that the stages took, as of {long_day(found.known)}"


def taken_row(one: Taken) -> list[Piece]:
    """Return a stage: how many cases, shortest, median, longest, how many are left out."""
    texts = (
        one.stage.label,
        str(one.count),
        str(one.shortest.days) if one.shortest else _NONE,
        _NONE if one.median is None else str(one.median),
        str(one.longest.days) if one.longest else _NONE,
        str(one.left_out),
    )
    return [(text, Ink.PLAIN) for text in texts]


def whose(extreme: Extreme | None, called: Mapping[str, str]) -> str:
    """Return whose the days are: all names, or the first and how many more."""
    sharing = [called[case.id] for case in extreme.cases] if extreme else []
    rest = len(sharing) - _MOST
    return capital(listed([*sharing[:_MOST], f"{rest} more"] if rest > 1 else sharing))


def _section(title: str, table: Grid, paper: Paper) -> list[str]:
    """Return the table below its title, with a blank line after it; nothing where it has no rows."""
    if not table.rows:
        return []
    fitting = table.narrowed(paper)
    rows = [line for lines in fitting.lines(paper) for line in lines]
    return [*flow([(title, Ink.HEAD)], paper), "", fitting.head(paper), *rows, ""]


def _whose_row(one: Taken, called: Mapping[str, str]) -> list[Piece]:
    return [(text, Ink.PLAIN) for text in (one.stage.label, whose(one.shortest, called), whose(one.longest, called))]


def _place(one: Place) -> list[Piece]:
    stage = one.stage.label if one.stage else "Not started"
    return [(stage, Ink.PLAIN), (one.condition.label, INKS[one.condition]), (str(one.count), Ink.PLAIN)]
