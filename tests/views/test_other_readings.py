"""Where an exit clause can be read otherwise, every view tells the other day of the effect beside the usual one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views.values import NETHERLANDS, TREATY, case, event, path, stands
from tracker.core.clause import ExitClause
from tracker.core.comparison import compare
from tracker.core.country import Country
from tracker.core.day import parse_day
from tracker.core.event import Action, Event
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.timeline import timeline as chart
from tracker.views.comparison import diff
from tracker.views.diff_page import diff_page
from tracker.views.paper import Paper
from tracker.views.recorded import recorded
from tracker.views.status import status
from tracker.views.status_page import status_page
from tracker.views.timeline import timeline
from tracker.views.timeline_page import timeline_page

OPEN = replace(TREATY, exit=replace(TREATY.exit, counting=None))  # the corresponding day, or the day after it
PIPE = Paper(None, colour=False)
ONE, OTHER = path(5), "2025-11-02"


def pair(as_of: str = "2025-06-01", *more: Event) -> list[Standing]:
    last = case(*path(5), id_="netherlands", country=NETHERLANDS)
    return [stands(one, as_of) for one in (case(*ONE, *more, treaty=OPEN), last)]


@pytest.mark.parametrize("as_of", ["2025-06-01", "2025-12-01"])
def test_side_by_side(as_of: str) -> None:
    """Below the day, ahead or gone by; what it means stands at the end."""
    text = diff(compare(pair(as_of)), PIPE)
    assert any(line.split() == ["or", OTHER] for line in text.splitlines())
    assert text.endswith("own first stage. Or: on another reading of the exit clause.\n")
    assert f"| or {OTHER} |  |" in diff_page(compare(pair(as_of)))


def test_who_leads() -> None:
    """The first line, which can be printed, tells the other day, too."""
    first = case(*path(5), treaty=OPEN)
    second = case(*path(4), event("2025-05-02", Stage.UN_NOTIFICATION), id_="netherlands", country=NETHERLANDS)
    line, *_ = diff(compare([stands(one, "2025-12-01") for one in (first, second)]), PIPE).splitlines()
    assert line == (
        "Antarctica leads: In effect since 1 November 2025 (or 2 November 2025 on another reading of the exit clause), "
        "1 day ahead of the Netherlands."
    )


def test_side_by_side_where_somebody_told_the_day() -> None:
    text = diff(compare(pair("2025-12-01", event("2025-11-01", Stage.EFFECT))), PIPE)
    assert "or 2025" not in text.replace(", or", "")
    assert "Or:" not in text


def test_on_one_axis() -> None:
    text = timeline(chart(pair()), PIPE, footer="cases")
    assert "\nOn another reading of the exit clause the effect is on 2 November 2025 for Antarctica.\n" in text
    page = timeline_page(chart(pair()))
    assert f"| Antarctica | In effect | 2025-11-01 or {OTHER}, to come |  |" in page
    assert page.endswith("\nOr: the effect on another reading of the exit clause.\n")


def test_on_an_axis_without_the_effect() -> None:
    """Nothing is said of what is not drawn."""
    early = chart(pair(), None, parse_day("2025-05-31"))
    assert "another reading" not in timeline(early, PIPE, footer="cases") + timeline_page(early)


def test_on_one_axis_where_they_are_many() -> None:
    every = [
        stands(case(*ONE, id_=f"case-{n}", country=Country(f"X{n}", f"XX{n}", f"State {n}"), treaty=OPEN), "2025-06-01")
        for n in range(6)
    ]
    text = timeline(chart(every), PIPE, footer="cases")
    assert "\nOn another reading of the exit clause the effect is on another day for 6 cases.\n" in text
    five = timeline(chart(every[1:]), PIPE, footer="cases")
    assert five.count("on 2 November 2025 for State") == 5


def test_in_the_table_of_standings() -> None:
    """The sign that the day has is among those that are told."""
    told = "? on another reading of the exit clause it is another day"
    assert "2025-11-01 ?\nNetherlands" in status(pair(), PIPE, footer="cases")
    assert f"\n\n{told}\n2 cases" in status(pair(), PIPE, footer="cases")
    assert f"\n\n{told}\n\n2 cases" in status_page(pair())
    assert "?" not in status(pair()[1:], PIPE, footer="cases")


@pytest.mark.parametrize(
    ("clause", "more", "doubts"),
    [
        (
            TREATY.exit,
            [],
            ["Doubt: the notice names 1 March 2026, but the clause (art. 20(3)) knows no later day than its own"],
        ),
        (replace(TREATY.exit, minimum=True), [], []),
        (TREATY.exit, [event("2025-05-20", Action.REVOKE)], []),
    ],
)
def test_an_answer_to_a_recording_tells_what_is_doubtful(
    clause: ExitClause, more: list[Event], doubts: list[str]
) -> None:
    """A day that the notice names and the clause does not allow does not count, which is said at once."""
    one = case(*path(5, named=parse_day("2026-03-01")), *more, treaty=replace(TREATY, exit=clause))
    lines = recorded(stands(one, "2025-06-01"), "recorded", PIPE).splitlines()
    assert [line for line in lines if line.startswith("Doubt")] == doubts
