"""What a recording or its undoing makes of a case file, made sure of before a byte is written."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.case import Case
from tracker.core.errors import FileFault, Refused, Unsound
from tracker.core.event import Event
from tracker.storage.block import block
from tracker.storage.case_file import CaseFile
from tracker.storage.decode import decode, encoded
from tracker.storage.library import Library
from tracker.storage.log import append, cut
from tracker.storage.reader import read_case


class ReadBackOtherwise(FileFault):
    """A new text that, parsed back, does not say what was meant; the old one stays."""

    def __init__(self, path: str, why: str = "it would not say what was meant") -> None:
        """Name the file, which was not touched."""
        super().__init__(f"{path} was not written: {why}")


class RestsOnIt(Refused):
    """A last event that cannot be taken out, since without it the rest is impossible."""

    def __init__(self, name: str, path: str, why: str) -> None:
        """Name the case with its file; `why` is a sentence about the rest."""
        message = f"the last event of `{name}` cannot be taken out, since others rest on it: {why}"
        super().__init__(message, f"put the events of {path} right by hand")


@dataclass(frozen=True, slots=True)
class Change:
    """A case file with one more event: the file before, the event, its block, the case after, the new text."""

    before: CaseFile
    event: Event
    block: str
    after: Case
    text: str


@dataclass(frozen=True, slots=True)
class Undoing:
    """A case file without its last event: the file before, the block, the case after, the new text.

    `event` is None where the file before was not sound.
    """

    before: CaseFile
    event: Event | None
    block: str
    after: Case
    text: str


def changed(before: CaseFile, event: Event, library: Library) -> Change:
    """Add the event to a sound case; raise ListOfEvents, or ReadBackOtherwise where that fails."""
    text = append(before.text, event, before.path)
    read_back = _parsed(before, text, library)
    if read_back.case is None:
        raise ReadBackOtherwise(before.path, _why(read_back))
    if before.case is None or read_back.case != before.case.with_event(event):
        raise ReadBackOtherwise(before.path)
    return Change(before, event, block(event), read_back.case, text)


def undone(before: CaseFile, library: Library) -> Undoing:
    """Take the last event out.

    Raises Refused where a comment or another event stands in the way, Unsound where the file would be unsound without
    the event, too.
    """
    if before.case is None and not _has_events(before):
        raise Unsound(before.problems)
    without = cut(before.text, before.id, before.path)
    after = _parsed(before, without.text, library)
    if after.case is None and before.case is None:
        raise Unsound(before.problems)
    if after.case is None:
        raise RestsOnIt(before.id, before.path, _why(after))
    event = before.case.events[-1] if before.case else None
    return Undoing(before, event, without.block, after.case, without.text)


def _has_events(file: CaseFile) -> bool:
    """Whether the text can be read so far that its events are found; that of an unreadable file is empty."""
    document = decode(encoded(file.text), file.path).document
    return document is not None and bool(document.get("event"))


def _why(unsound: CaseFile) -> str:
    """Return what makes the file unsound; a sound file may have problems, too."""
    return next(each.problem.message for each in unsound.problems if not each.problem.sound)


def _parsed(before: CaseFile, text: str, library: Library) -> CaseFile:
    return read_case(before.id, before.path, encoded(text), library)
