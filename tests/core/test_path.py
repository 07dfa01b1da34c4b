"""Stages forwards, backwards, and stopped: advance, return, reopen, reject, suspend, resume, abandon."""

import pytest

from tests.core.tell import BILL, LAW_PASSED, NOTICE_GIVEN, allowed, at, case, where
from tracker.core.stage import Stage


@pytest.mark.rule(5)
@pytest.mark.parametrize(
    ("line", "possible"),
    [
        ("2025-05-01 parliament-vote", True),
        ("2025-05-01 un-notification", False),
        ('2025-05-01 un-notification skip="parliament is not asked"', True),
        ("2025-05-01 draft-law", False),
        ("2025-05-01 cabinet-directive", False),
        ('2025-05-01 cabinet-directive skip="in vain"', False),
        ('2025-05-01 effect skip="in vain"', False),
    ],
)
def test_advance_reaches_the_next_stage_or_a_later_one_with_skip(line: str, *, possible: bool) -> None:
    """Never an earlier one, and never the effect without a notice."""
    assert allowed(case(BILL), line) is possible


@pytest.mark.rule(5)
def test_a_path_can_begin_with_its_notice() -> None:
    """With `skip` even the notice can be the first stage reached."""
    one = case('2025-06-27 un-notification skip="the president decides alone"')
    assert where(one, "2025-06-27") == "notice-running un-notification"
    assert [step.stage for step in at(one, "2025-12-27").state.reached] == [Stage.UN_NOTIFICATION, Stage.EFFECT]


@pytest.mark.rule(5)
def test_a_stage_found_late_is_recorded_before_the_one_that_skipped_it() -> None:
    """It lies earlier, so it is no stage reached twice; later than the one that skipped it, it is refused."""
    told = "2025-01-10 ministry-analysis\n2025-03-10 draft-law skip=unknown"
    assert allowed(case(told), "2025-02-10 cabinet-directive")
    assert not allowed(case(told), "2025-04-10 cabinet-directive")
    assert allowed(case(told), '2025-04-10 milestone "Cabinet decision"')


@pytest.mark.rule(6)
def test_a_stage_is_not_reached_twice() -> None:
    """Only a return or a reopening makes way for a second time."""
    assert not allowed(case(BILL), "2025-05-01 draft-law")
    assert not allowed(case(NOTICE_GIVEN), "2025-07-01 un-notification")
    back = f"{LAW_PASSED}\n2025-05-01 return draft-law"
    assert allowed(case(back), "2025-06-01 parliament-vote")
    assert not allowed(case(back), "2025-06-01 draft-law")


@pytest.mark.rule(6)
def test_a_stage_counts_from_the_last_time() -> None:
    """After a veto and its override the vote counts from the override."""
    one = case(f"{LAW_PASSED}\n2025-05-01 return draft-law\n2025-06-01 parliament-vote")
    assert [(step.stage.value, step.date.text) for step in at(one, "2025-06-01").state.reached] == [
        ("ministry-analysis", "2025-01-10"),
        ("cabinet-directive", "2025-02-10"),
        ("draft-law", "2025-05-01"),
        ("parliament-vote", "2025-06-01"),
    ]


@pytest.mark.rule(7)
@pytest.mark.parametrize(
    ("stage", "possible"),
    [
        ("ministry-analysis", True),
        ("draft-law", True),
        ("parliament-vote", False),
        ("un-notification", False),
    ],
)
def test_return_leads_to_an_earlier_stage_that_was_reached(stage: str, *, possible: bool) -> None:
    """Not to the present one, not ahead."""
    assert allowed(case(LAW_PASSED), f"2025-05-01 return {stage}") is possible


@pytest.mark.rule(7)
def test_return_does_not_lead_to_a_stage_that_was_skipped() -> None:
    """Where there was nothing, nothing is returned to."""
    told = "2025-01-10 ministry-analysis\n2025-03-10 draft-law skip=no"
    assert not allowed(case(told), "2025-05-01 return cabinet-directive")
    assert allowed(case(told), "2025-05-01 return ministry-analysis")


@pytest.mark.rule(7, 37)
def test_return_makes_its_stage_count_on_its_day_and_no_later_one() -> None:
    """The case stays in progress, as it has been since its first stage."""
    seen = at(case(f"{LAW_PASSED}\n2025-05-01 return cabinet-directive"), "2025-05-01")
    assert seen.condition_since is not None
    assert (seen.condition, seen.condition_since.text) == ("in-progress", "2025-01-10")
    assert [(step.stage.value, step.date.text) for step in seen.state.reached] == [
        ("ministry-analysis", "2025-01-10"),
        ("cabinet-directive", "2025-05-01"),
    ]


@pytest.mark.rule(8)
@pytest.mark.parametrize("stop", ["2025-05-01 reject", "2025-05-01 abandon", "2025-05-01 suspend\n2025-05-02 reject"])
def test_reopen_begins_anew_at_a_stage_that_was_reached(stop: str) -> None:
    """Also at the one where the case stopped."""
    one = case(f"{LAW_PASSED}\n{stop}")
    assert allowed(one, "2025-09-01 reopen parliament-vote")
    assert allowed(one, "2025-09-01 reopen ministry-analysis")
    assert not allowed(one, "2025-09-01 reopen un-notification")


@pytest.mark.rule(8)
def test_a_notice_that_was_taken_back_is_not_reopened() -> None:
    """The path goes on from the vote at the furthest, and a new notice is given."""
    told = f"{NOTICE_GIVEN}\n2025-08-01 revoke"
    assert not allowed(case(told), "2025-09-01 reopen un-notification")
    again = f"{told}\n2025-09-01 reopen parliament-vote\n2025-10-01 un-notification"
    assert where(case(again), "2025-09-01") == "in-progress parliament-vote"
    seen = at(case(again), "2025-10-01")
    assert (seen.condition, str(seen.effective)) == ("notice-running", "2026-04-01")
    assert seen.notice is not None
    assert seen.notice.received.text == "2025-10-01"


@pytest.mark.rule(8)
def test_a_notice_taken_back_without_a_stage_before_it_ends_the_path() -> None:
    """There is nothing to reopen: what follows is a second case."""
    one = case("2025-06-27 un-notification skip=no\n2025-08-01 revoke")
    assert [choice.action.value for choice in at(one, "2025-09-01").allowed] == ["milestone", "note"]


@pytest.mark.rule(9)
@pytest.mark.parametrize(
    ("lines", "stands"),
    [
        ("2025-05-01 reject", "rejected draft-law"),
        ("2025-05-01 suspend", "suspended draft-law"),
        ("2025-05-01 abandon", "abandoned draft-law"),
        ("2025-05-01 suspend\n2025-06-01 resume", "in-progress draft-law"),
        ("2025-05-01 suspend\n2025-06-01 abandon", "abandoned draft-law"),
        ("2025-05-01 reject\n2025-06-01 abandon", "abandoned draft-law"),
    ],
)
def test_stopping_keeps_the_stage(lines: str, stands: str) -> None:
    """What stops a path, or lets it go on, changes the condition alone."""
    assert where(case(f"{BILL}\n{lines}"), "2025-06-01") == stands
