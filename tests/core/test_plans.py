"""What is announced: outside the path, settled by what came true, overdue when its day has passed."""

from datetime import date

import pytest

from tests.core.tell import BILL, TODAY, at, case, where
from tracker.core.day import parse_day
from tracker.core.plans import overdue, plans

PLAN = f"""{BILL}
    2025-06-04 parliament-vote planned
"""


def seen(told: str, day: str, today: date = TODAY) -> list[tuple[str, int | None]]:
    """Return the plans to be seen, each with the place of the event that settled it."""
    return [(plan.what, plan.settled_by) for plan in plans(case(told), parse_day(day), today)]


def late(told: str, day: str, today: date = TODAY) -> list[str]:
    return [plan.what for plan in overdue(case(told), parse_day(day), today)]


@pytest.mark.rule(32)
def test_a_plan_is_no_fact() -> None:
    """Not even when its day has passed."""
    assert where(case(PLAN), "2025-06-04") == "in-progress draft-law"
    assert where(case(PLAN), "2027-01-01") == "in-progress draft-law"
    assert at(case(PLAN), "2027-01-01").event_count == 3


@pytest.mark.rule(33)
def test_what_came_true_settles_the_plan() -> None:
    """The same action and stage below it in the file, whatever its day."""
    told = f"{PLAN}\n2025-06-11 parliament-vote"
    assert seen(told, "2025-06-10") == [("parliament-vote", None)]
    assert seen(told, "2025-06-11") == [("parliament-vote", 4)]


@pytest.mark.rule(33)
def test_an_event_above_the_plan_does_not_settle_it() -> None:
    """It was there before the plan: the file is in the order of recording."""
    told = f"""{BILL}
        2025-04-10 parliament-vote
        2025-05-01 return draft-law
        2025-06-04 parliament-vote planned
    """
    assert seen(told, "2025-07-01") == [("parliament-vote", None)]


@pytest.mark.rule(33)
def test_one_event_settles_every_plan_of_its_kind() -> None:
    """The day was announced twice."""
    told = f"{PLAN}\n2025-06-18 parliament-vote planned\n2025-06-18 parliament-vote"
    assert seen(told, "2025-07-01") == [("parliament-vote", 5), ("parliament-vote", 5)]


@pytest.mark.rule(33)
def test_the_first_event_of_its_kind_settles_a_plan() -> None:
    """What came true a second time was not what the plan announced."""
    told = f"{PLAN}\n2025-06-18 parliament-vote\n2025-06-20 return draft-law\n2025-07-01 parliament-vote"
    assert seen(told, "2025-07-01") == [("parliament-vote", 4)]


@pytest.mark.rule(36)
def test_plans_stand_in_the_order_of_their_first_days() -> None:
    """A span by its earliest."""
    told = "2026-12 milestone second planned\n2026-12-10 milestone third planned\n2026-11-30 milestone first planned"
    assert [what for what, _ in seen(told, "2026-11-23")] == ["first", "second", "third"]


@pytest.mark.rule(33)
def test_a_milestone_is_settled_by_the_same_step() -> None:
    """Spelt alike; an advance settles no milestone."""
    told = f"""{BILL}
        2025-04-01 milestone Hearing planned
        2025-04-02 milestone "First reading" planned
        2025-04-03 milestone Hearing
        2025-04-10 parliament-vote
    """
    assert seen(told, "2025-07-01") == [("Hearing", 5), ("First reading", None)]


@pytest.mark.rule(30, 33)
def test_a_plan_is_settled_on_the_day_from_which_the_event_counts() -> None:
    """A vote of an unknown day of June counts from the notice of the 20th."""
    told = f"{PLAN}\n2025-06 parliament-vote\n2025-06-20 un-notification"
    assert seen(told, "2025-06-19") == [("parliament-vote", None)]
    assert seen(told, "2025-06-20") == [("parliament-vote", 4)]


@pytest.mark.rule(34)
def test_a_plan_that_nothing_settles_is_overdue_after_its_day() -> None:
    """Not on its day, and of a span after its last one."""
    assert late(PLAN, "2025-06-04") == []
    assert late(PLAN, "2025-06-05") == ["parliament-vote"]
    assert late(PLAN.replace("06-04", "06"), "2025-06-30") == []
    assert late(PLAN.replace("06-04", "06"), "2025-07-01") == ["parliament-vote"]
    assert late(f"{PLAN}\n2025-06-04 parliament-vote", "2025-06-05") == []


@pytest.mark.rule(34)
def test_the_future_makes_nothing_overdue() -> None:
    """Looking ahead of today, a plan of a day between stays a plan."""
    assert late(PLAN, "2025-07-01", today=date(2025, 6, 4)) == []


@pytest.mark.rule(36)
def test_looking_back_shows_no_plan_for_a_later_day() -> None:
    """Looking at today or ahead shows them all."""
    assert seen(PLAN, "2025-06-03") == []
    assert seen(PLAN, "2025-06-04") == [("parliament-vote", None)]
    assert seen(PLAN, "2025-06-03", today=date(2025, 6, 3)) == [("parliament-vote", None)]
    assert seen(PLAN.replace("06-04", "06"), "2025-06-29") == []


@pytest.mark.rule(39)
def test_the_next_planned_step_is_the_first_that_has_not_passed() -> None:
    """Of those that nothing settled."""
    told = f"""{BILL}
        2026-12-20 parliament-vote planned
        2026-12-10 milestone Hearing planned
        2026-12-01 milestone Talks planned
        2026-11-20 milestone Talks
    """
    plans = [at(case(told), day).next_plan for day in ("2026-11-23", "2026-12-10", "2026-12-11", "2026-12-21")]
    assert [plan.event.date.text if plan else None for plan in plans] == [
        "2026-12-10",
        "2026-12-10",
        "2026-12-20",
        None,
    ]


@pytest.mark.rule(39)
def test_a_planned_span_is_next_until_its_last_day() -> None:
    """It has not passed before that."""
    one = case("2026-11-20/2026-11-30 milestone Hearing planned")
    assert at(one, "2026-11-30").next_plan is not None
    assert at(one, "2026-12-01").next_plan is None
