"""Spans of stages, alone or on one axis."""

from __future__ import annotations

from datetime import date

import pytest

from tests.core.tell import at, case
from tracker.core.case import Case
from tracker.core.clause import ExitClause
from tracker.core.period import Period, Unit
from tracker.core.spans import spans
from tracker.core.ticks import Fineness, numbers, ticks
from tracker.core.timeline import Timeline, aligned, timeline
from tracker.core.timeline_rows import SPAN_KEYS, timeline_rows, timeline_sheet

VOTED = """
2025-01-10 ministry-analysis
2025-02-03 cabinet-directive
2025-03-01/2025-03-10 draft-law
2025-04-20 parliament-vote
"""
NOTICE = f"{VOTED}2025-05-20 un-notification\n"
AT_ONCE = ExitClause("art. 1", Period(0, Unit.DAYS))
YEAR_END = ExitClause("art. 2", Period(1, Unit.YEARS), end_of_day=True)


def told(one: Case, day: str, **more: date) -> list[str]:
    """Return the spans as lines: `draft-law in-progress 2025-03-01/2025-03-10 2025-04-20`."""
    return [
        f"{span.stage} {span.condition} {span.start.date.text} {span.end.date.text if span.end else '…'}"
        + (" planned" if span.planned else "")
        for span in spans(at(one, day, **more))
    ]


@pytest.mark.rule(68)
def test_a_span_ends_where_the_next_begins() -> None:
    """The last one lasts; milestones, notes change nothing; one that is not certain yet has not begun."""
    one = case(f"{VOTED}2025-04-24 milestone Promulgation\n2025-04-25 note reaction")
    assert told(one, "2025-05-01") == [
        "ministry-analysis in-progress 2025-01-10 2025-02-03",
        "cabinet-directive in-progress 2025-02-03 2025-03-01/2025-03-10",
        "draft-law in-progress 2025-03-01/2025-03-10 2025-04-20",
        "parliament-vote in-progress 2025-04-20 …",
    ]
    assert told(one, "2025-03-09")[-1] == "cabinet-directive in-progress 2025-02-03 …"
    assert told(case(), "2025-05-01") == []


@pytest.mark.rule(68)
def test_what_halts_a_path_or_turns_it_is_a_span_of_its_own() -> None:
    text = f"{VOTED}2025-04-25 suspend\n2025-05-02 resume\n2025-05-03 return draft-law\n2025-05-04 reject"
    assert told(case(text), "2025-06-01")[3:] == [
        "parliament-vote in-progress 2025-04-20 2025-04-25",
        "parliament-vote suspended 2025-04-25 2025-05-02",
        "parliament-vote in-progress 2025-05-02 2025-05-03",
        "draft-law in-progress 2025-05-03 2025-05-04",
        "draft-law rejected 2025-05-04 …",
    ]


@pytest.mark.rule(68)
def test_the_effect_that_time_brought_begins_on_the_effective_date() -> None:
    """Whether an event confirms it or not, also where the clause runs to the end of that day."""
    brought = "un-notification notice-running 2025-05-20 2025-11-20", "effect in-effect 2025-11-20 …"
    assert told(case(NOTICE), "2026-01-01")[4:] == [*brought]
    assert told(case(f"{NOTICE}2025-11-25 effect"), "2026-01-01")[4:] == [*brought]
    assert told(case(f"{NOTICE}2026-01-01 rejoin"), "2026-02-01")[5:] == [
        "effect in-effect 2025-11-20 2026-01-01",
        "effect rejoined 2026-01-01 …",
    ]
    assert told(case(NOTICE, YEAR_END), "2026-05-21")[5:] == ["effect in-effect 2026-05-20 …"]
    assert told(case(NOTICE, YEAR_END), "2026-05-20")[5:] == ["effect in-effect 2026-05-20 … planned"]


@pytest.mark.rule(68)
def test_what_takes_effect_at_once_has_a_notice_of_no_days() -> None:
    assert told(case(NOTICE, AT_ONCE), "2026-01-01")[4:] == [
        "un-notification notice-running 2025-05-20 2025-05-20",
        "effect in-effect 2025-05-20 …",
    ]
    late = case(f"{NOTICE}2025-06-01 defer\n2026-01-01 conflict-ended")
    assert told(late, "2026-02-01")[4:] == [
        "un-notification notice-running 2025-05-20 2025-06-01",
        "un-notification deferred 2025-06-01 2026-01-01",
        "un-notification notice-running 2026-01-01 2026-01-01",
        "effect in-effect 2026-01-01 …",
    ]


@pytest.mark.rule(68)
def test_an_effect_that_only_an_event_tells_begins_with_it() -> None:
    open_ = f"{VOTED}2025-05-20/2025-05-30 un-notification\n2025-12-10/2025-12-20 effect"
    assert told(case(open_), "2026-01-01")[4:] == [
        "un-notification notice-running 2025-05-20/2025-05-30 2025-12-10/2025-12-20",
        "effect in-effect 2025-12-10/2025-12-20 …",
    ]


