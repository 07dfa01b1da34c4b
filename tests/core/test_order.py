"""The order in which events are told, whatever the order of recording."""

from dataclasses import replace
from itertools import permutations

import pytest

from tests.core.tell import BILL, LAW_PASSED, NOTICE_GIVEN, allowed, at, case, events
from tracker.core.errors import Impossible
from tracker.core.replay import in_order, replay
from tracker.core.rows import status_row


@pytest.mark.rule(25)
def test_events_are_told_in_the_order_of_their_days() -> None:
    """A span by its first day, those of one day in the order of the file, plans not at all."""
    told = """
        2025-05-10 milestone last
        2025-05-01/2025-05-20 milestone second
        2025-05-01 milestone third
        2025-04-01 milestone planned-one planned
        2025-04-30 milestone first
    """
    assert [events(told)[place].step for place in in_order(events(told))] == ["first", "second", "third", "last"]


@pytest.mark.rule(25)
def test_events_of_one_day_are_told_in_the_order_of_the_file() -> None:
    """The government's decision rests on the ministry's analysis of the same day."""
    assert allowed(case("2025-03-18 ministry-analysis"), "2025-03-18 cabinet-directive")
    assert not allowed(case('2025-03-18 cabinet-directive skip="not seen"'), "2025-03-18 ministry-analysis")


@pytest.mark.rule(25, 26)
def test_any_order_of_recording_gives_the_same_standing() -> None:
    """Each of the hundred and twenty orders of five events."""
    one = case(NOTICE_GIVEN)
    rows = [status_row(at(replace(one, events=order), "2025-08-01")) for order in permutations(one.events)]
    assert len(rows) == 120
    assert all(row == rows[0] for row in rows)


@pytest.mark.rule(26)
@pytest.mark.parametrize(
    ("line", "possible"),
    [
        ("2025-03-20 milestone Hearing", True),
        ("2025-02-20 suspend", False),
        ("2025-03-20 reject", False),
        ("2025-02-20 return ministry-analysis", False),
        ("2025-04-20 suspend", True),
    ],
)
def test_a_fact_found_late_is_recorded_if_the_history_stays_possible(line: str, *, possible: bool) -> None:
    """What comes after it in the order of days must still be able to follow."""
    assert allowed(case(LAW_PASSED), line) is possible


@pytest.mark.rule(26)
def test_an_impossible_history_names_the_event_that_cannot_stand() -> None:
    """By its place in the log."""
    one = case(f"2025-04-10 parliament-vote\n{BILL}\n2025-03-20 abandon")
    with pytest.raises(Impossible) as refusal:
        replay(one)
    assert refusal.value.event == 0
    assert refusal.value.why == "no `advance` follows while the case is abandoned (since 2025-03-20)"
