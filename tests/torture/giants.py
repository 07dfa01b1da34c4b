"""Files as large, as deep, as many as somebody can make them: each is answered within two seconds, below 300 MB."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.torture.row import Row
from tracker.storage.disk import LIMIT

REPOSITORY = Path(__file__).parents[2]
SLOW = 2.0  # seconds of the processor
LARGE = 300  # MB
HANGS = 180  # seconds of the clock
MANY = 3_000

TOP = b'country = "AQ"\ntreaty = "ottawa"\n'
EVENT = b"\n[[event]]\ndate = 2025-01-10\n"
NOTE = EVENT + b'action = "note"\ntopic = "law"\n'
FIRST = TOP + EVENT + b'stage = "ministry-analysis"\n'
REST = LIMIT - len(TOP)
COMMANDS = (
    ("check", "--doubts"),
    ("status",),
    ("show", "a"),
    ("show", "a", "--format", "json"),
    ("changes", "--since", "2024-01-01", "--notes"),
    ("timeline",),
    ("advance", "a", "--on", "2025-02-03"),
)


def _full(unit: bytes, head: bytes = TOP, tail: bytes = b"") -> bytes:
    """Return the unit as often as 4 MB take it."""
    return head + unit * ((LIMIT - len(head) - len(tail)) // len(unit)) + tail


def _numbered(count: int, unit: str, head: bytes = TOP) -> bytes:
    return head + "".join(unit.format(n) for n in range(count)).encode()


GIANTS: Mapping[str, Callable[[], bytes]] = {
    "4 MB of a comment": lambda: _full(b"#"),
    "4 MB and a byte": lambda: _full(b"#") + b"#",
    "4 MB in a text": lambda: _full(b"x", TOP + b'about = "', b'"\n'),
    "4 MB of escapes": lambda: _full(b"\\u001b", TOP + b'about = "', b'"\n'),
    "4 MB of words": lambda: _full(b"word, ", TOP + b'about = "', b'"\n')[: 2**20] + b'"\n',
    "4 MB in a country": lambda: _full(b"A", b'treaty = "ottawa"\ncountry = "', b'"\n'),
    "4 MB in a treaty": lambda: _full(b"-", b'country = "AQ"\ntreaty = "', b'"\n'),
    "4 MB in a day": lambda: _full(b"2025-", TOP + b'[[event]]\ndate = "', b'"\n'),
    "4 MB of lines": lambda: _full(b"\n"),
    "4 MB of CR LF": lambda: _full(b"\r\n"),
    "4 MB of CR": lambda: _full(b"\r"),
    "4 MB of NUL": lambda: _full(b"\0"),
    "4 MB that are no UTF-8": lambda: _full(b"\xff"),
    "4 MB of digits": lambda: _full(b"9", TOP + b"a = "),
    "5,000 digits": lambda: TOP + b"a = " + b"9" * 5000 + b"\n",
    "5,000 hexadecimal digits": lambda: NOTE.join((TOP, b"")) + b"[event.vote]\nyes = 0x" + b"f" * 5000 + b"\n",
    "90,000 hexadecimal digits": lambda: NOTE.join((TOP, b"")) + b"[event.vote]\nyes = 0x" + b"f" * 90_000 + b"\n",
    "4 MB of brackets": lambda: _full(b"["),
    "lists, nested": lambda: _full(b"[", TOP + b"a = "),
    "tables, nested": lambda: _full(b"{a=", TOP + b"a = "),
    "lists, 900 deep": lambda: TOP + b"a = " + b"[" * 900 + b"]" * 900 + b"\n",
    "a dotted key": lambda: _full(b"a.", TOP, b"a = 1\n"),
    "a dotted key of 900 parts": lambda: TOP + b"a." * 900 + b"a = 1\n",
    "a dotted header": lambda: _full(b"a.", TOP + b"[", b"a]\n"),
    "quotes": lambda: _full(b'"'),
    "a text of quotes that is not closed": lambda: _full(b'""\n', TOP + b'a = """'),
    "a text of backslashes": lambda: _full(b"\\", TOP + b'a = "'),
    "a list of numbers": lambda: _full(b"1,", TOP + b"event = [", b"]\n"),
    "a list of 9,000 numbers": lambda: TOP + b"event = [" + b"1," * 9000 + b"]\n",
    "events in brackets": lambda: _full(b'{date=2025-01-10,action="note"},', TOP + b"event = [", b"]\n"),
    "a million keys": lambda: _numbered(300_000, "k{0} = 1\n"),
    "15,000 keys that are none": lambda: _numbered(15_000, "k{0} = 1\n", FIRST),
    "empty events": lambda: _full(b"[[event]]\n"),
    "1,999 empty events": lambda: TOP + b"[[event]]\n" * 1999,
    "1,999 wrong events": lambda: TOP + (EVENT + b'stage = "x"\nbody = 5\n') * 1999,
    "2,000 notes": lambda: _numbered(2000, NOTE.decode() + 'summary = "Point {0}"\n'),
    "2,000 equal notes": lambda: TOP + NOTE * 2000,
    "2,000 milestones on as many days": lambda: TOP + _milestones(2000),
    "2,001 notes": lambda: TOP + NOTE * 2001,
    "2,000 plans": lambda: _numbered(
        2000, '\n[[event]]\ndate = 2027-01-10\naction = "milestone"\nstep = "S{0}"\nplanned = true\n'
    ),
    "2,000 steps back and forth": lambda: (
        FIRST + (EVENT + b'action = "reject"\n' + EVENT + b'action = "reopen"\nstage = "ministry-analysis"\n') * 999
    ),
    "6,000 sources": lambda: _numbered(6000, '[[event.source]]\nurl = "https://example.org/{0}"\n', FIRST),
    "6,000 sources without an address": lambda: FIRST + b'[[event.source]]\nurl = "x"\n' * 6000,
    "4,000 findings": lambda: _numbered(4000, '[[event.finding]]\naspect = "legal"\ntext = "Point {0}"\n', FIRST),
    "conflict markers": lambda: _full(b"<<<<<<< a\n=======\n>>>>>>> b\n")[:2_000_000],
    "90,000 lines that are no TOML": lambda: TOP + b"hello world\n" * 90_000,
    "the last day": lambda: (
        TOP + EVENT.replace(b"2025-01-10", b"9999-12-31") + b'stage = "un-notification"\nskip = "x"\n'
    ),
    "the first day": lambda: (
        TOP + EVENT.replace(b"2025-01-10", b"0001-01-01") + b'stage = "un-notification"\nskip = "x"\n'
    ),
    "all days": lambda: (
        TOP + EVENT.replace(b"2025-01-10", b'"0001-01-01/9999-12-31"') + b'action = "note"\ntopic = "law"\n'
    ),
}

