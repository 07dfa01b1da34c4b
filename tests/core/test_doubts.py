"""What a careful editor would look into."""

from dataclasses import replace

import pytest

from tests.core.tell import LAW_PASSED, YEAR_LOCK, at, case
from tracker.core.case import Case
from tracker.core.clause import ExitClause
from tracker.core.day import parse_day
from tracker.core.doubts import doubts, path_doubts
from tracker.core.event import Result, Vote
from tracker.core.problem import Place, Severity

FULL = "body=Saeima source=https://a.example"


def sourced(told: str, clause: ExitClause | None = None) -> Case:
    """Return the case with a body and a source on every event, so that they are not missed."""
    lines = (f"{line} {FULL}" for line in told.splitlines() if line.strip())
    return case("\n".join(lines), clause) if clause else case("\n".join(lines))


def found(one: Case, day: str = "2025-05-01") -> list[tuple[str, str, Place, str | None]]:
    """Return rule, message, place, hint of each doubt."""
    seen = doubts(one, parse_day(day))
    assert all(doubt.severity is Severity.DOUBT and doubt.sound for doubt in seen)
    return [(doubt.rule, doubt.message, doubt.place, doubt.hint) for doubt in seen]


ANALYSIS = "2025-01-10 ministry-analysis"


@pytest.mark.rule(51)
def test_a_case_without_doubts_has_none() -> None:
    assert found(sourced(f"{ANALYSIS}\n2025-02-10 cabinet-directive")) == []
    assert found(case("")) == []


@pytest.mark.rule(51)
@pytest.mark.parametrize(
    ("told", "rule", "message", "place", "hint"),
    [
        (
            f'{ANALYSIS} {FULL} doubt="Two papers give 9 January."',
            "doubt",
            "Two papers give 9 January.",
            Place(0, "doubt"),
            None,
        ),
        (
            f"{ANALYSIS} body=Ministry",
            "no-source",
            "the event has no source",
            Place(0),
            "add an `[[event.source]]`",
        ),
        (
            f"{ANALYSIS} source=https://a.example",
            "no-body",
            "the event does not say who acted",
            Place(0),
            "add `body = …`",
        ),
        (
            f"2025-04-10 parliament-vote skip=no {FULL}",
            "no-tally",
            "parliament's final vote has no tally",
            Place(0),
            "add its numbers to `[event.vote]`, where they are published",
        ),
        (
            f"2025-04-10 parliament-vote skip=no vote=passed {FULL}",
            "no-tally",
            "parliament's final vote has no tally",
            Place(0),
            "add its numbers to `[event.vote]`, where they are published",
        ),
        (
            f"{ANALYSIS} skip=no {FULL}",
            "needless-skip",
            "`skip` gives a reason, but no stage is left out",
            Place(0, "skip"),
            None,
        ),
        (
            f"{ANALYSIS} {FULL}\n2025-05-02 cabinet-directive {FULL}",
            "later-than-today",
            "2025-05-02 is later than today, and the event is not planned",
            Place(1, "date"),
            "correct the day, or add `planned = true`",
        ),
        (
            f"{ANALYSIS} {FULL}\n2025-05 note border {FULL}",
            "later-than-today",
            "2025-05 is later than today, and the event is not planned",
            Place(1, "date"),
            "correct the day, or add `planned = true`",
        ),
        (
            f"{ANALYSIS} {FULL}\n2025-04-30 draft-law planned {FULL}",
            "overdue",
            "`draft-law` was planned for 2025-04-30, which has passed, and nothing settles it",
            Place(1, "date"),
            "record what happened with `tracker advance latvia --to draft-law --on DAY`, or take the plan out by hand",
        ),
        (
            f'{ANALYSIS} {FULL} summary="It was said."\n2025-02-10 note border {FULL} summary="It was said."',
            "same-summary",
            "the summary is the same as that of event 1 of the file",
            Place(1, "summary"),
            None,
        ),
    ],
)
def test_each_doubt_is_found_at_its_place(told: str, rule: str, message: str, place: Place, hint: str | None) -> None:
    """One at a time, with what to do about it where there is something."""
    assert found(case(told)) == [(rule, message, place, hint)]


@pytest.mark.rule(51)
@pytest.mark.parametrize(
    "told",
    [
        "2025-04-10 parliament-vote skip=no vote=66:14",
        "2025-05-10 parliament-vote planned",
        f"{ANALYSIS}\n2025-03-10 draft-law skip=no",
        f"{ANALYSIS}\n2025-05-01 cabinet-directive",
        f"{ANALYSIS}\n2025-05-01 draft-law planned",
    ],
)
def test_what_is_as_it_should_be_is_no_doubt(told: str) -> None:
    """A tally, a plan ahead, a skip of something, a fact of today."""
    assert found(sourced(told)) == []


