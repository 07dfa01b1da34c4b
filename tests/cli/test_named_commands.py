"""What documents or hints tell people to type is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.cli.app import ENTRIES
from tracker.core.event import Action

REPOSITORY = Path(__file__).parents[2]
TYPED = re.compile(r"(?:`|\$ )tracker ([a-z][a-z-]*)")
PAGES = [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/*.md"), *REPOSITORY.glob("cases/*.md")]
MODULES = sorted((REPOSITORY / "tracker").rglob("*.py"))


@pytest.mark.parametrize("path", [*PAGES, *MODULES], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_every_command_that_is_named_exists(path: Path) -> None:
    named = set(TYPED.findall(path.read_text(encoding="utf-8")))
    assert named <= set(ENTRIES), path


def test_the_documents_name_commands() -> None:
    named = {name for path in PAGES for name in TYPED.findall(path.read_text(encoding="utf-8"))}
    assert {"status", "show", "advance", "check"} <= named


def test_every_action_is_a_command() -> None:
    assert {action.value for action in Action} <= set(ENTRIES)
