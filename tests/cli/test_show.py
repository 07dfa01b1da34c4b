"""`tracker show` in a pipe: every output, whole."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top, write_club


@pytest.mark.usefixtures("shipped")
def test_a_case_that_is_over(story: Story) -> None:
    story("show", (0, "show latvia"))


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("day", ["2024-12-31", "2025-04-01", "2025-05-01", "2025-12-26", "2025-12-27"])
def test_on_a_day(day: str, story: Story) -> None:
    """Looking back shows nothing later; the notice can be taken back until the day before the effect."""
    story(f"show-{day}", (0, f"show Latvia --as-of {day}"))


@pytest.mark.usefixtures("shipped")
def test_json(story: Story) -> None:
    story("show-json", (0, "show lithuania-ccm --format json"), (0, "show LVA --as-of 2025-03-18 --format json"))


@pytest.mark.usefixtures("shipped")
def test_addresses(tracker: Run) -> None:
    """In a pipe they are always there; on paper with a width, with `--sources`."""
    assert tracker("show", "latvia", "--sources") == tracker("show", "latvia")
    assert "https://saeima.lv/en/transcripts/view/2610" in tracker("show", "latvia").out


@pytest.mark.usefixtures("shipped")
def test_addresses_where_lines_have_a_width(story: Story, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "https://" in tracker("show", "latvia", "--sources").out
    story("show-sources-80", (0, "show latvia --sources --as-of 2025-03-18"))


def test_a_case_without_events(write: Write, story: Story) -> None:
    write("antarctica", top())
    story("show-empty", (0, "show AQ"), (0, "show antarctica --format json"))


def test_doubts_plans_and_days_that_are_not_fully_known(write: Write, story: Story) -> None:
    write(
        "antarctica",
        reached(2).replace("\n\n", '\nabout = "The bill has two parts."\n\n', 1)
        + event('"2025-03-01/2025-03-20"', "draft-law", body="Government", doubt="Two papers differ.")
        + event('"2025-04"', action="milestone", step="First reading", reference="Bill 12")
        + event("2026-10-01", action="milestone", step="Second reading", plan=True)
        + event("2027-01-20", "parliament-vote", plan=True, body="Parliament")
        + event("2027-02-01", action="milestone", step="A day to come")
        + event("2026-11-01", action="note", topic="checked", body="The editors", summary="Nothing moved."),
    )
    story("show-doubts", (0, "show antarctica"), (0, "show antarctica --format json"))


def test_what_was_planned_took_place(write: Write, story: Story) -> None:
    write("antarctica", reached(2) + event("2025-06-04", "draft-law", plan=True) + event("2025-06-11", "draft-law"))
    story("show-planned", (0, "show antarctica"), (0, "show antarctica --as-of 2025-06-05"))


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("suspended", event("2025-06-01", action="suspend", body="Constitutional Court")),
        ("rejected", event("2025-06-01", action="reject", body="Constitutional Court")),
        ("abandoned", event("2025-06-01", action="abandon", body="Government")),
        ("returned", event("2025-06-01", "draft-law", action="return", body="President")),
        ("announced", event("2025-05-20", "un-notification").rstrip() + "\nannounced = 2025-12-01\n"),
        ("unknown-notice", event('"2025-05"', "un-notification")),
        ("revoked", event("2025-05-20", "un-notification") + event("2025-08-01", action="revoke")),
        ("deferred", event("2025-05-20", "un-notification") + event("2025-08-01", action="defer", body="Depositary")),
        ("rejoined", event("2025-05-20", "un-notification") + event("2026-08-01", action="rejoin")),
    ],
)
def test_in_other_conditions(name: str, events: str, write: Write, story: Story) -> None:
    write("antarctica", reached(4) + events)
    story(f"show-{name}", (0, "show antarctica"))


def test_a_clause_that_runs_to_the_end_of_a_day(write: Write, story: Story) -> None:
    """A treaty of the user's own, beside the cases."""
    write_club(write("antarctica", reached(5, treaty="club")))
    story(
        "show-end-of-day",
        (0, "show antarctica --as-of 2026-05-20"),
        (0, "show antarctica --as-of 2026-05-21"),
        (0, "status"),
    )


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "show-wrong",
        (2, "show"),
        (2, "show latvia estonia"),
        (3, "show latvja"),
        (3, "show lt"),
        (3, "show Atlantis"),
        (3, "show cases/latvia.toml"),
        (2, "show latvia --format yaml"),
        (2, "show latvia --as-of tomorrow"),
    )


def test_a_file_that_is_not_sound(write: Write, story: Story) -> None:
    write("antarctica", reached(2) + event("2025-01-01", "draft-law"))
    story("show-unsound", (5, "show antarctica"), (5, "show antarctica --format json"), (5, "show aq"))
