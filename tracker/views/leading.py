"""Who leads among several countries, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core.comparison import Comparison, Row
from tracker.core.interval import NO_DAYS
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition
from tracker.views.dates import counted, days, long_day, some_day
from tracker.views.words import listed

_OUT_OF_THE_RACE = frozenset({Condition.REJECTED, Condition.ABANDONED, Condition.REVOKED, Condition.REJOINED})


def lead(comparison: Comparison, names: Mapping[str, str]) -> str:
    """Return who leads and by how much, who share the lead, or why nobody does."""
    running = [one for one in comparison.standings if one.stage and one.condition not in _OUT_OF_THE_RACE]
    if not running:
        return f"Nobody leads: no path is under way or complete as of {long_day(comparison.standings[0].as_of)}."
    furthest = max((one.stage for one in running if one.stage), key=lambda stage: stage.place)
    row = next(row for row in comparison.rows if row.stage is furthest)
    leaders = comparison.leaders
    if not leaders:
        rivals = listed([names[one.case.id] for one in running if one.stage is furthest])
        return f"Who leads is open: {rivals} are at one stage ({furthest.label}), and its day is not fully known."
    called = listed([names[id_] for id_ in leaders])
    verb = "leads" if len(leaders) == 1 else "share the lead"
    others = [one for one in running if one.case.id not in leaders]
    return (
        f"{called} {verb}: {_reached(row, leaders[0], alike=comparison.alike)}{_ahead(comparison, row, others, names)}."
    )


def _reached(row: Row, leader: str, *, alike: bool) -> str:
    cell = row.cells[leader]
    if cell is None:
        return row.stage.label
    if alike:
        return f"{row.stage.label} since {some_day(cell.date)}"
    return f"{row.stage.label} {counted(days(cell.elapsed), 'day')} after its own first stage"


def _ahead(comparison: Comparison, row: Row, others: Sequence[Standing], names: Mapping[str, str]) -> str:
    """Return how far ahead of whom: of those at the same stage in days, else of those at the stage nearest to it."""
    if not others:
        return ""
    same = [one.case.id for one in others if one.stage is row.stage]
    if same:
        return _days_ahead(comparison, row, same, names)
    nearest = max((one.stage for one in others if one.stage), key=lambda stage: stage.place)
    there = [one for one in others if one.stage is nearest]
    return f", ahead of {listed([f'{names[one.case.id]} ({_at(nearest, one)})' for one in there])}"


def _at(stage: Stage, one: Standing) -> str:
    return f"{stage.label} since {some_day(one.stage_since)}" if one.stage_since else stage.label


def _days_ahead(comparison: Comparison, row: Row, ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the distance to the nearest; none is told where one that is out of the race was there before."""
    cells = {id_: cell for id_ in ids if (cell := row.cells[id_])}
    if not comparison.alike:
        behind = {id_: cell.elapsed for id_, cell in cells.items()}
    else:
        behind = {id_: cell.behind or NO_DAYS for id_, cell in cells.items()}
    least = min(behind.values(), key=lambda number: number.pair)
    called = listed([names[id_] for id_, number in behind.items() if number == least])
    if not comparison.alike:
        return f", ahead of {called} with {counted(days(least), 'day')}"
    first = row.cells[comparison.leaders[0]]
    if first is None or first.behind != NO_DAYS:
        return f", ahead of {called}"
    return f", {counted(days(least), 'day')} ahead of {called}"
