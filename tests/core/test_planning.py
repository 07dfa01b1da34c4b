"""Facts lie behind and plans ahead; what is wrong with a wish comes before what is missing."""

import pytest

from tests.core.tell import BILL, LAW_PASSED, NOTICE_GIVEN, case, decided, event, refused
from tracker.core.errors import Refused, Several, WrongUsage


@pytest.mark.rule(35)
@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "2026-11-24 parliament-vote",
            "`parliament-vote` on 2026-11-24 is not possible, because 2026-11-24 is later than today, 2026-11-23",
            "what is announced is a plan: `tracker advance latvia --to parliament-vote --on 2026-11-24 --planned`",
        ),
        (
            "2026-11 milestone Reading",
            "`milestone` on 2026-11 is not possible, because 2026-11 ends later than today, 2026-11-23",
            "what is announced is a plan: `tracker milestone latvia --step Reading --on 2026-11 --planned`",
        ),
        (
            "2026-12-01 reject",
            "`reject` on 2026-12-01 is not possible, because 2026-12-01 is later than today, 2026-11-23",
            "what has happened by today: `tracker reject latvia --on 2026-11-23`",
        ),
        (
            "2026-12-01 effect",
            "`effect` on 2026-12-01 is not possible, because 2026-12-01 is later than today, 2026-11-23",
            (
                "possible instead: `tracker advance latvia --to parliament-vote --on 2026-11-23`, "
                "`tracker return latvia --to cabinet-directive --on 2026-11-23`, "
                "`tracker reject latvia --on 2026-11-23`, `tracker suspend latvia --on 2026-11-23`, "
                "`tracker abandon latvia --on 2026-11-23`"
            ),
        ),
        (
            "2026-12-01 note law",
            "`note` on 2026-12-01 is not possible, because 2026-12-01 is later than today, 2026-11-23",
            "what has happened by today: `tracker note latvia --topic law --on 2026-11-23`",
        ),
        (
            "2026-11-23 parliament-vote planned",
            (
                "planned `parliament-vote` on 2026-11-23 is not possible, because a plan is for a day to come, "
                "and 2026-11-23 is no later than today, 2026-11-23"
            ),
            (
                "what has happened is recorded without `--planned`: "
                "`tracker advance latvia --to parliament-vote --on 2026-11-23`"
            ),
        ),
        (
            "2026-10 milestone Reading planned",
            (
                "planned `milestone` on 2026-10 is not possible, because a plan is for a day to come, "
                "and 2026-10 ends no later than today, 2026-11-23"
            ),
            "what has happened is recorded without `--planned`: `tracker milestone latvia --step Reading --on 2026-10`",
        ),
    ],
)
def test_facts_lie_behind_and_plans_ahead(line: str, message: str, hint: str) -> None:
    """A day that no case could take is wrong usage."""
    assert refused(case(BILL), line) == (f"latvia: {message}", hint)
    with pytest.raises(WrongUsage):
        decided(case(BILL), line)


@pytest.mark.rule(35)
@pytest.mark.parametrize(
    ("told", "why", "hint"),
    [
        (
            BILL,
            "a plan lies ahead of the present stage, `draft-law`, and `draft-law` does not",
            "possible instead: `tracker advance latvia --to parliament-vote --on 2027-01-10 --planned`",
        ),
        (
            f"{LAW_PASSED}\n2026-11-01 un-notification",
            "a plan lies ahead of the present stage, `un-notification`, and `draft-law` does not",
            "a step is planned with `tracker milestone latvia --step NAME --on 2027-01-10 --planned`",
        ),
        (
            NOTICE_GIVEN,
            "a plan lies ahead of the present stage, `effect`, and `draft-law` does not",
            "a step is planned with `tracker milestone latvia --step NAME --on 2027-01-10 --planned`",
        ),
    ],
)
def test_a_planned_stage_lies_ahead_of_the_present_one(told: str, why: str, hint: str) -> None:
    """It is the path that does not allow another."""
    line = "2027-01-10 draft-law planned"
    assert refused(case(told), line) == (
        f"latvia: planned `draft-law` on 2027-01-10 is not possible, because {why}",
        hint,
    )
    with pytest.raises(Refused):
        decided(case(told), line)


@pytest.mark.rule(35)
@pytest.mark.parametrize(
    "line", ["2027-01-10 parliament-vote planned", "2026-11 milestone Reading planned", "2027 un-notification planned"]
)
def test_a_plan_is_recorded_as_it_is(line: str) -> None:
    """Also one for a span that has begun, or for a stage further ahead."""
    assert decided(case(BILL), line) == event(line)


@pytest.mark.rule(26)
def test_a_possible_event_is_recorded_as_it_is() -> None:
    """On the day itself, too."""
    assert decided(case(BILL), "2026-11-23 parliament-vote") == event("2026-11-23 parliament-vote")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "2027-01-01 draft-law given=2025-01-01",
            "`given` belongs on an `advance` to `un-notification`, not on an `advance` to `draft-law`",
            "leave out `--given`",
        ),
        (
            "2025-06-27 un-notification announced=2025-01-01",
            "`announced`: 2025-01-01 lies before the notice itself, 2025-06-27",
            "correct one of the two days",
        ),
        ("2025-06-27 milestone", "a `milestone` needs `step`", "add a line `step = …` to the event"),
        ("2026-12-24 milestone", "`milestone` on 2026-12-24 is not possible", "what is announced is a plan"),
    ],
)
def test_what_is_wrong_comes_before_what_is_missing(line: str, message: str, hint: str) -> None:
    """A wrong key first, then a wrong day, then a missing key, then the path."""
    told = refused(case(LAW_PASSED), line)
    assert told[0].removeprefix("latvia: ").startswith(message)
    assert (told[1] or "").startswith(hint)


def test_all_wrong_keys_are_told_at_once() -> None:
    """Each with its own sentence."""
    with pytest.raises(Several) as refusal:
        decided(case(LAW_PASSED), "2025-06-27 revoke given=2025-01-01 skip=no")
    assert [error.message.split(" belongs")[0] for error in refusal.value.errors] == ["`skip`", "`given`"]
    assert refusal.value.exit_code == 2
