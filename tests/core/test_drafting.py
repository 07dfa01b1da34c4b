"""What a draft leaves unsaid: the stage that is meant, the keys that are missing."""

from dataclasses import replace

import pytest

from tests.core.tell import (
    BILL,
    LAW_PASSED,
    NOTICE_GIVEN,
    TODAY,
    case,
    event,
)
from tracker.core.case import Case
from tracker.core.drafting import Draft, complete, lacks
from tracker.core.errors import Several, TrackerError


def completed(line: str, *cases: Case, dated: bool = True) -> str:
    """Return what an `advance` of a day, or a line without its needed key, is completed to."""
    bare = event(line)
    done = complete(Draft(bare, dated=dated), cases, TODAY)
    return f"{done.date.text} {done.action} {done.stage}"


def unsaid(line: str, *cases: Case, dated: bool = True) -> tuple[str, str | None]:
    """Return message and hint of the refusal to complete a line."""
    with pytest.raises(TrackerError) as refusal:
        completed(line, *cases, dated=dated)
    return refusal.value.message, refusal.value.hint


@pytest.mark.rule(28)
def test_a_draft_is_completed_with_the_stage_that_comes_next() -> None:
    """For one case or for several that stand alike; a named stage stays."""
    one, other = case(LAW_PASSED), replace(case(LAW_PASSED), id="estonia")
    assert completed("2025-06-27 advance", one, other) == "2025-06-27 advance un-notification"
    assert completed("2025-06-27 return draft-law", one) == "2025-06-27 return draft-law"
    assert completed("2027-06-27 advance planned", one) == "2027-06-27 advance un-notification"


@pytest.mark.rule(28)
def test_cases_that_stand_apart_have_no_stage_in_common() -> None:
    """It must be named."""
    other = replace(case(BILL), id="estonia")
    assert unsaid("2025-06-27 advance", case(LAW_PASSED), other) == (
        "the next stage is not the same for all: latvia `un-notification`, estonia `parliament-vote`",
        "name the stage with `--to STAGE`",
    )


@pytest.mark.rule(28)
@pytest.mark.parametrize(
    ("told", "why", "hint"),
    [
        (
            f"{NOTICE_GIVEN}\n2025-12-27 effect",
            "no stage is left to reach",
            "possible instead: `tracker rejoin latvia --on DAY`",
        ),
        (
            "2025-01-10 ministry-analysis\n2025-02-10 reject",
            "no `advance` follows while the case is rejected (since 2025-02-10)",
            (
                "possible instead: `tracker abandon latvia --on DAY`, "
                "`tracker reopen latvia --to ministry-analysis --on DAY`"
            ),
        ),
    ],
)
def test_where_no_stage_is_left_it_is_said_what_may_follow(told: str, why: str, hint: str) -> None:
    """Each of several cases is refused by itself."""
    one = case(told)
    assert unsaid("2026-06-27 advance", one) == (f"latvia: `advance` is not possible, because {why}", hint)
    with pytest.raises(Several) as refusal:
        completed("2026-06-27 advance", one, replace(one, id="estonia"))
    assert refusal.value.exit_code == 4


@pytest.mark.rule(28)
def test_what_cannot_be_comes_before_what_is_missing() -> None:
    """No day is asked for where none would do."""
    one = case(BILL)
    why = "no `revoke` follows while the case is in progress (since 2025-01-10)"
    assert unsaid("2025-06-27 revoke", one, dated=False)[0] == f"latvia: `revoke` is not possible, because {why}"
    assert unsaid("2025-06-27 advance", one, dated=False) == (
        "`advance` needs `--on DAY`",
        "`tracker advance latvia --to parliament-vote --on DAY`, with the day on which it happened, such as 2025-04-16",
    )


EARLIER = "ministry-analysis, cabinet-directive, draft-law, parliament-vote"


