"""Taking effect: by time, at the end of a day, at once, confirmed by an event, undone by coming back."""

import pytest

from tests.core.tell import (
    AT_ONCE,
    CONFLICT,
    DAY_AFTER,
    END_OF_DAY,
    LAW_PASSED,
    NOTICE_GIVEN,
    allowed,
    at,
    case,
    where,
)
from tests.core.test_notice import dates
from tracker.core.clause import ExitClause
from tracker.core.stage import Stage

CONFIRMED = f"{NOTICE_GIVEN}\n2026-01-05 effect"


def effect_day(told: str, day: str, clause: ExitClause = CONFLICT) -> str | None:
    """Return the day from which the effect counts, as seen on a day."""
    reached = at(case(told, clause), day).state.reached_at(Stage.EFFECT)
    return reached.date.text if reached else None


@pytest.mark.rule(15)
def test_time_brings_the_effect() -> None:
    """No event is needed; stage and condition begin on the effective date."""
    seen = at(case(NOTICE_GIVEN), "2025-12-27")
    assert where(case(NOTICE_GIVEN), "2025-12-26") == "notice-running un-notification"
    assert where(case(NOTICE_GIVEN), "2025-12-27") == "in-effect effect"
    assert seen.condition_since is not None
    assert (seen.condition_since.text, effect_day(NOTICE_GIVEN, "2025-12-27")) == ("2025-12-27", "2025-12-27")


@pytest.mark.rule(15)
def test_time_is_brought_up_before_the_events_of_a_day() -> None:
    """A milestone of the effective date stands after the effect, a revocation on it comes too late."""
    told = f"{NOTICE_GIVEN}\n2025-12-27 milestone Statement"
    steps = at(case(told), "2025-12-27").replay.steps
    assert steps[-1].before.stage is Stage.EFFECT
    assert not allowed(case(told), "2025-12-27 revoke")


@pytest.mark.rule(15)
def test_a_clause_without_a_period_takes_effect_on_the_notices_day() -> None:
    """Time is looked at again after the notice."""
    one = case(NOTICE_GIVEN, AT_ONCE)
    assert where(one, "2025-06-26") == "in-progress parliament-vote"
    assert where(one, "2025-06-27") == "in-effect effect"
    assert not allowed(one, "2025-06-27 revoke")
    assert allowed(one, "2025-06-27 effect")


@pytest.mark.rule(16)
def test_an_end_of_day_clause_binds_through_its_day() -> None:
    """The condition changes on the day after; the stage counts from the day itself."""
    one = case(NOTICE_GIVEN, END_OF_DAY)
    assert where(one, "2025-12-27") == "notice-running un-notification"
    assert where(one, "2025-12-28") == "in-effect effect"
    seen = at(one, "2025-12-28")
    assert seen.condition_since is not None
    assert (seen.condition_since.text, effect_day(NOTICE_GIVEN, "2025-12-28", END_OF_DAY)) == (
        "2025-12-28",
        "2025-12-27",
    )


@pytest.mark.rule(16, 17)
def test_an_effect_is_confirmed_on_the_last_day_bound() -> None:
    """The event changes nothing on that day: the condition still changes on the day after."""
    told = f"{LAW_PASSED}\n2025-06-27 un-notification\n2025-12-27 effect"
    assert where(case(told, END_OF_DAY), "2025-12-27") == "notice-running un-notification"
    assert where(case(told, END_OF_DAY), "2025-12-28") == "in-effect effect"
    assert not allowed(case(NOTICE_GIVEN, END_OF_DAY), "2025-12-26 effect")


@pytest.mark.rule(17)
def test_an_effect_counts_from_the_effective_date_whenever_it_is_confirmed() -> None:
    """The day of the confirming event moves nothing."""
    assert effect_day(CONFIRMED, "2026-01-05") == "2025-12-27"
    assert dates(at(case(CONFIRMED), "2026-01-05")) == ("2025-12-27", "computed", "2025-12-27", None)


