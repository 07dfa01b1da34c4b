"""A process that tries inputs one after the other, watched, so that one that hangs ends it."""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.torture.grammar import CASES, LINES, TREATIES
from tests.torture.inputs import MUTATED, Make, case_trial, line_trial, numbered, treaty_trial
from tests.torture.tally import Tally
from tests.torture.trial import Trial, faults

SLOW = 2.0  # seconds of the processor
LARGE = 300  # MB
HANGS = 180  # seconds of the clock, after which the watchdog ends the process

MADE = {
    "case files, by hypothesis": CASES.map(lambda content: lambda random: case_trial(content, random)),
    "treaty files, by hypothesis": TREATIES.map(lambda content: lambda random: treaty_trial(content, random)),
    "command lines, by hypothesis": LINES.map(lambda words: lambda random: line_trial(words, random)),
}
KINDS = (*MUTATED, *MADE)


def attempt(trial: Trial, name: str, tally: Tally, folder: Path) -> None:
    """Try one input; what took too long is tried again, since a busy machine is slower."""
    times: list[float] = []
    found = list(faults(trial, folder, times))
    spent, slowest = sum(times), max(times)
    for _ in range(2):
        slowest = min(slowest, _slowest(trial, folder)) if slowest > SLOW else slowest
    peak = _peak()
    if slowest > SLOW:
        found.append(f"took {slowest:.2f} s")
    if peak > LARGE:
        found.append(f"took {peak} MB")
    tally.tried += 1
    tally.commands += len(trial.commands)
    tally.seconds += spent
    tally.slowest = max(tally.slowest, slowest)
    tally.peak = max(tally.peak, peak)
    tally.lost += [f"{name}: {one}" for one in found]
    if tally.tried % 50 == 0:
        gc.collect()  # the command line leaves that to its end


def made(kind: str, seed_: int, first: int, count: int) -> Iterator[tuple[str, Trial]]:
    """Yield inputs of a kind with their names."""
    for number, trial in numbered(MUTATED[kind], seed_, range(first, first + count)):
        yield f"{kind} {number}", trial


def by_hypothesis(kind: str, seed_: int, first: int, count: int, take: Callable[[str, Trial], None]) -> None:
    """Give inputs that hypothesis makes to `take`."""
    number = first

    @seed(seed_ + first)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(MADE[kind], st.integers(0, 2**32))
    def each(make: Make, chance: int) -> None:
        nonlocal number
        take(f"{kind} {number}", make(Random(chance)))
        number += 1

    each()


def work(kind: str, seed_: int, first: int, count: int) -> Tally:
    """Try so many inputs of a kind in a folder of their own."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="tracker-fuzz-") as folder:
        os.chdir(folder)

        def take(name: str, trial: Trial) -> None:
            print(name, file=sys.__stdout__, flush=True)
            faulthandler.dump_traceback_later(HANGS, exit=True, file=2)
            before = len(tally.lost)
            attempt(trial, name, tally, Path(folder))
            faulthandler.cancel_dump_traceback_later()
            if len(tally.lost) > before:
                _keep(name, trial)

        if kind in MADE:
            by_hypothesis(kind, seed_, first, count, take)
        else:
            for name, trial in made(kind, seed_, first, count):
                take(name, trial)
        os.chdir("/")
    return tally


def _slowest(trial: Trial, folder: Path) -> float:
    times: list[float] = []
    list(faults(trial, folder, times))
    return max(times)


def _peak() -> int:
    """Return the most memory that this process has had since it was asked last, in MB."""
    with suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        return peak // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _keep(name: str, trial: Trial) -> None:
    """Leave the input where somebody can look at it."""
    kept = Path(tempfile.gettempdir()) / "tracker-fuzz-lost" / name.replace(" ", "-").replace(",", "")
    for path, content in trial.files.items():
        target = kept / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (kept / "typed.json").write_text(json.dumps([list(map(list, trial.commands)), dict(trial.environment)]))


if __name__ == "__main__":
    _kind, *_numbers = sys.argv[1:]
    _tally = work(_kind, *map(int, _numbers))
    print(json.dumps(_tally.__dict__), file=sys.__stdout__, flush=True)
