"""docs/recording.md shows what really happens: everything in it is typed on a terminal, answers as well."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pexpect

from tests.cli.conftest import ASKED, REPOSITORY, AsPrinted
from tests.cli.test_pages import COMMAND, CONSOLE
from tracker.cli.app import ENTRIES

PAGE = REPOSITORY / "docs" / "recording.md"
WIDTH = 120


class Shell:
    """A terminal on which one command after the other is typed."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.place = home / "place"
        command = home / "tracker"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
        command.chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{home}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(REPOSITORY),
            "NO_COLOR": "1",
            "TERM": "dumb",
        }

    def typed(self, command: str, shown: str) -> str:
        """Return what the command prints; each of its questions is answered as in what is `shown` below it."""
        child = pexpect.spawn(
            "sh",
            ["-c", f"{command}\npwd >'{self.place}'"],
            cwd=str(self.folder),
            env=self.environment,
            dimensions=(50, WIDTH),
            encoding="utf-8",
            timeout=60,
        )
        told = ""
        answers = iter(shown.splitlines())
        while child.expect([pexpect.EOF, ASKED]):
            told += f"{child.before}{child.after}"
            question = told.rpartition("\n")[2]
            answer = next((line.removeprefix(question) for line in answers if line.startswith(question)), None)
            assert answer is not None, f"`{command}` asks: {question}"
            child.sendline(answer)
        self.folder = Path(self.place.read_text().strip())
        return f"{told}{child.before}".replace("\r\n", "\n")


def _told_anew(text: str, shell: Shell) -> str:
    """Return the page with what each of its commands prints now."""
    parts: list[str] = []
    end = 0
    for block in CONSOLE.finditer(text):
        parts.append(text[end : block.start(1)])
        commands = list(COMMAND.finditer(block[1]))
        for number, command in enumerate(commands):
            after = commands[number + 1].start() if number + 1 < len(commands) else len(block[1])
            parts.append(f"$ {command[1]}\n{shell.typed(command[1], block[1][command.end() + 1 : after])}")
        end = block.end(1)
    return "".join(parts) + text[end:]


def test_all_is_what_the_terminal_shows(tmp_path: Path, as_printed: AsPrinted) -> None:
    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    (folder / ".git").mkdir(parents=True)
    shell = Shell(folder, home)
    as_printed(PAGE, lambda text: _told_anew(text, shell))
    assert COMMAND.search(PAGE.read_text(encoding="utf-8")), "the page has no command"


def test_every_command_in_its_prose_is_there() -> None:
    named = re.findall(r"`(?:eval \"\$\()?tracker ([a-z-]+)", PAGE.read_text(encoding="utf-8"))
    assert {"edit", "completion", "advance", "show"} <= set(named) <= set(ENTRIES)
    assert shutil.which("sed"), "the page corrects with it"
