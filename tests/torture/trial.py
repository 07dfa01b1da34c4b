"""One try of the fuzz: the files of a folder with what is typed there, and what is wrong with the answers."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile import live
from tracker.__main__ import main
from tracker.core.event import Action

CODES = frozenset({0, 1, 2, 3, 4, 5})
RECORDING = frozenset(Action)
WRITING = RECORDING | {"new", "init", "undo"}
OURS = re.compile(r"\x1b\[(?:[0-9;]*)m")  # the colours that are ours: the text is looked at without them
UNEXPECTED = ("Traceback", "this should not have happened")

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Trial:
    """What lies in the folder, by path; the commands that are typed there, one after the other."""

    files: Files
    commands: Sequence[Sequence[str]]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What a command left behind; `seconds` are the processor's, whatever else the machine does."""

    code: int
    out: str
    err: str
    seconds: float


def faults(trial: Trial, folder: Path, times: list[float] | None = None) -> Iterator[str]:
    """Run the commands in the folder, where one stands; yield what is wrong with each answer.

    `times` takes the seconds of each command.
    """
    lay_out(folder, trial.files)
    before = dict(trial.files)
    with _environment(trial.environment):
        for words in trial.commands:
            answer = run(words)
            if times is not None:
                times.append(answer.seconds)
            after = contents(folder)
            told = [*_wrong(words, answer), *_written(words, answer, before, after)]
            yield from (f"{one}: tracker {list(words)!a} {dict(trial.environment)!a}" for one in told)
            before = after


def run(words: Sequence[str]) -> Answer:
    """Type a command as a shell would, in this process; a traceback of ours becomes what was told."""
    streams = [_stream() for _ in range(3)]
    kept = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.argv = ["tracker", *words]
    sys.stdin, sys.stdout, sys.stderr = streams
    code, start = 0, time.process_time()
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else -1
    except BaseException:  # noqa: BLE001 - whatever it is, it is what the fuzz looks for
        traceback.print_exc()
    finally:
        seconds = time.process_time() - start
        sys.argv, sys.stdin, sys.stdout, sys.stderr = kept
    out, err = (_written_to(stream) for stream in streams[1:])
    return Answer(code, out, err, seconds)


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold, but for the hidden ones, which are no cases."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def lay_out(folder: Path, files: Files) -> None:
    """Make the folder hold these files, and no others."""
    present = contents(folder)
    for name in present.keys() - files.keys():
        (folder / name).unlink()
    for name, content in files.items():
        if present.get(name) != content:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    (folder / "cases").mkdir(exist_ok=True)
    (folder / ".git").mkdir(exist_ok=True)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="surrogateescape", newline="")


def _written_to(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "surrogateescape")


@contextmanager
def _environment(named: Mapping[str, str]) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ.update(named)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def _wrong(words: Sequence[str], answer: Answer) -> Iterator[str]:
    """Yield what no answer may be, whatever was asked."""
    if answer.code not in CODES or (answer.code == 1 and "check" not in words):
        yield f"exit code {answer.code}"
    if any(each in answer.err or each in answer.out for each in UNEXPECTED):
        yield f"unexpected: {answer.err[-1500:]}"
    if answer.code > 1 and not answer.err:
        yield f"exit code {answer.code} without a word"
    form = _form(words)
    shown = OURS.sub("", answer.out).replace("\t", "") if os.environ.get("_TRACKER_COMPLETE") else answer.out
    shown = OURS.sub("", shown) if os.environ.get("FORCE_COLOR") else shown
    shown = shown.replace("\r\n", "\n").replace("\t", "") if form == "csv" else shown
    for where, text in (("stdout", shown), ("stderr", answer.err)):
        if found := live(text):
            yield f"live in {where}: {sorted(found)!a}"
    completing = "_TRACKER_COMPLETE" in os.environ
    if answer.out and answer.code in (0, 1, 5) and form in _READERS and not completing:
        try:
            _READERS[form](answer.out)
        except (ValueError, csv.Error) as error:
            yield f"no {form}: {error}"


def _form(words: Sequence[str]) -> str | None:
    joined = " ".join(words).replace("=", " ").split()
    return joined[joined.index("--format") + 1] if "--format" in joined[:-1] else None


def _sheet(text: str) -> None:
    """Read a sheet: each row has as many cells as the first, and no cell begins as a formula does."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            raise ValueError(row)
        for cell in row:
            if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"-\d+", cell):
                raise ValueError(cell)


_READERS: Mapping[str | None, Callable[[str], object]] = {"json": json.loads, "csv": _sheet}


def _written(words: Sequence[str], answer: Answer, before: Files, after: Files) -> Iterator[str]:
    """Yield what may not be done to files: only a command that records writes, at the end, and if it says so."""
    if before == after:
        return
    command = next((word for word in words if word in WRITING), None)
    changed = [name for name in before if after.get(name) != before[name]]
    if command is None or answer.code:
        yield f"files changed: {sorted(changed)}"
    if command in RECORDING and not all(after.get(name, b"").startswith(before[name]) for name in changed):
        yield f"more than an event was written: {sorted(changed)}"
    if command in ("new", "init") and changed:
        yield f"old files changed: {sorted(changed)}"
