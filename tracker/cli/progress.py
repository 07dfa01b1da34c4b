"""How far a command has come, shown on a terminal where it takes more than half a second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

from tracker.cli import terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5  # seconds
MANY = 20  # things: where fewer take long, it is the start of the program that does
Thing = TypeVar("Thing")


def watched(things: Sequence[Thing], what: str) -> Iterator[Thing]:
    """Yield the things; on a terminal, once many have taken so long, show how many are done.

    What was shown is gone at the end, also where something goes wrong.
    """
    if len(things) < MANY or not terminal.can_show():
        yield from things
        return
    count = _Count(what, len(things))
    try:
        for thing in things:
            yield thing
            count.advance()
    finally:
        count.end()


class _Count:
    """A line on standard error, which a timer makes: no command that is quick imports what draws it."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total, self._done = what, total, 0
        self._bar: Progress | None = None
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True
        self._timer.start()

    def advance(self) -> None:
        self._done += 1
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def end(self) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._bar:
            self._bar.stop()

    def _show(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = TextColumn("{task.description}"), BarColumn(complete_style="cyan"), MofNCompleteColumn()
        bar = Progress(*columns, console=terminal.errors(), transient=True)
        bar.add_task(self._what, total=self._total, completed=self._done)
        bar.start()
        self._bar = bar
