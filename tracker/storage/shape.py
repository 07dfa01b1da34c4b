"""The keys of the files as data, in the order in which a careful person writes them (cases/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from tracker.core.clause import Counting, Tested, Unit, Until
from tracker.core.event import Action, Aspect, Result, Topic
from tracker.core.stage import Stage

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


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what its value is, whether it is needed.

    Of a choice `choices` are the words that there are, and `noun` is what one of them is called, if anything.
    """

    kind: Kind
    needed: bool = False
    noun: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # each is itself alone, so that a function may remember it
class Table:
    """A block of a file: its header as it is written, its keys, the blocks within it.

    `noun` is what people call it; of the keys in `one_of` at least one must be there.
    """

    noun: str
    header: str
    keys: Mapping[str, Key]
    tables: dict[str, Table] = field(default_factory=dict)
    needed: bool = False
    one_of: tuple[str, ...] = ()

    @property
    def many(self) -> bool:
        """Whether there may be several."""
        return self.header.startswith("[[")

    def every(self) -> Iterator[Table]:
        """Return this table with all within it, the last first: a stray `url` is a source's rather than a finding's."""
        yield self
        for name in reversed(self.tables):
            yield from self.tables[name].every()


def _choice(noun: str, words: type[StrEnum] | tuple[str, ...], *, needed: bool = False) -> Key:
    return Key(Kind.CHOICE, needed, noun, tuple(str(word) for word in words))


_TEXT = Key(Kind.TEXT)
_NEEDED_TEXT = Key(Kind.TEXT, needed=True)
_NUMBER = Key(Kind.NUMBER)
_FLAG = Key(Kind.FLAG)
_DAY = Key(Kind.DAY)
_ADDRESS = Key(Kind.ADDRESS)

_SOURCE_KEYS = {
    "url": _ADDRESS,
    "title": _TEXT,
    "publisher": _TEXT,
    "accessed": Key(Kind.WHEN),
    "archive": _ADDRESS,
    "lang": _TEXT,
}
_VOTE_KEYS = {
    "yes": _NUMBER,
    "no": _NUMBER,
    "abstain": _NUMBER,
    "absent": _NUMBER,
    "not_voting": _NUMBER,
    "members": _NUMBER,
    "on": _TEXT,
    "required": Key(Kind.NUMBER_OR_TEXT),
    "result": _choice("result", Result),
}
_FINDING_KEYS = {
    "aspect": _choice("aspect", Aspect, needed=True),
    "text": _NEEDED_TEXT,
    "body": _TEXT,
    "url": _ADDRESS,
}
_EVENT_KEYS = {
    "date": Key(Kind.WHEN, needed=True),
    "action": _choice("action", Action),
    "stage": _choice("stage", Stage),
    "step": _TEXT,
    "topic": _choice("topic", Topic),
    "planned": _FLAG,
    "skip": _TEXT,
    "given": _DAY,
    "named": _DAY,
    "announced": _DAY,
    "body": _TEXT,
    "summary": _TEXT,
    "document": _TEXT,
    "reference": _TEXT,
    "doubt": _TEXT,
}

VOTE = Table("vote", "[event.vote]", _VOTE_KEYS, one_of=tuple(_VOTE_KEYS))
FINDING = Table("finding", "[[event.finding]]", _FINDING_KEYS)
SOURCE = Table("source", "[[event.source]]", _SOURCE_KEYS, one_of=("url", "title"))
EVENT = Table("event", "[[event]]", _EVENT_KEYS, {"vote": VOTE, "finding": FINDING, "source": SOURCE})

CASE = Table(
    "file",
    "the top of the file",
    {"country": _NEEDED_TEXT, "treaty": _NEEDED_TEXT, "in_force": _DAY, "about": _TEXT},
    {"event": EVENT},
)

_PERIOD_KEYS = {"amount": Key(Kind.NUMBER, needed=True), "unit": _choice("unit", Unit, needed=True)}
_PERIOD = Table("period", "[exit.period]", _PERIOD_KEYS, needed=True)
_LOCK_IN = Table("lock-in", "[exit.lock_in]", {**_PERIOD_KEYS, "from": _choice("", ("party",))})
_CONFLICT = Table(
    "conflict rule",
    "[exit.conflict]",
    {
        "tested": _choice("", Tested, needed=True),
        "until": _choice("", Until, needed=True),
        "article": _TEXT,
    },
)
_EXIT = Table(
    "exit clause",
    "[exit]",
    {
        "article": _NEEDED_TEXT,
        "right": _choice("", ("free",)),
        "runs_from": _choice("", ("receipt",)),
        "counting": _choice("", Counting),
        "end_of_day": _FLAG,
        "named": _FLAG,
        "notify": Key(Kind.TEXTS),
        "reasons": _FLAG,
        "verified": _choice("", ("text", "secondary")),
    },
    {
        "period": _PERIOD,
        "lock_in": _LOCK_IN,
        "conflict": _CONFLICT,
        "source": Table("source", "[[exit.source]]", _SOURCE_KEYS, one_of=("url", "title")),
    },
    needed=True,
)

TREATY = Table(
    "file",
    "the top of the file",
    {
        "title": _NEEDED_TEXT,
        "short": _NEEDED_TEXT,
        "the": _FLAG,
        "adopted": _NUMBER,
        "depositary": _TEXT,
        "subject": _TEXT,
        "url": _ADDRESS,
    },
    {"exit": _EXIT},
)
