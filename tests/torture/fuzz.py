"""Case files, treaty files, command lines by the thousand: no traceback, no exit code but those promised, no delay.

`python -m tests.torture.fuzz SEED` tries the same inputs again. What was lost stays in `tracker-fuzz-lost`, in the
folder of temporary files, with what was typed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import randbelow

from tests.torture.row import Row
from tests.torture.tally import Tally

REPOSITORY = Path(__file__).parents[2]
CHUNK = 250  # inputs of one process

COUNTS: Mapping[str, int] = {
    "case files, shipped ones changed": 7_000,
    "treaty files, shipped ones changed": 4_000,
    "command lines, changed": 5_000,
    "case files, by hypothesis": 2_000,
    "treaty files, by hypothesis": 1_000,
    "command lines, by hypothesis": 2_000,
}


def rows(seed: int | None = None) -> Iterator[Row]:
    """Try all kinds, as many inputs at a time as there are processors; yield a row for each kind."""
    chosen = randbelow(10**6) if seed is None else seed
    print(f"fuzz: seed {chosen}; the same again: python -m tests.torture.fuzz {chosen}", file=sys.stderr, flush=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for kind, count in COUNTS.items():
            total = Tally()
            starts = range(0, count, CHUNK)
            shares = ((kind, chosen, start, min(CHUNK, count - start)) for start in starts)
            for told in pool.map(lambda share: _share(*share), shares):
                total.add(told)
            for one in total.lost:
                print(f"fuzz: {one}", file=sys.stderr, flush=True)
            yield Row(kind, total.tried, total.outcome, len(total.lost))


def _share(kind: str, seed: int, first: int, count: int) -> Mapping[str, object]:
    """Let a process try a share; where the watchdog ended it, its last input is lost with those that were to come."""
    command = [sys.executable, "-m", "tests.torture.share", kind, str(seed), str(first), str(count)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, errors="replace")
    lines = done.stdout.splitlines()
    if done.returncode == 0:
        told: Mapping[str, object] = json.loads(lines[-1])
        return told
    last = lines[-1] if lines else f"{kind} {first}"
    return {"tried": len(lines), "lost": [f"{last}: the process ended: {done.stderr[-3000:]}"]}


if __name__ == "__main__":
    _seeds = [int(word) for word in sys.argv[1:]]
    _lost = 0
    for _row in rows(*_seeds):
        print(f"{_row.kind:<40} {_row.tried:>6,}  {_row.outcome}  {_row.lost}", flush=True)
        _lost += _row.lost
    sys.exit(1 if _lost else 0)
