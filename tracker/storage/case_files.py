"""The case files directly in a folder, as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.core.case import Case
from tracker.core.errors import NotFound
from tracker.core.naming import may_double
from tracker.core.problem import Located, Problem
from tracker.storage import disk
from tracker.storage.case_file import CaseFile
from tracker.storage.files import Files
from tracker.storage.library import Library
from tracker.storage.listing import ids
from tracker.storage.naming import inside, is_id, place, toml_name
from tracker.storage.quote import printable, quoted
from tracker.storage.reader import read_case


class NoSuchCase(NotFound):
    """An id that no file of the folder has."""

    def __init__(self, case_id: str, folder: str) -> None:
        """Name the folder that was looked into."""
        super().__init__(f"there is no case {quoted(case_id)} in {folder}", "`tracker status` lists the cases")


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """The case files directly in a folder; `shown` is its path as people are told it."""

    files: Files
    shown: str
    library: Library

    @property
    def told(self) -> str:
        """The folder as a sentence names it."""
        return f"{self.shown} as of {self.files.kept}" if self.files.kept else self.shown

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases, sorted; raise Unreadable where the folder cannot be listed."""
        return ids(self.files, self.shown)

    def load(self, case_id: str) -> CaseFile:
        """Read one case, and no file but its own; raise NoSuchCase."""
        if not is_id(case_id) or not self.files.has(toml_name(case_id)):
            raise NoSuchCase(case_id, place(self.told))
        return self._read(case_id)

    def load_all(self, watch: Callable[[Sequence[str]], Iterable[str]] = iter) -> tuple[CaseFile, ...]:
        """Read every case; a file that cannot be read is a case file with a problem.

        `watch` is given the ids, and gives them back one by one as the files are read.
        """
        return tuple(self._read(case_id) for case_id in watch(self.ids()))

    def doubles_of(self, cases: Sequence[Case]) -> tuple[Case, ...]:
        """Return the other cases that share country and treaty with one of these, looked for by their files' names.

        Files of which the name tells another country or treaty are not read; what is wrong in the others is not told.
        """
        near = may_double(cases, self.ids(), self.library.ids())
        wanted = {(case.country, case.treaty.id) for case in cases}
        read = (self._read(id_).case for id_ in near)
        return tuple(one for one in read if one and (one.country, one.treaty.id) in wanted)

    def _read(self, case_id: str) -> CaseFile:
        name = toml_name(case_id)
        path = inside(self.shown, printable(name))
        if not is_id(case_id):
            return _unreadable(printable(case_id), path, "has a name that cannot be typed")
        try:
            content = self.files.read(name, path)
        except disk.Unreadable as error:
            return _unreadable(case_id, path, error.why)
        return read_case(case_id, path, content, self.library)


def _unreadable(case_id: str, path: str, why: str) -> CaseFile:
    problem = Problem("unreadable", f"the file {why}", sound=False)
    return CaseFile(case_id, path, "", None, (Located(path, 1, problem),))
