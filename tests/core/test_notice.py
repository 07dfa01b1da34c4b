"""The notice: given, taken back, dated by the depositary, by its own words, by a day that is not fully known."""

import pytest

from tests.core.tell import (
    END_OF_DAY,
    LAW_PASSED,
    MAY_NAME,
    MONTHS_6,
    NOTICE_GIVEN,
    YEAR_LOCK,
    allowed,
    at,
    case,
    where,
)
from tracker.core.checks import problems
from tracker.core.clause import ExitClause
from tracker.core.standing import Standing


def dates(seen: Standing) -> tuple[str | None, str | None, str | None, str | None]:
    """Return effective date, basis, the clause's own day, the earliest possible day."""
    computed = seen.notice.computed if seen.notice else None
    days = (seen.effective, seen.basis, computed, seen.not_before)
    effective, basis, own, earliest = (str(day) if day else None for day in days)
    return effective, basis, own, earliest


def doubts(seen: Standing) -> tuple[str, ...]:
    return seen.notice.doubts if seen.notice else ()


@pytest.mark.rule(10)
def test_notice_runs_from_the_day_of_receipt() -> None:
    """Before that day the case is in progress, from that day on the notice runs."""
    assert where(case(NOTICE_GIVEN), "2025-06-26") == "in-progress parliament-vote"
    assert where(case(NOTICE_GIVEN), "2025-06-27") == "notice-running un-notification"


@pytest.mark.rule(10)
@pytest.mark.parametrize("line", ["draft-law", "parliament-vote", "un-notification", "return draft-law", "reject"])
def test_after_the_notice_nothing_but_its_effect_is_left(line: str) -> None:
    """What parliament does then is a milestone or a note."""
    assert not allowed(case(NOTICE_GIVEN), f"2025-07-01 {line}")


@pytest.mark.rule(11, 15)
def test_notice_is_taken_back_before_it_takes_effect() -> None:
    """On the effective date it is too late."""
    assert allowed(case(NOTICE_GIVEN), "2025-06-27 revoke")
    assert allowed(case(NOTICE_GIVEN), "2025-12-26 revoke")
    assert not allowed(case(NOTICE_GIVEN), "2025-12-27 revoke")


@pytest.mark.rule(11)
def test_taking_back_keeps_the_stage_and_ends_the_notice() -> None:
    """No effective date is left, and time brings none."""
    one = case(f"{NOTICE_GIVEN}\n2025-08-01 revoke")
    assert where(one, "2026-05-01") == "revoked un-notification"
    assert at(one, "2026-05-01").notice is None


@pytest.mark.rule(11)
def test_a_deferred_notice_is_taken_back_at_any_time() -> None:
    """A conflict may last longer than the period."""
    assert allowed(case(f"{NOTICE_GIVEN}\n2025-08-01 defer"), "2027-01-01 revoke")


@pytest.mark.rule(11, 16)
def test_taking_back_on_the_last_day_undoes_its_confirmation() -> None:
    """Under an end-of-day clause a confirmed effect can still be taken back on its day, and nothing stays confirmed."""
    told = f"{LAW_PASSED}\n2025-06-27 un-notification\n2025-12-27 effect\n2025-12-27 revoke"
    seen = at(case(told, END_OF_DAY), "2025-12-28")
    assert (seen.condition, seen.state.confirmed) == ("revoked", None)


@pytest.mark.rule(20)
def test_a_notice_that_came_too_early_was_given_all_the_same() -> None:
    """No effective date is told, with the article in the doubt."""
    seen = at(case(NOTICE_GIVEN, YEAR_LOCK, in_force="2025-01-01"), "2025-06-27")
    assert seen.condition == "notice-running"
    assert dates(seen) == (None, None, None, None)
    assert doubts(seen) == (
        "the notice came before 2026-01-01, the first day on which the clause (art. 20) lets one be given",
    )


@pytest.mark.rule(20)
def test_a_date_beyond_the_calendar_is_not_told() -> None:
    """The year 9999 is the last."""
    seen = at(case("9999-08-01 un-notification skip=no"), "9999-12-31")
    assert (seen.condition, seen.effective) == ("notice-running", None)
    assert doubts(seen) == ("the effective date would lie beyond the year 9999",)


@pytest.mark.rule(16, 20)
@pytest.mark.parametrize("clause", [MONTHS_6, END_OF_DAY])
def test_the_last_day_of_the_calendar_is_no_fault(clause: ExitClause) -> None:
    """A date on it is told; under an end-of-day clause no day is left on which it would be in effect."""
    one = case("9999-06-30 un-notification skip=no", clause)
    two = case("9999-06-30 un-notification skip=no announced=9999-12-31", clause)
    assert str(at(one, "9999-12-29").effective) == "9999-12-30"
    assert at(one, "9999-12-31").condition == "in-effect"
    last = at(two, "9999-12-31").condition
    assert last == ("notice-running" if clause.end_of_day else "in-effect")


