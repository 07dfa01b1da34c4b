"""A notice of which only time is sure that it took effect: no view says that it still runs, none says since when."""

from __future__ import annotations

import pytest

from tests.views.values import NETHERLANDS, case, event, path, shown, stands
from tracker.core.changes import changes
from tracker.core.comparison import compare
from tracker.core.day import parse_day
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.timeline import aligned
from tracker.core.timeline import timeline as chart
from tracker.views.changes import changes as moved
from tracker.views.comparison import diff
from tracker.views.paper import Paper
from tracker.views.status import status
from tracker.views.timeline import timeline
from tracker.views.timeline_page import timeline_page

PIPE = Paper(None, colour=False)
OUT = case(*path(4), event("2025-05", Stage.UN_NOTIFICATION))  # takes effect in November 2025
IN = case(*path(3), id_="netherlands", country=NETHERLANDS)
LAST, AFTER = "2025-11-29", "2025-11-30"


def pair(day: str = AFTER) -> list[Standing]:
    return [stands(one, day) for one in (OUT, IN)]


@pytest.mark.parametrize(("day", "told"), [(LAST, "In effect  "), (AFTER, "must be in effect  ")])
def test_in_the_table_of_standings(day: str, told: str) -> None:
    assert f"  {told}" in status(pair(day), PIPE, footer="cases")


def test_in_full() -> None:
    """The days on one of which it took effect are told."""
    assert "\n  Effect      on a day from 1 November 2025 to 30 November 2025\n" in shown(stands(OUT, AFTER), PIPE)


def test_side_by_side() -> None:
    lines = diff(compare(pair()), PIPE).splitlines()
    assert lines[0].startswith("Antarctica leads: Notice since a day in May 2025 (must be in effect), ahead of")
    assert "must be in effect" in lines[3]
    assert "must be in effect" not in diff(compare(pair(LAST)), PIPE)


def test_what_moved() -> None:
    found = changes([stands(OUT, AFTER)], parse_day("2025-05-01"), parse_day(AFTER), notes=False)
    text = moved(found, PIPE, all_sources=False, footer="cases")
    assert "\nAntarctica · Ottawa Convention · Parliament vote → Notice, must be in effect\n" in text


def test_on_one_axis() -> None:
    told = "Must be in effect, since a day that is not known: Antarctica"
    assert f"\n{told}\n" in timeline(chart(pair()), PIPE, footer="cases")
    assert told not in timeline(chart(pair(LAST)), PIPE, footer="cases")
    later = [stands(one, "2026-06-30") for one in (OUT, IN)]
    assert ": Notice (must be in effect): Antarctica; " in timeline(aligned(later), PIPE, footer="cases")
    assert "| Antarctica | Notice | 2025-05 | must be in effect |" in timeline_page(chart(pair()))
    assert "| Antarctica | Notice | 2025-05 | lasts |" in timeline_page(chart(pair(LAST)))
