"""Files changed by chance, most of them a little: what is nearly right goes deepest."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.hostile import IN_FILES, in_toml
from tests.torture.words import DAYS, NUMBERS, SPANS

DEEP = ("[" * 900 + "]" * 900, "[" * 5000, "{a=" * 900 + "1" + "}" * 900, "[[1],[2,[3]]]", "{a = {b = {}}}", "[]", "{}")

_QUOTED = re.compile(rb'"""[\s\S]*?"""|"[^"\n]*"')
_NUMBER = re.compile(rb"(?<![\w\"-])\d+(?![\w-])")
_DAY = re.compile(rb'(?<=[ =])"?\d{4}-\d{2}(?:-\d{2})?(?:/[\d-]+)?"?')
_KEY = re.compile(rb"(?m)^[\w.]+(?= =)")
_HEADER = re.compile(rb"(?m)^\[+[\w.]+\]+")

Change = Callable[[bytes, Random, bytes], bytes]


def changed(content: bytes, random: Random, other: bytes) -> bytes:
    """Return the content after up to four changes; `other` is a file from which parts are taken."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        content = random.choice(_CHANGES)(content, random, other)
    return content


def _cut(content: bytes, random: Random, _other: bytes) -> bytes:
    start, end = _part(content, random)
    return content[:start] + content[end:]


def _twice(content: bytes, random: Random, _other: bytes) -> bytes:
    start, end = _part(content, random)
    return content[:end] + content[start:end] * random.choice((1, 1, 2, 50)) + content[end:]


def _from_other(content: bytes, random: Random, other: bytes) -> bytes:
    start, end = _part(other, random)
    at = random.randrange(len(content) + 1)
    return content[:at] + other[start:end] + content[at:]


def _end(content: bytes, random: Random, _other: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _bytes(content: bytes, random: Random, _other: bytes) -> bytes:
    at = random.randrange(len(content) + 1)
    new = random.choice(
        (random.randbytes(random.randrange(1, 9)), b"\0", b"\xff", b"\r", b'"', b"\\", b"'''", b'"""', b"#")
    )
    return content[:at] + new + content[at + random.randrange(2) :]


def _bit(content: bytes, random: Random, _other: bytes) -> bytes:
    changed_ = bytearray(content or b"x")
    changed_[random.randrange(len(changed_))] ^= 1 << random.randrange(8)
    return bytes(changed_)


def _line(content: bytes, random: Random, other: bytes) -> bytes:
    """Take a line out, put one in, turn two round."""
    lines = content.split(b"\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    way = random.randrange(3)
    if way == 0:
        del lines[one]
    elif way == 1:
        lines.insert(one, random.choice(other.split(b"\n")))
    else:
        lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _block(content: bytes, random: Random, other: bytes) -> bytes:
    """Put events in another order, or one from another case among them."""
    blocks = content.split(b"\n\n")
    blocks.insert(random.randrange(len(blocks) + 1), random.choice(other.split(b"\n\n")))
    if random.random() < 0.5:
        random.shuffle(blocks)
    return b"\n\n".join(blocks)


def _as_text(content: bytes, random: Random, _other: bytes) -> bytes:
    text = random.choice(IN_FILES).text
    raw = random.choice((in_toml(text), in_toml(text), f'"{text}"', text, in_toml(text * 200)))
    return _replaced(content, _QUOTED, raw.encode(), random)


def _as_number(content: bytes, random: Random, _other: bytes) -> bytes:
    return _replaced(content, random.choice((_NUMBER, _QUOTED)), random.choice(NUMBERS).encode(), random)


def _as_day(content: bytes, random: Random, _other: bytes) -> bytes:
    day = random.choice(
        (random.choice(DAYS), f'"{random.choice((*DAYS, *SPANS))}"', _some_day(random), _some_span(random))
    )
    return _replaced(content, _DAY, day.encode(), random)


def _as_value(content: bytes, random: Random, _other: bytes) -> bytes:
    return _replaced(content, random.choice((_NUMBER, _QUOTED, _DAY)), random.choice(DEEP).encode(), random)


def _key(content: bytes, random: Random, other: bytes) -> bytes:
    keys = _KEY.findall(other) or [b"x"]
    return _replaced(content, _KEY, random.choice((random.choice(keys), b"a.b", b'"\\u001b"', b"''")), random)


def _header(content: bytes, random: Random, other: bytes) -> bytes:
    headers = [*_HEADER.findall(other), b"[event]", b"[[event.event]]", b"[exit]", b"[a.b.c]", b"[[]]"]
    return _replaced(content, _HEADER, random.choice(headers), random)


def _word(content: bytes, random: Random, other: bytes) -> bytes:
    """Put another word of ours in a text's place: a stage, an action, a treaty, a unit."""
    return _replaced(content, _QUOTED, random.choice(_QUOTED.findall(other) or [b'""']), random)


def _ends(content: bytes, random: Random, _other: bytes) -> bytes:
    end = random.choice((b"\r\n", b"\r", b"\n\n", b"\x0b"))
    return (b"\xef\xbb\xbf" if random.random() < 0.3 else b"") + content.replace(b"\n", end)


_CHANGES: tuple[Change, ...] = (
    _cut,
    _twice,
    _from_other,
    _end,
    _bytes,
    _bit,
    _line,
    _line,
    _block,
    _block,
    _as_text,
    _as_text,
    _as_text,
    _as_number,
    _as_number,
    _as_day,
    _as_day,
    _as_day,
    _as_value,
    _key,
    _key,
    _header,
    _word,
    _word,
    _word,
    _ends,
)


def _part(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(content) + 1)
    return start, min(len(content), start + random.choice((1, 2, 8, 40, 300)))


def _replaced(content: bytes, pattern: re.Pattern[bytes], new: bytes, random: Random) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content + new
    match = random.choice(found)
    return content[: match.start()] + new + content[match.end() :]


def _some_day(random: Random) -> str:
    return f"{random.choice((2024, 2025, 2026, 2027)):04}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"


def _some_span(random: Random) -> str:
    first, last = sorted((_some_day(random), _some_day(random)))
    return f'"{first}/{last}"'
