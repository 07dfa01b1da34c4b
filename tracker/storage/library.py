"""The treaties by their ids: the user's own, which win, beside the shipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tracker.core.errors import NotFound, Unsound
from tracker.core.naming import known
from tracker.core.problem import Located, Problem
from tracker.core.treaty import Treaty
from tracker.storage import build, disk, package
from tracker.storage.decode import decode
from tracker.storage.lines import located
from tracker.storage.listing import treaty_ids
from tracker.storage.naming import inside, is_id, toml_name
from tracker.storage.quote import nearest, quoted
from tracker.storage.schema import faults
from tracker.storage.shape import TREATY
from tracker.storage.wording import worded


class NoSuchTreaty(NotFound):
    """A word that is no treaty's id."""

    def __init__(self, word: str, ids: tuple[str, ...]) -> None:
        """Take the ids that there are, so that the nearest can be told."""
        super().__init__(f"there is no treaty {quoted(word)}", nearest(word, ids) or known(ids, "treaties"))


@dataclass(frozen=True, slots=True)
class TreatyFile:
    """A treaty file as read; `treaty` is None where it is not sound."""

    id: str
    path: str
    treaty: Treaty | None
    problems: tuple[Located, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """The treaties of one user: `own` is the folder of theirs, which need not be there; each file is read once."""

    own: Path
    shown: str
    _read: dict[str, TreatyFile | None] = field(default_factory=dict, repr=False, compare=False)

    def ids(self) -> tuple[str, ...]:
        """Return every treaty's id, sorted."""
        return treaty_ids(self.own, self.shown)

    def treaty(self, treaty_id: str) -> Treaty:
        """Return the treaty; raise NoSuchTreaty, or Unsound where its file is not sound."""
        file = self.load(treaty_id)
        if file is None:
            raise self.refusal(treaty_id)
        if file.treaty is None:
            raise Unsound(file.problems)
        return file.treaty

    def refusal(self, word: str) -> NoSuchTreaty:
        """Return the refusal of a word that is no treaty's id, without the ids where they cannot be listed."""
        try:
            return NoSuchTreaty(word, self.ids())
        except disk.Unreadable:
            return NoSuchTreaty(word, ())

    def load(self, treaty_id: str) -> TreatyFile | None:
        """Return the treaty's file, None where there is none."""
        if treaty_id not in self._read:
            self._read[treaty_id] = self._found(treaty_id) if is_id(treaty_id) else None
        return self._read[treaty_id]

    def _found(self, treaty_id: str) -> TreatyFile | None:
        name, shipped = toml_name(treaty_id), package.treaties()
        for folder, shown in ((self.own, self.shown), (shipped, str(shipped))):
            if disk.is_there(folder / name):
                return _read_file(treaty_id, folder / name, inside(shown, name))
        return None


def read_treaty(treaty_id: str, path: str, content: bytes) -> TreatyFile:
    """Read a treaty file with all its problems."""
    decoded = decode(content, path)
    if decoded.document is None:
        return TreatyFile(treaty_id, path, None, decoded.problems)
    document = decoded.document
    problems = [worded(fault, TREATY, document) for fault in faults(TREATY, document)]
    treaty = None if problems else build.treaty(treaty_id, document)
    return TreatyFile(treaty_id, path, treaty, located(problems, decoded.text, path))


def _read_file(treaty_id: str, path: Path, shown: str) -> TreatyFile:
    try:
        content = disk.read(path, shown)
    except disk.Unreadable as error:
        problem = Problem("unreadable", f"the file {error.why}", sound=False)
        return TreatyFile(treaty_id, shown, None, (Located(shown, 1, problem),))
    return read_treaty(treaty_id, shown, content)
