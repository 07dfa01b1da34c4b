"""The user's own text editor: which program it is, how it is told the line, how it is run."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker.core.errors import FileFault, WrongUsage

_VARIABLES = ("VISUAL", "EDITOR")
_USUAL = ("sensible-editor", "nano", "vi")
_STOPPED = (-signal.SIGINT, 128 + signal.SIGINT)  # by Ctrl-C, the latter as shells say it


class EditorFailed(FileFault):
    """An editor that could not be started, or said that something went wrong."""

    def __init__(self, name: str, why: str) -> None:
        """Take the reason as what follows the editor's name."""
        super().__init__(f"the editor `{name}` {why}, so nothing was written")


def _plus(path: Path, line: int) -> list[str]:
    return [f"+{line}", str(path)]


def _goto(path: Path, line: int) -> list[str]:
    return ["--wait", "--goto", f"{path}:{line}"]


# How an editor is told the line, by the first word of its name: `vim.tiny` is a `vim`, `code-insiders` a `code`.
_AT_LINE: Mapping[str, Callable[[Path, int], list[str]]] = {
    "vi": _plus,
    "vim": _plus,
    "nvim": _plus,
    "nano": _plus,
    "emacs": _plus,
    "emacsclient": _plus,
    "sensible": _plus,  # Debian's choice, which is one of the above
    "code": _goto,
    "codium": _goto,
}


@dataclass(frozen=True, slots=True)
class Editor:
    """A program with the options that the user gives it."""

    words: Sequence[str]

    @property
    def name(self) -> str:
        """What people call it."""
        return Path(self.words[0]).name

    @property
    def known(self) -> bool:
        """Whether it is sure to wait until the text is edited, and can be told a line."""
        return self._kind in _AT_LINE

    @property
    def _kind(self) -> str:
        return self.name.partition(".")[0].partition("-")[0]

    def command(self, path: Path, line: int) -> list[str]:
        """Return the words of the command that opens the file, at the line where the editor can be told one."""
        return [*self.words, *(_AT_LINE[self._kind](path, line) if self.known else [str(path)])]

    def run(self, path: Path, line: int) -> None:
        """Let the user edit the file; raise EditorFailed, or KeyboardInterrupt where Ctrl-C ended it."""
        try:
            with _ctrl_c_is_the_editors():
                code = subprocess.run(self.command(path, line), check=False).returncode  # noqa: S603 - the user's own
        except OSError as error:
            raise EditorFailed(self.name, f"could not be started: {(error.strerror or 'it failed').lower()}") from None
        if code in _STOPPED:
            raise KeyboardInterrupt
        if code:
            raise EditorFailed(
                self.name, f"ended with exit code {code}" if code > 0 else f"was ended by signal {-code}"
            )


def find() -> Editor:
    """Return the editor of VISUAL or EDITOR, else the first of the usual ones that is there; raise WrongUsage."""
    for variable in _VARIABLES:
        if words := _words(variable):
            if not shutil.which(words[0]):
                message = f"the editor `{words[0]}`, which {variable} names, is not there"
                raise WrongUsage(message, f"name one that is, such as `{variable}=vi`")
            return Editor(words)
    usual = next((name for name in _USUAL if shutil.which(name)), None)
    if usual is None:
        raise WrongUsage(
            f"no editor is there: none of {', '.join(_USUAL)}", "name yours, such as `VISUAL='code --wait'`"
        )
    return Editor((usual,))


def _words(variable: str) -> list[str]:
    """Return the variable split as a shell splits it, but run by none."""
    text = os.environ.get(variable, "")
    try:
        return shlex.split(text)
    except ValueError:
        message = f"{variable} names no editor, since a quote in it is not closed: `{text}`"
        raise WrongUsage(message, f"write it as you would type it, such as `{variable}='code --wait'`") from None


@contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    """Leave Ctrl-C to the editor, which may mean something else by it; unlike SIG_IGN, a handler is not handed on."""
    old = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, old)
