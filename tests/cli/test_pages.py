"""The README and the pages of docs/ show what really happens: every transcript in them is run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import AsPrinted, Run
from tests.storage.commits import NOBODY

REPOSITORY = Path(__file__).parents[2]
README = REPOSITORY / "README.md"
QUESTIONS = ("what-moved", "who-is-ahead", "on-one-axis", "how-long", "why-they-leave", "in-print", "known-then")
ASKING = "recording.md"  # is typed on a terminal: test_recording_page.py
SHARING = "sharing.md"  # needs git: sharing/test_page.py
PAGES = [README, *(page for page in sorted((REPOSITORY / "docs").glob("*.md")) if page.name not in (ASKING, SHARING))]
WIDTH = "120"  # what a page shows beside each other
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ ((?:.*\\\n)*.*)$", re.MULTILINE)  # over several lines where one ends in a backslash
INLINE = re.compile(r"`(tracker [^`]+)`")  # within a sentence
PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b|…")
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _run(command: str, folder: Path, bin_: Path) -> tuple[str, Path]:
    """Return what the command prints, and the folder in which it left the shell."""
    place = bin_ / "place"
    env = {
        **os.environ,
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
        **NOBODY,
        "COLUMNS": "" if " | " in command else WIDTH,  # in a pipe nothing is wrapped
    }
    done = subprocess.run(
        ["sh", "-c", f"{command}\npwd >'{place}'"],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    return done.stdout.decode().replace("\r\n", "\n"), Path(place.read_text().strip())


def told_anew(text: str, folder: Path, bin_: Path) -> str:
    """Return the page with what each of its commands prints now."""
    parts: list[str] = []
    end = 0
    for block in CONSOLE.finditer(text):
        parts.append(text[end : block.start(1)])
        for command in COMMAND.findall(block[1]):
            printed, folder = _run(command, folder, bin_)
            parts.append(f"$ {command}\n{printed}")
        end = block.end(1)
    return "".join(parts) + text[end:]


each = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
each_question = pytest.mark.parametrize("name", QUESTIONS)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """As in a clone: the shipped cases lie beside, and `tracker` is on the path, in `bin` next to it."""
    clone, bin_ = tmp_path / "clone", tmp_path / "bin"
    shutil.copytree(REPOSITORY / "cases", clone / "cases")
    (clone / ".git").mkdir()
    bin_.mkdir()
    command = bin_ / "tracker"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
    command.chmod(0o755)
    return clone


@each
def test_every_transcript_is_what_the_commands_print(page: Path, clone: Path, as_printed: AsPrinted) -> None:
    as_printed(page, lambda text: told_anew(text, clone, clone.parent / "bin"))


@each_question
def test_a_question_has_a_page_with_transcripts_and_the_readme_leads_to_it(name: str) -> None:
    text = (REPOSITORY / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert COMMAND.search("".join(block[1] for block in CONSOLE.finditer(text)))
    assert f"(docs/{name}.md)" in README.read_text(encoding="utf-8")


def _within_sentences() -> list[str]:
    """Return the commands with arguments that the pages name within a sentence, but for those with a placeholder."""
    texts = [(REPOSITORY / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in QUESTIONS]
    named = [command for text in texts for command in INLINE.findall(" ".join(CONSOLE.sub("", text).split()))]
    return sorted({command for command in named if command.count(" ") > 1 and not PLACEHOLDER.search(command)})


@pytest.mark.parametrize("command", _within_sentences())
def test_a_command_within_a_sentence_can_be_typed(command: str, clone: Path, tracker: Run) -> None:
    assert tracker(*shlex.split(command)[1:], "--cases", str(clone / "cases")).code == 0


def test_the_other_commands_are_the_ones_that_are_tried_elsewhere() -> None:
    """`make` cannot run itself within a test: here its targets are looked up. The wheel is tried in test_wheel.py."""
    typed = [
        line.split("#")[0].strip() for block in SHELL.finditer(README.read_text()) for line in block[1].splitlines()
    ]
    assert typed == ["pipx install .", "make run", "make test", "make torture"]
    for target in ("run", "test", "torture"):
        done = subprocess.run(["make", "--dry-run", target], cwd=REPOSITORY, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
