"""Refusals word for word: the case, what was asked, why not; then what is possible instead."""

import pytest

from tests.core.tell import (
    BILL,
    CONFLICT_AT_NOTICE,
    LAW_PASSED,
    MONTHS_6,
    NOTICE_GIVEN,
    case,
    refused,
)
from tracker.core.clause import ExitClause

CONFIRMED = f"{NOTICE_GIVEN}\n2025-12-27 effect"
INSTEAD_OF_A_NOTICE = (
    "possible instead: `tracker advance latvia --to un-notification --on 2025-05-01`, "
    "`tracker return latvia --to draft-law --on 2025-05-01`, `tracker reject latvia --on 2025-05-01`, "
    "`tracker suspend latvia --on 2025-05-01`, `tracker abandon latvia --on 2025-05-01`"
)
CONFIRMED_ALREADY = (
    "an event confirms already that the withdrawal took effect (a further source is added to it by hand)"
)
IN_EFFECT = (
    "possible instead: `tracker advance latvia --to effect --on 2025-12-27`, `tracker rejoin latvia --on 2025-12-27`"
)


@pytest.mark.rule(27)
@pytest.mark.parametrize(
    ("told", "line", "asked", "why", "hint"),
    [
        (
            LAW_PASSED,
            "2025-05-01 parliament-vote",
            "`parliament-vote` on 2025-05-01",
            "`parliament-vote` was reached already, on 2025-04-10, and no `return` or `reopen` lies between",
            INSTEAD_OF_A_NOTICE,
        ),
        (
            LAW_PASSED,
            "2025-05-01 draft-law",
            "`draft-law` on 2025-05-01",
            "`draft-law` lies before `parliament-vote`, which was reached on 2025-04-10",
            INSTEAD_OF_A_NOTICE,
        ),
        (
            LAW_PASSED,
            "2025-05-01 effect",
            "`effect` on 2025-05-01",
            "a withdrawal takes effect only after its notice",
            INSTEAD_OF_A_NOTICE,
        ),
        (
            LAW_PASSED,
            "2025-05-01 return parliament-vote",
            "`return` to `parliament-vote` on 2025-05-01",
            "`parliament-vote` is the present stage, and a `return` leads to an earlier one",
            INSTEAD_OF_A_NOTICE,
        ),
        (
            LAW_PASSED,
            "2025-05-01 return un-notification",
            "`return` to `un-notification` on 2025-05-01",
            "`un-notification` does not count as reached",
            INSTEAD_OF_A_NOTICE,
        ),
        (
            LAW_PASSED,
            "2025-05-01 resume",
            "`resume` on 2025-05-01",
            "no `resume` follows while the case is in progress (since 2025-01-10)",
            INSTEAD_OF_A_NOTICE,
        ),
        (
            f"{NOTICE_GIVEN}\n2025-07-01 revoke",
            "2025-08-01 reopen un-notification",
            "`reopen` to `un-notification` on 2025-08-01",
            "a path is reopened at `parliament-vote` or earlier, not at `un-notification`",
            "possible instead: `tracker reopen latvia --to parliament-vote --on 2025-08-01`",
        ),
        (
            NOTICE_GIVEN,
            "2025-07-01 un-notification",
            "`un-notification` on 2025-07-01",
            "the notice was received on 2025-06-27, and only its `effect` can follow",
            "possible instead: `tracker revoke latvia --on 2025-07-01`, `tracker defer latvia --on 2025-07-01`",
        ),
        (
            NOTICE_GIVEN,
            "2025-12-26 effect",
            "`effect` on 2025-12-26",
            "the withdrawal takes effect on 2025-12-27 at the earliest",
            "possible instead: `tracker revoke latvia --on 2025-12-26`, `tracker defer latvia --on 2025-12-26`",
        ),
        (
            NOTICE_GIVEN,
            "2025-12-27 revoke",
            "`revoke` on 2025-12-27",
            "no `revoke` follows while the case is in effect (since 2025-12-27)",
            IN_EFFECT,
        ),
        (
            NOTICE_GIVEN,
            "2025-12-27 defer",
            "`defer` on 2025-12-27",
            "no `defer` follows while the case is in effect (since 2025-12-27)",
            IN_EFFECT,
        ),
        (
            CONFIRMED,
            "2026-01-26 effect",
            "`effect` on 2026-01-26",
            CONFIRMED_ALREADY,
            "possible instead: `tracker rejoin latvia --on 2026-01-26`",
        ),
        (
            "",
            "2025-05-01 revoke",
            "`revoke` on 2025-05-01",
            "no `revoke` follows while the case is not started",
            "possible instead: `tracker advance latvia --to ministry-analysis --on 2025-05-01`",
        ),
    ],
)
def test_refusal_says_why_and_what_may_follow(told: str, line: str, asked: str, why: str, hint: str) -> None:
    """One sentence for each reason there is, with the commands that the case would take on that day."""
    assert refused(case(told), line) == (f"latvia: {asked} is not possible, because {why}", hint)


