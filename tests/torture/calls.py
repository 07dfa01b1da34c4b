"""Faults at the functions by which Python asks the system for something, in a process that was forked for each."""

from __future__ import annotations

import errno
import fcntl
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from tests.torture.row import Row
from tests.torture.scenes import SCENES, TODAY, Ending, Judge, Scene, contents, row
from tracker.cli.app import app

DISK = ("write", "fsync", "replace", "rename", "link")
EVERY = (*DISK, "open", "close", "unlink", "mkdir", "listdir", "stat", "fchmod", "fchown", "access")
_LAST = 120  # exit code of a child that made fewer calls than were asked for


@dataclass(slots=True)
class Fault:
    """What happens at a call; calls are counted from the first that takes the lock or makes a folder."""

    at: int
    names: Sequence[str]
    happen: Callable[[], object]
    lasting: bool = False
    seen: int = 0
    begun: bool = False
    real: dict[str, Callable[..., Any]] = field(default_factory=dict)

    def lay(self) -> None:
        """Put it in the way of this process, which does not outlive it."""
        for name in EVERY:
            setattr(os, name, self._counting(name, getattr(os, name)))
        io.open = self._counting("open", io.open)
        fcntl.flock = self._counting("flock", fcntl.flock)

    def _counting(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the system's call takes or gives
            self.begun = self.begun or name in ("flock", "mkdir")
            if self.begun and name in self.names:
                self.seen += 1
                if self.seen == self.at or (self.lasting and self.seen > self.at):
                    self.happen()
            return real(*words, **named)

        return call


def rows(scenes: Sequence[Scene] = SCENES) -> Iterator[Row]:
    """Yield what came of killing each command at each of its calls, and of letting each call to the disk fail."""
    os.environ["TRACKER_TODAY"] = TODAY
    judges = [_watched(scene) for scene in scenes]
    for judge in judges:
        yield row(f"kill -9 at a call (no strace): {judge.scene.name}", [*_verdicts(judge, EVERY, _kill)])
    for reason in (errno.ENOSPC, errno.EIO):
        fail = partial(_fail, reason)
        for lasting, kind in ((False, "at a write, fsync, rename"), (True, "from such a call on")):
            found = [verdict for judge in judges for verdict in _verdicts(judge, DISK, fail, lasting=lasting)]
            yield row(f"{errno.errorcode[reason]} {kind} (no strace)", found)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail(reason: int) -> None:
    raise OSError(reason, os.strerror(reason))


def _watched(scene: Scene) -> Judge:
    with scene.folder() as folder:
        old = contents(folder)
        ending = _forked(folder, scene.words, None)
        if ending.code:
            raise RuntimeError(ending.err)
        return Judge(scene, old, contents(folder))


def _verdicts(
    judge: Judge, names: Sequence[str], happen: Callable[[], object], *, lasting: bool = False
) -> Iterator[str]:
    """Let it happen at the first call, at the second, and so on until the command makes no more."""
    at = 0
    while True:
        at += 1
        with judge.scene.folder() as folder:
            ending = _forked(folder, judge.scene.words, Fault(at, names, happen, lasting))
            if ending.code == _LAST:
                return
            yield judge.verdict(folder, ending)


def _forked(folder: Path, words: Sequence[str], fault: Fault | None) -> Ending:
    """Run the command in a child; its exit code is 120 where the fault did not come about."""
    told = folder / ".git" / "told"
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        runner, command, leave = CliRunner(), app(), os._exit
        with told.open("w", encoding="utf-8") as err:
            if fault:
                fault.lay()
            result = runner.invoke(command, list(words), prog_name="tracker")
            err.write(result.stderr)
        leave(_LAST if fault and fault.seen < fault.at else result.exit_code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Ending(code, told.read_text(encoding="utf-8"))


def main(names: Sequence[str]) -> int:
    """Print what came of the scenes of these names; return 1 if anything was lost."""
    lost = 0
    for one in rows([scene for scene in SCENES if scene.name in names]):
        sys.stdout.write(f"{one.tried} {one.kind}: {one.outcome}\n")
        lost += one.lost
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