@pytest.mark.rule(69)
def test_what_is_ahead_is_planned() -> None:
    """Planned stages that nothing settled, the effect of a notice that runs; no planned milestone, nothing settled."""
    plans = (
        "2027-01-15 parliament-vote planned\n2027-02 un-notification planned\n2027-01-10 milestone Reading planned\n"
        "2025-03-01 draft-law planned\n2025-03-02 draft-law\n"
    )
    one = case(f"2025-01-10 ministry-analysis\n2025-02-03 cabinet-directive\n{plans}")
    assert told(one, "2026-11-23")[2:] == [
        "draft-law in-progress 2025-03-02 …",
        "parliament-vote in-progress 2027-01-15 … planned",
        "un-notification notice-running 2027-02 … planned",
    ]
    assert told(case(NOTICE), "2025-06-01")[4:] == [
        "un-notification notice-running 2025-05-20 …",
        "effect in-effect 2025-11-20 … planned",
    ]


def places(chart: Timeline) -> list[list[tuple[int, ...]]]:
    """Return the numbers of each span of each line: where it begins, earliest then certain, then where it ends."""
    return [
        [
            (one.start.first, one.start.certain, *((one.end.first, one.end.certain) if one.end else ()))
            for one in line.stretches
        ]
        for line in chart.lines
    ]


@pytest.mark.rule(70)
def test_the_axis_runs_from_the_first_stage_to_what_is_ahead() -> None:
    first = at(case(NOTICE), "2025-06-01")
    later = at(case("2025-01-20 ministry-analysis", id_="estonia"), "2025-06-01")
    chart = timeline([first, later])
    assert (chart.origin, chart.length) == (date(2025, 1, 10), 314)  # to 20 November 2025
    assert places(chart) == [
        [(0, 0, 24, 24), (24, 24, 50, 59), (50, 59, 100, 100), (100, 100, 130, 130), (130, 130), (314, 314)],
        [(10, 10)],
    ]
    assert [line.now for line in chart.lines] == [142, 142]
    assert (timeline([later]).length, timeline([]).length) == (132, 0)


@pytest.mark.rule(70)
def test_bounds_leave_out_what_has_no_day_within_them() -> None:
    one = at(case(VOTED), "2025-06-01")
    since, until = date(2025, 3, 5), date(2025, 4, 1)
    chart = timeline([one], since, until)
    assert (chart.origin, chart.length, places(chart)) == (
        since, 27, [[(-30, -30, -4, 5), (-4, 5, 46, 46)]],
    )  # fmt: skip
    assert timeline([one], date(2025, 5, 1)).length == 31
    assert places(timeline([one], date(2025, 5, 1))) == [[(-11, -11)]]
    before = timeline([one], until=date(2024, 12, 31))
    assert (before.origin, before.length, places(before)) == (date(2024, 12, 31), 0, [[]])
    assert (timeline([one], date(2026, 1, 1)).origin, timeline([one], date(2026, 1, 1)).length) == (date(2026, 1, 1), 0)


@pytest.mark.rule(71)
def test_paths_by_their_own_days() -> None:
    """On day 90 one had voted, the other had a draft; the axis is a tenth longer than they need."""
    first = at(case(f"{NOTICE}2025-11-20 effect"), "2026-11-23")
    later = at(
        case("2025-06-01/2025-06-05 ministry-analysis\n2025-06-20 cabinet-directive\n2025-07-01 draft-law"),
        "2025-12-01",
    )
    chart = aligned([first, later])
    assert (chart.origin, chart.length) == (None, 345)  # 314 days to the effect and a tenth
    assert places(chart)[1] == [(0, 4, 19, 19), (19, 19, 30, 30), (30, 30)]
    assert [line.now for line in chart.lines] == [682, 183]
    assert stood(chart, 90) == ["draft-law", "draft-law"]
    assert stood(chart, 100) == ["parliament-vote", "draft-law"]


def stood(chart: Timeline, number: int) -> list[str | None]:
    """Return the stages of all lines on the day of the number; `not certain`, or None where they lived not so long."""
    return [
        (one.stage if (one := line.at(number)) else "not certain") if line.lived(number) else None
        for line in chart.lines
    ]


@pytest.mark.rule(71)
def test_where_a_path_stood_is_told_where_each_first_day_agrees() -> None:
    """The first stage was on one of five days, so that day 20 is one of five, too."""
    told = "2025-06-01/2025-06-05 ministry-analysis\n2025-06-20 cabinet-directive\n2025-07-01 draft-law"
    chart = aligned([at(case(told), "2025-08-01")])
    told_of: dict[str | None, list[int]] = {}
    for number in range(60):
        told_of.setdefault(stood(chart, number)[0], []).append(number)
    assert told_of == {
        "not certain": [*range(4), *range(15, 19), *range(26, 30)],
        "ministry-analysis": [*range(4, 15)],
        "cabinet-directive": [*range(19, 26)],
        "draft-law": [*range(30, 58)],
        None: [58, 59],
    }
    assert stood(aligned([at(case(), "2025-08-01")]), 0) == [None]


