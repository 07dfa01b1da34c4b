"""Commands that write, the files that they find, and what may be there after one was cut off."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.torture.row import Row
from tracker.core.day import on, parse_day
from tracker.core.errors import TrackerError
from tracker.core.event import Action, Event, Topic
from tracker.storage.search import find

REPOSITORY = Path(__file__).parents[2]
TODAY = "2026-11-23"
LEFT = ".tracker-"  # how the names begin of what a writer that was killed leaves behind
NOT_PUT_BACK = "was changed and could not be put back"

_SOURCE = ("--source", "https://example.org/")
_AGAIN = Event(on(parse_day("2026-11-02")), Action.NOTE, topic=Topic.OTHER)


@dataclass(frozen=True, slots=True)
class Scene:
    """A command, the shipped cases that are there before it, and whether git ignores the lock already."""

    name: str
    words: tuple[str, ...]
    cases: tuple[str, ...] = ()
    ignored: bool = True

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """Make the folder in which the command is typed, for a while."""
        with TemporaryDirectory(prefix="torture-") as made:
            folder = Path(made)
            (folder / ".git").mkdir()
            for name in self.cases:
                (folder / "cases").mkdir(exist_ok=True)
                shutil.copy(REPOSITORY / "cases" / f"{name}.toml", folder / "cases")
            if self.cases and self.ignored:
                (folder / "cases" / ".gitignore").write_bytes(b".lock\n")
            yield folder


ONE = Scene("one case", ("note", "latvia", "--topic", "checked", "--on", "2026-11-01", *_SOURCE), ("latvia",))
FIRST = Scene(
    "first write",
    ("milestone", "poland", "--step", "Publication", "--on", "2026-03-20", *_SOURCE),
    ("poland", "latvia"),
    ignored=False,
)
THREE = Scene(
    "three cases",
    ("note", "latvia", "estonia", "poland", "--topic", "checked", "--on", "2026-11-01", *_SOURCE),
    ("latvia", "estonia", "poland"),
)
UNDO = Scene("undo", ("undo", "latvia", "--yes"), ("latvia", "estonia"))
NEW = Scene("new", ("new", "MT", "--treaty", "ottawa"), ("latvia",))
INIT = Scene("init", ("init", "--empty"))

SCENES = (ONE, FIRST, THREE, UNDO, NEW, INIT)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a command ended: its exit code, below 0 where a signal ended it, and what it said on standard error."""

    code: int
    err: str


def contents(folder: Path) -> Mapping[str, bytes]:
    """Return every file below the folder but the lock, and what is in `.git`."""
    files = ((str(path.relative_to(folder)), path) for path in folder.rglob("*") if path.is_file())
    return {name: path.read_bytes() for name, path in files if path.name != ".lock" and not name.startswith(".git/")}


@dataclass(frozen=True, slots=True)
class Judge:
    """The files of a scene before its command, and after one that nothing disturbed."""

    scene: Scene
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]

    def verdict(self, folder: Path, ending: Ending, *, mute: bool = False) -> str:
        """Return `old`, `new` or `half`: what the files hold; or `lost: ` with what is wrong.

        `mute`: whether standard error took nothing either, so that the exit code must do.
        """
        now = contents(folder)
        left = {name for name in now if LEFT in name}
        killed = ending.code < 0
        torn = [
            name
            for name in sorted({*now, *self.old, *self.new} - left)
            if now.get(name) not in (self.old.get(name), self.new.get(name))
        ]
        held = self._held({name: content for name, content in now.items() if name not in left})
        if torn:
            return f"lost: {', '.join(torn)}"
        if "Traceback" in ending.err or "should not have happened" in ending.err:
            return "lost: a traceback"
        if left and not killed:
            return f"lost: {', '.join(sorted(left))} stays"
        if killed:
            return held if self._goes_on(folder) else "lost: the next command fails"
        if mute and ending.code == 5 and "error: " not in ending.err:
            return held
        return _told(held, ending)

    def _held(self, now: Mapping[str, bytes]) -> str:
        """Say what the files hold; what git is told besides is not asked for."""
        cases, old, new = (
            {name: content for name, content in files.items() if not name.endswith(".gitignore")}
            for files in (now, self.old, self.new)
        )
        return "old" if cases == old else "new" if cases == new else "half"

    def _goes_on(self, folder: Path) -> bool:
        """Whether the next one who writes in the folder finds sound files and no lock, and leaves nothing lying."""
        if not self.scene.cases:
            return True
        cases = find("cases", folder, folder)
        before = contents(folder)
        try:
            cases.change([self.scene.cases[0]], lambda _: _AGAIN)
        except TrackerError:
            return False
        after = contents(folder)
        touched = {name for name in after if after[name] != before.get(name) and name.endswith(".toml")}
        sound = all(file.case for file in cases.load_all())
        return sound and touched == {f"cases/{self.scene.cases[0]}.toml"} and not any(LEFT in name for name in after)


def _told(held: str, ending: Ending) -> str:
    """Compare what the files hold with what was said about it."""
    if ending.code == 0:
        return held if held == "new" else f"lost: exit code 0, but {held} bytes"
    if ending.code != 5 or not re.search("^error: ", ending.err, re.MULTILINE):
        return f"lost: exit code {ending.code}, {ending.err!r}"
    if held == "old" or NOT_PUT_BACK in ending.err:
        return held
    return f"lost: exit code 5, but {held} bytes and no word of them"


def row(kind: str, verdicts: Sequence[str]) -> Row:
    """Count what happened; that nothing was tried is a loss, too."""
    if not verdicts:
        return Row(kind, 0, "nothing was tried", 1)
    counts = Counter("lost" if verdict.startswith("lost") else verdict for verdict in verdicts)
    words = {"old": "the old bytes", "new": "the new bytes", "half": "some files new, each whole", "lost": "lost"}
    told = [f"{counts[name]} {words[name]}" for name in words if counts[name]]
    why = [verdict for verdict in dict.fromkeys(verdicts) if verdict.startswith("lost")]
    return Row(kind, len(verdicts), "; ".join([", ".join(told), *why[:3]]), counts["lost"])
