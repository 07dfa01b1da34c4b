"""Faults that strace(1) makes at the system calls of a real process."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from tests.torture.processes import ran
from tests.torture.row import Row
from tests.torture.scenes import SCENES, Judge, Scene, contents, row

_CALL = re.compile(r"^(\w+)\(")
_DISK = ("write", "fsync", "rename", "link")
_ERRORS = ("ENOSPC", "EIO")


def is_allowed() -> bool:
    """Whether strace is there and may trace."""
    if shutil.which("strace") is None:
        return False
    command = ["strace", "-qq", "-o", os.devnull, "-e", "inject=getpid:error=EIO", "true"]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


@dataclass(frozen=True, slots=True)
class Call:
    """A system call of a command, by how many of its kind came before it."""

    name: str
    number: int


def rows(scenes: Sequence[Scene] = SCENES) -> Iterator[Row]:
    """Yield what came of killing each command at each of its calls, and of letting each call to the disk fail."""
    watched = [_watched(scene) for scene in scenes]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for judge, calls in watched:
            kills = [f"{call.name}:signal=KILL:when={call.number}" for call in calls]
            yield row(f"kill -9 at a system call (strace): {judge.scene.name}", [*pool.map(_tried(judge), kills)])
        for error in _ERRORS:
            for lasting, kind in (("", "at a write, fsync, rename"), ("+", "from such a call on")):
                verdicts: list[str] = []
                for judge, calls in watched:
                    faults = [f"{c.name}:error={error}:when={c.number}{lasting}" for c in calls if c.name in _DISK]
                    verdicts += pool.map(_tried(judge), faults)
                yield row(f"{error} {kind} (strace)", verdicts)


def _tried(judge: Judge) -> Callable[[str], str]:
    return partial(_verdict, judge)


def _watched(scene: Scene) -> tuple[Judge, list[Call]]:
    """Run the command once, undisturbed; return what it made, and its calls from the first that writes."""
    with scene.folder() as folder:
        old = contents(folder)
        log = folder / ".git" / "calls"
        ending = ran(folder, scene.words, through=["strace", "-qq", "-o", str(log)])
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        log.unlink()
        if ending.code:
            raise RuntimeError(ending.err)
        return Judge(scene, old, contents(folder)), _writing(lines)


def _writing(lines: Sequence[str]) -> list[Call]:
    """Return the calls from the lock, or the first folder made, to the lock's end, or the last rename's fsync."""
    begin = next(n for n, line in enumerate(lines) if '/.lock"' in line or line.startswith("mkdir("))
    ends = [n for n, line in enumerate(lines) if "LOCK_UN" in line or line.startswith("fsync(")]
    seen: Counter[str] = Counter()
    calls: list[Call] = []
    for place, line in enumerate(lines[: ends[-1] + 2]):
        if found := _CALL.match(line):
            seen[found[1]] += 1
            if place >= begin:
                calls.append(Call(found[1], seen[found[1]]))
    return calls


def _verdict(judge: Judge, fault: str) -> str:
    name = fault.partition(":")[0]
    through = ["strace", "-qq", "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={fault}"]
    with judge.scene.folder() as folder:
        ending = ran(folder, judge.scene.words, through=through)
        return judge.verdict(folder, ending, mute=name == "write" and fault.endswith("+"))
