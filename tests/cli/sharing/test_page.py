"""docs/sharing.md shows what really happens: everything in it is typed, with real git."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import REPOSITORY, AsPrinted
from tests.cli.test_pages import COMMAND, SHARING, clone, told_anew
from tracker.cli.app import ENTRIES, WITHIN

PAGE = REPOSITORY / "docs" / SHARING
__all__ = ["clone"]


@pytest.mark.usefixtures("git")
def test_all_is_what_the_terminal_shows(here: Path, clone: Path, as_printed: AsPrinted) -> None:
    shutil.rmtree(here / ".git")  # the page makes its own
    as_printed(PAGE, lambda text: told_anew(text, clone, clone.parent / "bin"))
    assert COMMAND.search(PAGE.read_text(encoding="utf-8")), "the page has no command"


def test_every_command_in_its_prose_is_there() -> None:
    named = re.findall(r"`tracker ([a-z-]+)(?: ([a-z]+))?", PAGE.read_text(encoding="utf-8"))
    assert {("git", "setup"), ("git", "resolve"), ("init", "")} <= set(named)
    assert {name for name, _ in named} <= set(ENTRIES)
    assert {inner for name, inner in named if name in WITHIN} <= set(WITHIN["git"])


def test_the_readmes_lead_to_it() -> None:
    assert "(docs/sharing.md)" in (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert "(../docs/sharing.md)" in (REPOSITORY / "cases" / "README.md").read_text(encoding="utf-8")
