"""`tracker changes` in a pipe: every output, whole."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top, write_club


@pytest.mark.usefixtures("shipped")
def test_some_days_of_the_shipped_cases(story: Story) -> None:
    story(
        "changes",
        (0, "changes --since 2025-06-30 --until 2025-07-31"),
        (0, "changes --since 2025-06-30 --until 2025-07-31 --notes"),
        (0, "changes --since 1m --until 2026-01-10 --treaty ottawa"),
        (0, "changes --since 2025-01-01 --until 2025-05-01 lithuania Poland"),
    )


@pytest.mark.usefixtures("shipped")
def test_nothing_moved(story: Story) -> None:
    """It is said, with how many cases were looked at."""
    story(
        "changes-nothing",
        (0, "changes --since 30d"),
        (0, "changes --since yesterday --until today latvia"),
        (0, "changes --since today --until 2027-11-23"),
        (0, "changes --since 2025-11-30 --until 2025-12-20 poland"),
        (0, "changes --since 30d --treaty ccm --format json"),
    )


@pytest.mark.usefixtures("shipped")
def test_json(story: Story) -> None:
    story("changes-json", (0, "changes --since 2025-06-30 --until 2025-07-31 --format json"))


@pytest.mark.usefixtures("shipped")
def test_as_csv_or_markdown(story: Story) -> None:
    words = "changes --since 2025-06-30 --until 2025-07-31 --format"
    story(
        "changes-forms",
        (0, f"{words} csv"),
        (0, f"{words} markdown"),
        (0, f"{words} markdown --notes latvia"),
        (0, "changes --since 30d --format csv"),
        (0, "changes --since 30d --format markdown"),
        (2, f"{words} markdown --bom"),
    )


@pytest.mark.usefixtures("here")
def test_what_time_brings(write: Write, story: Story) -> None:
    """Looking ahead time runs on and plans stay plans; under an end-of-day clause the case moves the day after."""
    plan = event("2026-12-24", action="milestone", step="Circular", plan=True)
    write("antarctica", reached(4) + event("2026-06-27", "un-notification") + plan)
    write_club(write("bouvet", reached(4, "BV", "club") + event("2025-11-25", "un-notification")))
    story(
        "changes-ahead",
        (0, "changes --since today --until 2026-12-31"),
        (0, "changes --since 2026-11-25 --until 2026-11-26"),
        (0, "changes --since 2026-11-24 --until 2026-11-25"),
        (0, "changes --since 2026-06-26 --until 2026-06-27"),
    )


def test_an_unsound_file_leaves_the_others_in_view(write: Write, story: Story) -> None:
    write("antarctica", reached(4))
    write("bouvet", top("BV") + "colour = 5\n")
    story("changes-unsound", (5, "changes --since 2025-01-31"), (5, "changes --since 2025-01-31 bouvet"))


def test_no_cases(story: Story) -> None:
    story("changes-empty", (0, "init --empty"), (0, "changes --since 30d"), (0, "changes --since 30d --format json"))


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "changes-wrong",
        (2, "changes"),
        (2, "changes --until 2025-07-31"),
        (2, "changes --since today"),
        (2, "changes --since 2025-07-31 --until 2025-07-31"),
        (2, "changes --since 2025-08-01 --until 2025-07-31"),
        (2, "changes --since 0d"),
        (2, "changes --since monday"),
        (2, "changes --since 99999m"),
        (2, "changes --since 2025-07"),
        (2, "changes --since 30d --until 2w"),
        (2, "changes --since 30d --as-of 2025-07-31"),
        (2, "changes --since 30d --format xml"),
        (3, "changes --since 30d --treaty otawa"),
        (3, "changes --since 30d latvai"),
    )


@pytest.mark.usefixtures("shipped")
def test_the_shipped_cases_day_by_day(tracker: Run) -> None:
    """What a week's letter says is what its days say."""
    text = tracker("changes", "--since", "2025-07-13", "--until", "2025-07-20").out
    sentence = (
        "  Poland: on 17 July 2025 parliament agreed to leave, 121 days after its minister had recommended it [1].\n"
    )
    assert sentence in text
    assert sentence in tracker("changes", "--since", "2025-07-16", "--until", "2025-07-17").out
