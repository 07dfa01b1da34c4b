"""Full disks that need no tracing: a file may not grow beyond a size, /dev/full takes nothing."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator, Sequence
from functools import partial

from tests.torture.processes import ENVIRONMENT, TRACKER, ran
from tests.torture.row import Row
from tests.torture.scenes import NEW, ONE, THREE, Ending, Judge, Scene, contents, row

_STEPS = 8


def rows(scenes: Sequence[Scene] = (ONE, THREE, NEW)) -> Iterator[Row]:
    """Yield what came of commands whose files may not grow beyond this size or that, or whose answer finds no place."""
    judges = [_watched(scene) for scene in scenes]
    yield row(
        "a disk that is full (RLIMIT_FSIZE)", [_limited(judge, size) for judge in judges for size in _sizes(judge)]
    )
    yield row("an answer that finds no place (/dev/full)", [_unanswered(judge) for judge in judges])


def _sizes(judge: Judge) -> Iterator[int]:
    """Yield sizes that none of the new files may have, and some that one of them may."""
    size = max(len(content) for content in judge.new.values())
    yield from sorted({0, 1, *(size * step // _STEPS for step in range(_STEPS)), size - 1})


def _watched(scene: Scene) -> Judge:
    with scene.folder() as folder:
        old = contents(folder)
        ending = ran(folder, scene.words)
        if ending.code:
            raise RuntimeError(ending.err)
        return Judge(scene, old, contents(folder))


def _limited(judge: Judge, size: int) -> str:
    with judge.scene.folder() as folder:
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        return judge.verdict(folder, ran(folder, judge.scene.words, limit=limit))


def _unanswered(judge: Judge) -> str:
    """What was written stays: exit code 5 says that the answer did not come, and so does the error."""
    with judge.scene.folder() as folder, open("/dev/full", "w") as full:  # noqa: PTH123 - no file of ours
        command = [*TRACKER, *judge.scene.words]
        done = subprocess.run(
            command, cwd=folder, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
        if done.returncode != 5 or "the answer could not be written: no space left on device" not in done.stderr:
            return f"lost: exit code {done.returncode}, {done.stderr!r}"
        return judge.verdict(folder, Ending(0, done.stderr))
