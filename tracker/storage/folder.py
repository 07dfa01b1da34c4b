"""A folder of cases on the disk: the one place that changes or adds case files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from tracker.core.case import Case
from tracker.core.country import Country
from tracker.core.errors import NotFound, TrackerError, Unsound, raise_all
from tracker.core.event import Event
from tracker.core.naming import file_name
from tracker.core.treaty import Treaty
from tracker.storage import disk, paths
from tracker.storage.case_file import CaseFile
from tracker.storage.case_files import CaseFiles, NoSuchCase
from tracker.storage.change import Change, ReadBackOtherwise, Undoing, changed, undone
from tracker.storage.decode import encoded
from tracker.storage.files import OnDisk
from tracker.storage.ignored import ignore_lock
from tracker.storage.lock import locked
from tracker.storage.naming import inside, place, toml_name
from tracker.storage.new_case import SCHEMA, new_case
from tracker.storage.reader import read_case
from tracker.storage.rewrite import Rewrite, replace_all

__all__ = [
    "CaseFile",
    "Change",
    "Folder",
    "ForReadingOnly",
    "NoSuchCase",
    "Undoing",
]  # what a folder gives is named here

Made = TypeVar("Made")


class ForReadingOnly(NotFound):
    """The shipped cases, which nobody changes in place."""

    def __init__(self) -> None:
        """Say how to get cases of one's own."""
        message = "there is no cases folder here, and the shipped cases are for reading only"
        super().__init__(message, "`tracker init` makes a folder of your own")


def _nothing(_: object) -> None:
    """Tell nobody, check nothing."""


@dataclass(frozen=True, slots=True)
class Folder(CaseFiles):
    """The case files of a folder on the disk; the shipped cases are `read_only`.

    Reading takes no lock; writing holds that of the folder, and `tell` is given a line where it must be waited for.
    """

    files: OnDisk
    read_only: bool = False
    tell: Callable[[str], object] = _nothing

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.files.path

    def change(
        self, ids: Sequence[str], decide: Callable[[CaseFile], Event], *, write: bool = True
    ) -> tuple[Change, ...]:
        """Add to each case the event that `decide` makes of it: to all of them, or to none.

        What is decided is decided on what is in the files while nobody else writes; `write=False` decides alone.
        Raises all that is wrong at once: NoSuchCase, Unsound, what `decide` raises, FileFault.
        """

        def make(file: CaseFile) -> Change:
            return changed(file, decide(_sound(file)), self.library)

        made = self._each(ids, make)  # a refusal touches nothing
        if write:
            with self._locked():
                if any(self._has_moved(change.before) for change in made):
                    made = self._each(ids, make)
                self._write([(change.before, change.text) for change in made])
        return made

    def undoing(self, ids: Sequence[str]) -> tuple[Undoing, ...]:
        """Return what taking out each case's last event would do; raise Refused, Unsound or FileFault, all at once."""
        return self._each(ids, lambda file: undone(file, self.library))

    def undo(self, undoings: Sequence[Undoing]) -> None:
        """Take the events out: all of them, or none; raise FileFault where a file is not as it was."""
        with self._locked():
            self._write([(undoing.before, undoing.text) for undoing in undoings])

    def replace(self, before: CaseFile, after: CaseFile) -> None:
        """Put the text of `after`, a sound file, in the place of that of `before`; raise FileFault."""
        self._refuse_if_read_only()
        text = _sound(after).text
        with self._locked():
            self._write([(before, text)])

    def create(
        self,
        country: Country,
        treaty: Treaty,
        *,
        in_force: date | None,
        about: str | None,
        check: Callable[[Sequence[CaseFile]], object] = _nothing,
    ) -> CaseFile:
        """Start a case file without events; `check` is given all files, and raises what speaks against it."""
        self._refuse_if_read_only()
        check(self.load_all())  # a refusal touches nothing
        with self._locked():
            check(self.load_all())
            return self._create(country, treaty, in_force, about)

    def _create(self, country: Country, treaty: Treaty, in_force: date | None, about: str | None) -> CaseFile:
        case_id = file_name(country, treaty.id, self.ids())
        beside = [name for name in ("README.md", SCHEMA) if paths.is_there(self.path / name)]
        content = encoded(new_case(country, treaty, in_force, about, beside))
        path = inside(self.shown, toml_name(case_id))
        file = read_case(case_id, path, content, self.library)
        if file.case != Case(case_id, country, treaty, in_force, about):
            raise ReadBackOtherwise(path)
        disk.clear_away(self.path / toml_name(case_id))
        disk.create(self.path / toml_name(case_id), path, content)
        return file

    def _each(self, ids: Sequence[str], make: Callable[[CaseFile], Made]) -> tuple[Made, ...]:
        """Make something of each case, one named twice being one; raise all that is wrong at once."""
        self._refuse_if_read_only()
        made: list[Made] = []
        errors: list[TrackerError] = []
        for case_id in dict.fromkeys(ids):
            try:
                made.append(make(self.load(case_id)))
            except TrackerError as error:
                errors.append(error)
        raise_all(errors)
        return tuple(made)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with locked(self.path, place(self.shown), self.tell):
            ignore_lock(self.path)
            yield

    def _has_moved(self, before: CaseFile) -> bool:
        """Whether the file is not as it was read."""
        path = self.path / toml_name(before.id)
        try:
            return paths.leads_out(path, self.path) or disk.read(path, before.path) != encoded(before.text)
        except disk.Unreadable:
            return True

    def _write(self, texts: Sequence[tuple[CaseFile, str]]) -> None:
        replace_all(
            [
                Rewrite(self.path / toml_name(before.id), before.path, encoded(before.text), encoded(text))
                for before, text in texts
            ]
        )

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ForReadingOnly


def _sound(file: CaseFile) -> CaseFile:
    if file.case is None:
        raise Unsound(file.problems)
    return file
