"""Reading a text as a case file, as the tests of this folder do it."""

from pathlib import Path

from tracker.core.event import Event
from tracker.core.problem import Located
from tracker.storage.case_file import CaseFile
from tracker.storage.files import OnDisk
from tracker.storage.library import Library
from tracker.storage.reader import read_case

LIBRARY = Library(OnDisk(Path("/nowhere/treaties")), "/nowhere/treaties")
TOP = 'country = "LV"\ntreaty = "ottawa"\n'
EVENT = '\n[[event]]\ndate = 2025-03-18\naction = "note"\ntopic = "other"\n'


def read(text: str | bytes, library: Library = LIBRARY) -> CaseFile:
    """Read the text as the file `cases/latvia.toml`."""
    content = text if isinstance(text, bytes) else text.encode()
    return read_case("latvia", "cases/latvia.toml", content, library)


def events(text: str) -> tuple[Event, ...]:
    """Return the events of a sound case file."""
    file = read(text)
    assert file.case is not None, [str(problem) for problem in file.problems]
    return file.case.events


def told(problems: tuple[Located, ...]) -> list[str]:
    """Return the problems as lines: number, rule, message, and the hint after an arrow."""
    return [
        f"{each.line} {each.problem.rule}: {each.problem.message}"
        + (f" -> {each.problem.hint}" if each.problem.hint else "")
        for each in problems
    ]
