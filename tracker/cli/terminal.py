"""The one module that prints, which knows the terminal it prints to."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from tracker.views.paper import Paper


_WIDEST = 2000  # columns; a bar as wide as a larger number asks for would fill the memory


def say(text: str) -> None:
    """Write a result to standard output as it is."""
    try:
        _write(sys.stdout, text)
    except OSError as error:
        unwritten(error)


def unwritten(error: OSError) -> NoReturn:
    """Leave with exit code 5 where a result found no place: a full disk, an output that is closed."""
    fail(f"the answer could not be written: {(error.strerror or 'the disk refused').lower()}")
    with suppress(OSError, AttributeError):
        sys.stdout.close()  # or Python tries again, and complains, at its end
    raise SystemExit(5) from None


def tell(text: str) -> None:
    """Write what is not a result to standard error; where nobody listens, the exit code must do."""
    with suppress(OSError):
        _write(sys.stderr, text)


def warn(message: str, hint: str | None = None) -> None:
    """Tell of something that stops nothing."""
    tell(_worded("warning", message, hint))


def fail(message: str, hint: str | None = None) -> None:
    """Tell why it did not go: one sentence, then after a blank line what to type instead."""
    tell(_worded("error", message, hint))


def harmless(text: str) -> str:
    """Return lines of a file, or a file's name, with nothing live in them; the lines stay."""
    from tracker.views.escape import escape

    return "\n".join(escape(line) for line in text.replace("\r\n", "\n").split("\n"))


def ask(question: str) -> bool:
    """Ask on the terminal, and return whether the answer was yes; Ctrl-D is none, and stops as Ctrl-C does."""
    return _answer(f"{question} [y/N] ", _typed).strip().lower() in ("y", "yes")


def question(prompt: str) -> str:
    """Ask on the terminal for a line of text, which may be empty; Ctrl-D stops as Ctrl-C does."""
    return _answer(prompt, _edited if _can_move() else _typed).strip()


def can_ask() -> bool:
    """Whether somebody sits at the terminal who can answer."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def can_show() -> bool:
    """Whether somebody watches the terminal, and nothing else than the answer goes through a pipe."""
    return _is_terminal(sys.stdout) and _is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"


def errors() -> Console:
    """Return standard error as rich draws on it."""
    from rich.console import Console

    return Console(stderr=True)


def can_edit() -> bool:
    """Whether an editor can be shown, and questions asked about what was edited."""
    return can_ask() and _is_terminal(sys.stdout)


def _answer(prompt: str, read: Callable[[str], str]) -> str:
    """Return the line that is typed; raise KeyboardInterrupt where Ctrl-C or Ctrl-D cut it off."""
    answer = ""
    try:
        if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "surrogateescape":
            sys.stdin.reconfigure(errors="surrogateescape")  # what is no UTF-8 is refused later, in words
        with suppress(EOFError):
            answer = read(prompt)
    finally:
        if not answer.endswith("\n"):  # what comes next begins a line
            tell("\n")
    if not answer.endswith("\n"):
        raise KeyboardInterrupt
    return answer


def _typed(prompt: str) -> str:
    tell(prompt)
    return sys.stdin.readline()


def _edited(prompt: str) -> str:
    """Let the line be edited with the arrow keys; a tab is one."""
    import readline

    for setting in ("set enable-bracketed-paste off", "set enable-meta-key off", "tab: self-insert"):
        readline.parse_and_bind(setting)
    return f"{input(prompt)}\n"


def _can_move() -> bool:
    """Whether the cursor can be moved on the terminal, and Python can edit lines there."""
    return _is_terminal(sys.stdout) and os.environ.get("TERM", "dumb") != "dumb" and find_spec("readline") is not None


def paper() -> Paper:
    """Return what standard output is like: how wide, with colour or not.

    Off a terminal nothing is cut or wrapped unless COLUMNS says how wide it is.
    """
    from tracker.views.paper import Paper

    return Paper(width=_width(), colour=_colour(), unicode=_unicode())


def _width() -> int | None:
    if _is_terminal(sys.stdout):
        return min(shutil.get_terminal_size().columns, _WIDEST)
    asked = os.environ.get("COLUMNS", "")
    width = min(int(asked[:9]), _WIDEST) if asked.isdecimal() else 0
    return width or None


def _colour() -> bool:
    """Follow NO_COLOR, FORCE_COLOR, TERM=dumb, in this order; otherwise colour is for terminals."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def _unicode() -> bool:
    """Whether dashes can be written: always off a terminal, where UTF-8 is, on one as its encoding says."""
    return not _is_terminal(sys.stdout) or "utf" in (sys.stdout.encoding or "").lower()


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # None: it was closed before we began


def _worded(kind: str, message: str, hint: str | None) -> str:
    from tracker.views.escape import escape

    text = f"{kind}: {escape(message)}\n"
    return f"{text}\nhint: {escape(hint)}\n" if hint else text


def _write(stream: TextIO | None, text: str) -> None:
    """Write in UTF-8 off a terminal, which files and pipes expect; what cannot be encoded is shown as an escape."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    reconfigure = getattr(stream, "reconfigure", None)  # a test's stream need not have it
    if reconfigure is not None:
        encoding = None if stream.isatty() else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace")
    stream.write(text)
    stream.flush()