@pytest.mark.rule(21)
def test_a_lock_in_that_could_not_be_looked_at_is_a_doubt() -> None:
    """The date is computed without `in_force`."""
    seen = at(case(NOTICE_GIVEN, YEAR_LOCK), "2025-06-27")
    assert dates(seen) == ("2025-12-27", "computed", "2025-12-27", None)
    assert doubts(seen) == (
        (
            "whether the notice could be given yet (art. 20) was not looked at: the day on which the treaty entered "
            "into force for the state is not known"
        ),
    )


@pytest.mark.rule(21)
def test_a_lock_in_that_is_over_is_no_doubt() -> None:
    """The first day on which a notice may be given is the corresponding day."""
    told = f"{LAW_PASSED}\n2025-06-27 un-notification"
    assert doubts(at(case(told, YEAR_LOCK, in_force="2024-06-27"), "2025-06-27")) == ()
    assert doubts(at(case(told, YEAR_LOCK, in_force="2024-06-28"), "2025-06-27")) != ()


@pytest.mark.rule(22)
@pytest.mark.parametrize(
    ("clause", "named", "effective", "basis", "doubt"),
    [
        (MAY_NAME, "2026-03-01", "2026-03-01", "named", None),
        (MAY_NAME, "2025-12-27", "2025-12-27", "named", None),
        (
            MAY_NAME,
            "2025-10-01",
            "2025-12-27",
            "computed",
            "the notice names 2025-10-01, before the earliest day of the clause (art. 20), which counts",
        ),
        (MONTHS_6, "2025-12-27", "2025-12-27", "named", None),
        (
            MONTHS_6,
            "2026-03-01",
            "2025-12-27",
            "computed",
            "the notice names 2026-03-01, but the clause (art. 20) knows no later day than its own",
        ),
    ],
)
def test_a_later_day_counts_where_the_clause_allows_it(
    clause: ExitClause, named: str, effective: str, basis: str, doubt: str | None
) -> None:
    """Another day does not count, with a doubt; the clause's own day stays known."""
    seen = at(case(f"{LAW_PASSED}\n2025-06-27 un-notification named={named}", clause), "2025-06-27")
    assert dates(seen) == (effective, basis, "2025-12-27", None)
    assert doubts(seen) == ((doubt,) if doubt else ())


@pytest.mark.rule(23)
def test_the_depositarys_word_wins() -> None:
    """Both days are told, with a doubt; time goes by the announced one."""
    one = case(f"{LAW_PASSED}\n2025-06-27 un-notification announced=2025-12-28")
    seen = at(one, "2025-12-27")
    assert (where(one, "2025-12-27"), where(one, "2025-12-28")) == (
        "notice-running un-notification",
        "in-effect effect",
    )
    assert dates(seen) == ("2025-12-28", "announced", "2025-12-27", None)
    assert doubts(seen) == (
        "the depositary announced 2025-12-28 as the effective date; by the exit clause it would be 2025-12-27",
    )


@pytest.mark.rule(23)
def test_an_announced_date_that_is_the_clauses_own_is_no_doubt() -> None:
    """The basis is the depositary's word all the same."""
    seen = at(case(f"{LAW_PASSED}\n2025-06-27 un-notification announced=2025-12-27"), "2025-06-27")
    assert dates(seen) == ("2025-12-27", "announced", "2025-12-27", None)
    assert doubts(seen) == ()


@pytest.mark.rule(20, 23)
def test_an_announced_date_wins_over_a_notice_that_came_too_early() -> None:
    """The doubt stays."""
    told = f"{LAW_PASSED}\n2025-06-27 un-notification announced=2026-07-01"
    seen = at(case(told, YEAR_LOCK, in_force="2025-01-01"), "2025-06-27")
    assert dates(seen) == ("2026-07-01", "announced", None, None)
    assert len(doubts(seen)) == 1


@pytest.mark.rule(23)
@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "2025-06-27 un-notification announced=2025-06-26",
            "`announced`: 2025-06-26 lies before the notice itself, 2025-06-27",
        ),
        (
            "2025-06-27 un-notification given=2025-06-28",
            "`given`: 2025-06-28 lies after the day on which the notice was received, 2025-06-27",
        ),
        ("2025-06-27 un-notification announced=2025-06-27 given=2025-06-27", None),
        ("2025-06 un-notification announced=2025-06-01 given=2025-06-30", None),
    ],
)
def test_days_that_contradict_the_notices_own_are_problems(line: str, message: str | None) -> None:
    """An announced date before it, a letter's date after it; in a span what may be is no problem."""
    found = [problem.message for problem in problems(case(f"{LAW_PASSED}\n{line}"))]
    assert found == ([message] if message else [])
