"""Crowds: many processes that record in one folder at once, with readers among them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from tests.torture.processes import ENVIRONMENT
from tests.torture.row import Row
from tracker.core.event import Event
from tracker.storage.search import find

WRITERS, EVENTS, READERS = 50, 20, 3
COUNTRIES: Mapping[str, str] = {"estonia": "EE", "finland": "FI", "latvia": "LV", "lithuania": "LT", "poland": "PL"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a command of the crowd said."""

    words: Sequence[str]
    code: int
    err: str
    sound: bool

    @property
    def cases(self) -> Sequence[str]:
        """The cases that it named."""
        return [word for word in self.words[1 : self.words.index("--on")] if word in COUNTRIES]

    @property
    def summary(self) -> str:
        """By which its event is known."""
        return self.words[self.words.index("--summary") + 1]


def rows(writers: int = WRITERS, events: int = EVENTS, readers: int = READERS) -> Iterator[Row]:
    """Yield what came of a crowd on one case, and of one on several."""
    for cases in (("latvia",), tuple(COUNTRIES)):
        where = "one case" if len(cases) == 1 else f"{len(cases)} cases"
        with TemporaryDirectory(prefix="torture-") as made:
            wrote, read = _crowd(Path(made), cases, writers, events, readers)
            crowd = f"{writers} processes × {events} events on {where}"
            yield _written(crowd, wrote, _found(Path(made), cases))
            yield _read(f"reading meanwhile, {readers} processes", read)


def _crowd(
    folder: Path, cases: Sequence[str], writers: int, events: int, readers: int
) -> tuple[list[Told], list[Told]]:
    """Let them all loose; return what the writers were told, and the readers."""
    (folder / ".git").mkdir()
    (folder / "cases").mkdir()
    for name in cases:
        (folder / "cases" / f"{name}.toml").write_text(f'country = "{COUNTRIES[name]}"\ntreaty = "ottawa"\n')
    reading = [_started(folder, "read", 0, cases) for _ in range(readers)]
    writing = [_started(folder, str(number), events, cases) for number in range(writers)]
    wrote = _outputs(writing)
    for child in reading:
        if child.stdin:
            child.stdin.close()
            child.stdin = None
    return wrote, _outputs(reading)


def _started(folder: Path, number: str, count: int, cases: Sequence[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.torture.worker", str(folder), number, str(count), *cases]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=ENVIRONMENT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def _outputs(children: Sequence[subprocess.Popen[str]]) -> list[Told]:
    """Wait for all; one that failed as a whole is a command that did."""
    found: dict[int, list[Told]] = {}

    def listen(number: int, child: subprocess.Popen[str]) -> None:
        out, err = child.communicate()
        found[number] = [Told(**json.loads(line)) for line in out.splitlines()]
        if child.returncode:
            found[number].append(Told(("died", "--on", "--summary", err[-300:]), child.returncode, err, sound=False))

    threads = [Thread(target=listen, args=item) for item in enumerate(children)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [told for number in sorted(found) for told in found[number]]


def _found(folder: Path, cases: Sequence[str]) -> Mapping[str, Sequence[Event]]:
    """Return the events of each case; a file that is not sound has none."""
    files = find("cases", folder, folder).load_all()
    left = [path.name for path in (folder / "cases").iterdir() if path.name.startswith(".tracker-")]
    return {file.id: file.case.events if file.case and not left else () for file in files if file.id in cases}


def _written(kind: str, told: Sequence[Told], found: Mapping[str, Sequence[Event]]) -> Row:
    """Compare: what succeeded is there exactly once, nothing else is."""
    wanted = Counter((case, one.summary, one.words[0]) for one in told if one.code == 0 for case in one.cases)
    there = Counter((case, event.summary or "", event.action.value) for case in found for event in found[case])
    lost = sum((wanted - there).values()) + sum((there - wanted).values())
    codes = Counter(_outcome(one) for one in told)
    odd = codes["odd"]
    outcome = (
        f"{codes['recorded']} recorded, {codes['refused']} refused by the path, {codes['busy']} gave up after"
        f" ten seconds; {sum(wanted.values())} events, each there once"
    )
    return Row(kind, len(told), outcome if not lost + odd else f"{outcome.partition(';')[0]}, {odd} odd", lost + odd)


def _outcome(one: Told) -> str:
    if one.code == 0:
        return "recorded"
    if one.code == 4 and "is not possible, because" in one.err:
        return "refused"
    if one.code == 5 and "so nothing was written" in one.err:
        return "busy"
    return "odd"


def _read(kind: str, told: Sequence[Told]) -> Row:
    bad = [one for one in told if one.code or not one.sound]
    return Row(kind, len(told), "every file sound" if not bad else f"{bad[0].code}: {bad[0].err}", len(bad))
