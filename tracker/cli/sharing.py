"""The commands of `tracker git`, for people who share their cases."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import ids_of
from tracker.cli.opening import open_own
from tracker.cli.options import Cases, Words
from tracker.cli.place import here
from tracker.core.errors import TrackerError, raise_all
from tracker.core.standing import standing
from tracker.storage import paths
from tracker.storage.naming import shown
from tracker.storage.place import CASES

if TYPE_CHECKING:
    from tracker.storage.sharing import SetUp


def setup(folder: Cases = None) -> None:
    """Let git merge case files event by event: once in each clone.

    It adds a line to .gitattributes, to be committed, and tells this clone's git what to run. Done already, it changes
    nothing.

    Example: tracker git setup
    """
    opened = open_own(folder)
    done = _set_up(opened.path, opened.shown)
    terminal.say(terminal.harmless(f"{_told(done)}\n"))
    if done.written:
        path = quote(shown(done.attributes, here()))
        terminal.say(terminal.harmless(f"next: git add {path} && git commit\n"))


def resolve(cases: Words = None, folder: Cases = None) -> None:
    """Merge event by event what git left in conflict because it ran no merge driver, as code forges never do.

    Without a name all cases in conflict are meant. A file is written, and git told that it is resolved, only where both
    versions together are sound.

    Example: tracker git resolve latvia
    """
    from tracker.storage.unmerged import unmerged
    from tracker.views.recorded import recorded

    now = arguments.today()
    opened = open_own(folder)
    named = ids_of(opened, cases) if cases else None
    found = unmerged(opened)
    errors: list[TrackerError] = []
    for case_id in sorted(found.files) if named is None else named:
        try:
            path, case = found.resolve(case_id)
        except TrackerError as error:
            errors.append(error)
            continue
        what = f"both versions are in {path}, and git knows that it is resolved"
        terminal.say(recorded(standing(case, now, now), what, terminal.paper()))
    raise_all(errors)


_Name = Annotated[str, typer.Argument(metavar="NAME")]


def merge(
    base: _Name,
    ours: _Name,
    theirs: _Name,
    marker: Annotated[int, typer.Argument(metavar="NUMBER")],
    path: _Name,
    our_name: _Name = "",
    their_name: _Name = "",
) -> None:
    """Merge three versions of a case file: what git runs.

    Example: tracker git merge base.toml ours.toml theirs.toml 7 cases/latvia.toml
    """
    from tracker.storage.merge_driver import Handed, drive

    drive(Handed(Path(base), Path(ours), Path(theirs), marker, path, (our_name, their_name)), here())


def begin(folder: Path) -> None:
    """Share the cases that were just made in the folder, which becomes a git repository where it lies in none."""
    from tracker.storage.sharing import make_repository

    made = make_repository(folder)
    done = _set_up(folder / CASES, str(folder / CASES))
    begun = f"made a git repository in {folder}: " if made else ""
    added = [quote(shown(done.attributes, paths.real(folder)))] if done.written else []
    step = "" if folder == Path() else f"cd {quote(str(folder))} && "
    follow = f"{step}git add {' '.join([*added, CASES])} && git commit"
    terminal.say(terminal.harmless(f"{begun}{_told(done)}\nnext: {follow}\n"))


def _set_up(path: Path, name: str) -> SetUp:
    from tracker.storage.sharing import set_up
    from tracker.storage.worktree import worktree

    return set_up(worktree(path, name))


def _told(done: SetUp) -> str:
    return f"in this clone git merges `{done.pattern}` event by event"
