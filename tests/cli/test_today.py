"""Today is the user's own day: fixed by TRACKER_TODAY, else what their clock says, wherever they are."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import reached, top

ZONES = {"Pacific/Kiritimati": 14, "Etc/GMT+12": -12, "UTC": 0}


def _dates_there(hours: int) -> set[str]:
    """Return what the calendar says there: two days where midnight may come between."""
    now = datetime.now(UTC) + timedelta(hours=hours)
    return {str(now.date()), str((now + timedelta(minutes=2)).date())}


@pytest.mark.parametrize("zone", ZONES)
def test_the_users_own_day(zone: str, write: Write, process: Run) -> None:
    """Fourteen hours ahead of Greenwich or twelve behind it: as many as two days lie between."""
    path = write("antarctica", top())
    told = json.loads(process("status", "--format", "json", TZ=zone, TRACKER_TODAY="").out)
    assert told["as_of"] in _dates_there(ZONES[zone])
    ran = process(
        "advance", "antarctica", "--on", "today", "--source", "https://example.org/", TZ=zone, TRACKER_TODAY=""
    )
    assert ran.code == 0
    written = {line for line in path.read_text().splitlines() if line.startswith(("date", "accessed"))}
    assert written in [{f"date = {day}", f"accessed = {day}"} for day in _dates_there(ZONES[zone])]


@pytest.mark.parametrize("zone", ZONES)
def test_a_fixed_day_is_the_same_everywhere(zone: str, write: Write, process: Run, tracker: Run) -> None:
    """What is known of a day is known by its date alone."""
    write("antarctica", reached(5))
    for day, condition in (("2025-11-19", "notice running"), ("2025-11-20", "in effect")):
        ran = process("show", "antarctica", "--as-of", day, TZ=zone)
        assert ran == tracker("show", "antarctica", "--as-of", day)
        assert re.search(rf"^  Condition  +{condition}, since ", ran.out, re.MULTILINE)


def test_days_by_name(write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("antarctica", reached(1))
    monkeypatch.setenv("TRACKER_TODAY", "2024-03-01")
    assert '"as_of": "2024-03-01"' in tracker("status", "--as-of", "today", "--format", "json").out
    assert '"as_of": "2024-02-29"' in tracker("status", "--as-of", "yesterday", "--format", "json").out
    assert "date = 2024-02-29\n" in tracker("note", "aq", "--topic", "other", "--on", "yesterday", "--dry-run").out


@pytest.mark.parametrize("fixed", ["1.5.2025", "today", "2025-02-30", "2025-05", " 2025-05-01"])
def test_a_fixed_day_that_is_none(fixed: str, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", fixed)
    ran = tracker("status")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: TRACKER_TODAY: `{fixed}` is not a date: ")


@pytest.mark.parametrize("fixed", ["0001-01-01", "0001-01-02", "9999-12-31", "9999-07-01"])
def test_the_ends_of_the_calendar(fixed: str, write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for stages in range(6):
        write(f"case-{stages}", reached(stages, ("AQ", "BV", "HM", "PN", "TF", "GS")[stages]))
    monkeypatch.setenv("TRACKER_TODAY", fixed)
    for words in (
        ["status"],
        ["diff", "AQ", "BV", "case-4", "case-5"],
        ["check", "--doubts"],
        *(["show", f"case-{stages}"] for stages in range(6)),
        *(["show", f"case-{stages}", "--as-of", "9999-12-31"] for stages in range(6)),
        *(["show", f"case-{stages}", "--as-of", "0001-01-01", "--format", "json"] for stages in range(6)),
        ["milestone", "aq", "--step", "X", "--on", "today", "--dry-run"],
    ):
        ran = tracker(*words)
        assert (ran.code, ran.err) == (0, ran.err if ran.err.startswith(("warning:", "all of")) else ""), words


def test_the_suite_itself_stands_on_a_fixed_day() -> None:
    assert os.environ["TRACKER_TODAY"] == "2026-11-23"
