"""What all tests share: a fixed today, a quiet environment, expected outputs kept in files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

TODAY = "2026-11-23"
Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--golden`, which `make golden` uses."""
    parser.addoption("--golden", action="store_true", help="rewrite the expected outputs instead of comparing")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fix today, and take away what would make output depend on who runs the tests."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    for name in ("TRACKER_CASES", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a function that compares a text with the file `golden/NAME` beside the test, or rewrites that file."""
    folder = Path(request.path).parent / "golden"

    def compare(name: str, text: str) -> None:
        expected = folder / name
        if request.config.getoption("--golden"):
            folder.mkdir(exist_ok=True)
            expected.write_text(text, encoding="utf-8", newline="")
        assert text == expected.read_bytes().decode("utf-8"), f"not as in {expected.name}; `make golden` rewrites it"

    return compare
