"""Random walks: the machine, the replay, the recording do what a second, naive reading of the rules says."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.chance import CALM, START, Walk, disturbed, walks
from tests.core.naive import World
from tracker.core.errors import Refused, WrongUsage
from tracker.core.event import Event
from tracker.core.keys import key_problems
from tracker.core.recording import Wish, decide
from tracker.core.replay import is_possible, replay
from tracker.core.rows import status_row
from tracker.core.stage import PATH
from tracker.core.standing import standing
from tracker.core.state import Condition, State

LATE = date(2030, 1, 1)

any_walk = st.one_of(walks(), walks(wild=False), disturbed())


def seen(state: State) -> dict[str, object]:
    """Return what can be compared of a state."""
    notice = state.notice
    return {
        "condition": state.condition.value,
        "since": state.since.text if state.since else None,
        "reached": [(step.stage.value, step.date.text) for step in state.reached],
        "effective": notice.effective if notice else None,
        "not_before": notice.not_before if notice else None,
        "confirmed": state.confirmed is not None,
    }


def read(world: World) -> dict[str, object]:
    """Return the same of the naive reading."""
    return {
        "condition": world.condition,
        "since": world.since,
        "reached": world.reached,
        "effective": world.effective,
        "not_before": world.not_before,
        "confirmed": world.confirmed,
    }


def turning_days(walk: Walk) -> list[date]:
    """Return the days on which something may turn, and those next to them."""
    days = {day for event in walk.events for day in (event.date.earliest, event.date.latest)}
    notices = (step.after.notice for step in replay(walk.case()).steps)
    days |= {notice.effective for notice in notices if notice and notice.effective}
    return sorted({START, *(day + timedelta(days=days) for day in days for days in (-1, 0, 1))})


def told_in_any_order(walk: Walk) -> st.SearchStrategy[tuple[Walk, list[Event]]]:
    return st.tuples(st.just(walk), st.permutations(walk.events))


def days_in_order(events: Sequence[Event], order: Sequence[Event]) -> list[Event]:
    """Return the events with those of one day put back into the order that they have in `order`."""
    waiting = {day: [event for event in order if event.date.earliest == day] for day in map(first_day, order)}
    return [waiting[first_day(event)].pop(0) for event in events]


def first_day(event: Event) -> date:
    return event.date.earliest


@pytest.mark.rule(3)
def test_walks_get_everywhere() -> None:
    """The walks below reach every condition, and histories of both kinds: otherwise they would prove little."""
    conditions: set[str] = set()
    verdicts: set[bool] = set()

    @CALM
    @given(any_walk)
    def look(walk: Walk) -> None:
        verdicts.add(walk.is_legal(walk.events))
        if walk.is_legal(walk.events):
            conditions.update(walk.on_day(day).condition for day in turning_days(walk))

    look()
    assert conditions == set(Condition)
    assert verdicts == {True, False}


@pytest.mark.rule(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 25, 26, 31)
@CALM
@given(any_walk)
def test_no_illegal_history_is_reachable(walk: Walk) -> None:
    """A history is possible when, and only when, the naive reading of the rules says so."""
    assert is_possible(walk.case()) == walk.is_legal(walk.events)


@pytest.mark.rule(15, 16, 17, 18, 19, 22, 23, 24, 30, 32, 36, 37)
@CALM
@given(walks(wild=False))
def test_each_day_is_as_the_naive_reading_has_it(walk: Walk) -> None:
    """On every day condition, stages, effective date are those of a history told anew up to that day."""
    history = replay(walk.case())
    for day in turning_days(walk):
        assert seen(history.on(day)) == read(walk.on_day(day)), day


@pytest.mark.rule(26)
@CALM
@given(any_walk.flatmap(told_in_any_order))
def test_no_illegal_history_is_writable(told: tuple[Walk, list[Event]]) -> None:
    """Events offered in any order are recorded when, and only when, the history stays possible by the naive reading."""
    walk, offered = told
    recorded: list[Event] = []
    for event in offered:
        try:
            decide(Wish(walk.case(recorded), event, LATE, str))
        except Refused:
            assert not walk.is_legal([*recorded, event])
        except WrongUsage:
            assert event.planned or key_problems(event, 0)
        else:
            recorded.append(event)
            assert walk.is_legal(recorded)


@pytest.mark.rule(25)
@CALM
@given(walks(wild=False).flatmap(told_in_any_order))
def test_order_of_recording_changes_no_standing(told: tuple[Walk, list[Event]]) -> None:
    """As long as events of one day keep their order, the order of recording changes no standing on any day."""
    walk, offered = told
    case, other = walk.case(), walk.case(days_in_order(offered, walk.events))
    for day in turning_days(walk):
        assert status_row(standing(other, day, LATE)) == status_row(standing(case, day, LATE))


@pytest.mark.rule(36)
@CALM
@given(walks(wild=False))
def test_what_counts_later_changes_no_standing(walk: Walk) -> None:
    """A standing on a day is the same without the events that count only after it."""
    case = walk.case()
    history = replay(case)
    for day in turning_days(walk):
        kept = {step.number for step in history.counting(day)}
        earlier = walk.case([event for place, event in enumerate(walk.events) if place in kept])
        assert status_row(standing(earlier, day, LATE)) == status_row(standing(case, day, LATE))


@pytest.mark.rule(6, 37)
@CALM
@given(walks(wild=False))
def test_stages_reached_stand_in_the_order_of_the_path(walk: Walk) -> None:
    """The stages that count as reached are each there once, in the order of the path, none before an earlier one."""
    for day in turning_days(walk):
        one = standing(walk.case(), day, LATE)
        posts = one.replay.reached_by(one.state)
        assert [post.stage for post in posts] == [stage for stage in PATH if one.state.reached_at(stage)]
        assert all(before.bounds.earliest <= after.bounds.latest for before, after in pairwise(posts))