@pytest.mark.parametrize(
    ("line", "needs", "form"),
    [
        ("2025-06-27 return", "`--to STAGE`", f"return latvia --to STAGE --on 2025-06-27`, with a stage: {EARLIER}"),
        ("2025-06-27 milestone", "`--step NAME`", "milestone latvia --step NAME --on 2025-06-27`"),
        ("2025-06-27 note", "`--topic TOPIC`", "note latvia --topic TOPIC --on 2025-06-27`"),
    ],
)
def test_what_is_missing_is_named_with_the_whole_command(line: str, needs: str, form: str) -> None:
    """What was given already stands in it."""
    action = line.split()[1]
    assert unsaid(line, case(LAW_PASSED)) == (f"`{action}` needs {needs}", f"`tracker {form}")
    assert unsaid(line, case(LAW_PASSED), dated=False)[0] == f"`{action}` needs {needs} and `--on DAY`"


def test_what_was_given_stands_in_the_command_to_type() -> None:
    """A step is quoted, a topic is not."""
    assert (unsaid("2025-06-27 milestone 'First reading'", case(BILL), dated=False)[1] or "").startswith(
        "`tracker milestone latvia --step 'First reading' --on"
    )
    assert (unsaid("2025-06-27 note law", case(BILL), dated=False)[1] or "").startswith(
        "`tracker note latvia --topic law --on"
    )


@pytest.mark.rule(28)
def test_a_late_fact_names_its_stage() -> None:
    """The next stage of today would be guessed for a day on which another came next."""
    assert unsaid("2025-03-09 advance", case(BILL)) == (
        "latvia: 2025-03-09 lies before 2025-03-10, when the stage last changed, so the stage must be named",
        "add `--to STAGE`",
    )
    assert completed("2025-03-09 suspend", case(BILL)) == "2025-03-09 suspend None"
    assert completed("2025-03-10 advance", case(BILL)) == "2025-03-10 advance parliament-vote"
    assert completed("2025-06-27 advance", case("2025-03-01 note border")) == "2025-06-27 advance ministry-analysis"


@pytest.mark.rule(28)
def test_a_plan_is_not_asked_whether_it_could_be_a_fact() -> None:
    """Only its day is missing."""
    one = case(f"{BILL}\n2025-05-01 reject")
    assert unsaid("2027-01-10 un-notification planned", one, dated=False)[0] == "`advance` needs `--on DAY`"


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ("2025-06-27 advance", False),
        ("2025-06-27 suspend", False),
        ("2025-06-27 return", True),
        ("2025-06-27 note", True),
    ],
)
def test_whether_something_lacks_that_only_an_editor_knows(line: str, lacking: bool) -> None:  # noqa: FBT001
    """The stage that `advance` leaves out is the next; a day nobody can guess."""
    assert lacks(Draft(event(line), dated=True)) == lacking
    assert lacks(Draft(event(line), dated=False))


NOT_AHEAD = "a plan lies ahead of the present stage, `parliament-vote`, and `draft-law` does not"


@pytest.mark.parametrize(
    ("line", "why", "hint"),
    [
        (
            "2027-01-10 draft-law planned",
            f"latvia: planned `draft-law` is not possible, because {NOT_AHEAD}",
            "possible instead: `tracker advance latvia --to un-notification --on DAY --planned`",
        ),
        (
            "2027-01-10 effect planned",
            "`planned`: an effect cannot be planned: it follows from the notice",
            "record the notice",
        ),
    ],
)
def test_a_plan_that_cannot_be_is_told_before_its_day_is_missed(line: str, why: str, hint: str) -> None:
    assert unsaid(line, case(LAW_PASSED), dated=False) == (why, hint)


def test_a_key_in_the_wrong_place_is_told_before_what_is_missing() -> None:
    """What is measured by the day waits for the day."""
    given = replace(event("2026-11-23 draft-law"), given=TODAY)
    with pytest.raises(TrackerError, match="`given` belongs on an `advance` to `un-notification`"):
        complete(Draft(given, dated=False), [case(BILL)], TODAY)
    notice = replace(event("2025-06-27 un-notification"), given=TODAY)
    with pytest.raises(TrackerError, match="`advance` needs `--on DAY`"):
        complete(Draft(notice, dated=False), [case(LAW_PASSED)], TODAY)
