"""The command `edit`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.editor import Editor, find
from tracker.cli.loading import ids_of
from tracker.cli.opening import open_own
from tracker.cli.options import Cases
from tracker.core.errors import FileFault, Refused, TrackerError, WrongUsage
from tracker.core.history import history
from tracker.core.problem import Place
from tracker.core.standing import standing

if TYPE_CHECKING:
    from tracker.storage.case_file import CaseFile
    from tracker.storage.revision import Revision


class NotSound(FileFault):
    """What was edited cannot take the file's place."""

    def __init__(self, path: str) -> None:
        """Name the file, which was not touched."""
        super().__init__(f"{path} was not written, since it would not be sound")


def edit(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case or country: latvia, Latvia, lv, LVA.")],
    number: Annotated[
        str | None, typer.Argument(metavar="[NUMBER]", help="The event that `show` numbers so.", show_default=False)
    ] = None,
    folder: Cases = None,
) -> None:
    """Open a case's file in your editor, at an event; the file is replaced only when it is sound.

    The editor is that of VISUAL or EDITOR, else the first of sensible-editor, nano, vi that is there.

    Example: tracker edit latvia 12
    """
    from tracker.storage.revision import revise

    now = arguments.today()
    opened = open_own(folder)
    (id_,) = ids_of(opened, [case])
    file = opened.load(id_)
    line = _line(file, number, now)
    if not terminal.can_edit():
        raise WrongUsage(
            "`edit` needs a terminal", f"open {file.path} in an editor, then type `tracker check {quote(id_)}`"
        )
    editor = find()
    after = _taken_over(revise(opened, file), editor, line)
    _tell(after, editor, now)


def _line(file: CaseFile, number: str | None, now: date) -> int:
    """Return the line to begin at: of the event, else of the first problem, else the first."""
    if number is None:
        return _first(file)
    if file.case is None:
        message = f"the events of `{file.id}` cannot be numbered, since its file is not sound"
        raise FileFault(message, f"`tracker edit {quote(file.id)}` opens it at its first problem")
    entries = history(standing(file.case, now, now)).entries
    shown = next((entry for entry in entries if str(entry.number) == number), None)
    if shown is None:
        numbered = f"numbers them from 1 to {len(entries)}" if entries else "says that there are none yet"
        raise WrongUsage(f"`{file.id}` has no event `{number}`", f"`tracker show {quote(file.id)}` {numbered}")
    if shown.place is None:
        message = f"{file.id}: no event of the file tells what `show` numbers {number}: time brought it"
        confirm = f"`tracker advance {quote(file.id)} --on DAY` records what confirms it"
        raise Refused(message, f"{confirm}, `tracker edit {quote(file.id)}` opens the file")
    return file.line_of(Place(shown.place))


def _first(file: CaseFile) -> int:
    """Return the line of the file's first problem, 1 where it has none of its own."""
    return next((each.line for each in file.problems if each.path == file.path), 1)


def _taken_over(revision: Revision, editor: Editor, line: int) -> CaseFile | None:
    """Return what took the file's place; None where nothing was changed."""
    with _kept_if_it_fails(revision):
        after = _edited(revision, editor, line)
        if after is None:
            revision.give_up()
        else:
            revision.put_in_place(after)
    return after


def _edited(revision: Revision, editor: Editor, line: int) -> CaseFile | None:
    """Return what the user made of the file, which is sound; None where it is as before."""
    while True:
        editor.run(revision.copy, line)
        after = revision.read()
        if after.text == revision.before.text:
            return None
        if not after.problems or not _goes_on(after):
            break
        line = _first(after)
    if after.case is None:
        raise NotSound(after.path)
    return after


def _goes_on(after: CaseFile) -> bool:
    """Tell what was found; return whether to edit again, else what is sound is to be written."""
    from tracker.views.problems import report

    terminal.tell(report(after.problems, len({each.path for each in after.problems}), terminal.paper()))
    if after.case and terminal.ask("Write it all the same?"):
        return False
    if terminal.ask("Go on editing?"):
        return True
    if after.case:
        raise typer.Exit  # as after a no to anything else: what was edited is kept all the same
    return False


@contextmanager
def _kept_if_it_fails(revision: Revision) -> Iterator[None]:
    """Keep what was edited whatever happens, and say where it is."""
    try:
        yield
    except TrackerError as error:
        if kept := revision.keep():
            error.hint = "; ".join(filter(None, [error.hint, f"what you wrote is kept in {kept}"]))
        raise
    except BaseException:  # Ctrl-C among them
        if kept := revision.keep():
            terminal.tell(terminal.harmless(f"nothing was written; what you wrote is kept in {kept}\n"))
        raise


def _tell(after: CaseFile | None, editor: Editor, now: date) -> None:
    if after is None or after.case is None:
        terminal.tell("nothing was changed\n")
        if not editor.known:
            terminal.tell(f"did `{editor.name}` not wait? an editor with a window of its own has an option for it\n")
        return
    from tracker.views.recorded import recorded

    terminal.say(recorded(standing(after.case, now, now), f"changed {after.path}", terminal.paper()))
