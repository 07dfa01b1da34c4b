"""The rows of how long the stages took, as machines read them."""

from __future__ import annotations

from tracker.core.rows import Json
from tracker.core.sheet import Sheet, sheet
from tracker.core.stats import Extreme, Stats

STAGE_KEYS = ("stage", "count", "left_out", "shortest", "median", "longest", "shortest_case", "longest_case")


def stats_row(found: Stats) -> Json:
    """Return the statistics as `stats` gives them."""
    return {
        "stages": stage_rows(found),
        "standings": [
            {
                "condition": place.condition.value,
                "stage": place.stage.value if place.stage else None,
                "count": place.count,
            }
            for place in found.places
        ],
    }


def stage_rows(found: Stats) -> list[Json]:
    """Return all six stages; where several cases share the shortest or longest, the first by its id is named."""
    return [
        {
            "stage": taken.stage.value,
            "count": taken.count,
            "left_out": taken.left_out,
            "shortest": taken.shortest.days if taken.shortest else None,
            "median": taken.median,
            "longest": taken.longest.days if taken.longest else None,
            "shortest_case": _whose(taken.shortest),
            "longest_case": _whose(taken.longest),
        }
        for taken in found.stages
    ]


def stats_sheet(found: Stats) -> Sheet:
    """Return one row a stage."""
    return sheet(STAGE_KEYS, stage_rows(found))


def _whose(extreme: Extreme | None) -> str | None:
    return extreme.cases[0].id if extreme else None
