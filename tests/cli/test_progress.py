"""Progress: on a terminal, on standard error, once something takes long; gone when it is done."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.paths import top
from tracker.cli import progress
from tracker.cli.progress import watched


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "MANY", 1)


@contextmanager
def showing(out: io.StringIO | None = None, err: io.StringIO | None = None) -> Iterator[io.StringIO]:
    """Yield what takes standard error: both outputs are terminals, unless said otherwise."""
    screen = err or Terminal()
    with redirect_stdout(out or Terminal()), redirect_stderr(screen):
        yield screen


def _seen(screen: io.StringIO) -> bool:
    """Wait until something is shown; give up after what no machine needs."""
    for _ in range(1000):
        if "0/3" in screen.getvalue():
            return True
        time.sleep(0.01)
    return False


def test_what_takes_long_is_shown() -> None:
    with showing() as screen:
        taken = [thing for thing in watched(["a", "b", "c"], "reading") if _seen(screen)]
    shown = screen.getvalue()
    assert taken == ["a", "b", "c"]
    assert "reading" in shown
    assert shown.endswith("\x1b[2K")  # the line is wiped
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h") == 1  # the cursor is back


def test_it_is_gone_where_something_goes_wrong() -> None:
    with showing() as screen, pytest.raises(KeyboardInterrupt):
        _interrupted(screen)
    assert screen.getvalue().endswith("\x1b[2K")
    assert screen.getvalue().count("\x1b[?25h") == 1


def _interrupted(screen: io.StringIO) -> None:
    for _ in watched(["a", "b", "c"], "reading"):
        assert _seen(screen)
        raise KeyboardInterrupt


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 3600)
    with showing() as screen:
        assert list(watched(["a", "b"], "reading")) == ["a", "b"]
    assert screen.getvalue() == ""


def test_a_few_things_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "MANY", 4)
    monkeypatch.setattr(progress, "Timer", None)
    with showing() as screen:
        assert list(watched(["a", "b", "c"], "reading")) == ["a", "b", "c"]
    assert screen.getvalue() == ""


@pytest.mark.parametrize("piped", ["out", "err", "TERM"])
def test_in_a_pipe_nothing_is_shown(piped: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where the answer alone goes through one: its reader has the screen. Nor where no line can be wiped."""
    monkeypatch.setattr(progress, "Timer", None)
    if piped == "TERM":
        monkeypatch.setenv("TERM", "dumb")
    with showing(**({piped: io.StringIO()} if piped != "TERM" else {})) as screen:
        assert list(watched(["a"], "reading")) == ["a"]
    assert screen.getvalue() == ""


def test_reading_is_watched(write: Write, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """All cases, those that are named, those among which a country is looked for."""
    write("antarctica", top())
    write("bouvet", top("BV"))
    seen: list[tuple[list[str], str]] = []

    def watch(things: list[str], what: str) -> Iterator[str]:
        seen.append((list(things), what))
        return iter(things)

    monkeypatch.setattr("tracker.cli.loading.watched", watch)
    both = (["antarctica", "bouvet"], "reading cases")
    assert tracker("status").code == 0
    assert tracker("status", "bouvet").code == 0
    assert tracker("status", "BV").code == 0
    assert seen == [both, (["bouvet"], "reading cases"), both, (["bouvet"], "reading cases")]
