"""What moved in the days after one day, up to another included."""

from itertools import pairwise

import pytest

from tests.core.tell import AT_ONCE, BILL, CONFLICT, END_OF_DAY, LAW_PASSED, NOTICE_GIVEN, TODAY, at, case, events
from tracker.core.case import Case
from tracker.core.change_rows import CHANGES_KEYS, changes_row, changes_sheet
from tracker.core.changes import Changes, Move, changes
from tracker.core.clause import ExitClause
from tracker.core.day import parse_day
from tracker.core.history import history
from tracker.core.rows import entry_row

NOTED = f"""{BILL}
    2025-02-20 note allies source=https://a.example
    2025-03-10 milestone Referred source=https://b.example
"""


def moved(since: str, until: str, *cases: Case, notes: bool = False) -> Changes:
    standings = [at(one, until) for one in cases]
    return changes(standings, parse_day(since), parse_day(until), notes=notes)


def told(since: str, until: str, one: Case, *, notes: bool = False) -> list[str]:
    """Return what moved in the one case, an event a line: `2025-02-10 cabinet-directive`."""
    found = moved(since, until, one, notes=notes)
    return [_line(move) for change in found.cases for move in change.moves]


def _line(move: Move) -> str:
    event = move.entry.event
    derived = " derived" if move.entry.derived else ""
    return f"{move.entry.date.text} {event.step or event.topic or event.stage or event.action}{derived}"


def places(since: str, until: str, one: Case) -> list[str | None]:
    (change,) = moved(since, until, one).cases
    return [f"{seen.condition} {seen.stage or '-'}" for seen in (change.before, change.after)]


@pytest.mark.rule(63)
def test_the_first_day_is_the_one_after_since_the_last_is_until() -> None:
    one = case(BILL)
    assert told("2025-01-09", "2025-02-10", one) == ["2025-01-10 ministry-analysis", "2025-02-10 cabinet-directive"]
    assert told("2025-01-10", "2025-02-09", one) == []
    assert told("2025-02-09", "2025-02-10", one) == ["2025-02-10 cabinet-directive"]


@pytest.mark.rule(63, 64)
@pytest.mark.parametrize("clause", [CONFLICT, END_OF_DAY, AT_ONCE])
@pytest.mark.parametrize("more", ["", "2026-01-05 effect", "2026-03 effect", "2026-01-29 effect\n2026-09-01 rejoin"])
def test_a_year_is_its_months(clause: ExitClause, more: str) -> None:
    """Every event is told once, in the month in which it counts; an effect, also where it is confirmed later."""
    one = case(
        f"""{BILL}
        2025-03-20/2025-05-12 parliament-vote
        2025-04-01/2025-06-30 milestone Signature
        2025-06-27 un-notification
        2026-01-15 milestone Statement
        {more}
    """,
        clause,
    )
    days = [f"{year}-{month:02d}-28" for year in (2024, 2025, 2026) for month in range(1, 13)]
    months = [line for since, until in pairwise(days) for line in told(since, until, one)]
    assert sorted(months) == sorted(told(days[0], days[-1], one))
    assert told("2025-04-28", "2025-05-28", one) == ["2025-03-20/2025-05-12 parliament-vote"]
    assert told("2025-05-28", "2025-06-28", one)[0] == "2025-06-27 un-notification"
    assert f"{'2025-06-27' if clause is AT_ONCE else '2025-12-27'} effect derived" in months


@pytest.mark.rule(63)
def test_notes_are_told_only_when_they_are_asked_for() -> None:
    one, other = case(NOTED), case("2025-02-20 note border", id_="zambia")
    period = ("2025-02-10", "2025-03-10")
    assert told(*period, one) == ["2025-03-10 draft-law", "2025-03-10 Referred"]
    assert told(*period, one, notes=True) == ["2025-02-20 allies", "2025-03-10 draft-law", "2025-03-10 Referred"]
    without, with_notes = moved(*period, one, other), moved(*period, one, other, notes=True)
    assert ([c.after.case.id for c in without.cases], without.unlisted) == (["latvia"], 2)
    assert ([c.after.case.id for c in with_notes.cases], with_notes.unlisted) == (["latvia", "zambia"], 0)
    assert without.looked_at == with_notes.looked_at == 2


@pytest.mark.rule(63)
def test_a_plan_moves_nothing_until_it_comes_true() -> None:
    """The event that settles it says for when it was planned."""
    one = case(f"{BILL}\n2025-04-01 parliament-vote planned\n2025-04-10 parliament-vote")
    assert told("2025-03-31", "2025-04-05", one) == []
    (change,) = moved("2025-04-05", "2025-04-10", one).cases
    (move,) = change.moves
    assert move.planned
    assert move.planned.text == "2025-04-01"
    assert [each.planned for c in moved("2025-01-01", "2025-03-10", one).cases for each in c.moves] == [None] * 3


