"""`tracker undo` takes the last event out of the file, which is then as it was before."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, Story, Write
from tests.cli.paths import event, reached, top

TEXT = reached(3)


@pytest.fixture(autouse=True)
def _antarctica(write: Write) -> None:
    write("antarctica", TEXT)


def test_in_a_pipe_it_needs_yes(story: Story) -> None:
    story("undo", (2, "undo antarctica"), (0, "undo antarctica --yes"), (0, "undo AQ --yes"), (0, "undo aq --yes"))


def test_what_was_recorded_is_taken_back(tracker: Run) -> None:
    words = ("--on", "2025-04-20", "--vote", "66:14", "--source", "https://example.org/")
    assert tracker("advance", "antarctica", *words).code == 0
    assert tracker("undo", "antarctica", "--yes").files == {"cases/antarctica.toml": TEXT}


def test_several(write: Write, story: Story) -> None:
    write("bouvet", reached(4, "BV"))
    story("undo-several", (2, "undo antarctica bouvet"), (0, "undo antarctica bouvet BV --yes"))


def test_what_cannot_be_taken_out(write: Write, story: Story) -> None:
    """Nothing there, a comment behind it, or other events that rest on it; none of several then."""
    write("bouvet", top("BV"))
    write("heard", reached(2, "HM") + "# to be continued\n")
    write("pitcairn", reached(1, "PN") + event("2025-03-01", "draft-law") + event("2025-02-03", "cabinet-directive"))
    write("wake", top("UM") + 'event = [{date = 2025-01-10, stage = "ministry-analysis"}]\n')
    story(
        "undo-refused",
        (4, "undo bouvet --yes"),
        (4, "undo heard --yes"),
        (4, "undo pitcairn --yes"),
        (5, "undo wake --yes"),
        (5, "undo antarctica bouvet heard pitcairn wake --yes"),
        (3, "undo atlantis --yes"),
        (2, "undo"),
        (2, "undo --yes"),
    )


def test_a_slip_that_broke_the_file_is_taken_out(write: Write, story: Story) -> None:
    write("antarctica", TEXT + event("2025-02-01", "parliament-vote"))
    write("bouvet", top("BV") + "colour = 5\n" + event("2025-02-01", "ministry-analysis"))
    write("heard", top("HM") + event("1.5.2025", "ministry-analysis"))
    story("undo-unsound", (0, "undo antarctica --yes"), (5, "undo bouvet --yes"), (5, "undo heard --yes"))


@pytest.mark.parametrize("answer", ["y\n", "YES\n", " yes \n"])
def test_on_a_terminal_it_asks(answer: str, terminal: Run) -> None:
    ran = terminal("undo", "antarctica", answer=answer)
    assert ran.code == 0
    assert ran.out.startswith(
        '# the last event of cases/antarctica.toml\n[[event]]\ndate = 2025-03-01\nstage = "draft-law"\n'
        f"Take it out? [y/N] {answer}"
    )
    assert ran.files == {"cases/antarctica.toml": reached(2)}


@pytest.mark.parametrize(("answer", "code"), [("n\n", 0), ("\n", 0), ("yep\n", 0), ("^D", 130), ("^C", 130)])
def test_on_a_terminal_anything_else_is_no(answer: str, code: int, terminal: Run) -> None:
    ran = terminal("undo", "antarctica", answer=answer)
    assert (ran.code, ran.files) == (code, {"cases/antarctica.toml": TEXT})
    echo = answer if answer.endswith("\n") else "\n"
    assert ran.out.endswith(f"Take it out? [y/N] {echo}" + ("nothing was taken out\n" if code == 0 else ""))


def test_on_a_terminal_it_asks_once_for_several(write: Write, terminal: Run) -> None:
    write("bouvet", reached(4, "BV"))
    ran = terminal("undo", "antarctica", "bouvet", answer="y\n")
    assert ran.out.count("Take them out? [y/N] ") == 1
    assert ran.files == {"cases/antarctica.toml": reached(2), "cases/bouvet.toml": reached(3, "BV")}


def test_on_a_terminal_yes_does_not_ask(terminal: Run) -> None:
    ran = terminal("undo", "antarctica", "--yes")
    assert "Take it out?" not in ran.out
    assert ran.files == {"cases/antarctica.toml": reached(2)}
