"""docs/sharing.md shows what really happens: everything in it is typed, with real git."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY
from tests.cli.test_pages import COMMAND, SHARING, clone, told_anew
from tracker.cli.app import ENTRIES, WITHIN

PAGE = REPOSITORY / "docs" / SHARING
__all__ = ["clone"]


@pytest.mark.usefixtures("git")
def test_all_is_what_the_terminal_shows(here: Path, clone: Path, request: pytest.FixtureRequest) -> None:
    shutil.rmtree(here / ".git")  # the page makes its own
    text = PAGE.read_text(encoding="utf-8")
    told = told_anew(text, clone, clone.parent / "bin")
    if request.config.getoption("--golden"):
        PAGE.write_text(told, encoding="utf-8")
        text = told
    assert COMMAND.search(text), "the page has no command"
    assert told == text


def test_every_command_in_its_prose_is_there() -> None:
    named = re.findall(r"`tracker ([a-z-]+)(?: ([a-z]+))?", PAGE.read_text(encoding="utf-8"))
    assert {("git", "setup"), ("git", "resolve"), ("init", "")} <= set(named)
    assert {name for name, _ in named} <= set(ENTRIES)
    assert {inner for name, inner in named if name in WITHIN} <= set(WITHIN["git"])


def test_the_readmes_lead_to_it() -> None:
    assert "(docs/sharing.md)" in (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert "(../docs/sharing.md)" in (REPOSITORY / "cases" / "README.md").read_text(encoding="utf-8")
