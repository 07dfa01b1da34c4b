"""`tracker diff` in a pipe: every output, whole."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Story, Write
from tests.cli.paths import event, reached, top


@pytest.mark.usefixtures("shipped")
def test_two_countries(story: Story) -> None:
    story("diff-two", (0, "diff latvia estonia"), (0, "diff lv EE --as-of 2025-05-01"))


@pytest.mark.usefixtures("shipped")
def test_four_countries(story: Story) -> None:
    story("diff-four", (0, "diff latvia estonia poland finland --as-of 2025-08-01"))


@pytest.mark.usefixtures("shipped")
def test_all_there_are(story: Story) -> None:
    """Cases of different treaties compare by the days since each country's own start, and the output says so."""
    story(
        "diff-treaties",
        (0, "diff estonia finland latvia lithuania lithuania-ccm poland"),
        (0, "diff lithuania lithuania-ccm"),
    )


@pytest.mark.usefixtures("shipped")
def test_json(story: Story) -> None:
    story(
        "diff-json",
        (0, "diff latvia estonia --as-of 2025-06-01 --format json"),
        (0, "diff lithuania lithuania-ccm --format json"),
    )


@pytest.mark.usefixtures("here")
def test_who_leads(write: Write, story: Story) -> None:
    """Nobody, one, or several: an ended path leads nowhere, and a span leaves it open."""
    write("antarctica", top())
    write("bouvet", top("BV"))
    write("heard", reached(3, "HM"))
    write("pitcairn", reached(3, "PN"))
    write("wake", reached(4, "UM") + event("2025-06-01", action="abandon"))
    write("chagos", reached(2, "IO") + event('"2025-02-20/2025-03-10"', "draft-law"))
    story(
        "diff-leaders",
        (0, "diff antarctica bouvet"),
        (0, "diff antarctica heard"),
        (0, "diff heard pitcairn"),
        (0, "diff heard wake"),
        (0, "diff heard chagos"),
        (0, "diff wake antarctica"),
    )


@pytest.mark.usefixtures("here")
def test_two_cases_of_one_country_and_treaty_are_told_apart(write: Write, story: Story) -> None:
    write("antarctica", reached(3) + event("2025-06-01", action="abandon"))
    write("antarctica-2", top() + event("2025-08-01", "ministry-analysis"))
    story("diff-doubles", (0, "diff antarctica antarctica-2"))


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "diff-wrong",
        (2, "diff"),
        (2, "diff latvia"),
        (2, "diff latvia LV Latvia"),
        (3, "diff latvia atlantis"),
        (3, "diff latvia lt"),
        (2, "diff latvia estonia --format yaml"),
    )


@pytest.mark.usefixtures("shipped")
def test_files_that_are_not_sound(write: Write, story: Story) -> None:
    """The sound ones are shown; where there is none, nothing is."""
    write("estonia", top("EE") + event("2025-01-10", "cabinet"))
    write("finland", b"country = \xff\n")
    story(
        "diff-unsound",
        (5, "diff latvia poland estonia --as-of 2025-05-01"),
        (5, "diff estonia finland"),
        (5, "diff estonia finland --format json"),
    )
