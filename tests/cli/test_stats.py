"""`tracker stats` in a pipe: every output, whole."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Story, Write
from tests.cli.paths import event, reached, top


@pytest.mark.usefixtures("shipped")
def test_the_shipped_cases(story: Story) -> None:
    story(
        "stats",
        (0, "stats"),
        (0, "stats --as-of 2025-05-01 --treaty ottawa"),
        (0, "stats latvia lithuania --as-of 2025-12-26"),
        (0, "stats --treaty ccm --as-of 2020-01-01"),
        (0, "stats --as-of 2030-01-01 latvia"),
    )


@pytest.mark.usefixtures("shipped")
def test_json(story: Story) -> None:
    story("stats-json", (0, "stats --as-of 2025-07-01 --format json"))


@pytest.mark.usefixtures("shipped")
def test_as_csv_or_markdown(story: Story) -> None:
    """The stages; where the cases stand is for the table or the JSON."""
    story(
        "stats-forms",
        (0, "stats --format csv"),
        (0, "stats --format markdown"),
        (0, "stats --treaty ottawa --as-of 2025-05-01 --format markdown"),
        (2, "stats --bom"),
    )


@pytest.mark.usefixtures("here")
def test_paths_that_stopped_and_days_that_are_not_known(write: Write, story: Story) -> None:
    write("antarctica", reached(3) + event("2025-04-01", action="reject"))
    write("bouvet", reached(3, "BV") + event('"2025-04"', "parliament-vote"))
    write("heard", reached(5, "HM") + event("2025-06-01", action="revoke"))
    write("wake", top("UM"))
    story("stats-stopped", (0, "stats"), (0, "stats wake"))


def test_an_unsound_file_leaves_the_others_in_view(write: Write, story: Story) -> None:
    write("antarctica", reached(4))
    write("bouvet", top("BV") + "colour = 5\n")
    story("stats-unsound", (5, "stats"), (5, "stats bouvet"))


def test_no_cases(story: Story) -> None:
    story("stats-empty", (0, "init --empty"), (0, "stats"), (0, "stats --format json"))


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "stats-wrong",
        (3, "stats --treaty otawa"),
        (3, "stats atlantis"),
        (2, "stats --stage draft-law"),
        (2, "stats --format xml"),
        (2, "stats --as-of 30d"),
    )