@pytest.mark.rule(51)
def test_an_effect_needs_no_body() -> None:
    """Nobody acts: time does. A `skip` on it leaves nothing out."""
    told = f"2025-01-10 un-notification skip=no {FULL}\n2025-07-10 effect skip=no source=https://a.example"
    assert [rule for rule, *_ in found(case(told), "2025-07-10")] == ["needless-skip"]


@pytest.mark.rule(51)
@pytest.mark.parametrize(
    ("vote", "doubtful"),
    [
        (Vote(66, 34, required=67, result=Result.PASSED), True),
        (Vote(67, 33, required=67, result=Result.PASSED), False),
        (Vote(66, 34, required=67, result=Result.FAILED), False),
        (Vote(66, 34, required=67), False),
        (Vote(66, 34, required="two thirds", result=Result.PASSED), False),
        (Vote(required=67, result=Result.PASSED), False),
        (None, False),
    ],
)
def test_a_vote_that_passed_with_too_few_is_a_doubt(vote: Vote | None, *, doubtful: bool) -> None:
    """Where both numbers are known; the result is what the editor wrote."""
    one = sourced(ANALYSIS)
    one = replace(one, events=(replace(one.events[0], vote=vote),))
    message = "the vote passed with 66 in favour though 67 were required"
    assert found(one) == ([("below-required", message, Place(0, "yes", "vote"), None)] if doubtful else [])


@pytest.mark.rule(51)
@pytest.mark.parametrize(
    ("vote", "message", "key", "hint"),
    [
        (
            Vote(14, 66, result=Result.FAILED),
            "the vote is recorded as failed, and yet as parliament's agreement",
            "result",
            "a vote that was lost is a `reject`, or a `milestone` where another is to follow",
        ),
        (Vote(14, 66), "parliament agreed with 14 in favour though 66 were against", "yes", "look it up again"),
        (Vote(66, 66), None, None, None),
        (Vote(66), None, None, None),
    ],
)
def test_an_agreement_by_a_lost_vote_is_a_doubt(
    vote: Vote, message: str | None, key: str | None, hint: str | None
) -> None:
    """A tie may have been decided otherwise; a lost vote on a milestone is as it is."""
    one = sourced("2025-04-10 parliament-vote skip=no\n2025-04-11 milestone Reading")
    one = replace(one, events=(replace(one.events[0], vote=vote), replace(one.events[1], vote=Vote(1, 2))))
    assert found(one) == ([("lost-vote", message, Place(0, key, "vote"), hint)] if message else [])


@pytest.mark.rule(51)
@pytest.mark.parametrize(
    ("lines", "day", "silent"),
    [
        ("", "2025-07-08", False),
        ("", "2025-07-09", True),
        ("2025-01-11 note checked", "2025-07-09", False),
        ("2025-01-11 suspend", "2025-07-10", True),
        ("2025-01-11 reject", "2025-07-10", False),
        ("2025-01-09 note border", "2025-07-09", True),
    ],
)
def test_a_running_path_of_which_nothing_is_heard_is_a_doubt(lines: str, day: str, *, silent: bool) -> None:
    """After 180 days; a note that somebody looked ends the silence."""
    rules = [rule for rule, *_ in found(sourced(f"{ANALYSIS}\n{lines}"), day)]
    assert rules == (["silence"] if silent else [])


@pytest.mark.rule(51)
def test_silence_is_told_with_the_command_that_ends_it() -> None:
    """At the last event."""
    assert found(sourced(f"{ANALYSIS}\n2025-01-09 note border"), "2025-12-31") == [
        (
            "silence",
            "nothing is recorded since 2025-01-10, 355 days ago",
            Place(0, "date"),
            "record what moved, or that nothing did: `tracker note latvia --topic checked --on 2025-12-31`",
        )
    ]


@pytest.mark.rule(51)
def test_the_command_names_the_case_as_a_shell_takes_it() -> None:
    """An id is the name of a file, and may hold what a shell would run."""
    one = replace(sourced(f"{ANALYSIS}\n2025-01-09 note border"), id="$(touch pwned)")
    assert [hint for *_, hint in found(one, "2025-12-31")] == [
        "record what moved, or that nothing did: `tracker note '$(touch pwned)' --topic checked --on 2025-12-31`"
    ]


