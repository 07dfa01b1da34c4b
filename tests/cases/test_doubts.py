"""What an editor of the shipped cases is not sure of is known: `check --doubts` says nothing new."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.conftest import Golden
from tracker.cli.app import app

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-23")


def _tracker(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app(), [*words, "--cases", "cases"], prog_name="tracker")
    return result.exit_code, result.stdout, result.stderr


def test_the_shipped_cases_have_no_problem() -> None:
    code, out, err = _tracker("check")
    assert (code, err) == (0, "")
    assert out.startswith("no problems in 7 files")


def test_their_doubts(golden: Golden) -> None:
    code, out, err = _tracker("check", "--doubts")
    assert (code, err) == (0, "")
    golden("doubts.txt", out)


def test_each_case_by_itself_has_the_same_doubts() -> None:
    _, every, _ = _tracker("check", "--doubts")
    alone = [_tracker("check", path.stem, "--doubts")[1] for path in sorted((REPOSITORY / "cases").glob("*.toml"))]
    lines = [line for out in alone for line in out.splitlines()[:-1] if line]
    assert lines == [line for line in every.splitlines()[:-1] if line]
