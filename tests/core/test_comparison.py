"""Countries side by side: dates, days behind, days taken, days since their own start, who leads."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.core.tell import AT_ONCE, BILL, CONFLICT, LAW_PASSED, NOTICE_GIVEN, at, case, treaty
from tracker.core.comparison import Comparison, compare
from tracker.core.interval import Days
from tracker.core.stage import Stage

FASTER = """
    2025-01-10 ministry-analysis
    2025-02-01 cabinet-directive
    2025-03-01 draft-law
"""


def side_by_side(day: str, /, **told: str) -> Comparison:
    """Compare cases of one treaty, told by their ids."""
    return compare([at(case(text, id_=id_), day) for id_, text in told.items()])


def column(compared: Comparison, stage: str, what: str) -> Mapping[str, object]:
    """Return one value of a stage for each case; pairs of days as lists."""
    row = next(row for row in compared.rows if row.stage == stage)
    values = {id_: getattr(cell, what) if cell else None for id_, cell in row.cells.items()}
    return {id_: value.pair if isinstance(value, Days) else value for id_, value in values.items()}


def days(compared: Comparison, stage: str) -> dict[str, str | None]:
    row = next(row for row in compared.rows if row.stage == stage)
    return {id_: cell.date.text if cell else None for id_, cell in row.cells.items()}


@pytest.mark.rule(46)
def test_stages_stand_side_by_side_by_the_last_time_they_were_reached() -> None:
    """All six, None where a case has not come so far."""
    seen = side_by_side("2025-07-01", a=LAW_PASSED, b=f"{LAW_PASSED}\n2025-05-01 return draft-law")
    assert [row.stage.value for row in seen.rows] == [stage.value for stage in Stage]
    assert days(seen, "draft-law") == {"a": "2025-03-10", "b": "2025-05-01"}
    assert days(seen, "parliament-vote") == {"a": "2025-04-10", "b": None}


@pytest.mark.rule(46)
def test_the_effect_stands_there_from_the_notice_on() -> None:
    """Though it lie ahead; where its date cannot be told it does not."""
    deferred = f"{NOTICE_GIVEN}\n2025-07-01 defer"
    unknown = f"{LAW_PASSED}\n2025-06 un-notification"
    seen = side_by_side("2025-07-01", a=NOTICE_GIVEN, b=deferred, c=unknown, d=f"{NOTICE_GIVEN}\n2025-07-01 revoke")
    assert days(seen, "effect") == {"a": "2025-12-27", "b": None, "c": None, "d": None}
    assert column(seen, "effect", "took") == {"a": [183, 183], "b": None, "c": None, "d": None}
    assert days(side_by_side("2025-12-28", a=f"{NOTICE_GIVEN}\n2025-12-28 effect"), "effect") == {"a": "2025-12-27"}


@pytest.mark.rule(47)
def test_behind_counts_from_the_first_of_the_others() -> None:
    """The first itself is 0 behind, and so is who is alone."""
    seen = side_by_side("2025-07-01", a=BILL, b=FASTER, c=LAW_PASSED)
    assert column(seen, "cabinet-directive", "behind") == {"a": [9, 9], "b": [0, 0], "c": [9, 9]}
    assert column(seen, "parliament-vote", "behind") == {"a": None, "b": None, "c": [0, 0]}


@pytest.mark.rule(30, 47)
@pytest.mark.parametrize(
    ("one", "other", "behind"),
    [
        ("2025-03-10", "2025-03-01/2025-03-05", ([5, 9], [0, 0])),
        ("2025-03-10", "2025-03-05/2025-03-15", ([0, 5], [0, 5])),
        ("2025-03-01/2025-03-08", "2025-03-05/2025-03-15", ([0, 3], [0, 14])),
    ],
)
def test_behind_is_a_pair_where_a_day_is_not_known(one: str, other: str, behind: tuple[list[int], list[int]]) -> None:
    """Its earliest less the smallest latest of the others, its latest less their smallest earliest, never below 0."""
    seen = side_by_side("2025-07-01", a=f"{one} ministry-analysis", b=f"{other} ministry-analysis")
    assert column(seen, "ministry-analysis", "behind") == dict(zip("ab", behind, strict=True))


@pytest.mark.rule(47)
def test_across_treaties_nobody_is_behind() -> None:
    """They are compared by the days since their own start."""
    other = replace(case(FASTER, id_="b"), treaty=treaty(CONFLICT, "ccm"))
    seen = compare([at(case(BILL, id_="a"), "2025-07-01"), at(other, "2025-07-01")])
    assert not seen.alike
    assert column(seen, "draft-law", "behind") == {"a": None, "b": None}
    assert column(seen, "draft-law", "elapsed") == {"a": [59, 59], "b": [50, 50]}


@pytest.mark.rule(48)
def test_took_and_elapsed_count_from_the_cases_own_stages() -> None:
    """From the last stage reached before, skipped ones passed over; from the first, for which it is 0."""
    seen = side_by_side("2025-07-01", a=BILL, b="2025-01-10 ministry-analysis\n2025-03-01 draft-law skip=no")
    assert column(seen, "ministry-analysis", "took") == {"a": None, "b": None}
    assert column(seen, "ministry-analysis", "elapsed") == {"a": [0, 0], "b": [0, 0]}
    assert column(seen, "draft-law", "took") == {"a": [28, 28], "b": [50, 50]}
    assert column(seen, "draft-law", "elapsed") == {"a": [59, 59], "b": [50, 50]}


@pytest.mark.rule(30, 48)
def test_took_and_elapsed_are_pairs_where_a_day_is_not_known() -> None:
    """The most is reckoned from the day on which a stage counts; the first stage itself is 0 all the same."""
    text = "2025-01-01/2025-01-31 ministry-analysis\n2025-01-20 cabinet-directive\n2025-02-01/2025-02-10 draft-law"
    seen = side_by_side("2025-07-01", a=text)
    assert [column(seen, stage, "took")["a"] for stage in ("cabinet-directive", "draft-law")] == [[0, 19], [12, 21]]
    assert [
        column(seen, stage, "elapsed")["a"] for stage in ("ministry-analysis", "cabinet-directive", "draft-law")
    ] == [
        [0, 0],
        [0, 19],
        [12, 40],
    ]


@pytest.mark.rule(49)
@pytest.mark.parametrize(
    ("told", "leaders"),
    [
        ({"a": BILL, "b": LAW_PASSED}, ("b",)),
        ({"a": BILL, "b": FASTER}, ("b",)),
        ({"a": BILL, "b": BILL, "c": ""}, ("a", "b")),
        ({"a": BILL, "b": f"{LAW_PASSED}\n2025-05-01 reject"}, ("a",)),
        ({"a": BILL, "b": f"{LAW_PASSED}\n2025-05-01 abandon"}, ("a",)),
        ({"a": BILL, "b": f"{NOTICE_GIVEN}\n2025-06-28 revoke"}, ("a",)),
        ({"a": BILL, "b": f"{LAW_PASSED}\n2025-05-01 suspend"}, ("b",)),
        ({"a": "", "b": ""}, ()),
        ({"a": "2025-01-10 ministry-analysis", "b": "2025-01-01/2025-01-20 ministry-analysis"}, ()),
        ({"a": "2025-01-10 ministry-analysis", "b": "2025-01-10/2025-01-20 ministry-analysis"}, ()),
        ({"a": "2025-01-10 ministry-analysis", "b": "2025-01-11/2025-01-20 ministry-analysis"}, ("a",)),
        ({"a": "2025-01-01/2025-01-10 ministry-analysis", "b": "2025-01-11 ministry-analysis"}, ("a",)),
    ],
)
def test_who_is_furthest_leads_then_who_was_there_first(told: dict[str, str], leaders: tuple[str, ...]) -> None:
    """Several on a tie, none where a span leaves it open; what was stopped does not lead."""
    assert side_by_side("2025-07-01", **told).leaders == leaders


@pytest.mark.rule(49)
def test_a_rejoined_case_does_not_lead() -> None:
    """It is out of the race, as far as it came."""
    assert side_by_side("2026-07-01", a=BILL, b=f"{NOTICE_GIVEN}\n2026-01-10 rejoin").leaders == ("a",)


@pytest.mark.rule(49)
@pytest.mark.parametrize(
    ("one", "other", "leaders"),
    [
        (BILL, FASTER, ("b",)),
        (BILL, BILL, ("a", "b")),
        (BILL, LAW_PASSED, ("b",)),
        ("2025-01-10 ministry-analysis", "2026-01-10 ministry-analysis", ("a", "b")),
        (BILL, FASTER.replace("2025-01-10", "2024-12-01/2025-01-10"), ()),
    ],
)
def test_across_treaties_the_fewest_days_lead(one: str, other: str, leaders: tuple[str, ...]) -> None:
    """From the case's own first stage; who stands at the first stage has taken none."""
    second = replace(case(other, id_="b"), treaty=treaty(CONFLICT, "ccm"))
    assert compare([at(case(one, id_="a"), "2026-07-01"), at(second, "2026-07-01")]).leaders == leaders