CROWDS: Mapping[str, Callable[[int], bytes]] = {
    f"{MANY:,} files that are no TOML": lambda _n: TOP + b"hello world\n",
    f"{MANY:,} files of random bytes": lambda n: bytes((n * each) % 251 for each in range(200)),
    f"{MANY:,} files with unknown keys": lambda _n: TOP + b'boddy = "x"\n',
    f"{MANY:,} empty files": lambda _n: b"",
}


@dataclass(frozen=True)
class Measured:
    """How a command went."""

    code: int
    seconds: float
    megabytes: int
    err: str

    def faults(self, words: Sequence[str]) -> Iterator[str]:
        """Yield what is wrong with it."""
        if self.code not in (0, 2, 3, 4, 5) and not (self.code == 1 and words[0] == "check"):
            yield f"exit code {self.code}"
        if "Traceback" in self.err or "should not have happened" in self.err:
            yield self.err[-600:]
        if self.seconds > SLOW:
            yield f"{self.seconds:.2f} s"
        if self.megabytes > LARGE:
            yield f"{self.megabytes} MB"


def rows() -> Iterator[Row]:
    """Try all; yield a row for the large files, one for the many."""
    yield _row("large, deep, endless files", ({"cases/a.toml": make()} for make in GIANTS.values()), list(GIANTS))
    crowds = ({f"cases/c{n}.toml": make(n) for n in range(MANY)} for make in CROWDS.values())
    yield _row(
        "folders of broken files", crowds, list(CROWDS), (("status",), ("check",), ("stats", "--format", "json"))
    )


def _row(
    kind: str,
    folders: Iterator[Mapping[str, bytes]],
    names: Sequence[str],
    commands: Sequence[Sequence[str]] = COMMANDS,
) -> Row:
    tried, lost, slowest, peak = 0, 0, 0.0, 0
    for name, files in zip(names, folders, strict=True):
        for words in commands:
            one = _measured(files, words)
            slowest, peak = max(slowest, one.seconds), max(peak, one.megabytes)
            found = list(one.faults(words))
            for fault in found:
                print(f"{kind}: {name}: {' '.join(words)}: {fault}", file=sys.stderr, flush=True)
            tried, lost = tried + 1, lost + bool(found)
    return Row(kind, tried, f"{len(names)} of them, {slowest:.2f} s at most, {peak} MB at most", lost)


def _measured(files: Mapping[str, bytes], words: Sequence[str]) -> Measured:
    """Run a command in a new folder; one that took too long is run again, since a busy machine is slower."""
    with tempfile.TemporaryDirectory(prefix="tracker-giants-") as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        Path(folder, ".git").mkdir()
        once = _once(Path(folder), words)
        for _ in range(2):
            once = min(once, _once(Path(folder), words), key=lambda one: one.seconds) if once.seconds > SLOW else once
    return once


def _once(folder: Path, words: Sequence[str]) -> Measured:
    out, err = folder / ".out", folder / ".err"
    command = [sys.executable, str(REPOSITORY / "tests" / "torture" / "measure.py"), str(out), str(err), *words]
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    try:
        told = subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, check=True, timeout=HANGS
        ).stdout
    except subprocess.TimeoutExpired:
        return Measured(-1, HANGS, 0, "")
    code, seconds, megabytes = told.split()
    return Measured(int(code), float(seconds), int(megabytes), err.read_text(errors="replace")[-3000:])


def _milestones(count: int) -> bytes:
    days = (f"{1990 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(count))
    return b"".join(EVENT.replace(b"2025-01-10", day.encode()) + b'action = "milestone"\nstep = "S"\n' for day in days)


if __name__ == "__main__":
    for _one in rows():
        print(_one, flush=True)
