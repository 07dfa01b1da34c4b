"""Texts merged line by line, as git does it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tracker.storage import disk, git
from tracker.storage.decode import encodable, encoded
from tracker.storage.merge import Lines, MergeLines, Versions

_MOST = 127  # conflicts that git counts in its exit code; what is above is a failure


def line_merge(where: Path) -> MergeLines:
    """Return the function that merges lines with the settings of git in the folder `where`.

    It raises NoGit, GitFailed or Unwritable.
    """

    def merged(versions: Versions) -> Lines:
        with ExitStack() as stack:
            files: list[str] = []
            for name, text in (("ours", versions.ours), ("base", versions.base), ("theirs", versions.theirs)):
                path = disk.set_aside(name, encoded(text))
                stack.callback(disk.throw_away, path)
                files.append(str(path))
            said = git.run(where, "merge-file", *_options(versions), values=files, codes=range(_MOST + 1))
        return Lines(encodable(said.out), said.code > 0)

    return merged


def _options(versions: Versions) -> list[str]:
    ours, theirs = versions.names
    return ["-p", "-L", ours, "-L", "base", "-L", theirs, f"--marker-size={versions.marker}"]
