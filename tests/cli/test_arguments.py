"""What is typed is read exactly, or answered with the form to write."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.cli import arguments
from tracker.core.day import on
from tracker.core.errors import WrongUsage
from tracker.core.event import Source, Vote
from tracker.core.stage import Stage
from tracker.core.state import Condition

TODAY = date(2026, 11, 23)


def _refusal(error: pytest.ExceptionInfo[WrongUsage]) -> tuple[str, str | None]:
    assert error.value.exit_code == 2
    return error.value.message, error.value.hint


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-04-16", date(2025, 4, 16), date(2025, 4, 16)),
        ("today", TODAY, TODAY),
        ("yesterday", date(2026, 11, 22), date(2026, 11, 22)),
        ("2025-05", date(2025, 5, 1), date(2025, 5, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-04-24/2025-05-12", date(2025, 4, 24), date(2025, 5, 12)),
    ],
)
def test_a_day_or_a_span(text: str, earliest: date, latest: date) -> None:
    when = arguments.when(text, TODAY)
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "04/05/2025",
            "`04/05/2025` is not a date: it could mean 2025-05-04 or 2025-04-05",
            "write the day as YYYY-MM-DD, such as 2025-04-16",
        ),
        (
            "20250416",
            "`20250416` is not a date: it is not a day in the form YYYY-MM-DD",
            "write the day as YYYY-MM-DD, such as 2025-04-16",
        ),
        (
            "2025-W16-3",
            "`2025-W16-3` is not a date: it is not a day in the form YYYY-MM-DD",
            "write the day as YYYY-MM-DD, such as 2025-04-16",
        ),
        (
            "2025-02-30",
            "`2025-02-30` is not a date: there is no such day in the calendar",
            "write a day that exists",
        ),
        (
            "2025-05-12/2025-04-24",
            "`2025-05-12/2025-04-24` is not a date: the span is turned round",
            "write the earlier day first: 2025-04-24/2025-05-12",
        ),
    ],
)
def test_what_is_no_day(text: str, message: str, hint: str) -> None:
    with pytest.raises(WrongUsage) as error:
        arguments.when(text, TODAY)
    assert _refusal(error) == (message, hint)


UNTIL = date(2025, 8, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-06-30", date(2025, 6, 30)),
        ("today", TODAY),
        ("yesterday", date(2026, 11, 22)),
        ("1d", date(2025, 8, 30)),
        ("30d", date(2025, 8, 1)),
        ("4w", date(2025, 8, 3)),
        ("1m", date(2025, 7, 31)),
        ("6m", date(2025, 2, 28)),
        ("18m", date(2024, 2, 29)),
        ("0d", UNTIL),
    ],
)
def test_since_a_day_or_so_long_before_the_last_one(text: str, day: date) -> None:
    """Months are taken off in one step; where the month has no such day, its last day counts."""
    assert arguments.since(text, UNTIL, TODAY) == day


@pytest.mark.parametrize("text", ["-30d", "30 d", "30D", "30y", "m", "1.5m", "monday", "", "\uff130d"])
def test_since_nothing_else(text: str) -> None:
    with pytest.raises(WrongUsage) as error:
        arguments.since(text, UNTIL, TODAY)
    message, hint = _refusal(error)
    assert message == f"`{text}` is not a date: it is not a day in the form YYYY-MM-DD"
    assert hint == "write the day as YYYY-MM-DD, such as 2025-04-16, or how long before: 30d, 4w, 6m"


@pytest.mark.parametrize("text", ["999999d", "999999w", "24300m", "999999m"])
def test_since_before_the_calendar_begins(text: str) -> None:
    with pytest.raises(WrongUsage) as error:
        arguments.since(text, UNTIL, TODAY)
    assert _refusal(error) == (
        f"`--since {text}` lies before the first day of the calendar",
        "write a smaller number, or a day as YYYY-MM-DD",
    )


def test_today_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert arguments.look(None) == arguments.Look(TODAY, TODAY)
    assert arguments.look("2025-05-01") == arguments.Look(date(2025, 5, 1), TODAY)
    monkeypatch.setenv("TRACKER_TODAY", "1.5.2025")
    with pytest.raises(WrongUsage) as error:
        arguments.today()
    assert _refusal(error)[0] == "TRACKER_TODAY: `1.5.2025` is not a date: it could mean 2025-05-01 or 2025-01-05"
    monkeypatch.delenv("TRACKER_TODAY")
    assert abs(arguments.today() - date.today()).days <= 1  # noqa: DTZ011 - midnight may come between


@pytest.mark.parametrize(
    ("tally", "vote"),
    [
        ("66:14", Vote(66, 14)),
        ("66:14:2", Vote(66, 14, 2)),
        ("yes=66,no=14", Vote(66, 14)),
        ("yes=66, not_voting=3, members=100", Vote(66, not_voting=3, members=100)),
    ],
)
def test_a_tally(tally: str, vote: Vote) -> None:
    assert arguments.vote(tally, None, None, None) == vote


def test_a_vote_can_be_its_result_alone() -> None:
    assert arguments.vote(None, None, None, None) is None
    assert arguments.vote(None, None, None, "passed") == Vote(result="passed")  # type: ignore[arg-type]
    assert arguments.vote("66:14", "the agenda", "51", None) == Vote(66, 14, on="the agenda", required=51)
    assert arguments.vote(None, None, "two thirds", None) == Vote(required="two thirds")


@pytest.mark.parametrize(
    ("tally", "part"),
    [("66-14", "66-14"), ("66:x", "66:x"), ("yes=66,nay=14", "nay=14"), ("yes=1,yes=2", "yes=2"), ("yes=-1", "yes=-1")],
)
def test_a_tally_that_is_misspelt(tally: str, part: str) -> None:
    with pytest.raises(WrongUsage) as error:
        arguments.vote(tally, None, None, None)
    assert _refusal(error) == (
        f"`{tally}` is not a tally: `{part}` is not understood",
        "write `--vote 66:14:2` (yes:no:abstain) or `--vote yes=66,no=14,abstain=2,not_voting=3,members=100`",
    )


def test_a_stage_by_id_or_label() -> None:
    assert arguments.stage(None) is None
    assert arguments.stage("Draft-Law") is Stage.DRAFT_LAW
    assert arguments.stage("draft law") is Stage.DRAFT_LAW
    with pytest.raises(WrongUsage) as error:
        arguments.stage("draft-lav")
    assert _refusal(error) == ("there is no stage `draft-lav`", "did you mean `draft-law`?")
    with pytest.raises(WrongUsage) as error:
        arguments.stage("zzz")
    assert _refusal(error)[1] == f"the stages are: {', '.join(Stage)}"


def test_a_condition_by_id_or_label() -> None:
    assert arguments.choice("notice running", Condition, "condition") is Condition.NOTICE_RUNNING
    with pytest.raises(WrongUsage) as error:
        arguments.choice("in-efect", Condition, "condition")
    assert _refusal(error) == ("there is no condition `in-efect`", "did you mean `in-effect`?")


def test_an_address_needs_its_scheme() -> None:
    assert arguments.address("https://saeima.lv/x?y=1#z") == "https://saeima.lv/x?y=1#z"
    for text in ("www.saeima.lv/x", "ftp://www.saeima.lv/x", "//www.saeima.lv/x"):
        with pytest.raises(WrongUsage) as error:
            arguments.address(text)
        assert _refusal(error) == (
            f"`{text}` is not a web address that begins with http:// or https://",
            "write it in full, such as `https://www.saeima.lv/x`",
        )


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "mailto:a@saeima.lv", "saeima", "file:///etc/x.html", "C:\\x.pdf"]
)
def test_what_is_none_is_not_made_one(text: str) -> None:
    with pytest.raises(WrongUsage) as error:
        arguments.address(text)
    assert _refusal(error)[1] == "copy it from the page itself"


def test_the_nth_title_belongs_to_the_nth_source() -> None:
    found = arguments.sources(["https://a.example/", "https://b.example/"], ["A", "B", "C"], ["House"], TODAY)
    assert found == (
        Source("https://a.example/", "A", "House", on(TODAY)),
        Source("https://b.example/", "B", None, on(TODAY)),
        Source(None, "C", None, on(TODAY)),
    )
    with pytest.raises(WrongUsage) as error:
        arguments.sources([], [], ["House"], TODAY)
    assert _refusal(error)[0] == "there are more `--publisher` than sources"
