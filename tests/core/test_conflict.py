"""An armed conflict holds a withdrawal up, as far as the exit clause says so."""

from dataclasses import replace

import pytest

from tests.core.tell import (
    AT_ONCE,
    CONFLICT,
    CONFLICT_AT_NOTICE,
    LAW_PASSED,
    MONTHS_6,
    NOTICE_GIVEN,
    allowed,
    at,
    case,
    where,
)
from tests.core.test_notice import dates
from tracker.core.vocabulary import Naming

DEFERRED = f"{NOTICE_GIVEN}\n2025-08-01 defer"


@pytest.mark.rule(12)
def test_a_conflict_defers_before_the_effective_date() -> None:
    """On that day it is too late."""
    assert allowed(case(NOTICE_GIVEN), "2025-06-27 defer")
    assert allowed(case(NOTICE_GIVEN), "2025-12-26 defer")
    assert not allowed(case(NOTICE_GIVEN), "2025-12-27 defer")


@pytest.mark.rule(12, 16)
def test_a_conflict_defers_before_the_effective_date_of_an_end_of_day_clause() -> None:
    """The notice can be taken back on that day, but a conflict that begins on it comes too late."""
    clause = replace(CONFLICT, end_of_day=True)
    one = case(NOTICE_GIVEN, clause)
    assert allowed(one, "2025-12-27 revoke")
    assert allowed(one, "2025-12-26 defer")
    assert not allowed(one, "2025-12-27 defer")


@pytest.mark.rule(12)
def test_a_conflict_defers_nothing_where_the_clause_has_no_such_rule() -> None:
    """Most clauses have none."""
    assert not allowed(case(NOTICE_GIVEN, MONTHS_6), "2025-08-01 defer")


@pytest.mark.rule(12)
@pytest.mark.parametrize(
    ("notice", "conflict", "possible"),
    [
        ("2025-06-27", "2025-06-27", True),
        ("2025-06-27", "2025-06-28", False),
        ("2025-06", "2025-06", True),
        ("2025-06", "2025-06-01/2025-06-30", True),
        ("2025-06", "2025-06-15", False),
    ],
)
def test_a_clause_that_asks_at_the_notice_asks_on_its_day_alone(notice: str, conflict: str, *, possible: bool) -> None:
    """A notice of an unknown day has a conflict on the same unknown day."""
    one = case(f"{LAW_PASSED}\n{notice} un-notification", CONFLICT_AT_NOTICE)
    assert allowed(one, f"{conflict} defer") is possible


@pytest.mark.rule(12, 40)
def test_a_deferred_withdrawal_has_no_effective_date() -> None:
    """Only the clause's own day stays known, and that it is not before the day it had."""
    one = case(DEFERRED)
    assert where(one, "2027-01-01") == "deferred un-notification"
    assert dates(at(one, "2027-01-01")) == (None, None, "2025-12-27", "2025-12-27")


@pytest.mark.rule(13)
@pytest.mark.parametrize(
    ("ended", "effective", "stands"),
    [
        ("2025-10-01", "2025-12-27", "notice-running un-notification"),
        ("2025-12-27", "2025-12-27", "in-effect effect"),
        ("2026-03-01", "2026-03-01", "in-effect effect"),
    ],
)
def test_the_withdrawal_takes_effect_on_the_later_of_two_days(ended: str, effective: str, stands: str) -> None:
    """The conflict's end, or the period's end if that is later; on its own day."""
    one = case(f"{DEFERRED}\n{ended} conflict-ended")
    assert dates(at(one, ended)) == (effective, "computed", "2025-12-27", None)
    assert where(one, ended) == stands
    assert where(one, effective) == "in-effect effect"


@pytest.mark.rule(13, 16)
def test_a_conflicts_end_under_an_end_of_day_clause_binds_through_its_day() -> None:
    """The condition changes on the day after."""
    clause = replace(CONFLICT, end_of_day=True)
    one = case(f"{DEFERRED}\n2026-03-01 conflict-ended", clause)
    assert where(one, "2026-03-01") == "notice-running un-notification"
    assert where(one, "2026-03-02") == "in-effect effect"


