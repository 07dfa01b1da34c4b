"""`tracker init` with `tracker new`: what they make, what they say, what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, SHIPPED, Run, Story, Write
from tests.cli.paths import event, reached, top


@pytest.mark.usefixtures("here")
def test_init_copies_the_shipped_cases(story: Story, tracker: Run) -> None:
    story("init", (0, "init"), (4, "init"), (4, "init --empty"), (0, "init 'my own/2026'"))
    files = tracker("--version").files
    for shipped in SHIPPED:
        assert files[f"cases/{shipped.name}"] == shipped.read_text(encoding="utf-8")
    assert files["cases/.gitignore"] == ".lock\n"
    assert {f"my own/2026/{name}" for name in files if name.startswith("cases/")} <= set(files)


@pytest.mark.usefixtures("here")
def test_init_empty(story: Story, tracker: Run) -> None:
    story("init-empty", (0, "init --empty"), (0, "new LV --treaty ottawa"), (0, "advance latvia --on 2025-03-18"))
    assert sorted(tracker("--version").files) == [
        "cases/.gitignore",
        "cases/README.md",
        "cases/case.schema.json",
        "cases/latvia.toml",
    ]


def test_what_init_writes_can_be_written(here: Path, tracker: Run) -> None:
    """Shipped cases that are for reading only are copied as files of one's own."""
    tracker("init")
    modes = {oct(path.stat().st_mode & 0o777) for path in (here / "cases").iterdir()}
    (here / "plain").write_text("")
    assert modes == {oct((here / "plain").stat().st_mode & 0o777)}


@pytest.mark.parametrize("name", ["a file", "a file within"])
def test_init_where_a_file_is(name: str, here: Path, tracker: Run) -> None:
    (here / "mine").write_text("a file")
    ran = tracker("init", "mine" if name == "a file" else "mine/deeper")
    assert (ran.code, ran.out, ran.files) == (5, "", {"mine": "a file"})
    assert ran.err.startswith("error: mine/")
    assert "could not be written" in ran.err


def test_init_where_cases_is_a_file(here: Path, tracker: Run) -> None:
    (here / "cases").write_text("a file")
    ran = tracker("init")
    assert (ran.code, ran.out, ran.files) == (4, "", {"cases": "a file"})
    assert ran.err.startswith("error: cases is there already\n\nhint: ")


@pytest.mark.usefixtures("here")
def test_new_names_the_file_after_the_country(story: Story) -> None:
    """A second treaty has its name in the file's; after that a number follows."""
    story(
        "new",
        (0, "init --empty"),
        (0, "new 'United States' --treaty ottawa"),
        (0, "new usa --treaty ccm --in-force 2010-08-01 --about 'Not a party: an example.'"),
        (0, "new CI --treaty ottawa"),
        (0, "new Türkiye --treaty ottawa"),
        (0, "new EU --treaty ottawa"),
        (0, "new xk --treaty ottawa --in-force 2008-02-17"),
        (0, "status"),
    )


@pytest.mark.usefixtures("here")
def test_a_path_that_begins_anew_is_a_second_file(write: Write, story: Story) -> None:
    write("antarctica", reached(2) + event("2025-06-01", action="abandon"))
    write("antarctica-ottawa", reached(2) + event("2025-06-01", action="reject"))
    story(
        "new-again",
        (0, "new AQ --treaty ottawa"),
        (4, "new Antarctica --treaty ottawa"),
        (0, "new AQ --treaty ccm"),
        (0, "status"),
    )


@pytest.mark.usefixtures("here")
def test_a_country_with_an_unfinished_case_gets_no_second(write: Write, story: Story) -> None:
    write("antarctica", top())
    write("bouvet", reached(3, "BV") + event("2025-06-01", action="suspend"))
    write("the-club", reached(5, "HM") + event("2025-06-01", action="defer"))
    write("pitcairn", reached(5, "PN"))
    story(
        "new-unfinished",
        (4, "new AQ --treaty ottawa"),
        (4, "new BV --treaty ottawa"),
        (4, "new HMD --treaty ottawa"),
        (0, "new AQ --treaty ccm"),
        (0, "new PN --treaty ottawa"),
    )


@pytest.mark.usefixtures("here")
def test_nobody_can_tell_whether_a_case_is_unfinished_that_is_not_sound(write: Write, story: Story) -> None:
    """A broken neighbour stops nobody; a file of the country's own name does."""
    write("antarctica", top() + "\n[[event]]\ndate = 1.5.2025\n")
    story("new-unsound", (5, "new AQ --treaty ottawa"), (0, "new BV --treaty ottawa"))


@pytest.mark.usefixtures("here")
def test_new_is_refused(write: Write, story: Story) -> None:
    write("antarctica", top())
    story(
        "new-wrong",
        (2, "new"),
        (2, "new BV"),
        (2, "new United States --treaty ottawa"),
        (3, "new BV --treaty otawa"),
        (3, "new BV --treaty zzzz"),
        (2, "new Atlantis --treaty ottawa"),
        (2, "new Norwey --treaty ottawa"),
        (2, "new Congo --treaty ottawa"),
        (2, "new BV --treaty ottawa --in-force 1999"),
        (2, "new BV --treaty ottawa --in-force 3/1/1999"),
        (2, "new BV --treaty ottawa --about ' '"),
        (3, "new BV --treaty ottawa --cases nowhere"),
    )


@pytest.mark.usefixtures("here")
def test_a_treaty_of_ones_own(write: Write, story: Story) -> None:
    path = write("antarctica", top())
    (path.parents[1] / "treaties").mkdir()
    treaty = (REPOSITORY / "tracker" / "treaties" / "ottawa.toml").read_text(encoding="utf-8")
    (path.parents[1] / "treaties" / "polar.toml").write_text(treaty.replace("Ottawa", "Polar"), encoding="utf-8")
    story("new-own-treaty", (2, "new BV"), (0, "new BV --treaty polar"), (0, "show BV"))
