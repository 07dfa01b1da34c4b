"""The Tab key in real shells: bash, zsh, fish."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import REPOSITORY, Program, Run, Write

PROMPT = "READY "
# What each is started with, and what is typed first; the prompt is written in two, so that its echo is none.
OPTIONS: Mapping[str, list[str]] = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
    "fish": ["--no-config", "-i"],
}
SETUP: Mapping[str, str] = {
    "bash": """PS1='REA''DY '; bind 'set enable-bracketed-paste off'; set +H; eval "$(tracker completion bash)\"""",
    "zsh": """PROMPT='REA''DY '; bindkey -e; autoload compinit; compinit -Du; eval "$(tracker completion zsh)\"""",
    "fish": "function fish_prompt; echo -n 'REA''DY '; end; tracker completion fish | source",
}
every_shell = pytest.mark.parametrize("shell", OPTIONS)

# What is typed before the Tab key, with the words that stand there after it.
LINES = {
    "tracker stat": "stat",  # `status` or `stats`
    "tracker statu": "status",
    "tracker stats --fo": "stats --format",
    "tracker changes --format mark": "changes --format markdown",
    "tracker timeline --al": "timeline --align",
    "tracker analysis lat --treaty ot": "analysis lat --treaty ottawa",
    "tracker effect ot": "effect ottawa",
    "tracker effect ottawa --eff": "effect ottawa --effective-by",
    "tracker effect OT": "effect OTtawa",
    "tracker treaties --subject pol": "treaties --subject polar regions",
    "tracker treaties --format j": "treaties --format json",
    "tracker schema tr": "schema treaty",
    "tracker show lat": "show latvia",
    "tracker show Pol": "show Poland",
    'tracker show "lat': "show latvia",
    "tracker diff latvia est": "diff latvia estonia",
    "tracker advance latvia --to pa": "advance latvia --to parliament-vote",
    "tracker advance latvia --to=pa": "advance latvia --to=parliament-vote",
    "tracker status --rea": "status --reached",
    "tracker --stage dr": "--stage draft-law",
    "tracker status --condition in-e": "status --condition in-effect",
    "tracker new LV --treaty ot": "new LV --treaty ottawa",
    "tracker note latvia --topic bor": "note latvia --topic border",
    "tracker check cases/pol": "check cases/poland.toml",
    "tracker show --cases cas": "show --cases cases",
    "tracker show --cases cases fin": "show --cases cases finland",
    "tracker show zzz": "show zzz",
    "tracker advance latvia --source https://example.org/ --to pa": (
        "advance latvia --source https://example.org/ --to parliament-vote"
    ),
}

# Names of case files, each found by its first two letters, that would do something if a shell were to run them.
NAMES = [
    "xa$(touch ran)",
    "xb`touch ran`",
    "xc d e",
    "xd;touch ran",
    "xe'q",
    'xf"q',
    "xg:h",
    "xh\\i",
    "xj&touch ran",
    "xk*l",
    "xm~n",
    "xo|touch ran",
    "xp%s%n",
    "xté",
]

Press = Callable[[str], str]


@pytest.fixture
def press(shell: str, here: Path, write: Write, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Return a function that types how a line begins, presses Tab, and returns the words that stand there then."""
    for name in ("estonia", "finland", "latvia", "poland"):
        write(name, "")
    home = tmp_path_factory.mktemp("home")
    command = home / "bin" / "tracker"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
    command.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
        "HOME": str(home),
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
    }
    child = pexpect.spawn(
        program(shell),
        OPTIONS[shell],
        cwd=str(here),
        env=environment,
        dimensions=(40, 250),
        encoding="utf-8",
        timeout=60,
    )
    child.sendline(SETUP[shell])
    child.expect_exact(PROMPT)

    def typed(line: str) -> str:
        child.send(f"{line}\t\x01printf '[%s]' \x05;echo DO''NE\r")  # to the line's start, to its end
        child.expect(r"\[tracker\]\[[^\r\n]*\]DONE")
        words = str(child.after).removeprefix("[tracker][").removesuffix("]DONE")
        child.expect_exact(PROMPT)
        return words

    return typed


@every_shell
@pytest.mark.usefixtures("shell")
def test_words_are_completed(press: Press) -> None:
    assert {line: press(line).replace("][", " ").removesuffix("/") for line in LINES} == LINES


@every_shell
@pytest.mark.usefixtures("shell")
def test_a_name_is_never_run(press: Press, here: Path) -> None:
    """Whatever a file is called, its name is typed as a shell takes it, and nothing else happens."""
    for name in NAMES:
        (here / "cases" / f"{name}.toml").write_text("")
    for name in NAMES:
        assert press(f"tracker show {name[:2]}") == f"show][{name}"
    assert not (here / "ran").exists()


@every_shell
def test_a_name_is_never_run_within_quotes(shell: str, press: Press, here: Path) -> None:
    (here / "cases" / "xa$(touch ran) b.toml").write_text("")
    (here / "cases" / "xc d.toml").write_text("")
    assert press('tracker show "xc') == "show][xc d"
    closing = '"' if shell == "bash" else ""  # bash offers nothing that would live between quotes
    told = press(f'tracker show "xa{closing}')
    assert told == ("show][xa" if shell == "bash" else "show][xa$(touch ran) b")
    assert not (here / "ran").exists()


@pytest.mark.usefixtures("here")
def test_the_command(tracker: Run) -> None:
    for shell in OPTIONS:
        ran = tracker("completion", shell)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == (REPOSITORY / "tracker" / "shells" / f"tracker.{shell}").read_text()
    ran = tracker("completion")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("error: `completion` needs the name of your shell\n\nhint: such as `tracker completion bash`\n")
    assert tracker("completion", "csh").code == 2


@every_shell
def test_the_shell_finds_no_fault_in_its_script(shell: str, program: Program) -> None:
    import subprocess

    script = REPOSITORY / "tracker" / "shells" / f"tracker.{shell}"
    done = subprocess.run([program(shell), "-n", str(script)], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
