"""Several cases at once: all of them are recorded, or none."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top

NAMES = {"estonia": "EE", "latvia": "LV", "lithuania": "LT"}


@pytest.fixture(autouse=True)
def _baltic(write: Write) -> None:
    """Three states whose parliaments have voted."""
    for name, code in NAMES.items():
        write(name, reached(4, code))


def test_three_notices_in_one_command(story: Story) -> None:
    """The deposit of 27 June 2025."""
    story(
        "several",
        (
            0,
            (
                "advance estonia latvia lithuania --on 2025-06-27 --body 'Ministries of Foreign Affairs'"
                " --source https://example.org/deposit --title 'Three states notify the UN'"
            ),
        ),
        (0, "status"),
    )


def test_if_one_refuses_none_is_written(write: Write, story: Story, tracker: Run) -> None:
    write("poland", reached(3, "PL"))
    write("finland", reached(5, "FI"))
    before = tracker("--version").files
    story(
        "several-refused",
        (4, "advance estonia poland finland latvia --to un-notification --on 2025-06-27"),
        (4, "reject finland estonia --on 2025-06-27"),
        (3, "advance estonia atlantis latvia --on 2025-06-27"),
        (2, "advance estonia latvia --on 2025-06-27 --vote 66:14"),
    )
    assert tracker("--version").files == before


def test_a_step_that_was_cut_off_is_ended_with_the_command_that_is_told(write: Write, story: Story) -> None:
    """After a power cut, say: two files of three hold the event, and each is whole."""
    options = "--on 2025-06-27 --body 'Ministries of Foreign Affairs' --source https://example.org/deposit"
    for name in ("estonia", "lithuania"):
        notice = event("2025-06-27", "un-notification", body="Ministries of Foreign Affairs")
        source = '\n[[event.source]]\nurl = "https://example.org/deposit"\naccessed = 2026-11-22\n'
        write(name, reached(4, NAMES[name]) + notice + source)
    story(
        "several-half-done",
        (4, f"advance estonia latvia lithuania {options}"),
        (4, f"advance estonia latvia lithuania --to un-notification {options}"),
        (0, f"advance latvia --to un-notification {options}"),
    )


def test_a_case_named_twice_is_one(story: Story) -> None:
    story(
        "several-twice",
        (0, "advance latvia LV Latvia lva latvia --on 2025-06-27 --source https://example.org/"),
        (0, "undo latvia lv --yes"),
        (0, "reject LV lv --on 2025-06-27 --vote 30:40 --source https://example.org/"),
    )


def test_next_stages_that_differ(write: Write, story: Story) -> None:
    write("poland", reached(3, "PL"))
    write("finland", top("FI"))
    story(
        "several-stages",
        (2, "advance latvia poland finland --on 2025-06-27"),
        (4, "advance latvia poland finland --to parliament-vote --on 2025-06-27"),
        (0, "note latvia poland finland --topic reaction --on 2025-06-16 --source https://example.org/"),
    )


def test_a_file_that_is_not_sound_stops_its_companions(write: Write, story: Story) -> None:
    """All that is wrong is told; the highest exit code wins."""
    write("estonia", reached(4, "EE") + "\n[[event]]\ndate = 1.5.2025\n")
    write("poland", top("PL") + event("2025-01-10", "cabinet-directive"))
    story(
        "several-unsound",
        (5, "advance estonia latvia poland --on 2025-06-27"),
        (5, "undo estonia latvia --yes"),
        (0, "advance latvia lithuania --on 2025-06-27 --source https://example.org/"),
    )


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, _mode: "lithuania" not in str(path))
    story("several-unwritable", (5, "advance estonia latvia lithuania --on 2025-06-27"))
