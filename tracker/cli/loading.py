"""From words on the command line to the cases that they mean."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tracker.cli import terminal
from tracker.cli.arguments import Look, one_of
from tracker.core.case import Case
from tracker.core.checks import twins
from tracker.core.errors import NotFound, TrackerError, Unsound, WrongUsage, raise_all
from tracker.core.naming import case_id, case_of_country
from tracker.core.problem import Located
from tracker.core.standing import Standing, standing

if TYPE_CHECKING:
    from tracker.storage.case_file import CaseFile
    from tracker.storage.folder import Folder

FORMATS = ("table", "json")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The case files that were asked for, with what is wrong in them."""

    folder: Folder
    files: tuple[CaseFile, ...]
    problems: tuple[Located, ...]

    @property
    def cases(self) -> list[Case]:
        """The cases that can be used."""
        return [file.case for file in self.files if file.case]

    @property
    def complete(self) -> bool:
        """Whether all of them can."""
        return all(file.case for file in self.files)

    def standings(self, look: Look) -> list[Standing]:
        """Return where each case stands on the day that is asked about."""
        return [standing(case, look.as_of, look.today) for case in self.cases]


def open_folder(given: str | None) -> Folder:
    """Return the cases folder: the one named, the nearest upward, or the shipped cases, which is said."""
    from tracker.storage.search import find

    folder = find(given or os.environ.get("TRACKER_CASES") or None, Path.cwd(), Path.home())
    if folder.read_only:
        terminal.tell("no cases folder here: the shipped cases, for reading only (`tracker init` copies them)\n")
    return folder


def load(given: str | None, words: Sequence[str] | None, today: date) -> Loaded:
    """Return the cases that the words mean, all cases where there are none; raise NotFound for a word that is none."""
    folder = open_folder(given)
    if not words:
        return _all(folder, today)
    files = tuple(folder.load(id_) for id_ in ids_of(folder, words))
    return Loaded(folder, files, tuple(problem for file in files for problem in file.problems))


def file_at(path: str) -> CaseFile:
    """Return the case file at a path, wherever it lies; raise NotFound where there is none."""
    from tracker.storage.search import find

    place = Path(path)
    if place.suffix != ".toml":
        raise WrongUsage(f"`{path}` is no case file: its name does not end in .toml", "name a case, or a file `….toml`")
    return find(str(place.parent), Path.cwd(), Path.home()).load(place.stem)


def sound(files: Sequence[CaseFile]) -> list[Case]:
    """Return the cases of files that are all sound; raise Unsound, all at once, for those that are not."""
    raise_all([Unsound(file.problems) for file in files if file.case is None])
    return [file.case for file in files if file.case]


def ids_of(folder: Folder, words: Sequence[str]) -> list[str]:
    """Return the ids that the words mean, each once; an id is found by its file's name alone."""
    names = folder.ids()
    found: dict[str, None] = {}
    errors: list[TrackerError] = []
    for word in words:
        try:
            found.setdefault(case_id(word, names) or _by_country(folder, word, names))
        except NotFound as error:
            errors.append(error)
    raise_all(errors)
    return list(found)


def answer(form: str, loaded: Loaded, look: Look, table: Callable[[], str], data: Callable[[], object]) -> None:
    """Give the answer in the form that was asked for, then what is wrong with the files: exit code 5 if one is."""
    if one_of(form, FORMATS, "--format") == "json":
        from tracker.views.envelope import envelope

        terminal.say(envelope(data(), look.as_of, loaded.problems))
    else:
        terminal.say(table())
    tell_problems(loaded)


def tell_problems(loaded: Loaded) -> None:
    """Name every problem on standard error; raise typer.Exit(5) where a file could not be used."""
    if loaded.problems:
        from tracker.views.problems import problem_line

        for problem in loaded.problems:
            kind = "warning: " if problem.problem.sound else ""
            terminal.tell(f"{kind}{problem_line(problem)}\n")
    if not loaded.complete:
        raise typer.Exit(5)


def _all(folder: Folder, today: date) -> Loaded:
    files = folder.load_all()
    if not files:
        hint = "`tracker new LV --treaty ottawa` starts one, `tracker init` elsewhere copies the shipped ones"
        terminal.warn(f"there are no cases in {folder.shown}", hint)
    by_id = {file.id: file for file in files}
    pairs = twins([file.case for file in files if file.case], today)
    doubled = [Located(f.path, f.line_of(p.place), p) for case, p in pairs for f in (by_id[case.id],)]
    return Loaded(folder, files, (*(problem for file in files for problem in file.problems), *doubled))


def _by_country(folder: Folder, word: str, names: Sequence[str]) -> str:
    from tracker.storage.package import countries

    cases = [file.case for file in folder.load_all() if file.case]
    return case_of_country(word, cases, names, countries().values())
