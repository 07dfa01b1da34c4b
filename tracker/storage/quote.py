"""A word from a file as it may stand in a sentence of ours."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.core.naming import meant

_LONGEST = 60


def quoted(text: str) -> str:
    """Return the text between backticks, on one line, cut where it is long, with nothing invisible in it."""
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"`{printable(cut)}`"


def printable(text: str) -> str:
    """Return the text on one line, with a number in the place of what nobody sees."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the hint that names the known word that was probably meant, if one is near enough."""
    return meant("-".join(word[:_LONGEST].split()), known)


def listed(words: Iterable[str], last: str = "or") -> str:
    """Return the words as a sentence lists them: "`yes`, `no` or `result`"."""
    every = [f"`{word}`" for word in words]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} {last} {every[-1]}"
