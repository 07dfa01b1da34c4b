"""A smaller share of the fuzz that `make torture` runs: the same inputs each time, without a look at the clock."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture import giants
from tests.torture.inputs import MUTATED, numbered
from tests.torture.share import MADE, by_hypothesis
from tests.torture.trial import Trial, faults

SEED = 20261123
SHARE = 60


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in a folder of one's own; put back what the program sets for its whole process."""
    monkeypatch.chdir(tmp_path)
    kept = signal.getsignal(signal.SIGPIPE)
    yield
    signal.signal(signal.SIGPIPE, kept)
    gc.enable()


@pytest.mark.parametrize("kind", MUTATED)
def test_what_is_changed_a_little(kind: str, tmp_path: Path) -> None:
    trials = numbered(MUTATED[kind], SEED, range(SHARE))
    assert [f"{kind} {number}: {fault}" for number, trial in trials for fault in faults(trial, tmp_path)] == []


@pytest.mark.parametrize("kind", MADE)
def test_what_is_made_anew(kind: str, tmp_path: Path) -> None:
    lost: list[str] = []

    def take(name: str, trial: Trial) -> None:
        lost.extend(f"{name}: {fault}" for fault in faults(trial, tmp_path))

    by_hypothesis(kind, SEED, 0, SHARE, take)
    assert lost == []


@pytest.mark.parametrize("name", giants.GIANTS)
def test_what_is_too_much(name: str, tmp_path: Path) -> None:
    """Large, deep, endless: told in a sentence by whoever looks at it."""
    trial = Trial({"cases/a.toml": giants.GIANTS[name]()}, (("check",), ("status",)))
    assert list(faults(trial, tmp_path)) == []


def test_the_fuzz_sees_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the boundary, the escapes, the care for files, it finds that they are gone."""
    trial = Trial({"cases/a.toml": b'country = "AQ"\ntreaty = "ottawa"\nabout = "x"\n'}, (("show", "a"),))
    assert list(faults(trial, tmp_path)) == []

    def fails(_text: str) -> None:
        (tmp_path / "cases" / "a.toml").write_text("gone")
        raise ZeroDivisionError

    monkeypatch.setattr("tracker.cli.terminal.say", fails)
    found = " ".join(faults(trial, tmp_path))
    assert "this should not have happened: ZeroDivisionError" in found
    assert "files changed: ['cases/a.toml']" in found
    monkeypatch.setattr("tracker.cli.terminal.say", lambda _text: sys.stdout.write("\x1b[31m"))
    assert "live in stdout: ['\\x1b']" in " ".join(faults(trial, tmp_path))
    monkeypatch.setattr("tracker.cli.terminal.say", lambda _text: sys.exit(7))
    assert "exit code 7" in " ".join(faults(trial, tmp_path))