@pytest.mark.rule(12, 27)
@pytest.mark.parametrize(
    ("clause", "line", "why"),
    [
        (MONTHS_6, "2025-07-01 defer", "the exit clause has no armed-conflict rule"),
        (
            CONFLICT_AT_NOTICE,
            "2025-07-01 defer",
            "the exit clause asks for a conflict on the day of the notice alone, 2025-06-27",
        ),
    ],
)
def test_refusal_names_what_the_clause_lacks(clause: ExitClause, line: str, why: str) -> None:
    """The clause decides whether a conflict defers anything."""
    message, hint = refused(case(NOTICE_GIVEN, clause), line)
    assert message == f"latvia: `defer` on 2025-07-01 is not possible, because {why}"
    assert hint == "possible instead: `tracker revoke latvia --on 2025-07-01`"


@pytest.mark.rule(5, 27)
def test_refusal_of_a_leap_tells_of_skip() -> None:
    """A later stage is reached with a reason why the stages between have no counterpart."""
    assert refused(case("2025-01-10 ministry-analysis"), "2025-05-01 draft-law") == (
        (
            "latvia: `draft-law` on 2025-05-01 is not possible, because `cabinet-directive` comes before `draft-law` "
            "and was neither reached nor skipped"
        ),
        (
            "possible instead: `tracker advance latvia --to cabinet-directive --on 2025-05-01`, "
            "`tracker reject latvia --on 2025-05-01`, `tracker suspend latvia --on 2025-05-01`, "
            '`tracker abandon latvia --on 2025-05-01`; or `--skip "WHY"`, where the stages between have no counterpart'
        ),
    )


@pytest.mark.rule(27)
def test_refusal_names_the_later_event_that_loses_its_ground() -> None:
    """The new event would be possible, were it not for what follows."""
    assert refused(case(NOTICE_GIVEN), "2025-05-26 reject") == (
        (
            "latvia: `reject` on 2025-05-26 is not possible, because `un-notification` of 2025-06-27 could not have "
            "followed: no `advance` follows while the case is rejected (since 2025-05-26)"
        ),
        (
            "no other action fits there; a step that is none of the six stages is recorded with "
            "`tracker milestone latvia --step NAME --on 2025-05-26`"
        ),
    )


@pytest.mark.rule(27)
def test_refusal_names_the_first_event_after_one_that_cannot_stand_itself() -> None:
    """Of those that change stage or condition; what may follow is told for the day that was asked for."""
    told = "2025-01-10 ministry-analysis\n2025-01-20 note border\n2025-02-10 suspend\n2025-03-10 resume"
    assert refused(case(told), "2025-01-15 draft-law") == (
        (
            "latvia: `draft-law` on 2025-01-15 is not possible, because `cabinet-directive` comes before `draft-law` "
            "and was neither reached nor skipped, with `suspend` of 2025-02-10 to come after it"
        ),
        (
            "possible instead: `tracker advance latvia --to cabinet-directive --on 2025-01-15`; "
            'or `--skip "WHY"`, where the stages between have no counterpart'
        ),
    )


def test_what_is_not_refused_is_a_fault_of_the_test() -> None:
    with pytest.raises(AssertionError, match="was not refused"):
        refused(case(BILL), "2025-05-01 suspend")
