"""Command lines changed by chance, with the odd words that somebody could type."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.hostile import EVERY

NUMBERS = (
    "0",
    "-0",
    "-1",
    "1",
    "7",
    "255",
    "9999",
    "10000",
    "999999999",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "9" * 400,
    "9" * 5000,
    "0x" + "f" * 5000,
    "0b" + "1" * 20000,
    "1_000",
    "0o17",
    "1e400",
    "-1e-400",
    "nan",
    "inf",
    "1.5",
    "true",
    "false",
)
DAYS = (
    "0001-01-01",
    "9999-12-31",
    "9999-12-30",
    "9998-12-31",
    "2024-02-29",
    "2025-02-29",
    "2025-02-30",
    "1582-10-10",
    "1900-02-28",
    "2026-11-23",
    "2026-11-24",
    "2025-08-31",
    "0000-01-01",
    "10000-01-01",
    "20250416",
    "2025-W16-3",
    "2025-04-16T10:00:00Z",
    "2025-04-16 10:00:00",
    "10:00:00",
)
SPANS = (
    "2025",
    "0001",
    "9999",
    "0000",
    "2025-05",
    "9999-12",
    "0001-01",
    "2025-13",
    "2025-01-01/2025-12-31",
    "0001-01-01/9999-12-31",
    "9999-12-30/9999-12-31",
    "2025-12-31/2025-01-01",
    "2025-01-01/2025-01-01",
    "/",
    "2025/2026",
    "today",
    "yesterday",
    "30d",
    "4w",
    "6m",
    "999999d",
    "999999m",
    "0d",
)


def changed_words(words: Sequence[str], random: Random, options: Sequence[str]) -> list[str]:
    """Return a command line after up to three changes."""
    line = list(words)
    for _ in range(random.choice((1, 1, 2, 2, 3))):
        random.choice(_LINE_CHANGES)(line, random, options)
    return line


def any_word(random: Random) -> str:
    """Return a word that somebody could type: a day, a number, an attack, anything."""
    kind = random.randrange(8)
    if kind < 3:
        return random.choice(EVERY).text.replace("\0", "")  # no argument can hold a NUL
    if kind < 5:
        return random.choice((*DAYS, *SPANS))
    if kind == 5:
        return random.choice((*NUMBERS, "66:14:2", "1:2:3:4", "yes=66,no=14", "yes=", "=", ",", ":", "9999999999:1"))
    if kind == 6:
        return random.choice(("", " ", "\n", "-", "x" * 5000, "é" * 300, "lv", "LVA", "Latvia", "latvia", "ottawa"))
    return "".join(chr(random.choice((random.randrange(1, 0x100), random.randrange(0x100, 0xD800)))) for _ in range(9))


def _put(line: list[str], random: Random, _options: Sequence[str]) -> None:
    line.insert(random.randrange(len(line) + 1), any_word(random))


def _put_option(line: list[str], random: Random, options: Sequence[str]) -> None:
    at = random.randrange(1, len(line) + 1) if line else 0
    option = random.choice(options)
    line[at:at] = random.choice(([option], [option, any_word(random)], [f"{option}={any_word(random)}"]))


def _exchange(line: list[str], random: Random, _options: Sequence[str]) -> None:
    if line:
        line[random.randrange(len(line))] = any_word(random)


def _take_out(line: list[str], random: Random, _options: Sequence[str]) -> None:
    if line:
        del line[random.randrange(len(line))]


def _turn_round(line: list[str], random: Random, _options: Sequence[str]) -> None:
    random.shuffle(line)


def _in_word(line: list[str], random: Random, _options: Sequence[str]) -> None:
    if line:
        at = random.randrange(len(line))
        word = line[at]
        place = random.randrange(len(word) + 1)
        line[at] = word[:place] + any_word(random)[:3] + word[place + random.randrange(2) :]


_LINE_CHANGES = (_put, _put_option, _put_option, _put_option, _exchange, _exchange, _take_out, _turn_round, _in_word)
