"""The treaties by their ids: the user's own, which win, beside the shipped."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from tracker.core.errors import NotFound, Unsound
from tracker.core.naming import known
from tracker.core.problem import Place, Problem
from tracker.core.treaty import Treaty
from tracker.storage import disk, package
from tracker.storage.lines import located
from tracker.storage.listing import treaty_ids
from tracker.storage.naming import inside, is_id, toml_name
from tracker.storage.quote import nearest, printable, quoted
from tracker.storage.treaty_reader import TreatyFile, read_treaty, unreadable


class NoSuchTreaty(NotFound):
    """A word that is no treaty's id."""

    def __init__(self, word: str, ids: tuple[str, ...]) -> None:
        """Take the ids that there are, so that the nearest can be told."""
        super().__init__(f"there is no treaty {quoted(word)}", nearest(word, ids) or known(ids, "treaties"))


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

    def load_all(self) -> tuple[TreatyFile, ...]:
        """Return every treaty's file."""
        return tuple(file for treaty_id in self.ids() if (file := self.load(treaty_id)))

    def own_files(self) -> tuple[TreatyFile, ...]:
        """Return the user's own treaty files, with those of their problems that only the whole library shows."""
        own = disk.names(self.own, self.shown) if disk.is_folder(self.own) else ()
        return tuple(self.checked(name.removesuffix(".toml")) for name in own)

    def checked(self, treaty_id: str) -> TreatyFile:
        """Return one of the user's own files, with those of its problems that only the whole library shows.

        Raises NoSuchTreaty where there is none.
        """
        if not is_id(treaty_id) or not disk.is_there(self.own / toml_name(treaty_id)):
            raise self.refusal(treaty_id)
        file = self._own(treaty_id)
        if file.treaty is None:
            return file
        ids = self.ids()
        strangers = [
            Problem("unknown-treaty", f"there is no treaty {quoted(word)}", Place(None, "treaties", _FOLLOWS, number))
            for number, one in enumerate(file.treaty.exit.follows)
            for word in one.treaties
            if word not in ids
        ]
        return replace(file, problems=(*file.problems, *located(strangers, file.text, file.path)))

    def _found(self, treaty_id: str) -> TreatyFile | None:
        name, shipped = toml_name(treaty_id), package.treaties()
        if disk.is_there(self.own / name):
            return self._own(treaty_id)
        return _read(treaty_id, shipped, str(shipped), own=False) if disk.is_there(shipped / name) else None

    def _own(self, treaty_id: str) -> TreatyFile:
        return _read(treaty_id, self.own, self.shown, own=True)


_FOLLOWS = "exit.follows"


def _read(treaty_id: str, folder: Path, shown: str, *, own: bool) -> TreatyFile:
    name = toml_name(treaty_id)
    path = inside(shown, printable(name))
    try:
        content = disk.read(folder / name, path)
    except disk.Unreadable as error:
        return unreadable(treaty_id, path, error.why, own=own)
    return read_treaty(treaty_id, path, content, own=own)
