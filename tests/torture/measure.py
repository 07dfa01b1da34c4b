"""A small process that runs one command, and measures it.

It imports little: a process begins with the memory of the one that started it, and that would be counted.
"""

import os
import sys


def measure(out: str, err: str, words: list[str]) -> tuple[int, float, int]:
    """Run `tracker` with its outputs in files; return the exit code, the processor's seconds, the most memory in MB."""
    pid = os.fork()
    if pid == 0:
        for descriptor, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), descriptor)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.execv(sys.executable, [sys.executable, "-m", "tracker", *words])  # noqa: S606 - the command under test
    _, status, used = os.wait4(pid, 0)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss // unit


if __name__ == "__main__":
    print(*measure(sys.argv[1], sys.argv[2], sys.argv[3:]))
