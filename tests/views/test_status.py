"""The table of standings, whole: golden/status-*.txt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.views.values import CLUB, NETHERLANDS, SAO_TOME, TODAY, case, event, path, stands
from tracker.core.event import Action, Event
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.views.paper import Paper, cells
from tracker.views.status import status

Golden = Callable[[str, str], None]

IN_MAY = (*path(4), event("2025-05", Stage.UN_NOTIFICATION))
DEFERRED = (*path(5), event("2025-10-01", Action.DEFER))
PATHS: dict[str, tuple[Event, ...]] = {
    "not-started": (),
    "analysis": path(1),
    "draft-law": (*path(2), event("2025-03-05/2025-03-12", Stage.DRAFT_LAW)),
    "planned": (*path(3), event("2026-12-24", Stage.PARLIAMENT_VOTE, planned=True)),
    "reading": (*path(3), event("2026-12", Action.MILESTONE, step="Second reading", planned=True)),
    "suspended": (*path(4), event("2025-04-10", Action.SUSPEND)),
    "rejected": (*path(3), event("2025-03", Action.REJECT)),
    "abandoned": (*path(2), event("2025-03-05/2025-03-12", Action.ABANDON)),
    "running": (*path(4), event("2026-06-27", Stage.UN_NOTIFICATION)),
    "last-day": (*path(4), event("2026-05-24", Stage.UN_NOTIFICATION)),
    "open": IN_MAY,
    "deferred": DEFERRED,
    "revoked": (*path(5), event("2025-10-01", Action.REVOKE)),
    "in-effect": path(6),
    "confirmed": (*IN_MAY, event("2025-11-10/2025-11-20", Stage.EFFECT)),
    "rejoined": (*path(6), event("2026-05-01", Action.REJOIN)),
}


def every_condition() -> list[Standing]:
    """Return a standing for each path, in one treaty, which makes every one a case of the same country."""
    return [stands(case(*events, id_=id_)) for id_, events in PATHS.items()]


def several_treaties() -> list[Standing]:
    """Return what an everyday folder looks like."""
    running = (*path(4), event("2026-06-27", Stage.UN_NOTIFICATION))
    return [
        stands(one)
        for one in (
            case(*path(6), id_="sao-tome", country=SAO_TOME),
            case(*running, id_="netherlands-club", country=NETHERLANDS, treaty=CLUB),
            case(*running, id_="antarctica", about="The ice moves."),
            case(*path(3), id_="netherlands", country=NETHERLANDS),
        )
    ]


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_every_condition(golden: Golden, width: int | None) -> None:
    """Who stands where is told in words, so that it can be read without colour."""
    text = status(every_condition(), Paper(width, colour=False), footer="cases/")
    golden(f"status-{width or 'pipe'}.txt", text)
    assert width is None or all(cells(line) <= width for line in text.splitlines())


@pytest.mark.parametrize("width", [80, 120])
def test_several_treaties(golden: Golden, width: int) -> None:
    """Where there is room the treaty has a column; otherwise it heads its cases."""
    golden(f"status-treaties-{width}.txt", status(several_treaties(), Paper(width, colour=False), footer="cases/"))


def test_in_colour(golden: Golden) -> None:
    golden("status-colour.txt", status(every_condition(), Paper(120, colour=True), footer="cases/"))


def test_no_cases() -> None:
    assert status([], Paper(80, colour=False), footer="my/cases/") == "0 cases\nread from my/cases/\n"


def test_a_day_in_the_past_shows_nothing_later() -> None:
    text = status([stands(case(*path(6)), "2025-03-15", TODAY)], Paper(None, colour=False), footer="cases/")
    assert text == (
        "Country     Treaty             Stage      Since       Days  Next             Effect\n"
        "Antarctica  Ottawa Convention  Draft law  2025-03-01    14  Parliament vote\n"
        "\n"
        "1 case as of 15 March 2025: 1 in progress\n"
        "read from cases/\n"
    )


def test_an_end_of_day_clause_binds_until_the_end_of_that_day() -> None:
    one = stands(case(*path(5, named=date(2026, 12, 31)), treaty=CLUB))
    assert "effect in 38 days  end of 2026-12-31\n" in status([one], Paper(None, colour=False), footer="cases/")


def test_a_planned_step_beside_a_path_that_is_over() -> None:
    events = (*path(6), event("2026-12-24", Action.MILESTONE, step="Farewell", planned=True))
    assert "Farewell planned 2026-12-24" in status([stands(case(*events))], Paper(None, colour=False), footer="")


def test_in_a_pipe_nothing_is_cut() -> None:
    long = replace(CLUB, short="Very long name " * 20)
    text = status([stands(case(treaty=long))], Paper(None, colour=False), footer="cases/" * 50)
    assert long.short.strip() in text
    assert "cases/" * 50 in text
