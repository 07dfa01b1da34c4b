"""The only module that starts git: without a shell, without a word that could become an option or a program.

What a repository says of itself is data like the rest of it. No hook, monitor, pager, filter, helper or remote that its
configuration names is run, and what the environment says of another repository is forgotten. The user's own
configuration holds, with git's refusal of repositories that belong to somebody else. Commands that work on files or
print for people (`add`, `diff`, `log`, `status`) run programs all the same, filters for instance: reading needs none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import FileFault
from tracker.storage.quote import printable

# Where the user's own configuration and git's own programs are; all else that git reads is another command's.
_KEPT = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXEC_PATH",
    }
)
_ASKING = frozenset({"SSH_ASKPASS", "LANGUAGE"})
_SET = {
    "GIT_ALLOW_PROTOCOL": "none",  # wins over `protocol.*.allow`: a partial clone fetches nothing, over no helper
    "GIT_NO_LAZY_FETCH": "1",  # the same in one word, from git 2.45 on
    "GIT_EDITOR": "false",
    "GIT_OPTIONAL_LOCKS": "0",  # reading takes no lock
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.askPass=",
    "core.sshCommand=false",
    "credential.helper=",
    "gc.auto=0",
    "log.showSignature=false",
    "maintenance.auto=false",
    "submodule.recurse=false",
)
_LONGEST = 300


class NoGit(FileFault):
    """A machine without git."""

    def __init__(self) -> None:
        """Say how to get it."""
        super().__init__("git is not installed, or not where PATH says", "`git --version` tells whether it is there")


class GitFailed(FileFault):
    """What git itself would not do, in its own words."""

    def __init__(self, command: str, why: str) -> None:
        """Take the command's name with what git said."""
        said = printable(" ".join(why.split()))
        super().__init__(f"`git {command}` failed: {said[:_LONGEST] or 'it does not say why'}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Said:
    """What git answered: its exit code, the bytes of its output, its words on standard error."""

    code: int
    out: bytes
    err: str


def run(
    where: Path,
    command: str,
    *options: str,
    values: Collection[str] = (),
    feed: bytes = b"",
    codes: Collection[int] = (0,),
) -> Said:
    """Run a command of git in a folder; `values` are what it works on, of which none can become an option.

    `feed` is what it reads, `codes` are the exit codes that are answers. Raises NoGit or GitFailed.
    """
    with start(where, command, *options, values=values) as process:
        out, err = process.communicate(feed)
    said = Said(process.returncode, out, err.decode(errors="replace"))
    if said.code not in codes:
        raise GitFailed(command, said.err)
    return said


def start(where: Path, command: str, *options: str, values: Collection[str] = ()) -> subprocess.Popen[bytes]:
    """Start a command of git in a folder, with pipes to all its ends; raise NoGit or GitFailed."""
    program = _program()
    if program is None:
        raise NoGit
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    guarded = ["--end-of-options", *values] if values else []
    try:
        return subprocess.Popen(  # noqa: S603 - no shell, and no word of anybody's before `--end-of-options`
            [program, "--no-pager", *settings, command, *options, *guarded],
            cwd=where,
            env=_environment(os.environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise GitFailed(command, (error.strerror or "it could not be started").lower()) from None


def _program() -> str | None:
    """Return the path of git; a folder of PATH that is relative would be looked for in the repository."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return shutil.which("git", path=os.pathsep.join(folder for folder in folders if os.path.isabs(folder)))  # noqa: PTH117


def _environment(outer: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in outer.items()
        if name not in _ASKING and (name in _KEPT or not name.startswith("GIT_"))
    }
    return kept | _SET
