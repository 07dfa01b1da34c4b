"""The one module that prints, which knows the terminal it prints to."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from tracker.views.paper import Paper


def say(text: str) -> None:
    """Write a result to standard output as it is."""
    _write(sys.stdout, text)


def tell(text: str) -> None:
    """Write what is not a result to standard error."""
    _write(sys.stderr, text)


def warn(message: str, hint: str | None = None) -> None:
    """Tell of something that stops nothing."""
    tell(_worded("warning", message, hint))


def fail(message: str, hint: str | None = None) -> None:
    """Tell why it did not go: one sentence, then after a blank line what to type instead."""
    tell(_worded("error", message, hint))


def ask(question: str) -> bool:
    """Ask on the terminal, and return whether the answer was yes."""
    tell(f"{question} [y/N] ")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def can_ask() -> bool:
    """Whether somebody sits at the terminal who can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def paper() -> Paper:
    """Return what standard output is like: how wide, with colour or not.

    Off a terminal nothing is cut or wrapped unless COLUMNS says how wide it is.
    """
    from tracker.views.paper import Paper

    return Paper(width=_width(), colour=_colour(), unicode=_unicode())


def _width() -> int | None:
    if sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    asked = os.environ.get("COLUMNS", "")
    return int(asked) if asked.isdecimal() and int(asked) > 0 else None


def _colour() -> bool:
    """Follow NO_COLOR, FORCE_COLOR, TERM=dumb, in this order; otherwise colour is for terminals."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _unicode() -> bool:
    """Whether dashes can be written: always off a terminal, where UTF-8 is, on one as its encoding says."""
    return not sys.stdout.isatty() or "utf" in (sys.stdout.encoding or "").lower()


def _worded(kind: str, message: str, hint: str | None) -> str:
    from tracker.views.escape import escape

    text = f"{kind}: {escape(message)}\n"
    return f"{text}\nhint: {escape(hint)}\n" if hint else text


def _write(stream: TextIO, text: str) -> None:
    """Write in UTF-8 off a terminal, which files and pipes expect; what cannot be encoded is shown as an escape."""
    reconfigure = getattr(stream, "reconfigure", None)  # a test's stream need not have it
    if reconfigure is not None:
        encoding = None if stream.isatty() else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace")
    stream.write(text)
    stream.flush()