@pytest.mark.rule(13, 22, 23)
@pytest.mark.parametrize(
    ("key", "basis"),
    [("named=2026-02-01", "named"), ("announced=2026-02-01", "announced")],
)
def test_a_later_day_of_the_notice_outlasts_a_conflict(key: str, basis: str) -> None:
    """Named or announced, it stands where the conflict ended before it; after it the conflict's end counts."""
    clause = replace(CONFLICT, named=Naming.DATE)
    told = f"{LAW_PASSED}\n2025-06-27 un-notification {key}\n2025-08-01 defer"
    before = at(case(f"{told}\n2026-02-01 conflict-ended", clause), "2026-02-01")
    after = at(case(f"{told}\n2026-02-15 conflict-ended", clause), "2026-02-15")
    assert dates(before) == ("2026-02-01", basis, "2025-12-27", None)
    assert dates(after) == ("2026-02-15", "computed", "2025-12-27", None)


@pytest.mark.rule(13, 24)
@pytest.mark.parametrize(
    ("ended", "told"),
    [
        ("2025-10", ("2025-12-27", "computed", "2025-12-27", None)),
        ("2025-12-20/2025-12-27", ("2025-12-27", "computed", "2025-12-27", None)),
        ("2025-12", (None, None, "2025-12-27", "2025-12-27")),
        ("2026-03", (None, None, "2025-12-27", "2026-03-01")),
    ],
)
def test_a_conflicts_end_of_an_unknown_day(ended: str, told: tuple[str | None, ...]) -> None:
    """Only where it lies wholly before the period's end is the effective date known."""
    one = case(f"{DEFERRED}\n{ended} conflict-ended")
    assert dates(at(one, "2026-03-31")) == told


@pytest.mark.rule(12, 13)
def test_a_second_conflict_defers_again() -> None:
    """What the first left open stays open: the effect is not before either bound."""
    one = case(
        f"""{DEFERRED}
        2026-01 conflict-ended
        2026-02-10 defer
        2026-02-20 conflict-ended
        """
    )
    assert dates(at(one, "2026-02-20")) == (None, None, "2025-12-27", "2026-02-20")
    known = case(f"{DEFERRED}\n2025-10-01 conflict-ended\n2025-11-01 defer\n2025-12-01 conflict-ended")
    assert dates(at(known, "2025-12-01")) == ("2025-12-27", "computed", "2025-12-27", None)


@pytest.mark.rule(13, 24)
def test_a_conflict_after_a_notice_of_an_unknown_day() -> None:
    """The effective date stays unknown, bounded by the later of the two."""
    told = f"{LAW_PASSED}\n2025-06 un-notification\n2025-08-01 defer"
    assert dates(at(case(told), "2025-08-01")) == (None, None, None, "2025-12-01")
    assert dates(at(case(f"{told}\n2025-09-01 conflict-ended"), "2025-09-01")) == (None, None, None, "2025-12-01")
    assert dates(at(case(f"{told}\n2026-09-01 conflict-ended"), "2026-09-01")) == (None, None, None, "2026-09-01")


@pytest.mark.rule(13, 20)
def test_a_conflict_after_a_notice_without_any_date() -> None:
    """Where the clause gives no day, the conflict's end gives none either."""
    told = "9999-07-01 un-notification skip=no\n9999-08-01 defer\n9999-09-01/9999-09-10 conflict-ended"
    assert dates(at(case(told), "9999-09-10")) == (None, None, None, None)


@pytest.mark.rule(12, 15)
def test_a_clause_without_a_period_leaves_no_day_for_a_conflict() -> None:
    """The withdrawal is in effect on the notice's own day."""
    clause = replace(AT_ONCE, conflict=CONFLICT_AT_NOTICE.conflict)
    assert not allowed(case(NOTICE_GIVEN, clause), "2025-06-27 defer")
