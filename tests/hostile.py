"""Text that attacks what it is printed on: the values of `hostile.toml`, with what tells whether one is live."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import tomli

STEERS = ("Cc", "Cs", "Zl", "Zp")
TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")  # as spreadsheets see it
JOINERS = frozenset("\u200c\u200d")  # some scripts cannot be spelled without them


@dataclass(frozen=True)
class Hostile:
    """A text, what people call it, what it attacks."""

    name: str
    attacks: str
    text: str

    @property
    def in_files(self) -> bool:
        """Whether a file that can be read may hold it."""
        return not any("\ud800" <= each <= "\udfff" for each in self.text)


def _every() -> tuple[Hostile, ...]:
    document = tomli.loads(Path(__file__).with_name("hostile.toml").read_text(encoding="utf-8"))
    return tuple(
        Hostile(value["name"], value["attacks"], value.get("text") or os.fsdecode(bytes(value["bytes"])))
        for value in document["value"]
    )


EVERY = _every()
IN_FILES = tuple(each for each in EVERY if each.in_files)


def attacking(*what: str) -> tuple[Hostile, ...]:
    """Return the values that attack one of these."""
    return tuple(each for each in EVERY if each.attacks in what)


def live(text: str) -> set[str]:
    """Return the characters that steer a terminal or turn the direction of reading, but for the line end."""
    return {each for each in text if each != "\n" and (unicodedata.category(each) in STEERS or each in TURNS)}


def unseen(text: str) -> set[str]:
    """Return the characters that act or cannot be seen, but for the line end."""
    formats = {each for each in text if unicodedata.category(each) == "Cf"}
    return live(text) | (formats - JOINERS)


def visible(text: str) -> str:
    """Return the text as a view shows it, its blanks aside: what acts, or is not seen, by its number."""
    shown = (_escaped(each) if unseen(each) - {"\t"} else each for each in text.replace("\r\n", "\n"))
    return "".join("".join(shown).split())


def in_toml(text: str) -> str:
    """Return the text in quotes, as TOML takes it."""
    return '"' + "".join(each if each.isalnum() or each == " " else _escaped(each) for each in text) + '"'


def _escaped(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
