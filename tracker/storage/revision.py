"""A case file in the hands of its editor, who works on a copy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from shlex import quote

from tracker.core.errors import FileFault, Unsound
from tracker.storage import disk, paths
from tracker.storage.case_file import CaseFile
from tracker.storage.decode import encoded
from tracker.storage.folder import Folder
from tracker.storage.naming import inside, toml_name
from tracker.storage.reader import read_case


class CopyGone(FileFault):
    """The copy is not where the editor was shown it."""

    def __init__(self, path: str, case: str) -> None:
        """Name the file, which was not touched."""
        super().__init__(
            f"{path} was not written, since the editor left no copy of it",
            f"`tracker edit {quote(case)}` opens it anew; save under the name that the editor shows",
        )


@dataclass(frozen=True, slots=True)
class Revision:
    """The file as it was when editing began, and the copy that is edited."""

    folder: Folder
    before: CaseFile
    copy: Path

    def read(self) -> CaseFile:
        """Return the copy as the case file that it would be; raise CopyGone, or Unreadable where it cannot be read."""
        if not paths.is_there(self.copy):
            raise CopyGone(self.before.path, self.before.id)
        return read_case(self.before.id, self.before.path, self._content(), self.folder.library)

    def put_in_place(self, after: CaseFile) -> None:
        """Replace the file by the copy, which is sound, and throw that away; raise FileFault, with both as they were.

        So also where the file was changed by somebody else since editing began.
        """
        self.folder.replace(self.before, after)
        self.give_up()

    def keep(self) -> str | None:
        """Put what was edited beside the file; return where it is, as people are told it, None where nothing was.

        Where there is no place beside the file, or the copy cannot be read, the copy stays where it is.
        """
        if not paths.is_there(self.copy):
            self.give_up()  # its folder is still there
            return None
        try:
            content = self._content()
            if content == encoded(self.before.text):
                self.give_up()
                return None
            kept = self._beside(content)
        except (disk.Unreadable, disk.Unwritable):
            return str(self.copy)
        self.give_up()
        return kept

    def give_up(self) -> None:
        """Throw the copy away."""
        disk.throw_away(self.copy)

    def _content(self) -> bytes:
        return disk.read(self.copy, str(self.copy))

    def _beside(self, content: bytes) -> str:
        """Write a file beside the case that is none itself: its name does not end in .toml."""
        shown = name = f"{toml_name(self.before.id)}.edited"
        for number in count(2):  # pragma: no branch - there is always a next one
            shown = inside(self.folder.shown, name)
            try:
                disk.create(self.folder.path / name, shown, content)
                break
            except disk.AlreadyThere:
                name = f"{toml_name(self.before.id)}.edited-{number}"
        return shown


def revise(folder: Folder, file: CaseFile) -> Revision:
    """Begin to edit a case file of the folder, sound or not; raise Unsound where it could not be read at all."""
    if any(each.problem.rule == "unreadable" for each in file.problems if each.path == file.path):
        raise Unsound(file.problems)
    return Revision(folder, file, disk.set_aside(toml_name(file.id), encoded(file.text)))
