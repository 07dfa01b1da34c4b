"""Where a case stands on a day, and what follows from that."""

from datetime import date

import pytest

from tests.core.tell import (
    BILL,
    CONFLICT_AT_NOTICE,
    END_OF_DAY,
    LAW_PASSED,
    NOTICE_GIVEN,
    STANDS,
    YEAR_LOCK,
    at,
    case,
    where,
)
from tests.core.test_notice import dates
from tracker.core.possible import Choice, command
from tracker.core.stage import Stage
from tracker.core.standing import standing
from tracker.core.state import Condition


@pytest.mark.rule(36)
def test_looking_back_shows_nothing_later() -> None:
    """Each day is as if the file ended there."""
    one = case(f"{NOTICE_GIVEN}\n2025-08-01 revoke")
    assert where(one, "2025-01-09") == "not-started -"
    assert where(one, "2025-07-31") == "notice-running un-notification"
    assert where(one, "2025-08-01") == "revoked un-notification"


@pytest.mark.rule(36)
def test_looking_ahead_time_runs_on() -> None:
    """From a day before the effective date the day after it can be seen; plans stay plans."""
    one = case(f"{NOTICE_GIVEN}\n2025-10-01 milestone Statement planned")
    seen = standing(one, date(2025, 12, 27), date(2025, 8, 1))
    assert (seen.condition, seen.event_count) == (Condition.IN_EFFECT, 5)
    assert where(one, "2025-12-27") == "in-effect effect"


@pytest.mark.rule(35, 36)
def test_a_fact_of_a_later_day_counts_from_its_day_on() -> None:
    """The clock never makes a file wrong."""
    one = case(f"{BILL}\n2027-01-10 parliament-vote")
    assert where(one, "2026-11-23") == "in-progress draft-law"
    assert where(one, "2027-01-10") == "in-progress parliament-vote"


@pytest.mark.rule(37)
@pytest.mark.parametrize(
    ("condition", "stage_since", "condition_since"),
    [
        (Condition.NOT_STARTED, None, None),
        (Condition.IN_PROGRESS, "2025-03-10", "2025-01-10"),
        (Condition.SUSPENDED, "2025-03-10", "2025-05-01"),
        (Condition.REJECTED, "2025-03-10", "2025-05-01"),
        (Condition.ABANDONED, "2025-03-10", "2025-05-01"),
        (Condition.NOTICE_RUNNING, "2025-06", "2025-06"),
        (Condition.DEFERRED, "2025-06", "2025-07-01"),
        (Condition.REVOKED, "2025-06", "2025-07-01"),
        (Condition.IN_EFFECT, "2025-12-27", "2025-12-27"),
        (Condition.REJOINED, "2025-12-27", "2026-01-10"),
    ],
)
def test_stage_and_condition_are_told_with_the_day_on_which_they_began(
    condition: Condition, stage_since: str | None, condition_since: str | None
) -> None:
    """As it was written."""
    seen = at(case(STANDS[condition]), "2026-02-01")
    days = [day.text if day else None for day in (seen.stage_since, seen.condition_since)]
    assert days == [stage_since, condition_since]


@pytest.mark.rule(37)
def test_a_resumed_path_is_in_progress_since_it_was_resumed() -> None:
    """The stage stays where it was."""
    seen = at(case(f"{BILL}\n2025-05-01 suspend\n2025-06-01 resume"), "2025-06-01")
    assert seen.condition_since is not None
    assert seen.stage_since is not None
    assert (seen.condition_since.text, seen.stage_since.text) == ("2025-06-01", "2025-03-10")


@pytest.mark.rule(38)
@pytest.mark.parametrize(
    ("told", "day", "days", "at_least"),
    [
        ("", "2025-03-10", None, False),
        (BILL, "2025-03-10", 0, False),
        (BILL, "2025-03-20", 10, False),
        ("2025-03-01/2025-03-10 ministry-analysis", "2025-03-20", 10, True),
        (
            "2025-03 ministry-analysis\n2025-03-10 cabinet-directive\n2025-03-11 return ministry-analysis",
            "2025-03-20",
            9,
            False,
        ),
        ("2025-03 ministry-analysis\n2025-03-10 suspend", "2025-03-20", 10, True),
        ("2025-03 ministry-analysis\n2025-03-01 suspend", "2025-03-20", 19, False),
        (NOTICE_GIVEN, "2025-12-30", 3, False),
    ],
)
def test_days_run_from_the_one_on_which_the_stage_counts(
    told: str, day: str, days: int | None, *, at_least: bool
) -> None:
    """A lower bound where that day is not fully known."""
    seen = at(case(told), day)
    assert (seen.days, seen.days_at_least) == (days, at_least)


