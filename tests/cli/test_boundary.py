"""The boundary: whatever goes wrong, a user is told in words, with an exit code."""

from __future__ import annotations

import errno
import io
import sys
from typing import NoReturn

import pytest
from typer._click import exceptions as click

from tests.cli.conftest import Run, Write
from tests.cli.paths import reached
from tracker.cli import faults, terminal

pytestmark = pytest.mark.usefixtures("shipped")


def _raising(error: BaseException) -> object:
    def raised(*_words: object, **_named: object) -> NoReturn:
        raise error

    return raised


def test_a_fault_of_ours_is_no_traceback(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.cli.reading.in_order", _raising(KeyError("Riigikogu \x1b[31m")))
    ran = tracker("status")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == (
        "error: this should not have happened: KeyError: 'Riigikogu \\x1b[31m'\n"
        "\nhint: please report it, with the command that you typed\n"
    )


def test_an_output_that_fails_while_the_library_writes_it(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a help; in a process of its own the full text is tested."""
    monkeypatch.setattr("tracker.cli.reading.in_order", _raising(OSError(errno.ENOSPC, "No space left on device")))
    monkeypatch.setattr(terminal, "unwritten", _raising(SystemExit(5)))
    assert tracker("status").code == 5


def test_ctrl_c_passes(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.cli.reading.in_order", _raising(KeyboardInterrupt()))
    ran = tracker("status")
    assert (ran.code, ran.out) == (130, "")
    assert "should not have happened" not in ran.err


class _Full(io.StringIO):
    def write(self, _text: str) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("stream", "why"), [(_Full(), "no space left on device"), (None, "bad file descriptor")], ids=["full", "closed"]
)
def test_a_result_that_finds_no_place(
    stream: io.StringIO | None, why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(SystemExit) as left:
        terminal.say("a result\n")
    monkeypatch.undo()
    assert left.value.code == 5
    assert capsys.readouterr().err == f"error: the answer could not be written: {why}\n"


def test_where_nobody_listens_the_exit_code_must_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    terminal.tell("anything\n")
    terminal.warn("something", "a hint")


@pytest.mark.parametrize(("answer", "stages"), [("y\n", 1), ("Yes\n", 1), ("n\n", 2)], ids=repr)
def test_an_answer(answer: str, stages: int, write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a terminal, which the tests of `undo` have for real."""
    write("antarctica", reached(2))
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    ran = tracker("undo", "antarctica", typed=answer)
    assert (ran.code, ran.files["cases/antarctica.toml"]) == (0, reached(stages))
    rest = "" if stages == 1 else "nothing was taken out\n"
    assert ran.err.endswith(f"Take it out? [y/N] {rest}")


def test_no_answer(write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-D stops as Ctrl-C does, and the rest of the terminal begins on a line of its own."""
    write("antarctica", reached(2))
    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    ran = tracker("undo", "antarctica", typed="")
    assert (ran.code, ran.files["cases/antarctica.toml"]) == (130, reached(2))
    assert ran.err.endswith("Take it out? [y/N] \n")


def test_what_else_the_library_may_refuse() -> None:
    """Kinds of refusal that no command of ours provokes today are worded, too."""
    for fault, told in (
        (click.BadParameter("'x' is not a valid integer."), "`the value`: 'x' is not a valid integer"),
        (click.UsageError("Something Else."), "something Else"),
        (click.BadOptionUsage("--on", "Option '--on' requires an argument."), "the option `--on` needs a value"),
    ):
        error = faults.usage(fault, [], None)
        assert (error.message, error.hint) == (told, "`tracker --help` lists what there is")
