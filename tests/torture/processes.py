"""The command line as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.torture.scenes import REPOSITORY, TODAY, Ending

ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(REPOSITORY),
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "TRACKER_TODAY": TODAY,
}
TRACKER = (sys.executable, "-m", "tracker")


def ran(
    folder: Path, words: Sequence[str], *, through: Sequence[str] = (), limit: Callable[[], None] | None = None
) -> Ending:
    """Run a command in the folder, `through` another one, with what `limit` does to the process first."""
    done = subprocess.run(
        [*through, *TRACKER, *words],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    return Ending(done.returncode, done.stderr)
