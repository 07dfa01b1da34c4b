"""Markdown on the command line: whole pages of the shipped cases, the same at every width."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Story, Write
from tests.cli.paths import event, top

pytestmark = pytest.mark.usefixtures("shipped")


def test_status(story: Story) -> None:
    story("markdown-status", (0, "status --as-of 2025-05-01 --format markdown"), (0, "status --format markdown"))


def test_show(story: Story) -> None:
    story(
        "markdown-show", (0, "show estonia --format markdown"), (0, "show latvia --as-of 2025-05-01 --format markdown")
    )


def test_diff(story: Story) -> None:
    """It begins with a paragraph that can be printed as it stands."""
    story(
        "markdown-diff",
        (0, "diff latvia estonia --as-of 2025-05-01 --format markdown"),
        (0, "diff latvia estonia lithuania finland poland --format markdown"),
        (0, "diff lithuania lithuania-ccm --format markdown"),
    )


def test_files_that_are_not_sound(write: Write, story: Story) -> None:
    write("bouvet", top("BV") + event("2025-01-10", "cabinet"))
    story(
        "markdown-unsound",
        (5, "show bouvet --format markdown"),
        (5, "diff bouvet latvia --as-of 2025-03-18 --format markdown"),
        (5, "status bouvet --format markdown"),
    )
