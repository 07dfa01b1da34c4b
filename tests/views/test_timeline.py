"""Paths on one axis, whole: golden/timeline-*.txt; each sign of a bar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.conftest import Golden
from tests.views.test_status import several_treaties
from tests.views.values import CLUB, NETHERLANDS, SAO_TOME, TODAY, case, event, path, stands
from tracker.core.case import Case
from tracker.core.event import Action
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.timeline import aligned
from tracker.core.timeline import timeline as chart
from tracker.views.paper import Paper, cells
from tracker.views.timeline import timeline
from tracker.views.timeline_page import timeline_page

WIDTHS = [60, 80, 120, None]
HALTED = (*path(3), event("2025-04-01", Action.SUSPEND), event("2025-06-01", Action.RESUME))
REOPENED = event("2025-09-01", Action.REJECT), event("2026-01-10", Action.REOPEN, stage=Stage.DRAFT_LAW)
PLANNED = (
    event("2026-12-20", Stage.PARLIAMENT_VOTE, planned=True),
    event("2027-02-01/2027-04-30", Stage.UN_NOTIFICATION, planned=True),
)
EVERY = (
    case(*path(6), id_="effect"),
    case(*path(6), event("2026-05-01", Action.REJOIN), id_="rejoined"),
    case(*path(4), event("2026-08-20", Stage.UN_NOTIFICATION), id_="running"),
    case(*path(5), event("2025-08-01", Action.DEFER), event("2026-02-01", Action.CONFLICT_ENDED), id_="deferred"),
    case(*path(5), event("2025-08-01", Action.REVOKE), id_="revoked"),
    case(
        *HALTED,
        event("2025-09-01", Action.REJECT),
        event("2026-01-10", Action.REOPEN, stage=Stage.DRAFT_LAW),
        id_="halted",
    ),
    case(*path(2), event("2025-03-01/2025-05-20", Stage.DRAFT_LAW), *PLANNED, id_="planned"),
    case(id_="none"),
)


def every() -> list[Standing]:
    return [stands(one) for one in EVERY]


def drawn(standings: list[Standing], width: int | None = 80, *, colour: bool = False, align: bool = False) -> str:
    return timeline(aligned(standings) if align else chart(standings), Paper(width, colour=colour), footer="cases")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_condition(golden: Golden, width: int | None) -> None:
    """No line is wider than the paper; in a pipe a bar is as wide as on one of 80 cells, and no text is wrapped."""
    text = drawn(every(), width)
    golden(f"timeline-{width or 'pipe'}.txt", text)
    assert max(map(cells, text.splitlines()[: 10 if width is None else None])) <= (width or 80)


@pytest.mark.parametrize("width", WIDTHS)
def test_by_the_days_of_each_path(golden: Golden, width: int | None) -> None:
    text = drawn(every(), width, align=True)
    golden(f"timeline-aligned-{width or 'pipe'}.txt", text)
    assert max(map(cells, text.splitlines()[: 10 if width is None else None])) <= (width or 80)


def test_below_their_treaties(golden: Golden) -> None:
    golden("timeline-treaties.txt", drawn(several_treaties()))


def test_in_colour(golden: Golden) -> None:
    golden("timeline-colour.txt", drawn(every(), colour=True))


def test_spelled_in_ascii(golden: Golden) -> None:
    text = timeline(chart(every()), Paper(80, colour=False, unicode=False), footer="cases")
    golden("timeline-ascii.txt", text)
    assert text.isascii()


def test_page(golden: Golden) -> None:
    golden("timeline-page.md", timeline_page(chart(every())))
    assert timeline_page(chart([])) == "0 cases.\n"


def test_page_of_an_effect_at_the_end_of_its_day() -> None:
    past, ahead = case(*path(5), treaty=CLUB), case(*path(4), event("2026-03-01", Stage.UN_NOTIFICATION), treaty=CLUB)
    page = timeline_page(chart([stands(one, "2026-11-23", TODAY) for one in (past, ahead)]))
    rows = [line.split(" | ", 1)[1] for line in page.splitlines() if "In effect" in line]
    assert rows == ["In effect | end of 2026-05-01 | lasts |", "In effect | end of 2027-03-01, to come |  |"]


def test_nothing_at_all() -> None:
    assert (
        drawn([])
        == drawn([], align=True).replace("Days since each country's own first stage.\n", "")
        == ("0 cases\nread from cases\n")
    )


def bars(one: Case, since: str, as_of: str = "2026-11-23") -> str:
    """Return the one bar, a day a cell: 48 of them beside the name."""
    first = date.fromisoformat(since)
    found = chart([stands(one, as_of, TODAY)], first, first + timedelta(47))
    return timeline(found, Paper(60, colour=False), footer="cases").splitlines()[2][12:]


@pytest.mark.parametrize(
    ("events", "as_of", "drawing"),
    [
        ((event("2025-01-03", Stage.MINISTRY_ANALYSIS),), "2025-01-08", "  A━━━━│"),
        ((event("2025-01-03/2025-01-06", Stage.MINISTRY_ANALYSIS),), "2025-01-08", "  ???A━│"),
        ((event("2024-12-30/2025-01-06", Stage.MINISTRY_ANALYSIS),), "2025-01-08", "?????A━│"),
        ((event("2024-12-30", Stage.MINISTRY_ANALYSIS),), "2025-01-08", "<A━━━━━│"),
        ((event("2025-01-03", Stage.MINISTRY_ANALYSIS),), "2025-02-20", f"  A{'━' * 45}"),
        (
            (event("2025-01-03", Stage.MINISTRY_ANALYSIS), event("2025-01-05/2025-01-08", Stage.CABINET_DIRECTIVE)),
            "2025-01-12",
            "  A━???C━━━│",
        ),
        (
            (event("2025-01-03", Stage.MINISTRY_ANALYSIS), event("2025-01-03/2025-01-06", Stage.CABINET_DIRECTIVE)),
            "2025-01-12",
            "  A??C━━━━━│",
        ),
        (
            (event("2025-01-03", Stage.MINISTRY_ANALYSIS), event("2025-01-05", Action.SUSPEND)),
            "2025-01-12",
            "  A━~~~~~~~│",
        ),
        (
            (event("2025-01-03", Stage.MINISTRY_ANALYSIS), event("2025-01-05", Action.ABANDON)),
            "2025-01-12",
            "  A━x      │",
        ),
        ((event("2025-01-03", Stage.MINISTRY_ANALYSIS),), "2025-01-03", "  A"),
        ((event("2025-02-10/2025-03-10", Stage.MINISTRY_ANALYSIS),), "2025-03-10", f"{' ' * 40}{'?' * 8}"),
    ],
)
def test_bar(events: tuple[object, ...], as_of: str, drawing: str) -> None:
    """A letter where a stage is certain, `?` on each day that it may have been, the line of the day looked at."""
    one = case(*events)  # type: ignore[arg-type]
    assert bars(one, "2025-01-01", as_of=as_of) == drawing


def test_plans_are_hollow() -> None:
    """A small letter on the first day, then a hollow cell for each further day that is meant."""
    one = case(
        event("2026-11-20", Stage.MINISTRY_ANALYSIS),
        event("2026-11-26/2026-11-30", Stage.CABINET_DIRECTIVE, planned=True),
        event("2026-12-03", Stage.DRAFT_LAW, planned=True),
    )
    assert bars(one, "2026-11-18") == "  A━━│  c○○○○  d"


def test_the_notice_is_drawn_as_waiting_up_to_the_effect() -> None:
    one = case(*path(4), event("2026-05-26", Stage.UN_NOTIFICATION))
    assert bars(one, "2026-11-20") == "<N·│··e"
    assert bars(one, "2026-11-24", as_of="2026-11-28") == "<NE━│"


def test_a_row_on_which_nothing_can_be_drawn_says_so() -> None:
    """Whether the days lie before the path or after the day that is looked at."""
    begun, ended = case(*path(3)), case(*path(6), id_="ended")
    for as_of, first, last in (
        ("2026-11-23", "2027-01-01", None),
        ("2026-11-23", "2015-01-01", "2015-12-31"),
        ("2025-02-20", "2025-08-01", "2025-12-31"),
    ):
        found = chart(
            [stands(one, as_of) for one in (begun, ended)],
            date.fromisoformat(first),
            date.fromisoformat(last) if last else None,
        )
        lines = timeline(found, Paper(80, colour=False), footer="cases").splitlines()
        assert [line.rpartition("  ")[2].strip() for line in lines[:2]] == ["nothing on these days"] * 2


def test_the_day_looked_at_stands_on_the_axis_where_a_letter_hides_it() -> None:
    one = case(event("2025-01-03", Stage.MINISTRY_ANALYSIS))
    found = chart([stands(one, "2025-01-03")], date(2025, 1, 1), date(2025, 2, 17))
    lines = timeline(found, Paper(60, colour=False), footer="cases").splitlines()
    assert (lines[1][12:17], lines[2][12:]) == ("┬─│──", "  A")
    assert "│ 3 January 2025, also on the axis" in " ".join(lines).replace("\u00a0", " ")


def test_what_is_not_certain_on_a_day_of_the_paths_own_is_told_as_such() -> None:
    one = case(event("2025-06-01/2025-06-20", Stage.MINISTRY_ANALYSIS), event("2025-09-10", Stage.CABINET_DIRECTIVE))
    text = drawn([stands(one)], align=True)
    assert "Day 90: not certain: Antarctica\n" in text
    assert "Day 180: Cabinet directive: Antarctica\n" in text


def test_a_long_name_stands_above_its_bar() -> None:
    """So that the bars keep their room at every width."""
    names = [stands(case(*path(2), country=SAO_TOME)), stands(case(*path(2), id_="b", country=NETHERLANDS))]
    lines = drawn(names, 60).splitlines()
    assert lines[2] == "São Tomé and Príncipe"
    assert (lines[3][:13], lines[4][:13]) == (" " * 13, "Netherlands  ")


def test_the_axis_is_told_again_below_many_rows() -> None:
    many = [stands(case(*path(2), id_=f"case-{number:03}")) for number in range(31)]
    lines = drawn(many).splitlines()
    assert (lines[0], lines[1]) == (lines[34], lines[33])
    assert lines[35] == ""
    few = drawn(many[:30]).splitlines()
    assert few[32] == ""


def test_many_cases_are_counted_where_few_are_named() -> None:
    many = [stands(case(*path(2), id_=f"case-{number:03}")) for number in range(6)]
    assert "Cabinet directive: 6 cases" in drawn(many, align=True)
    assert "Cabinet directive: Antarctica (case-000), Antarctica (case-001)" in drawn(many[:5], align=True)
