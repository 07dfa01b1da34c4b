"""Days that are not fully known: from which day an event counts, what time decides on each of them."""

import pytest

from tests.core.tell import CONFLICT, END_OF_DAY, LAW_PASSED, NOTICE_GIVEN, allowed, at, case, where
from tracker.core.clause import ExitClause


def counts(told: str, clause: ExitClause = CONFLICT) -> list[str]:
    """Return the days from which the events count, in the order of days."""
    return [str(step.counts) for step in at(case(told, clause), "2030-01-01").replay.steps]


@pytest.mark.rule(30)
def test_an_event_counts_from_the_last_of_its_days() -> None:
    """Before that nothing is claimed."""
    one = case("2025-01-10 ministry-analysis\n2025-03-10/2025-03-31 cabinet-directive")
    assert where(one, "2025-03-30") == "in-progress ministry-analysis"
    assert where(one, "2025-03-31") == "in-progress cabinet-directive"


@pytest.mark.rule(30)
def test_an_event_counts_with_a_later_one_that_could_not_have_been_without_it() -> None:
    """From the day on which that one counts, which may itself come from a third."""
    told = """
        2025 ministry-analysis
        2025-03 cabinet-directive
        2025-03-20 draft-law
        2025-04 parliament-vote
    """
    assert counts(told) == ["2025-03-20", "2025-03-20", "2025-03-20", "2025-04-30"]
    assert where(case(told), "2025-03-19") == "not-started -"
    assert where(case(told), "2025-03-20") == "in-progress draft-law"


@pytest.mark.rule(30)
def test_milestones_and_notes_count_from_the_last_of_their_days() -> None:
    """Nothing rests on them, and they rest on nothing."""
    seen = at(case(f"2025-02 note border\n2025-02-20/2025-03-20 milestone Hearing\n{LAW_PASSED}"), "2025-02-28")
    actions = [step.event.action.value for step in seen.replay.counting(seen.as_of)]
    assert actions == ["advance", "note", "advance"]


@pytest.mark.rule(30)
def test_a_notice_was_there_on_its_announced_effective_date() -> None:
    """At the latest: from that day on the withdrawal is in effect."""
    told = f"{LAW_PASSED}\n2025-06 un-notification announced=2025-06-20"
    assert counts(told)[-1] == "2025-06-20"
    assert where(case(told), "2025-06-19") == "in-progress parliament-vote"
    assert where(case(told), "2025-06-20") == "in-effect effect"


@pytest.mark.rule(31)
@pytest.mark.parametrize(
    ("line", "possible"),
    [
        ("2025-12-01/2025-12-26 revoke", True),
        ("2025-12-01/2025-12-27 revoke", False),
        ("2025-12 revoke", False),
        ("2025-12-01/2025-12-26 defer", True),
        ("2025-12-20/2025-12-27 defer", False),
        ("2025-12-26/2025-12-28 effect", False),
        ("2025-12-27/2025-12-28 effect", True),
        ("2025-12-26/2025-12-28 rejoin", False),
        ("2025-12-27/2025-12-28 rejoin", True),
    ],
)
def test_what_time_decides_holds_on_each_day_of_a_span(line: str, *, possible: bool) -> None:
    """Nothing that is possible only before the effective date, or only from it on, spans it."""
    assert allowed(case(NOTICE_GIVEN), line) is possible


@pytest.mark.rule(16, 31)
def test_the_last_day_bound_decides_under_an_end_of_day_clause() -> None:
    """A revocation may span the effective date, but not the day after."""
    assert allowed(case(NOTICE_GIVEN, END_OF_DAY), "2025-12-01/2025-12-27 revoke")
    assert not allowed(case(NOTICE_GIVEN, END_OF_DAY), "2025-12-01/2025-12-28 revoke")
    assert allowed(case(NOTICE_GIVEN, END_OF_DAY), "2025-12-27/2025-12-30 effect")
