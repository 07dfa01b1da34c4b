"""`tracker check`: every problem of every file at once, its line, its rule, what to write instead."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top

DOUBTFUL = (
    reached(2)
    + event("2025-03-01", "draft-law", skip="No bill is needed.", body="Government", summary="The bill came.")
    + event("2025-04-20", "parliament-vote", body="Parliament", summary="The bill came.", doubt="Two tallies differ.")
    + '\n[event.vote]\nyes = 50\nno = 20\nrequired = 51\nresult = "passed"\n'
    + event("2025-05-20", "un-notification", body="Government").rstrip() + "\nannounced = 2027-12-01\n"
    + event("2026-02-01", action="milestone", step="Circular", body="Depositary", plan=True)
    + event("2027-02-01", action="milestone", step="Publication", body="Government")
)  # fmt: skip


@pytest.mark.usefixtures("shipped")
def test_all_is_well(story: Story) -> None:
    story(
        "check",
        (0, "check"),
        (0, "check latvia lv lithuania-ccm"),
        (0, "check cases/latvia.toml latvia ./cases/poland.toml"),
        (0, "check --format json"),
    )


@pytest.mark.usefixtures("here")
def test_problems_of_several_files(write: Write, story: Story) -> None:
    write("antarctica", top() + event("2025-02-03", "cabinet-directive") + event("2025-01-10", "draft-law", boddy="x"))
    write("bouvet", top("XX", "otawa") + event("2025-02-30", "ministry-analysis"))
    write("heard", reached(2, "HM") + event("2025-03-01", "parliament-vote"))
    write("pitcairn", reached(3, "PN"))
    write("pitcairn-2", reached(2, "PN"))
    write("wake", reached(3, "UM") + event("2025-03-01", "draft-law", doubt="Again?"))
    story(
        "check-problems",
        (1, "check"),
        (1, "check --format json"),
        (1, "check heard"),
        (0, "check pitcairn"),
        (1, "check cases/heard.toml pitcairn"),
    )


@pytest.mark.usefixtures("here")
def test_problems_that_leave_a_case_in_view(write: Write, story: Story) -> None:
    """An event equal to another in all but source and doubt, a tally larger than its members."""
    step = event("2025-04-01", action="milestone", step="First reading", body="Parliament")
    write("antarctica", reached(3) + step + step + "\n[event.vote]\nyes = 66\nno = 40\nmembers = 100\n")
    write("bouvet", reached(3, "BV") + step + step.replace('body = "Parliament"', 'body = "Parliament"\ndoubt = "?"'))
    story("check-sound", (1, "check"), (0, "status"))


@pytest.mark.usefixtures("here")
def test_doubts(write: Write, story: Story) -> None:
    """Doubts never change the exit code."""
    write("antarctica", DOUBTFUL)
    write("bouvet", reached(3, "BV"))
    write("heard", reached(3, "HM") + event("2026-10-01", action="note", topic="checked", body="The editors"))
    story(
        "check-doubts",
        (0, "check"),
        (0, "check --doubts"),
        (0, "check --doubts --as-of 2025-06-01"),
        (0, "check antarctica --doubts --format json"),
    )


@pytest.mark.usefixtures("here")
def test_paths(write: Write, story: Story) -> None:
    """A file elsewhere is looked at where it lies, with the treaties beside it."""
    path = write("antarctica", reached(2))
    elsewhere = path.parents[1] / "inbox"
    elsewhere.mkdir()
    (elsewhere / "bouvet.toml").write_text(reached(1, "BV") + event("2025-03-01", "effect"))
    (elsewhere / "notes.txt").write_text("no case")
    story(
        "check-paths",
        (1, "check inbox/bouvet.toml"),
        (1, "check inbox/bouvet.toml antarctica ./cases/antarctica.toml"),
        (3, "check inbox/heard.toml"),
        (2, "check inbox/notes.txt"),
        (2, "check inbox/"),
        (3, "check nowhere/heard.toml"),
        (2, "check inbox"),
        (1, "check --cases inbox"),
    )


@pytest.mark.usefixtures("here")
def test_a_treaty_file_that_is_not_sound(write: Write, story: Story) -> None:
    path = write("antarctica", reached(2, treaty="club"))
    (path.parents[1] / "treaties").mkdir()
    (path.parents[1] / "treaties" / "club.toml").write_text('title = "Club"\nshort = "Club"\n\n[exit]\narticle = 6\n')
    write("bouvet", reached(2, "BV", "club"))
    story(
        "check-treaty",
        (1, "check"),
        (1, "check cases/bouvet.toml antarctica"),
        (5, "status"),
        (5, "advance bouvet antarctica --on today"),
    )


@pytest.mark.usefixtures("shipped")
def test_wrong_usage(story: Story) -> None:
    story(
        "check-wrong",
        (3, "check nowhere"),
        (3, "check lt"),
        (2, "check --format text"),
        (2, "check --doubt"),
    )


@pytest.mark.usefixtures("here")
def test_no_cases(tracker: Run) -> None:
    tracker("init", "--empty")
    ran = tracker("check")
    assert (ran.code, ran.out) == (0, "no problems in 0 files\n")
