"""The table of conditions and actions, cell by cell."""

from collections.abc import Mapping

import pytest

from tests.core.tell import CONFLICT, LONG_AFTER, STANDS, at, case, event
from tracker.core import machine
from tracker.core.errors import Impossible
from tracker.core.event import Action, Event
from tracker.core.machine import TABLE, apply, check_table
from tracker.core.replay import takes
from tracker.core.stage import PATH
from tracker.core.state import Condition, State, Terms


def tries(action: Action) -> list[Event]:
    """Return the events of the action, one for each stage that it could name."""
    if action in {Action.ADVANCE, Action.RETURN, Action.REOPEN}:
        return [Event(event(f"{LONG_AFTER} {stage}").date, action, stage) for stage in PATH]
    return [event(f"{LONG_AFTER} {action}")]


@pytest.mark.rule(3)
@pytest.mark.parametrize("condition", Condition)
def test_each_condition_can_be_reached(condition: Condition) -> None:
    """There are ten, and a case without events is not started."""
    assert at(case(STANDS[condition]), LONG_AFTER).condition is condition


@pytest.mark.rule(4)
@pytest.mark.parametrize("action", [action for action in Action if action.moves])
@pytest.mark.parametrize("condition", Condition)
def test_each_cell_allows_and_leads_to_what_it_says(condition: Condition, action: Action) -> None:
    """Where the table has an entry the action leads there; where it has none the action is refused, whatever stage."""
    one = case(STANDS[condition])
    possible = [event for event in tries(action) if takes(one, event)]
    after = {at(one.with_event(event), LONG_AFTER).condition for event in possible}
    target = TABLE[condition].get(action)
    assert after == ({target} if target else set())


@pytest.mark.rule(4)
def test_refusal_of_the_table_says_in_which_condition_the_case_is() -> None:
    """It names the condition, and since when."""
    state = at(case(STANDS[Condition.SUSPENDED]), LONG_AFTER).state
    with pytest.raises(Impossible) as refusal:
        apply(state, event(f"{LONG_AFTER} revoke"), 4, Terms(CONFLICT))
    assert refusal.value.why == "no `revoke` follows while the case is suspended (since 2025-05-01)"
    assert refusal.value.event == 4


@pytest.mark.rule(32)
def test_a_planned_event_changes_no_state() -> None:
    """The machine passes it over."""
    assert apply(State(), event("2027-01-01 draft-law planned"), 0, Terms(CONFLICT)) == State()


@pytest.mark.parametrize(
    ("row", "law"),
    [
        ({Condition.REJOINED: None}, "_every_condition_has_a_row"),
        ({Condition.REJOINED: {Action.NOTE: Condition.REJOINED}}, "_only_moving_actions_are_listed"),
        ({Condition.SUSPENDED: {}}, "_every_moving_action_is_listed"),
        ({Condition.NOTICE_RUNNING: TABLE[Condition.NOT_STARTED]}, "_every_moving_action_is_listed"),
        (
            {condition: dict.fromkeys(TABLE[condition], Condition.IN_PROGRESS) for condition in Condition},
            "_every_condition_can_be_reached",
        ),
    ],
)
def test_a_broken_table_is_refused_when_it_is_loaded(
    row: Mapping[Condition, Mapping[Action, Condition] | None], law: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each law of the table can be broken, and is named."""
    broken = {condition: actions for condition, actions in {**TABLE, **row}.items() if actions is not None}
    monkeypatch.setattr(machine, "TABLE", broken)
    with pytest.raises(ValueError, match=f"^{law}$"):
        check_table()


@pytest.mark.parametrize("line", ["defer", "conflict-ended"])
def test_a_state_without_its_notice_is_refused(line: str) -> None:
    """No replay makes such a state; the machine does not go on from it all the same."""
    condition = Condition.NOTICE_RUNNING if line == "defer" else Condition.DEFERRED
    with pytest.raises(Impossible, match="only after its notice"):
        apply(State(condition), event(f"{LONG_AFTER} {line}"), 0, Terms(CONFLICT))


def test_an_event_without_the_stage_that_it_needs_is_refused() -> None:
    """Files and commands are checked before; the machine does not guess either."""
    with pytest.raises(Impossible, match="no stage is there to which `advance` could lead"):
        apply(State(), Event(event(f"{LONG_AFTER} note law").date), 0, Terms(CONFLICT))
