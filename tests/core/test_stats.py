"""How long the stages took, and how many cases are where."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.core.tell import BILL, LAW_PASSED, NOTICE_GIVEN, TODAY, at, case
from tracker.core.case import Case
from tracker.core.day import parse_day
from tracker.core.stage import PATH, Stage
from tracker.core.stats import Stats, Taken, stats
from tracker.core.stats_rows import STAGE_KEYS, stage_rows, stats_row, stats_sheet


def of(*cases: Case, day: str = TODAY.isoformat()) -> Stats:
    return stats([at(one, day) for one in cases], parse_day(day), TODAY)


def taken(stage: Stage, *cases: Case, day: str = TODAY.isoformat()) -> Taken:
    (found,) = [one for one in of(*cases, day=day).stages if one.stage is stage]
    return found


def voted(*days: int) -> list[Case]:
    """Return cases whose parliament voted so many days after the bill had reached it."""
    return [
        case(f"{BILL}\n2025-03-{10 + number} parliament-vote", id_=f"case-{place}")
        for place, number in enumerate(days, start=1)
    ]


@pytest.mark.rule(66)
def test_the_days_since_the_stage_reached_before() -> None:
    found = of(case(LAW_PASSED))
    assert [one.stage for one in found.stages] == list(PATH)
    assert [(one.count, one.median) for one in found.stages] == [
        (0, None),
        (1, 31),
        (1, 28),
        (1, 31),
        (0, None),
        (0, None),
    ]


@pytest.mark.rule(66)
def test_a_stage_that_was_skipped_has_no_days() -> None:
    one = case('2025-01-10 ministry-analysis\n2025-03-10 draft-law skip="no decision"')
    assert taken(Stage.CABINET_DIRECTIVE, one).count == 0
    assert taken(Stage.DRAFT_LAW, one).median == 59


@pytest.mark.rule(66)
def test_an_effect_counts_once_it_came() -> None:
    one = case(NOTICE_GIVEN)
    assert taken(Stage.EFFECT, one, day="2025-12-26").count == 0
    assert taken(Stage.EFFECT, one, day="2025-12-27").median == 183


@pytest.mark.rule(66)
def test_what_time_would_bring_after_today_is_no_observation() -> None:
    """It moves where the case stands and counts for no stage; so does a fact of a day to come."""
    one = case(f"{LAW_PASSED}\n2026-10-01 un-notification", id_="a")
    other = case(f"{BILL}\n2026-12-01 parliament-vote", id_="b")
    found = of(one, other, day="2027-12-31")
    assert [taken.count for taken in found.stages] == [0, 2, 2, 1, 1, 0]
    assert [place.stage for place in found.places] == ["effect", "parliament-vote"]
    assert (found.as_of.isoformat(), found.known) == ("2027-12-31", TODAY)


@pytest.mark.rule(66)
@pytest.mark.parametrize("end", ["reject", "abandon", "suspend"])
def test_a_path_that_stopped_counts_as_far_as_it_came(end: str) -> None:
    assert taken(Stage.DRAFT_LAW, case(f"{BILL}\n2025-04-01 {end}")).median == 28


@pytest.mark.rule(66)
def test_a_stage_reached_twice_counts_from_the_last_time() -> None:
    one = case(f"{LAW_PASSED}\n2025-05-01 return draft-law\n2025-05-21 parliament-vote")
    assert taken(Stage.PARLIAMENT_VOTE, one).median == 20


@pytest.mark.rule(66)
def test_a_stage_counts_also_where_a_later_event_undid_it() -> None:
    """By the last time that it was reached; a return reaches the stage that it leads to anew."""
    back = case(f"{LAW_PASSED}\n2025-05-01 return draft-law")
    assert [one.median for one in of(back).stages] == [None, 31, 80, 31, None, None]
    before = of(back, day="2025-04-30")
    assert [one.median for one in before.stages] == [None, 31, 28, 31, None, None]
    revoked = case(f"{NOTICE_GIVEN}\n2025-08-01 revoke\n2025-09-01 reopen cabinet-directive")
    assert [one.median for one in of(revoked).stages] == [None, 234, 28, 31, 78, None]
    twice = case(f"{LAW_PASSED}\n2025-05-01 return draft-law\n2025-05-21 parliament-vote\n2025-06-01 return draft-law")
    assert taken(Stage.PARLIAMENT_VOTE, twice).median == 20
    first = case(f"{LAW_PASSED}\n2025-05-01 return ministry-analysis")
    assert [one.count for one in of(first).stages] == [0, 1, 1, 1, 0, 0]


@pytest.mark.rule(66)
def test_a_stage_counts_also_where_the_treaty_binds_again() -> None:
    assert [one.median for one in of(case(f"{NOTICE_GIVEN}\n2026-01-10 rejoin")).stages][-1] == 183


@pytest.mark.rule(67)
def test_a_number_that_is_not_fully_known_is_left_out() -> None:
    one = case(f"{BILL}\n2025-03-20/2025-03-30 parliament-vote\n2025-06-27 un-notification", id_="a")
    other = case(LAW_PASSED, id_="b")
    vote, notice = (taken(stage, one, other) for stage in (Stage.PARLIAMENT_VOTE, Stage.UN_NOTIFICATION))
    assert (vote.count, vote.left_out, vote.median) == (1, 1, 31)
    assert (notice.count, notice.left_out, notice.median, notice.shortest, notice.longest) == (0, 1, None, None, None)


@pytest.mark.rule(67)
@pytest.mark.parametrize(
    ("days", "median"),
    [([7], 7), ([1, 7], 4), ([1, 2], 1.5), ([9, 1, 2], 2), ([1, 2, 4, 9], 3), ([1, 2, 3, 9], 2.5), ([0, 0], 0)],
)
def test_the_median(days: list[int], median: float) -> None:
    found = taken(Stage.PARLIAMENT_VOTE, *voted(*days))
    assert (found.median, type(found.median)) == (median, type(median))


@pytest.mark.rule(67)
def test_all_who_share_the_shortest_or_the_longest() -> None:
    """By their ids, in whatever order the standings come."""
    found = taken(Stage.PARLIAMENT_VOTE, *reversed(voted(3, 8, 8, 3, 5)))
    assert found.shortest
    assert found.longest
    assert (found.shortest.days, [one.id for one in found.shortest.cases]) == (3, ["case-1", "case-4"])
    assert (found.longest.days, [one.id for one in found.longest.cases]) == (8, ["case-2", "case-3"])


def test_how_many_are_where() -> None:
    """The furthest stage first, then the conditions in their order; those who have not started last."""
    cases = [case(id_="a"), case(BILL, id_="b"), case(f"{BILL}\n2025-04-01 reject", id_="c"), case(BILL, id_="d")]
    found = of(*cases, case(NOTICE_GIVEN, id_="e"), case(NOTICE_GIVEN.replace("2025", "2026"), id_="f"))
    assert [(one.stage, str(one.condition), one.count) for one in found.places] == [
        ("effect", "in-effect", 1),
        ("un-notification", "notice-running", 1),
        ("draft-law", "in-progress", 2),
        ("draft-law", "rejected", 1),
        (None, "not-started", 1),
    ]


def test_the_row() -> None:
    """Every key, in its order, for all six stages; of several the first by its id."""
    found = of(case(id_="zambia"), *voted(3, 8, 8))
    row = stats_row(found)
    assert list(row) == ["stages", "standings"]
    assert row["stages"] == stage_rows(found)
    assert [each["stage"] for each in stage_rows(found)] == list(PATH)
    assert stage_rows(found)[3] == {
        "stage": "parliament-vote",
        "count": 3,
        "left_out": 0,
        "shortest": 3,
        "median": 8,
        "longest": 8,
        "shortest_case": "case-1",
        "longest_case": "case-2",
    }
    nothing = dict.fromkeys(("shortest", "median", "longest", "shortest_case", "longest_case"))
    assert stage_rows(found)[0] == {"stage": "ministry-analysis", "count": 0, "left_out": 0, **nothing}
    assert row["standings"] == [
        {"condition": "in-progress", "stage": "parliament-vote", "count": 3},
        {"condition": "not-started", "stage": None, "count": 1},
    ]


def test_the_numbers_are_those_of_the_path() -> None:
    """As written by hand: the days between the stages of one case."""
    one = replace(case(NOTICE_GIVEN), id="only")
    days = ["2025-01-10", "2025-02-10", "2025-03-10", "2025-04-10", "2025-06-27", "2025-12-27"]
    apart = [(parse_day(after) - parse_day(before)).days for before, after in pairwise(days)]
    assert [each["median"] for each in stage_rows(of(one))] == [None, *apart]


def test_the_sheet_has_one_row_a_stage() -> None:
    found = of(*voted(3, 8, 8))
    assert [dict(zip(STAGE_KEYS, row, strict=True)) for row in stats_sheet(found).rows] == stage_rows(found)