@pytest.mark.rule(39)
@pytest.mark.parametrize(
    ("condition", "stage"),
    [
        (Condition.NOT_STARTED, Stage.MINISTRY_ANALYSIS),
        (Condition.IN_PROGRESS, Stage.PARLIAMENT_VOTE),
        (Condition.SUSPENDED, Stage.PARLIAMENT_VOTE),
        (Condition.NOTICE_RUNNING, Stage.EFFECT),
        (Condition.DEFERRED, Stage.EFFECT),
        (Condition.REJECTED, None),
        (Condition.ABANDONED, None),
        (Condition.REVOKED, None),
        (Condition.IN_EFFECT, None),
        (Condition.REJOINED, None),
    ],
)
def test_the_next_stage_is_told_while_the_path_goes_on(condition: Condition, stage: Stage | None) -> None:
    """The one that follows before the notice, the effect while a notice stands."""
    assert at(case(STANDS[condition]), "2026-02-01").next is stage


@pytest.mark.rule(40)
@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (Condition.IN_PROGRESS, (None, None, None, None)),
        (Condition.NOTICE_RUNNING, (None, None, None, "2025-12-01")),
        (Condition.DEFERRED, (None, None, None, "2025-12-01")),
        (Condition.REVOKED, (None, None, None, None)),
        (Condition.IN_EFFECT, ("2025-12-27", "computed", "2025-12-27", None)),
        (Condition.REJOINED, ("2025-12-27", "computed", "2025-12-27", None)),
    ],
)
def test_the_effective_date_is_told_from_the_notice_on(condition: Condition, told: tuple[str | None, ...]) -> None:
    """Not while it is deferred, not after it was revoked; a bound stands in its place."""
    assert dates(at(case(STANDS[condition]), "2026-02-01")) == told


@pytest.mark.rule(40)
def test_days_left_are_counted_while_the_notice_runs() -> None:
    """Not before it, not after it took effect, not without a date."""
    one = case(NOTICE_GIVEN)
    days = [at(one, day).days_left for day in ("2025-06-26", "2025-06-27", "2025-12-26", "2025-12-27")]
    assert days == [None, 183, 1, None]
    assert at(case(NOTICE_GIVEN, END_OF_DAY), "2025-12-27").days_left == 0
    assert at(case(STANDS[Condition.NOTICE_RUNNING]), "2025-07-01").days_left is None


@pytest.mark.rule(41)
def test_a_running_notice_can_be_taken_back_until_its_last_day() -> None:
    """The day before the effective date, under an end-of-day clause that day."""
    assert str(at(case(NOTICE_GIVEN), "2025-07-01").revocable_until) == "2025-12-26"
    assert str(at(case(NOTICE_GIVEN, END_OF_DAY), "2025-07-01").revocable_until) == "2025-12-27"
    for condition in (Condition.IN_PROGRESS, Condition.NOTICE_RUNNING, Condition.DEFERRED, Condition.IN_EFFECT):
        assert at(case(STANDS[condition]), "2026-02-01").revocable_until is None


@pytest.mark.rule(41)
def test_before_the_notice_the_earliest_effective_date_is_told() -> None:
    """As if the notice were received on the day looked at; none where that would be too early."""
    one = case(LAW_PASSED)
    assert str(at(one, "2025-04-30").earliest) == "2025-10-30"
    assert str(at(case(""), "2025-08-31").earliest) == "2026-02-28"
    assert at(case(NOTICE_GIVEN), "2025-07-01").earliest is None
    assert at(case(f"{BILL}\n2025-05-01 reject"), "2025-07-01").earliest is None
    assert at(case(BILL, YEAR_LOCK, in_force="2025-01-01"), "2025-07-01").earliest is None


