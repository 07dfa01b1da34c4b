"""Whether a case can take an action at all, what `advance` means without a stage, what a draft leaves unsaid."""

import pytest

from tests.core.tell import (
    BILL,
    CONFLICT_AT_NOTICE,
    END_OF_DAY,
    LAW_PASSED,
    NOTICE_GIVEN,
    TODAY,
    case,
    event,
)
from tracker.core.case import Case
from tracker.core.day import parse_day
from tracker.core.errors import Refused
from tracker.core.event import Action
from tracker.core.recording import check_possible, last_staged, needs_skip, next_stage
from tracker.core.stage import Stage


def impossible(one: Case, action: Action, stage: Stage | None = None) -> tuple[str, str | None] | None:
    """Return message and hint where the case takes the action on no day; None where it does on some."""
    try:
        check_possible(one, action, stage, TODAY)
    except Refused as refusal:
        return refusal.message, refusal.hint
    return None


@pytest.mark.rule(28)
@pytest.mark.parametrize(
    ("told", "action", "stage"),
    [
        (NOTICE_GIVEN, Action.REVOKE, None),  # until 26 December 2025, long past
        (NOTICE_GIVEN, Action.DEFER, None),
        (NOTICE_GIVEN, Action.ADVANCE, Stage.EFFECT),
        (NOTICE_GIVEN, Action.ADVANCE, None),
        (f"{LAW_PASSED}\n2025-05-01 return draft-law", Action.RETURN, None),
        (f"{BILL}\n2025-05-01 reject", Action.REOPEN, Stage.DRAFT_LAW),
        ("2025-01-10 ministry-analysis", Action.ADVANCE, Stage.UN_NOTIFICATION),  # with a `skip` still to come
        (f"{BILL}\n2025-05-01 reject\n2025-06-01 reopen draft-law", Action.ABANDON, None),
        ("", Action.ADVANCE, Stage.MINISTRY_ANALYSIS),
        (BILL, Action.MILESTONE, None),
        (BILL, Action.NOTE, None),
    ],
)
def test_an_action_that_is_possible_on_some_day_is_possible(told: str, action: Action, stage: Stage | None) -> None:
    """Before anything that is missing is asked for; a late fact is looked for on every day that differs."""
    assert impossible(case(told), action, stage) is None


@pytest.mark.rule(28)
def test_the_one_day_on_which_an_action_is_possible_is_found() -> None:
    """A conflict on the notice's day; a return in the one day before the notice was given."""
    assert impossible(case(NOTICE_GIVEN, CONFLICT_AT_NOTICE), Action.DEFER) is None
    told = "2025-01-01 ministry-analysis\n2025-02-01 reject\n2025-02-03 reopen ministry-analysis"
    assert impossible(case(told), Action.ABANDON) is None


@pytest.mark.rule(16, 28)
def test_the_day_after_an_end_of_day_effect_is_looked_at() -> None:
    """Rejoining is possible from then on."""
    one = case(f"{LAW_PASSED}\n2025-06-27 un-notification", END_OF_DAY)
    check_possible(one, Action.REJOIN, None, parse_day("2025-12-28"))
    with pytest.raises(Refused):
        check_possible(one, Action.REJOIN, None, parse_day("2025-12-27"))