@pytest.mark.rule(63, 64)
def test_looking_ahead_time_brings_an_effect_and_plans_stay_plans() -> None:
    one = case(f"{LAW_PASSED}\n2026-10-01 un-notification\n2027-01-10 milestone Statement planned")
    assert told("2026-11-23", "2027-03-31", one) == []
    assert told("2026-11-23", "2027-04-01", one) == ["2027-04-01 effect derived"]
    assert told("2027-04-01", "2027-12-31", one) == []


@pytest.mark.rule(64)
@pytest.mark.parametrize(
    ("more", "since", "until", "lines"),
    [
        ("", "2025-12-26", "2025-12-27", ["2025-12-27 effect derived"]),
        ("", "2025-12-27", "2026-11-23", []),
        ("2025-12-27 effect", "2025-12-26", "2025-12-27", ["2025-12-27 effect"]),
        ("2026-01-05 effect", "2025-12-26", "2025-12-31", ["2025-12-27 effect derived"]),
        ("2026-01-05 effect", "2025-12-31", "2026-01-05", ["2026-01-05 effect"]),
        ("2026-01-05 effect", "2025-12-26", "2026-01-05", ["2025-12-27 effect derived", "2026-01-05 effect"]),
        ("2026-01 effect", "2025-12-26", "2026-02-05", ["2025-12-27 effect derived", "2026-01 effect"]),
    ],
)
def test_an_effect_moves_a_case_on_the_first_day_without_the_treaty(
    more: str, since: str, until: str, lines: list[str]
) -> None:
    assert told(since, until, case(f"{NOTICE_GIVEN}\n{more}")) == lines


@pytest.mark.rule(64)
@pytest.mark.parametrize("more", ["", "2025-12-27 effect"])
def test_under_an_end_of_day_clause_that_is_the_day_after(more: str) -> None:
    one = case(f"{NOTICE_GIVEN}\n{more}", END_OF_DAY)
    assert told("2025-12-26", "2025-12-27", one) == []
    assert len(told("2025-12-27", "2025-12-28", one)) == 1
    assert places("2025-12-27", "2025-12-28", one) == ["notice-running un-notification", "in-effect effect"]


@pytest.mark.rule(64)
def test_an_effect_whose_day_only_its_event_knows() -> None:
    one = case(f"{LAW_PASSED}\n2025-06 un-notification\n2025-12-20/2025-12-31 effect")
    assert told("2025-12-19", "2025-12-30", one) == []
    assert told("2025-12-30", "2025-12-31", one) == ["2025-12-20/2025-12-31 effect"]


@pytest.mark.rule(65)
def test_before_and_after() -> None:
    one = case(f"{BILL}\n2025-03-10 milestone Referred\n2025-04-01 reject")
    assert places("2025-01-01", "2025-02-28", one) == ["not-started -", "in-progress cabinet-directive"]
    assert places("2025-03-31", "2025-04-01", one) == ["in-progress draft-law", "rejected draft-law"]
    (change,) = moved("2025-03-09", "2025-03-10", one).cases
    assert change.moved
    (still,) = moved("2025-04-09", "2025-04-10", case(f"{BILL}\n2025-04-10 milestone Referred")).cases
    assert not still.moved


@pytest.mark.rule(65)
def test_days_since_the_first_stage_are_those_of_the_events_own_day() -> None:
    """A later return changes nothing of what was told of the vote."""
    one = case("""
        2025-01-10/2025-01-20 ministry-analysis
        2025-02-10 draft-law skip=none
        2025-02-10 milestone Referred
        2025-04-10 parliament-vote
        2025-05-01 return draft-law
    """)
    (change,) = moved("2025-01-01", "2025-06-01", one).cases
    days = [move.elapsed.pair if move.elapsed else None for move in change.moves]
    assert days == [None, [21, 31], None, [80, 90], [101, 111]]
    assert {move.first for move in change.moves} == {one.events[0]}


def test_nothing_is_first_before_the_first_stage_nor_where_time_brought_it() -> None:
    (change,) = moved("2024-12-31", "2025-01-09", case(f"2025-01-05 milestone Opinion\n{BILL}")).cases
    (move,) = change.moves
    assert (move.first, move.elapsed) == (None, None)


def test_what_time_brought_rests_on_the_notice() -> None:
    """Sources are numbered once across the cases, in the order in which they are cited."""
    one = case(f"{LAW_PASSED}\n2025-06-27 un-notification source=https://a.example")
    other = case("2025-12-01 ministry-analysis source=https://b.example source=https://a.example", id_="zambia")
    found = moved("2025-11-30", "2025-12-31", other, one)
    assert [source.url for source in found.cited.sources] == ["https://b.example", "https://a.example"]
    assert [found.cited.numbers(c.moves[0].sources) for c in found.cases] == [(1, 2), (2,)]
    rows = changes_row(found)["cases"]
    assert isinstance(rows, list)
    assert [row["events"][0]["sources"] for row in rows] == [[1, 2], [2]]
    cells = [dict(zip(CHANGES_KEYS, row, strict=True)) for row in changes_sheet(found).rows]
    assert [row["source_url"] for row in cells] == ["https://b.example", "https://a.example"]


