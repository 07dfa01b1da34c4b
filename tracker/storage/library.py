"""The treaties by their ids: the user's own, which win, beside the shipped."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tracker.core.errors import Unsound
from tracker.core.naming import case_id
from tracker.core.problem import Located, Place, Problem
from tracker.core.treaty import Treaty
from tracker.storage import disk, package
from tracker.storage.files import Files, OnDisk
from tracker.storage.lines import located
from tracker.storage.listing import treaty_ids
from tracker.storage.naming import inside, is_id, toml_name
from tracker.storage.no_treaty import NoSuchTreaty
from tracker.storage.quote import printable, quoted
from tracker.storage.treaty_reader import TreatyFile, read_treaty, unreadable


@dataclass(frozen=True, slots=True)
class Library:
    """The treaties of one user: `own` is the folder of theirs, which need not be there; each file is read once."""

    own: Files
    shown: str
    _read: dict[str, TreatyFile | None] = field(default_factory=dict, repr=False, compare=False)

    def ids(self) -> tuple[str, ...]:
        """Return every treaty's id, sorted."""
        return treaty_ids(self.own, self.shown)

    def treaty(self, word: str) -> Treaty:
        """Return the treaty that was typed; raise NoSuchTreaty, or Unsound where its file is not sound."""
        return self.sound(word)[0]

    def sound(self, word: str) -> tuple[Treaty, tuple[Located, ...]]:
        """Return the treaty with this id, without regard to case, with what is wrong in its file all the same.

        Raises NoSuchTreaty, or Unsound where the file is not sound.
        """
        file = self.load(self._id(word))
        if file is None:
            raise self.refusal(word)
        if file.treaty is None:
            raise Unsound(file.problems)
        return file.treaty, file.problems

    def refusal(self, word: str) -> NoSuchTreaty:
        """Return the refusal of a word that is no treaty's id, without what it may mean if nothing can be listed."""
        try:
            return NoSuchTreaty(word, self.ids(), [file.treaty for file in self.load_all() if file.treaty])
        except disk.Unreadable:
            return NoSuchTreaty(word, (), ())

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
        own = self.own.names(self.shown) if self.own.is_there() else ()
        return tuple(self.checked(name.removesuffix(".toml")) for name in own)

    def checked(self, treaty_id: str) -> TreatyFile:
        """Return one of the user's own files, with those of its problems that only the whole library shows.

        Raises NoSuchTreaty where there is none.
        """
        if not is_id(treaty_id) or not self.own.has(toml_name(treaty_id)):
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

    def _id(self, word: str) -> str:
        """Return the id that the word is, without regard to case; the word itself where it is none."""
        try:
            ids = self.ids()
        except disk.Unreadable:
            return word
        return word if word in ids else case_id(word, ids) or word

    def _found(self, treaty_id: str) -> TreatyFile | None:
        name, shipped = toml_name(treaty_id), OnDisk(package.treaties())
        if self.own.has(name):
            return self._own(treaty_id)
        return _read(treaty_id, shipped, str(shipped.path), own=False) if shipped.has(name) else None

    def _own(self, treaty_id: str) -> TreatyFile:
        return _read(treaty_id, self.own, self.shown, own=True)


_FOLLOWS = "exit.follows"


def _read(treaty_id: str, folder: Files, shown: str, *, own: bool) -> TreatyFile:
    name = toml_name(treaty_id)
    path = inside(shown, printable(name))
    try:
        content = folder.read(name, path)
    except disk.Unreadable as error:
        return unreadable(treaty_id, path, error.why, own=own)
    return read_treaty(treaty_id, path, content, own=own)
