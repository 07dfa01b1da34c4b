"""What a terminal or a pipe changes: width or colour alone, never a word."""

from __future__ import annotations

import re
from functools import partial

import pytest

from tests.cli.conftest import Ran, Run
from tests.conftest import Golden
from tracker.views.paper import cells

COMMANDS = {
    "status": "status --as-of 2025-07-01",
    "show": "show latvia --as-of 2025-05-01",
    "diff": "diff latvia estonia poland finland --as-of 2025-07-01",
    "changes": "changes --since 2025-06-30 --until 2025-08-31",
    "analysis": "analysis",
    "stats": "stats --as-of 2025-07-01",
    "timeline": "timeline --as-of 2025-07-10",
    "error": "advance latvia --to draft-law --on 2025-05-01",
}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
each = pytest.mark.parametrize("name", COMMANDS)
pytestmark = pytest.mark.usefixtures("shipped")


def _plain(ran: Ran) -> str:
    return COLOUR.sub("", ran.out + ran.err)


@each
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_on_a_terminal(name: str, columns: int, terminal: Run, golden: Golden) -> None:
    """In colour, no line wider than the terminal: but for an error or a hint, which the terminal wraps.

    NO_COLOR takes the colour away, and nothing else.
    """
    run = partial(terminal, *COMMANDS[name].split(), columns=columns)
    ran, plain = run(), run(NO_COLOR="1")
    golden(f"terminal-{name}-{columns}.txt", ran.transcript)
    golden(f"terminal-{name}-{columns}-plain.txt", plain.transcript)
    assert (ran.code, bool(COLOUR.search(ran.out))) == ((4, False) if name == "error" else (0, True))
    assert plain.out == _plain(ran)
    if name != "error":
        assert max(map(cells, plain.out.splitlines())) <= columns


@pytest.mark.parametrize("name", ["status", "error"])
def test_a_terminal_that_knows_no_colour(name: str, terminal: Run) -> None:
    run = partial(terminal, *COMMANDS[name].split())
    assert run(TERM="dumb") == run(NO_COLOR="1", FORCE_COLOR="1") == run(NO_COLOR="1")


@each
def test_in_a_pipe(name: str, process: Run, golden: Golden) -> None:
    """Nothing is cut or wrapped, and no colour is there."""
    ran = process(*COMMANDS[name].split())
    golden(f"pipe-{name}.txt", ran.transcript)
    assert ran.out + ran.err == _plain(ran)


@each
def test_colour_that_is_asked_for_in_a_pipe(
    name: str, process: Run, tracker: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR colours, whatever TERM says: not a letter is cut for it. NO_COLOR has the last word."""
    words = COMMANDS[name].split()
    bare = tracker(*words)
    ran = process(*words, FORCE_COLOR="1", TERM="dumb")
    golden(f"pipe-{name}-colour.txt", ran.transcript)
    assert _plain(ran) == bare.out + bare.err
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert tracker(*words) == ran
    monkeypatch.setenv("NO_COLOR", "1")
    assert tracker(*words) == bare


@each
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_pipe_with_a_width(
    name: str, columns: int, tracker: Run, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COLUMNS makes of a pipe what a terminal without colour is."""
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = tracker(*COMMANDS[name].split())
    golden(f"terminal-{name}-{columns}-plain.txt", Ran(ran.code, ran.out + ran.err, "", {}).transcript)


@pytest.mark.parametrize("name", ["status", "diff", "stats"])
def test_no_word_is_cut(name: str, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A treaty may head its cases, a country its block: every word is there at any width."""
    wide = set(tracker(*COMMANDS[name].split()).out.split())
    for columns in (60, 80, 100, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert wide - {"Treaty"} <= set(tracker(*COMMANDS[name].split()).out.split())


@each
@pytest.mark.parametrize("columns", [1, 20, 40, 60, 250])
def test_any_width_will_do(name: str, columns: int, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert tracker(*COMMANDS[name].split()).code == (4 if name == "error" else 0)


@pytest.mark.parametrize("asked", ["", "0", "-5", "wide", "²"])
def test_a_width_that_is_none_is_no_width(asked: str, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = tracker("status")
    monkeypatch.setenv("COLUMNS", asked)
    assert tracker("status") == plain


def test_what_a_terminal_cannot_write_is_spelled(terminal: Run) -> None:
    """A terminal that knows no UTF-8 gets ASCII for our own signs, an escape for a letter of a name."""
    ran = terminal("show", "latvia", "--as-of", "2025-04-01", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.code == 0
    assert ran.out.isascii()
    assert "0-2 days later" in ran.out
    assert "Spr\\u016bds" in ran.out


def test_a_pipe_is_utf8_whatever_the_locale(process: Run) -> None:
    words = COMMANDS["show"].split()
    assert process(*words, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") == process(*words)