@pytest.mark.rule(65)
def test_what_went_and_came_back_is_not_what_stood_still() -> None:
    """A bill that went back and passed anew was somewhere else in between."""
    one = case(f"{LAW_PASSED}\n2025-05-01 return draft-law\n2025-06-01 parliament-vote")
    (change,) = moved("2025-04-10", "2025-06-01", one).cases
    assert (change.moved, change.came_back) == (False, True)
    (still,) = moved("2025-03-09", "2025-03-10", case(NOTED)).cases
    assert (still.moved, still.came_back) == (True, False)
    (still,) = moved("2025-03-10", "2025-04-10", case(f"{BILL}\n2025-04-10 milestone Referred")).cases
    assert (still.moved, still.came_back) == (False, False)


@pytest.mark.parametrize(
    ("more", "stands"),
    [("", True), ("2026-11-20 revoke", False), ("2026-11-20 defer", False), ("2026-11-20 milestone Said", True)],
)
def test_whether_the_notice_of_that_day_stands(more: str, *, stands: bool) -> None:
    """What became of it up to today counts, also where the days looked at end before."""
    one = case(f"{LAW_PASSED}\n2026-10-01 un-notification\n{more}")
    (change,) = moved("2026-09-30", "2026-10-01", one).cases
    assert [move.stands for move in change.moves] == [stands]
    (change,) = moved("2025-04-09", "2025-04-10", one).cases
    assert [move.stands for move in change.moves] == [False]


def test_no_notice_stands_where_it_must_have_taken_effect() -> None:
    (change,) = moved("2025-06-29", "2025-06-30", case(f"{LAW_PASSED}\n2025-06 un-notification")).cases
    assert [move.stands for move in change.moves] == [False]


def test_the_notice_that_an_event_gave_is_seen_on_its_day() -> None:
    told_otherwise = f"{LAW_PASSED}\n2025-06-27 un-notification announced=2025-12-28\n2025-07-01 milestone Said"
    (change,) = moved("2025-06-01", "2025-07-31", case(told_otherwise)).cases
    notice, nothing = (move.given for move in change.moves)
    assert nothing is None
    assert notice is not None
    assert notice.doubts == (
        "the depositary announced 2025-12-28 as the effective date; by the exit clause it would be 2025-12-27",
    )


def test_the_row_of_what_moved() -> None:
    """Every key, in its order; the events as in the history, with the numbers of the list at the end."""
    one = case(NOTED)
    found = moved("2025-03-09", "2025-03-31", one, case(id_="zambia"))
    entries = history(at(one, "2025-03-31")).entries[-2:]
    assert changes_row(found) == {
        "since": "2025-03-09",
        "until": "2025-03-31",
        "cases": [
            {
                "case": "latvia",
                "before": {"condition": "in-progress", "stage": "cabinet-directive"},
                "after": {"condition": "in-progress", "stage": "draft-law"},
                "events": [entry_row(entry, found.cited) for entry in entries],
            }
        ],
        "sources": [
            {
                "number": 1,
                "url": "https://b.example",
                "title": None,
                "publisher": None,
                "accessed": None,
                "archive": None,
                "lang": None,
            }
        ],
    }
    assert found.days.text == "2025-03-10/2025-03-31"


def test_the_row_before_any_stage_and_where_nothing_moved() -> None:
    row = changes_row(moved("2025-01-01", "2025-01-10", case(BILL)))
    assert isinstance(row["cases"], list)
    assert row["cases"][0]["before"] == {"condition": "not-started", "stage": None}
    empty = {"since": TODAY.isoformat(), "until": "2026-12-01", "cases": [], "sources": []}
    assert changes_row(moved(TODAY.isoformat(), "2026-12-01")) == empty


def test_each_event_is_told_as_on_its_own_day() -> None:
    """On the day of the notice nothing was known of the conflict that deferred it later."""
    one = case(f"{NOTICE_GIVEN}\n2025-09-01 defer")
    (change,) = moved("2025-06-01", "2025-10-01", one).cases
    assert [str(move.then.effective) for move in change.moves] == ["2025-12-27", "None"]
    assert len(events(NOTICE_GIVEN)) == 5


def test_the_sheet_has_one_row_an_event() -> None:
    """Where the case stood before and after stands beside each; the rest is the row of the history."""
    found = moved("2025-02-01", "2025-03-31", case(NOTED), case(id_="zambia"))
    cells = [dict(zip(CHANGES_KEYS, row, strict=True)) for row in changes_sheet(found).rows]
    keys = ("case", "before_condition", "before_stage", "after_condition", "after_stage", "date", "step", "source_url")
    turn = ["latvia", "in-progress", "ministry-analysis", "in-progress", "draft-law"]
    assert [[row[key] for key in keys] for row in cells] == [
        [*turn, "2025-02-10", None, None],
        [*turn, "2025-03-10", None, None],
        [*turn, "2025-03-10", "Referred", "https://b.example"],
    ]
    assert changes_sheet(moved("2025-02-01", "2025-02-02", case(NOTED))).keys == CHANGES_KEYS
