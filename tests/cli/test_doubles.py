"""Two files of one country and treaty are told apart by their ids, though one of them alone is asked for."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import reached


@pytest.fixture(autouse=True)
def _pair(write: Write) -> None:
    write("antarctica", reached(6))
    write("antarctica-ottawa", reached(2).replace("2025-", "2026-"))
    write("antarctica-ccm", reached(3, treaty="ccm"))
    write("estonia", reached(4, "EE"))


def test_every_view_adds_the_id(story: Story) -> None:
    story(
        "doubles",
        (0, "status antarctica antarctica-ccm estonia"),
        (0, "status --stage cabinet-directive"),
        (0, "diff antarctica estonia"),
        (0, "diff antarctica estonia --format markdown"),
        (0, "timeline antarctica estonia"),
        (0, "changes antarctica --since 2025-10-01 --until 2025-12-01"),
        (0, "stats antarctica estonia"),
        (0, "show antarctica-ottawa"),
        (0, "advance antarctica-ottawa --on 2026-11-01 --body Cabinet --source https://example.org/"),
        (0, "undo antarctica-ottawa --yes"),
    )


@pytest.mark.parametrize("words", [["status", "antarctica"], ["diff", "antarctica", "estonia"]])
def test_what_is_wrong_in_the_other_is_not_told(words: list[str], write: Write, tracker: Run) -> None:
    """It was not asked for."""
    write("antarctica-again", "a = b\n")
    ran = tracker(*words)
    assert (ran.code, "Antarctica (antarctica)" in ran.out, "again" in ran.out + ran.err) == (0, True, False)