@pytest.mark.rule(71)
def test_a_turn_between_the_first_and_the_last_day_is_not_passed_over() -> None:
    """On both of them it stood at the draft, in between it was suspended."""
    told = "2025-06-01/2025-06-30 ministry-analysis\n2025-08-10 suspend\n2025-08-12 resume"
    chart = aligned([at(case(told), "2026-01-01")])
    assert chart.lines[0].at(60) is None
    assert chart.lines[0].at(80)


@pytest.mark.rule(71)
def test_in_effect_on_the_first_day_on_which_the_treaty_binds_no_longer() -> None:
    """As the standing of that day says: under an end-of-day clause it is the day after the effective date."""
    chart = aligned([at(case(NOTICE, YEAR_END), "2026-11-23")])
    number = (date(2026, 5, 20) - date(2025, 1, 10)).days
    assert chart.lines[0].stretches[-1].start.first == number
    assert (stood(chart, number), stood(chart, number + 1)) == (["un-notification"], ["effect"])
    spanned = case(NOTICE.replace("2025-01-10", "2025-01-09/2025-01-10"), YEAR_END)
    chart = aligned([at(spanned, "2026-11-23")])
    assert [stood(chart, number + more) for more in (-1, 0, 1, 2)] == [
        ["un-notification"], ["un-notification"], ["not certain"], ["effect"],
    ]  # fmt: skip


@pytest.mark.rule(71)
def test_a_path_that_has_not_begun_has_no_days_of_its_own() -> None:
    chart = aligned([at(case("2027-01-15 ministry-analysis planned"), "2026-11-23")])
    assert (chart.length, places(chart), chart.lines[0].now) == (0, [[]], 0)
    assert aligned([]).length == 0
    ended = at(case("2025-01-10 ministry-analysis\n2025-02-09 abandon"), "2026-11-23")
    assert aligned([ended]).length == 33


def test_rows() -> None:
    chart = timeline([at(case(NOTICE), "2025-06-01")])
    rows = timeline_rows(chart)
    assert rows[2] == {
        "case": "latvia",
        "stage": "draft-law",
        "condition": "in-progress",
        "start": "2025-03-01/2025-03-10",
        "end": "2025-04-20",
        "planned": False,
    }
    assert [(row["end"], row["planned"]) for row in rows[-2:]] == [(None, False), (None, True)]
    assert (timeline_sheet(chart).keys, timeline_sheet(chart).rows) == (
        SPAN_KEYS, tuple(tuple(row.values()) for row in rows),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "length", "most", "fineness", "marks"),
    [
        ("2025-05-03", 0, 5, Fineness.DAY, ["2025-05-03"]),
        ("2025-05-03", 4, 5, Fineness.DAY, ["2025-05-03", "2025-05-04", "2025-05-05", "2025-05-06", "2025-05-07"]),
        ("2025-05-03", 30, 5, Fineness.DAY, ["2025-05-03", "2025-05-10", "2025-05-17", "2025-05-24", "2025-05-31"]),
        ("2025-05-03", 62, 3, Fineness.DAY, ["2025-05-03", "2025-05-31", "2025-06-28"]),
        ("2025-05-03", 63, 5, Fineness.MONTH, ["2025-06-01", "2025-07-01"]),
        ("2025-01-01", 365, 4, Fineness.MONTH, ["2025-01-01", "2025-05-01", "2025-09-01", "2026-01-01"]),
        ("2024-11-02", 400, 3, Fineness.MONTH, ["2025-01-01", "2025-05-01", "2025-09-01"]),
        ("2023-06-01", 1300, 4, Fineness.YEAR, ["2024-01-01", "2025-01-01", "2026-01-01"]),
        ("1950-01-01", 36_524, 5, Fineness.YEAR, [f"{year}-01-01" for year in range(1960, 2041, 20)]),
    ],
)  # fmt: skip
def test_ticks(origin: str, length: int, most: int, fineness: Fineness, marks: list[str]) -> None:
    """Round days, no more than there is room for, each with its number."""
    first = date.fromisoformat(origin)
    found = ticks(first, length, most)
    assert (found.fineness, [tick.day.isoformat() for tick in found.marks]) == (fineness, marks)
    assert [tick.number for tick in found.marks] == [(tick.day - first).days for tick in found.marks]


def test_ticks_of_the_longest_axis_there_is() -> None:
    assert [tick.day.year for tick in ticks(date(1, 1, 1), (date.max - date.min).days, 5).marks] == [5000]


@pytest.mark.parametrize(
    ("length", "most", "marks"),
    [(0, 3, (0,)), (2, 3, (0, 1, 2)), (3, 3, (0, 2)), (345, 5, (0, 90, 180, 270)), (345, 4, (0, 90, 180, 270))],
)
def test_numbers(length: int, most: int, marks: tuple[int, ...]) -> None:
    assert numbers(length, most) == marks
