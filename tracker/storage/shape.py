"""What a file may hold, as data: blocks, their keys, what each key takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

ADDRESS = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/\x00-\x1f\x7f][^\s\x00-\x1f\x7f]*$"


class Kind(Enum):
    """What the value of a key is."""

    TEXT = auto()
    TEXTS = auto()
    ADDRESS = auto()
    CHOICE = auto()
    FLAG = auto()
    NUMBER = auto()
    NUMBER_OR_TEXT = auto()
    DAY = auto()
    WHEN = auto()
    MONTH_DAY = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what its value is, what it says, an example of it, whether it is needed.

    Of a choice `choices` are the words that there are, and `noun` is what one of them is called, if anything.
    """

    kind: Kind
    says: str
    example: object = None
    needed: bool = False
    noun: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # each is itself alone, so that a function may remember it
class Table:
    """A block of a file: its header as it is written, its keys, the blocks within it.

    `noun` is what people call it, `says` what it tells; of the keys in `one_of` at least one must be there. `inline`:
    an example of its value where a careful person writes it on one line.
    """

    noun: str
    header: str
    keys: Mapping[str, Key]
    tables: dict[str, Table] = field(default_factory=dict)
    needed: bool = False
    one_of: tuple[str, ...] = ()
    says: str = ""
    inline: str = ""

    @property
    def name(self) -> str:
        """Return its key in the table around it."""
        return self.header.strip("[]").rpartition(".")[2]

    @property
    def many(self) -> bool:
        """Whether there may be several."""
        return self.header.startswith("[[")

    def every(self) -> Iterator[Table]:
        """Return this table with all within it, the last first: a stray `url` is a source's rather than a finding's."""
        yield self
        for name in reversed(self.tables):
            yield from self.tables[name].every()


def choice(says: str, words: type[StrEnum] | tuple[str, ...], *, noun: str = "", needed: bool = False) -> Key:
    """Return a key that takes one of the words."""
    choices = tuple(str(word) for word in words)
    return Key(Kind.CHOICE, says, choices[0], needed, noun, choices)


def text(says: str, example: str | None = None, *, needed: bool = False) -> Key:
    """Return a key that takes a text."""
    return Key(Kind.TEXT, says, example, needed)


def number(says: str, example: int | None = None, *, needed: bool = False) -> Key:
    """Return a key that takes a whole number."""
    return Key(Kind.NUMBER, says, example, needed)


SOURCE_KEYS = {
    "url": Key(Kind.ADDRESS, "Where it can be read, with http or https.", "https://example.org/page"),
    "title": text("The page's or paper's own title.", "Saeima supports the withdrawal"),
    "publisher": text("Who published it.", "Saeima"),
    "accessed": Key(Kind.WHEN, "The day on which somebody read it.", "2026-11-23"),
    "archive": Key(Kind.ADDRESS, "The address of a kept copy.", "https://web.archive.org/web/2026/https://example.org"),
    "lang": text("The language of the source, as a BCP 47 tag.", "lv"),
}