@pytest.mark.rule(17)
@pytest.mark.parametrize(
    ("line", "possible"),
    [
        ("2025-12-26 effect", False),
        ("2025-12-27 effect", True),
        ("2026-05-01 effect", True),
        ("2025-12 effect", False),
        ("2025-12-27/2025-12-31 effect", True),
    ],
)
def test_an_effect_is_confirmed_on_the_effective_date_or_later(line: str, *, possible: bool) -> None:
    """On each day of a span."""
    assert allowed(case(NOTICE_GIVEN), line) is possible


@pytest.mark.rule(17)
def test_a_second_confirmation_is_refused() -> None:
    """A further source is added by hand."""
    assert not allowed(case(CONFIRMED), "2026-02-05 effect")


@pytest.mark.rule(18)
def test_a_date_that_cannot_be_computed_is_the_confirming_events_own() -> None:
    """Until then the notice runs; the event is not before the earliest possible day."""
    told = f"{LAW_PASSED}\n2025-06 un-notification"
    assert not allowed(case(told), "2025-11-30 effect")
    one = case(f"{told}\n2025-12-10 effect")
    assert where(one, "2025-12-09") == "notice-running un-notification"
    assert where(one, "2025-12-10") == "in-effect effect"
    assert dates(at(one, "2025-12-10")) == ("2025-12-10", "confirmed", None, None)
    assert not allowed(one, "2026-02-05 effect")


@pytest.mark.rule(16, 18)
def test_a_confirmed_day_binds_to_its_end_under_an_end_of_day_clause() -> None:
    """The event's day is the effective date, and the condition changes on the day after."""
    one = case(f"{LAW_PASSED}\n2025-06 un-notification\n2025-12-10 effect", END_OF_DAY)
    assert where(one, "2025-12-10") == "notice-running un-notification"
    assert where(one, "2025-12-11") == "in-effect effect"
    assert dates(at(one, "2025-12-11")) == ("2025-12-10", "confirmed", None, None)


@pytest.mark.rule(18)
def test_an_effect_of_an_unknown_day_has_no_effective_date() -> None:
    """It counts from the last of its days, and is not before the first."""
    told = f"{LAW_PASSED}\n2025-06 un-notification\n2025-12-10/2025-12-20 effect"
    assert where(case(told), "2025-12-19") == "notice-running un-notification"
    assert where(case(told), "2025-12-20") == "in-effect effect"
    assert dates(at(case(told), "2025-12-20")) == (None, None, None, "2025-12-10")
    assert effect_day(told, "2025-12-20") == "2025-12-10/2025-12-20"


@pytest.mark.rule(14)
def test_rejoining_ends_the_path() -> None:
    """It is possible once the withdrawal is in effect; the stage and its dates stay."""
    assert not allowed(case(NOTICE_GIVEN), "2025-12-26 rejoin")
    one = case(f"{NOTICE_GIVEN}\n2026-05-01 rejoin")
    assert where(one, "2026-04-30") == "in-effect effect"
    assert where(one, "2026-05-01") == "rejoined effect"
    assert dates(at(one, "2026-05-01")) == ("2025-12-27", "computed", "2025-12-27", None)


@pytest.mark.rule(14, 17)
def test_an_effect_confirmed_late_stands_before_the_rejoining() -> None:
    """A confirmation found late is recorded on its own day."""
    one = case(f"{NOTICE_GIVEN}\n2026-05-01 rejoin")
    assert allowed(one, "2026-01-05 effect")
    assert not allowed(one, "2026-05-02 effect")


@pytest.mark.rule(19)
def test_a_depositary_that_counts_to_the_day_after() -> None:
    """The clause says so, and the effect comes on that day."""
    assert where(case(NOTICE_GIVEN, DAY_AFTER), "2025-12-27") == "notice-running un-notification"
    assert where(case(NOTICE_GIVEN, DAY_AFTER), "2025-12-28") == "in-effect effect"
