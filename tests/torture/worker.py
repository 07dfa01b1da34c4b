"""One of a crowd: a process that records, or reads, again and again, and tells what each command said.

`python -m tests.torture.worker FOLDER NUMBER COUNT CASE…` records COUNT events; with `read` as NUMBER it reads until
its standard input is closed, and at least once. It prints a line of JSON for each command.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from random import Random
from select import select

from typer.testing import CliRunner

from tracker.cli.app import app

STAGES = ("ministry-analysis", "cabinet-directive", "draft-law")
EVERY = 5  # how many events lie between two tries to reach a stage

PAUSE = 0.2  # seconds between two looks

Words = tuple[str, ...]


def wishes(number: int, count: int, cases: Sequence[str]) -> Iterator[Words]:
    """Yield the commands of one who records: now a stage that all want to reach, now a note of one's own."""
    dice = Random(number)  # noqa: S311 - to be the same each time
    for event in range(count):
        some = sorted(dice.sample(cases, k=dice.randint(1, min(3, len(cases)))))
        stage = event // EVERY
        if event % EVERY == EVERY - 1 and stage < len(STAGES):
            yield ("advance", dice.choice(cases), "--to", STAGES[stage], "--on", f"2025-0{stage + 1}-10", *_by(number))
        else:
            yield ("note", *some, "--topic", "other", "--on", "2026-01-01", *_by(number, event))


def looks(cases: Sequence[str]) -> Iterator[Words]:
    """Yield the commands of one who reads."""
    while True:
        yield ("status", "--format", "json")
        for case in cases:
            yield ("show", case, "--format", "json")


def _by(number: int, event: int | None = None) -> Words:
    summary = f"worker {number}" if event is None else f"worker {number} event {event}"
    return ("--summary", summary, "--source", "https://example.org/")


def main(folder: str, number: str, count: int, cases: Sequence[str]) -> None:
    """Run the commands in the folder, one after the other."""
    os.chdir(folder)
    reads = number == "read"
    for words in looks(cases) if reads else wishes(int(number), count, cases):
        result = CliRunner().invoke(app(), list(words), prog_name="tracker")
        sound = not reads or (result.stderr == "" and json.loads(result.stdout)["problems"] == [])
        told = {"words": words, "code": result.exit_code, "err": result.stderr, "sound": sound}
        sys.stdout.write(f"{json.dumps(told)}\n")
        if reads and select([sys.stdin], [], [], PAUSE)[0]:
            break


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
