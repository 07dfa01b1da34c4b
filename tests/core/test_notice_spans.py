"""A notice whose day is not fully known."""

import pytest

from tests.core.tell import LAW_PASSED, MAY_NAME, YEAR_LOCK, at, case, where
from tests.core.test_notice import dates, doubts


@pytest.mark.rule(24)
def test_after_a_notice_of_an_unknown_day_no_effective_date_is_told() -> None:
    """Only that it is not before the one that the first of these days would give."""
    one = case(f"{LAW_PASSED}\n2025-06 un-notification")
    assert dates(at(one, "2025-06-30")) == (None, None, None, "2025-12-01")
    assert where(one, "2027-01-01") == "notice-running un-notification"


@pytest.mark.rule(24)
def test_after_a_notice_of_an_unknown_day_an_announced_date_is_told() -> None:
    """An announced day before what the clause allows is a doubt."""
    told = f"{LAW_PASSED}\n2025-06 un-notification announced="
    seen = at(case(f"{told}2025-12-15"), "2025-06-30")
    assert dates(seen) == ("2025-12-15", "announced", None, None)
    assert doubts(seen) == ()
    assert doubts(at(case(f"{told}2025-11-15"), "2025-06-30")) == (
        "the depositary announced 2025-11-15 as the effective date; by the exit clause it is not before 2025-12-01",
    )


@pytest.mark.rule(20, 24)
@pytest.mark.parametrize(
    ("in_force", "not_before", "doubt"),
    [
        ("2024-06-01", "2025-12-01", None),
        ("2024-06-15", "2025-12-15", "the notice may have come before 2025-06-15"),
        ("2024-07-01", None, "the notice came before 2025-07-01"),
    ],
)
def test_a_lock_in_may_end_within_the_days_of_a_notice(in_force: str, not_before: str | None, doubt: str) -> None:
    """What is told of a span holds on each of its days."""
    seen = at(case(f"{LAW_PASSED}\n2025-06 un-notification", YEAR_LOCK, in_force=in_force), "2025-06-30")
    rest = ", the first day on which the clause (art. 20) lets one be given"
    assert dates(seen) == (None, None, None, not_before)
    assert doubts(seen) == ((doubt + rest,) if doubt else ())


@pytest.mark.rule(22, 24)
def test_a_named_day_holds_for_a_notice_of_an_unknown_day_as_a_bound() -> None:
    """Before the clause's own day it is doubted only where that is sure."""
    told = f"{LAW_PASSED}\n2025-06 un-notification named="
    assert at(case(f"{told}2026-03-01", MAY_NAME), "2025-06-30").not_before is not None
    assert dates(at(case(f"{told}2026-03-01", MAY_NAME), "2025-06-30")) == (None, None, None, "2026-03-01")
    assert doubts(at(case(f"{told}2025-12-15", MAY_NAME), "2025-06-30")) == ()
    assert len(doubts(at(case(f"{told}2025-11-15", MAY_NAME), "2025-06-30"))) == 1