@pytest.mark.rule(41)
def test_what_is_not_sure_about_the_earliest_date_is_told_with_it() -> None:
    """A month without such a day, with the other day that there is, a lock-in that is not over; then nothing."""
    unsettled, other = at(case(""), "2025-08-31").earliest_doubts
    assert unsettled.startswith("the month in which the period ends has no day 31")
    assert other == "the effective date would be 2026-03-01 if the missing day is carried over into the next month"
    assert len(at(case(BILL, YEAR_LOCK, in_force="2025-01-01"), "2025-07-01").earliest_doubts) == 1
    assert at(case(LAW_PASSED), "2025-04-30").earliest_doubts == ()
    assert at(case(NOTICE_GIVEN), "2025-08-31").earliest_doubts == ()


@pytest.mark.rule(42)
def test_events_and_sources_are_counted_that_count_by_the_day() -> None:
    """Sources by their different addresses, plans not at all."""
    told = """
        2025-01-10 ministry-analysis source=https://a.example/1 source=https://a.example/2
        2025-02 milestone Hearing source=https://a.example/1
        2025-02-10 cabinet-directive source=https://a.example/3
        2027-03-10 draft-law planned source=https://a.example/4
    """
    counted = [(at(case(told), day)) for day in ("2025-01-09", "2025-02-10", "2025-02-28")]
    assert [(str(one.last_event), one.event_count, one.source_count) for one in counted] == [
        ("None", 0, 0),
        ("2025-02-10", 2, 3),
        ("2025-02-28", 3, 3),
    ]


@pytest.mark.rule(43)
@pytest.mark.parametrize(
    ("condition", "allowed"),
    [
        (Condition.NOT_STARTED, "advance:ministry-analysis"),
        (
            Condition.IN_PROGRESS,
            "advance:parliament-vote return:ministry-analysis,cabinet-directive reject suspend abandon",
        ),
        (Condition.SUSPENDED, "reject resume abandon"),
        (Condition.REJECTED, "abandon reopen:ministry-analysis,cabinet-directive,draft-law"),
        (Condition.ABANDONED, "reopen:ministry-analysis,cabinet-directive,draft-law"),
        (Condition.REVOKED, "reopen:ministry-analysis,cabinet-directive,draft-law"),
        (Condition.NOTICE_RUNNING, "advance:effect revoke defer"),
        (Condition.DEFERRED, "revoke conflict-ended"),
        (Condition.IN_EFFECT, "advance:effect rejoin"),
        (Condition.REJOINED, ""),
    ],
)
def test_what_may_follow_is_what_the_machine_would_take(condition: Condition, allowed: str) -> None:
    """With the stages that need no `skip`; milestones and notes always."""
    told = [
        f"{choice.action}:{','.join(choice.stages)}" if choice.stages else str(choice.action)
        for choice in at(case(STANDS[condition]), "2026-02-01").allowed
    ]
    assert " ".join(word for word in told if word not in {"milestone", "note"}) == allowed
    assert {"milestone", "note"} <= set(told)


@pytest.mark.rule(43)
def test_what_may_follow_depends_on_the_day_looked_at() -> None:
    """A conflict at the notice's day alone."""
    one = case(NOTICE_GIVEN, CONFLICT_AT_NOTICE)
    actions = [{choice.action.value for choice in at(one, day).allowed} for day in ("2025-06-27", "2025-06-28")]
    assert ["defer" in each for each in actions] == [True, False]


@pytest.mark.rule(43)
def test_each_choice_has_a_command_to_type() -> None:
    """Of several stages the one that goes back the least; the next stage needs no name."""
    commands = [command(choice, "latvia") for choice in at(case(BILL), "2025-05-01").allowed]
    assert commands == [
        "tracker advance latvia --on DAY",
        "tracker milestone latvia --step NAME --on DAY",
        "tracker note latvia --topic TOPIC --on DAY",
        "tracker return latvia --to cabinet-directive --on DAY",
        "tracker reject latvia --on DAY",
        "tracker suspend latvia --on DAY",
        "tracker abandon latvia --on DAY",
    ]
    assert (
        command(Choice(at(case(BILL), "2025-05-01").allowed[0].action), "x", "today") == "tracker advance x --on today"
    )