@pytest.mark.rule(46)
def test_a_vote_for_the_notice_stands_at_the_notice() -> None:
    """Though the withdrawal was in effect at once."""
    seen = compare([at(case("2025-06-27 un-notification skip=no vote=5:1", AT_ONCE, id_="a"), "2025-07-01")])
    assert [len(row.cells["a"].votes) for row in seen.rows if row.cells["a"]] == [1, 0]


@pytest.mark.rule(46)
def test_votes_stand_at_the_stage_that_was_reached_when_they_were_cast() -> None:
    """Readings at the draft law, the final vote at its own stage, those beside the path nowhere."""
    text = f"""{BILL}
        2025-03-20 note attempt vote=21:15:47
        2025-04-03 milestone "First reading" vote=62:16 body=Saeima
        2025-04-10 parliament-vote vote=66:14:2 body=Saeima
        2025-04-20 milestone Promulgation
    """
    seen = side_by_side("2025-07-01", a=text)
    found = {row.stage.value: row.cells["a"].votes for row in seen.rows if row.cells["a"] and row.cells["a"].votes}
    assert {
        stage: [(one.body, one.step, one.date.text, one.vote.yes) for one in votes] for stage, votes in found.items()
    } == {
        "draft-law": [("Saeima", "First reading", "2025-04-03", 62)],
        "parliament-vote": [("Saeima", None, "2025-04-10", 66)],
    }