@pytest.mark.rule(28)
@pytest.mark.parametrize(
    ("told", "action", "stage", "why", "hint"),
    [
        (
            "",
            Action.RETURN,
            None,
            "`return` is not possible, because no `return` follows while the case is not started",
            "possible instead: `tracker advance latvia --to ministry-analysis --on DAY`",
        ),
        (
            "2025-01-10 ministry-analysis",
            Action.RETURN,
            None,
            "`return` is not possible, because no stage is there to which `return` could lead",
            (
                "possible instead: `tracker advance latvia --to cabinet-directive --on DAY`, "
                "`tracker reject latvia --on DAY`, `tracker suspend latvia --on DAY`, `tracker abandon latvia --on DAY`"
            ),
        ),
        (
            LAW_PASSED,
            Action.ADVANCE,
            Stage.EFFECT,
            "`effect` is not possible, because a withdrawal takes effect only after its notice",
            (
                "possible instead: `tracker advance latvia --to un-notification --on DAY`, "
                "`tracker return latvia --to draft-law --on DAY`, `tracker reject latvia --on DAY`, "
                "`tracker suspend latvia --on DAY`, `tracker abandon latvia --on DAY`"
            ),
        ),
        (
            f"{NOTICE_GIVEN}\n2026-02-01 rejoin",
            Action.ADVANCE,
            Stage.DRAFT_LAW,
            "`draft-law` is not possible, because no `advance` follows while the case is rejoined (since 2026-02-01)",
            "the path has ended; a new one is a second case: `tracker new LV --treaty ottawa`",
        ),
    ],
)
def test_an_action_that_is_possible_on_no_day_is_refused(
    told: str, action: Action, stage: Stage | None, why: str, hint: str
) -> None:
    """Without a day, since none would do; the reason is today's."""
    assert impossible(case(told), action, stage) == (f"latvia: {why}", hint)


@pytest.mark.rule(28)
def test_what_only_a_later_event_forbids_is_refused_for_it() -> None:
    """A file may hold facts of days to come: today's state would take the action, the history would not."""
    told = "2025-01-10 ministry-analysis\n2025-01-10 cabinet-directive\n2027-01-10 draft-law"
    assert impossible(case(told), Action.REJECT) == (
        "latvia: `reject` is not possible, because what is recorded later could not have followed",
        (
            "no other action fits there; a step that is none of the six stages is recorded with "
            "`tracker milestone latvia --step NAME --on DAY`"
        ),
    )


@pytest.mark.rule(28)
@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("", Stage.MINISTRY_ANALYSIS),
        (BILL, Stage.PARLIAMENT_VOTE),
        (f"{BILL}\n2025-05-01 suspend", Stage.PARLIAMENT_VOTE),
        (f"{BILL}\n2025-05-01 reject", None),
        (f"{LAW_PASSED}\n2026-11-01 un-notification", Stage.EFFECT),
        (f"{NOTICE_GIVEN}\n2025-08-01 defer", Stage.EFFECT),
        (f"{NOTICE_GIVEN}\n2025-08-01 revoke", None),
        (NOTICE_GIVEN, Stage.EFFECT),
        (f"{NOTICE_GIVEN}\n2025-12-27 effect", None),
    ],
)
def test_advance_without_a_stage_means_the_next_of_today(told: str, stage: Stage | None) -> None:
    """In effect, a confirmation that is still missing; nothing where nothing is left."""
    assert next_stage(case(told), TODAY) is stage


@pytest.mark.rule(28)
@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2025-01-10 milestone Hearing", None),
        (f"{BILL}\n2025-05-01 suspend\n2025-06-01 note law", "2025-03-10"),
        (f"{BILL}\n2025-05-01/2025-05-20 return cabinet-directive", "2025-05-01"),
        (f"{BILL}\n2027-05-01 parliament-vote planned", "2025-03-10"),
    ],
)
def test_the_last_change_of_stage_is_known(told: str, day: str | None) -> None:
    """By its earliest day: before it, an `advance` must name its stage."""
    assert last_staged(case(told)) == (parse_day(day) if day else None)


@pytest.mark.parametrize(
    ("line", "needs"),
    [
        ("2025-06-01 un-notification", True),
        ("2025-06-01 parliament-vote", False),
        ("2025-02-01 un-notification", False),  # before the bill, which could not follow then
        ("2025-06-01 effect", False),
        ("2025-06-01 reject", False),
    ],
)
def test_whether_a_word_on_the_stages_passed_over_would_do(line: str, needs: bool) -> None:  # noqa: FBT001
    assert needs_skip(case(BILL), event(line)) == needs
