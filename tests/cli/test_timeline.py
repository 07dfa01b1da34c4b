"""`tracker timeline`: whole outputs, bounds of the axis, the same as a table of spans."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top

pytestmark = pytest.mark.usefixtures("shipped")


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_shipped_cases(columns: str, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    story(
        f"timeline-{columns}",
        (0, "timeline"),
        (0, "timeline --align --treaty ottawa"),
        (0, "timeline latvia poland --as-of 2025-07-10 --since 2025-03-01 --until 2026-01-31"),
        (0, "timeline --since 6m --as-of 2025-09-01"),
    )


def test_in_a_pipe(story: Story) -> None:
    """Eighty cells wide, where nothing says how wide it is."""
    story("timeline-pipe", (0, "timeline --align latvia poland"), (0, "timeline --since 30d --as-of 2025-05-25"))


def test_on_day_90(tracker: Run) -> None:
    """What the axis of the paths' own days is for."""
    assert "\nDay 90: Parliament vote: Latvia; Draft law: Poland\n" in tracker("timeline", "--align", "lv", "pl").out


def test_as_data(story: Story) -> None:
    story(
        "timeline-data",
        (0, "timeline latvia --as-of 2025-09-01 --format json"),
        (0, "timeline latvia poland --format csv"),
        (0, "timeline poland --since 2025-08-01 --until 2025-12-31 --format csv"),
        (0, "timeline latvia --as-of 2025-09-01 --format markdown"),
    )


def test_every_axis_gives_the_same_spans(tracker: Run) -> None:
    for form in ("json", "csv", "markdown"):
        assert tracker("timeline", "--align", "--format", form) == tracker("timeline", "--format", form)


def test_nothing_to_draw(write: Write, story: Story) -> None:
    write("bouvet", top("BV"))
    write("heard", reached(3, "HM") + event("2027-01-01", "parliament-vote", plan=True))
    story(
        "timeline-nothing",
        (0, "timeline bouvet"),
        (0, "timeline bouvet heard --align"),
        (0, "timeline heard --until 2024-12-31"),
        (0, "timeline --as-of 2020-01-01 --treaty ccm"),
    )


def test_wrong_usage(story: Story) -> None:
    story(
        "timeline-wrong",
        (2, "timeline --since 2025-13-01"),
        (2, "timeline --since soon"),
        (2, "timeline --until 30d"),
        (2, "timeline --since 2025-05-01 --until 2025-04-01"),
        (2, "timeline --align --since 2025-05-01"),
        (2, "timeline --align --until 2025-05-01"),
        (2, "timeline --format svg"),
        (2, "timeline --bom"),
        (3, "timeline atlantis"),
        (3, "timeline --treaty atlantis"),
    )


def test_files_that_are_not_sound(write: Write, story: Story) -> None:
    write("bouvet", top("BV") + event("2025-01-10", "cabinet"))
    story(
        "timeline-unsound",
        (5, "timeline bouvet latvia"),
        (5, "timeline bouvet --format csv"),
        (5, "timeline bouvet --format markdown"),
    )
