"""What a git repository holds, read object by object from one `git cat-file --batch`."""

from __future__ import annotations

import os
import re
import subprocess
import weakref
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from tracker.core.errors import FileFault
from tracker.storage import git

_HELD = re.compile(rb"([0-9a-f]{40,64}) (blob|commit|tag|tree) (\d+)")
_LED = re.compile(rb"(dangling|loop|notdir|symlink) (\d+)")  # what a link leads to instead of an object


class Unheld(FileFault):
    """A repository whose objects git cannot read."""

    def __init__(self) -> None:
        """Say what looks after it."""
        super().__init__("git could not read an object of the repository", "`git fsck` tells what is wrong with it")


@dataclass(frozen=True, slots=True)
class Object:
    """What git says of a name: `kind` is "blob", "commit", "tag", "tree", or why there is none of these.

    The reasons are git's: "missing", "ambiguous", "symlink" (it leads out of the tree that was named), "dangling",
    "loop", "notdir". `content` is None for what is larger than was asked for.
    """

    kind: str
    id: str = ""
    content: bytes | None = b""


class Objects:
    """The objects of the repository in which the folder `where` lies, while this value is held."""

    def __init__(self, where: Path) -> None:
        """Start nothing yet."""
        self.where = where
        self._reading: _Reading | None = None

    def ask(self, name: str, limit: int) -> Object:
        """Return the object that a name means, `TREE:PATH` by following the links within the tree; raise Unheld.

        `name` is one line, whatever it holds: git reads it from a pipe, where nothing is an option.
        """
        if self._reading is None:
            self._reading = _Reading(self.where)
        found = self._reading.answer(os.fsencode(name), limit)
        if found is None or found.content is None:  # git has ended, or would go on with what nobody reads
            self._reading.end()
            self._reading = None
        if found is None:
            raise Unheld
        return found


class _Reading:
    """One run of git, ended with this value."""

    def __init__(self, where: Path) -> None:
        process = git.start(where, "cat-file", "--batch", "--follow-symlinks", errors=subprocess.DEVNULL)
        self._asked, self._said = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        self.end = weakref.finalize(self, _end, process)

    def answer(self, name: bytes, limit: int) -> Object | None:
        """Return what git says of a name, None where it ends over it."""
        try:
            self._asked.write(name + b"\n")
            self._asked.flush()
        except OSError:
            return None
        head = self._said.readline().rstrip(b"\n")
        if held := _HELD.fullmatch(head):
            return self._object(held[2].decode(), held[1].decode(), int(held[3]), limit)
        if led := _LED.fullmatch(head):
            return self._object(led[1].decode(), "", int(led[2]), limit)
        return Object(head.rpartition(b" ")[2].decode(errors="replace")) if head else None

    def _object(self, kind: str, id_: str, size: int, limit: int) -> Object | None:
        if size > limit:
            return Object(kind, id_, None)
        content = self._said.read(size + 1)  # and a line end
        return Object(kind, id_, content[:-1]) if len(content) > size else None


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    with process, suppress(OSError):  # what was not taken any more
        cast("IO[bytes]", process.stdin).close()