@pytest.mark.rule(23, 51)
def test_what_is_not_sure_about_the_effective_date_is_a_doubt_of_the_notice() -> None:
    """As long as the notice stands."""
    told = f"{ANALYSIS}\n2025-06-27 un-notification skip=no announced=2025-12-28"
    message = "the depositary announced 2025-12-28 as the effective date; by the exit clause it would be 2025-12-27"
    assert found(sourced(told), "2025-07-01") == [("effective-date", message, Place(1, "date"), None)]
    assert found(sourced(f"{told}\n2025-06-28 revoke"), "2025-07-01") == []


@pytest.mark.rule(18, 24, 51)
def test_a_withdrawal_that_must_be_in_effect_by_now_is_a_doubt() -> None:
    """Once the latest day that the effect can be has come, and until an event says when it was."""
    told = f"{ANALYSIS}\n2025-06 un-notification skip=no"
    message = "the withdrawal must have taken effect by 2025-12-30, and no event says on which day it did"
    assert found(sourced(told), "2025-12-26") == []
    assert ("effective-date", message, Place(1, "date"), None) in found(sourced(told), "2025-12-30")
    assert found(sourced(f"{told}\n2025-12-10 effect"), "2025-12-30") == []
    assert found(sourced(f"{told}\n2025-12-10 revoke"), "2025-12-30") == []


@pytest.mark.rule(13, 18, 51)
@pytest.mark.parametrize(
    ("notice", "ended", "latest"),
    [
        ("2025-01-01/2025-01-10", "2025-07-05", "2025-07-10"),
        ("2025-01-01/2025-01-10", "2025-07-05/2025-07-20", "2025-07-20"),
        ("2025-01-01", "2025-07-05/2025-07-20", "2025-07-20"),
    ],
)
def test_after_a_conflict_the_latest_day_is_that_of_the_later(notice: str, ended: str, latest: str) -> None:
    """The latest that the period can end, or the conflict's last possible day."""
    one = sourced(f"{notice} un-notification skip=no\n2025-03-01 defer\n{ended} conflict-ended")
    doubts = [message for rule, message, *_ in found(one, "2025-07-20") if rule == "effective-date"]
    assert doubts == [f"the withdrawal must have taken effect by {latest}, and no event says on which day it did"]


@pytest.mark.rule(13, 20)
def test_where_no_bound_is_known_none_is_passed() -> None:
    """A notice that came too early: nothing says when its effect must have come."""
    one = case(f"{ANALYSIS} {FULL}\n2025-06 un-notification skip=no {FULL}", YEAR_LOCK, in_force="2025-01-01")
    doubts = [message for rule, message, *_ in found(one, "2026-12-30") if rule == "effective-date"]
    assert [text.split(",")[0] for text in doubts] == ["the notice came before 2026-01-01"]


@pytest.mark.rule(51)
def test_doubts_are_told_in_the_order_of_the_events() -> None:
    """Whatever kind they are of."""
    told = f'{ANALYSIS} skip=no {FULL}\n2025-02-10 cabinet-directive\n2025-02-20 note law {FULL} doubt="Is it?"'
    assert [(rule, place.event) for rule, _, place, _ in found(case(told))] == [
        ("needless-skip", 0),
        ("no-source", 1),
        ("no-body", 1),
        ("doubt", 2),
    ]


@pytest.mark.rule(36, 51)
def test_a_standing_carries_the_doubts_that_follow_from_its_path() -> None:
    """Of the events that count by its day: the notice's, needless skips, days to come, overdue plans."""
    told = f"""
        {ANALYSIS} skip=no
        2025-02-10 milestone Hearing planned
        {LAW_PASSED.replace(ANALYSIS, "")}
        2025-06-27 un-notification
        2026-12-01 milestone Statement
    """
    one = case(told, YEAR_LOCK)

    def seen(day: str) -> list[str]:
        standing = at(one, day)
        return [text.split(" (")[0] for text in path_doubts(one, standing.replay, standing.as_of, standing.today)]

    needless = "`skip` gives a reason, but no stage is left out"
    overdue = "`Hearing` was planned for 2025-02-10, which has passed, and nothing settles it"
    assert seen("2025-01-09") == []
    assert seen("2025-02-10") == [needless]
    assert seen("2025-06-26") == [needless, overdue]
    assert seen("2025-06-27") == ["whether the notice could be given yet", needless, overdue]
    assert seen("2026-12-01")[2:] == ["2026-12-01 is later than today, and the event is not planned", overdue]
