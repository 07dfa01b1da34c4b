"""The statistics, whole: golden/stats-*.txt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.views.rendered import seen
from tests.views.values import CLUB, NETHERLANDS, SAO_TOME, TODAY, case, event, path, rich_case, stands
from tracker.core.event import Action
from tracker.core.stage import Stage
from tracker.core.stats import Stats, stats
from tracker.views.paper import Paper, cells
from tracker.views.stats import stats as view
from tracker.views.stats_page import stats_page

Golden = Callable[[str, str], None]


def several() -> Stats:
    cases = (
        rich_case(),
        case(*path(3), event("2025-04-08", Stage.PARLIAMENT_VOTE), id_="netherlands", country=NETHERLANDS),
        case(*path(5), id_="netherlands-club", country=NETHERLANDS, treaty=CLUB),
        case(*path(2), event("2025-02-20", Action.REJECT), id_="sao-tome", country=SAO_TOME),
        case(id_="sao-tome-club", country=SAO_TOME, treaty=CLUB),
    )
    return stats([stands(one) for one in cases], TODAY, TODAY)


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_several_cases(golden: Golden, width: int | None) -> None:
    text = view(several(), Paper(width, colour=False), footer="cases")
    golden(f"stats-{width or 'pipe'}.txt", text)
    assert width is None or all(cells(line) <= width for line in text.splitlines())


def test_in_colour(golden: Golden) -> None:
    golden("stats-colour.txt", view(several(), Paper(80, colour=True), footer="cases"))


def test_many_share_the_shortest() -> None:
    """The first three are named, and a fourth where it is the last."""
    cases = [case(*path(2), id_=f"antarctica-{number}") for number in range(1, 6)]
    lines = [
        view(stats([stands(one) for one in cases[:n]], TODAY, TODAY), Paper(None, colour=False), footer="")
        for n in (4, 5)
    ]
    names = [f"ntarctica (antarctica-{number})" for number in range(1, 5)]
    assert f"A{names[0]}, A{names[1]}, A{names[2]} and A{names[3]}  A" in lines[0]
    assert f"A{names[0]}, A{names[1]}, A{names[2]} and 2 more  A" in lines[1]


def test_no_cases() -> None:
    lines = view(stats([], TODAY, TODAY), Paper(None, colour=False), footer="cases").splitlines()
    assert lines[0] == "Days that the stages took, as of 23 November 2026"
    assert [line.split() for line in lines[3:9]] == [[*stage.label.split(), "0", "–", "–", "–", "0"] for stage in Stage]
    assert lines[-1] == "read from cases"
    assert "Where they stand" not in "".join(lines)


def test_as_markdown(golden: Golden) -> None:
    """One table of the stages, with whose the shortest and the longest are."""
    text = stats_page(several())
    golden("stats-page.md", text)
    tags, links, words = seen(text)
    assert (tags, links) == ({"p", "strong", "table", "thead", "tbody", "tr", "th", "td"}, [])
    assert "Antarctica, the Netherlands (Ottawa Convention), the Netherlands (Polar Club)" in words
