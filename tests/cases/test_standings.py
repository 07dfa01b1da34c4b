"""Where each shipped case stood on the day before and on the day of every stage."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from tracker.core.case import Case
from tracker.core.day import parse_day
from tracker.core.stage import PATH, Stage
from tracker.core.standing import Standing, standing
from tracker.storage.search import find

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)

# The day from which each stage counts: the last one of the span where the day is not fully known.
REACHED = {
    "estonia": ["2025-03-18", "2025-04-24", "2025-05-12", "2025-06-04", "2025-06-27", "2025-12-27"],
    "finland": ["2025-04-01", "2025-04-01", "2025-05-28", "2025-06-19", "2025-07-10", "2026-01-10"],
    "latvia": ["2025-03-18", "2025-03-18", "2025-03-27", "2025-04-16", "2025-06-27", "2025-12-27"],
    "lithuania": ["2025-01-17", "2025-04-09", "2025-04-11", "2025-05-08", "2025-06-27", "2025-12-27"],
    "lithuania-ccm": ["2023-09-18", "2024-07-03", "2024-07-08", "2024-07-18", "2024-09-06", "2025-03-06"],
    "poland": ["2025-03-18", "2025-05-20", "2025-05-20", "2025-07-17", "2025-08-20", "2026-02-20"],
}
STAGES = [
    (case, stage, parse_day(day)) for case, days in REACHED.items() for stage, day in zip(PATH, days, strict=True)
]


@cache
def _cases() -> dict[str, Case]:
    files = find(str(REPOSITORY / "cases"), REPOSITORY, Path.home()).load_all()
    return {file.id: file.case for file in files if file.case}


def _on(case: str, day: date) -> Standing:
    return standing(_cases()[case], day, TODAY)


def _furthest(case: str, day: date) -> Stage | None:
    reached = [stage for stage, text in zip(PATH, REACHED[case], strict=True) if parse_day(text) <= day]
    return reached[-1] if reached else None


def test_the_seven_cases_are_shipped() -> None:
    assert sorted(_cases()) == [*sorted(REACHED), "ukraine"]


@pytest.mark.parametrize("day", [date(2025, 6, 28), date(2025, 7, 18), TODAY])
def test_a_suspension_that_the_treaty_does_not_know_reaches_no_stage(day: date) -> None:
    """Ukraine is shown as a party, and its file says why."""
    seen = _on("ukraine", day)
    assert (seen.condition, seen.stage, seen.effective) == ("not-started", None, None)
    assert "Ukraine has not withdrawn" in (seen.case.about or "")


@pytest.mark.parametrize(("case", "stage", "day"), STAGES)
def test_a_stage_counts_from_its_day(case: str, stage: Stage, day: date) -> None:
    """On the day itself the stage, or a later one of the same day, is reached; the day before it is not."""
    assert _on(case, day).state.reached_at(stage) is not None
    assert _on(case, day).stage is _furthest(case, day)
    before = _on(case, day - timedelta(days=1))
    assert before.state.reached_at(stage) is None
    assert before.stage is _furthest(case, day - timedelta(days=1))


@pytest.mark.parametrize(
    ("case", "received", "effective"),
    [
        ("estonia", "2025-06-27", "2025-12-27"),
        ("finland", "2025-07-10", "2026-01-10"),
        ("latvia", "2025-06-27", "2025-12-27"),
        ("lithuania", "2025-06-27", "2025-12-27"),
        ("lithuania-ccm", "2024-09-06", "2025-03-06"),
        ("poland", "2025-08-20", "2026-02-20"),
    ],
)
def test_the_effective_date_is_known_from_the_notice_on(case: str, received: str, effective: str) -> None:
    """Six months after receipt (art. 20(3) of both conventions), computed on the first day already."""
    first = parse_day(received)
    assert _on(case, first - timedelta(days=1)).effective is None
    on_receipt = _on(case, first)
    assert on_receipt.condition == "notice-running"
    assert on_receipt.effective == parse_day(effective)
    assert on_receipt.basis == "computed"
    last = parse_day(effective) - timedelta(days=1)
    assert (_on(case, last).condition, _on(case, last).revocable_until) == ("notice-running", last)
    assert _on(case, parse_day(effective)).condition == "in-effect"
    assert _on(case, TODAY).state.confirmed is not None


def test_nobody_had_started_before_lithuania() -> None:
    assert {_on(case, date(2025, 1, 16)).condition for case in REACHED if case != "lithuania-ccm"} == {"not-started"}
