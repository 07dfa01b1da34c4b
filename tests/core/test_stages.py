"""The six stages, and what stands beside them."""

import pytest

from tests.core.tell import LONG_AFTER, STANDS, allowed, case, where
from tracker.core.stage import PATH, Stage, stage_after
from tracker.core.state import Condition


@pytest.mark.rule(1)
def test_there_are_six_stages_in_one_order() -> None:
    """The same six for every country and treaty, in the order of the path."""
    assert [(stage.value, stage.label) for stage in PATH] == [
        ("ministry-analysis", "Ministry analysis"),
        ("cabinet-directive", "Cabinet directive"),
        ("draft-law", "Draft law"),
        ("parliament-vote", "Parliament vote"),
        ("un-notification", "Notice"),
        ("effect", "In effect"),
    ]
    assert [stage.place for stage in PATH] == list(range(len(PATH)))


@pytest.mark.rule(1)
def test_each_stage_is_followed_by_the_next() -> None:
    """The first follows nothing, nothing follows the last."""
    assert [stage_after(stage) for stage in (None, *PATH)] == [*PATH, None]


@pytest.mark.rule(1)
def test_a_stage_comes_after_those_before_it() -> None:
    """Every stage comes after none; a stage does not come after itself."""
    assert Stage.DRAFT_LAW.comes_after(None)
    assert Stage.DRAFT_LAW.comes_after(Stage.CABINET_DIRECTIVE)
    assert not Stage.DRAFT_LAW.comes_after(Stage.DRAFT_LAW)
    assert not Stage.DRAFT_LAW.comes_after(Stage.PARLIAMENT_VOTE)


@pytest.mark.rule(2)
@pytest.mark.parametrize("beside", ["milestone Promulgation", "note law"])
@pytest.mark.parametrize("condition", Condition)
def test_milestones_and_notes_are_allowed_everywhere(condition: Condition, beside: str) -> None:
    """They change neither stage nor condition, whatever the condition."""
    told, line = STANDS[condition], f"{LONG_AFTER} {beside}"
    assert allowed(case(told), line)
    assert where(case(f"{told}\n{line}"), LONG_AFTER) == where(case(told), LONG_AFTER)
