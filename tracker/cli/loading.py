"""From words on the command line to the cases that they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tracker.cli import terminal
from tracker.cli.arguments import Look, one_of
from tracker.cli.place import here, home, named
from tracker.cli.progress import watched
from tracker.core.case import Case
from tracker.core.checks import twins
from tracker.core.errors import TrackerError, Unsound, WrongUsage, raise_all
from tracker.core.naming import case_id, case_of_country, country_named, may_be_of, meant
from tracker.core.problem import Located
from tracker.core.selection import Wanted
from tracker.core.sheet import Sheet
from tracker.core.standing import Standing, standing

if TYPE_CHECKING:
    from tracker.storage.case_file import CaseFile
    from tracker.storage.folder import Folder
    from tracker.storage.library import Library
    from tracker.storage.treaty_reader import TreatyFile

FORMATS = ("table", "json")  # what every command that reads gives
_READING = "reading cases"
_MEND = "\nhint: `tracker check` tells what to write instead\n"


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

    def chosen(self, look: Look, wanted: Wanted) -> list[Standing]:
        """Return those of the standings that are wanted; raise NotFound where there is no such treaty."""
        if wanted.treaty is not None:
            self.folder.library.treaty(wanted.treaty)
        return [one for one in self.standings(look) if wanted.takes(one)]


def open_folder(given: str | None) -> Folder:
    """Return the cases folder: the one named, the nearest upward, or the shipped cases, which is said."""
    folder = _find(named(given))
    if folder.read_only:
        terminal.tell("no cases folder here: the shipped cases, for reading only (`tracker init` copies them)\n")
    return folder


def open_library(given: str | None) -> Library:
    """Return the treaties: the user's own beside the cases folder, if there is one, and the shipped."""
    return _find(named(given)).library


def open_own(given: str | None) -> Folder:
    """Return the cases folder to record in; raise ForReadingOnly for the shipped cases."""
    from tracker.storage.folder import ForReadingOnly

    folder = _find(named(given))
    if folder.read_only:
        raise ForReadingOnly
    return replace(folder, tell=terminal.tell)


def load(given: str | None, words: Sequence[str] | None, today: date) -> Loaded:
    """Return the cases that the words mean, all cases where there are none; raise NotFound for a word that is none."""
    folder = open_folder(given)
    if not words:
        return _all(folder, today)
    files = tuple(folder.load(id_) for id_ in watched(ids_of(folder, words), _READING))
    return Loaded(folder, files, _problems(files))


def file_at(path: str) -> CaseFile:
    """Return the case file at a path, wherever it lies; raise NotFound where there is none."""
    place = Path(path)
    if place.suffix != ".toml":
        hint = "name a case, or a file `….toml`; `tracker check --cases DIR` looks at a whole folder"
        raise WrongUsage(f"`{path}` is no case file: its name does not end in .toml", hint)
    return _find(str(place.parent)).load(place.stem)


def treaty_files_at(path: str) -> tuple[TreatyFile, ...] | None:
    """Return the treaty files that a path means, None where it is no treaty's; raise NotFound where there is none."""
    from tracker.storage.search import treaty_files

    return treaty_files(path, here())


def sound(files: Sequence[CaseFile]) -> list[Case]:
    """Return the cases of files that are all sound; raise Unsound, all at once, for those that are not."""
    raise_all([Unsound(file.problems) for file in files if file.case is None])
    return [file.case for file in files if file.case]


def ids_of(folder: Folder, words: Sequence[str], *, texts: bool = False) -> list[str]:
    """Return the ids that the words mean, each once; an id is found by its file's name alone.

    `texts`: whether the command takes texts too, whose words are left over where the quotes round them are.
    """
    names = folder.ids()
    found: dict[str, None] = {}
    errors: list[TrackerError] = []
    for word in words:
        try:
            found.setdefault(case_id(word, names) or _by_country(folder, word, names))
        except TrackerError as error:
            errors.append(error)
    if texts and found and errors and _is_no_name(words[-1], names):
        errors[-1].hint = "; ".join(filter(None, [errors[-1].hint, "a text of several words stands in quotes"]))
    raise_all(errors)
    return list(found)


def _is_no_name(word: str, ids: Sequence[str]) -> bool:
    """Whether the word is neither a case, nor nearly one, nor a country."""
    from tracker.storage.package import countries

    return not (case_id(word, ids) or meant(word, ids) or country_named(word, countries().values()))


def answer(
    form: str,
    loaded: Loaded,
    look: Look,
    table: Callable[[], str],
    data: Callable[[], object],
    *,
    sheet: Callable[[], Sheet] | None = None,
    markdown: Callable[[], str] | None = None,
    bom: bool = False,
) -> None:
    """Give the answer in the form that was asked for, then what is wrong with the files: exit code 5 if one is.

    Each form is a function, called where it is asked for; a command without a `sheet` or `markdown` refuses that form.
    """
    forms: dict[str, Callable[[], str]] = {"table": table, "json": partial(_document, loaded, look, data)}
    if sheet:
        forms["csv"] = partial(_csv, sheet, bom=bom)
    if markdown:
        forms["markdown"] = markdown
    made = forms[one_of(form, forms, "--format")]
    if bom and form != "csv":
        raise WrongUsage("`--bom` is for CSV alone", "write `--format csv --bom`, or leave it out")
    terminal.say(made())
    tell_problems(loaded.problems, complete=loaded.complete)


def _document(loaded: Loaded, look: Look, data: Callable[[], object]) -> str:
    from tracker.views.envelope import envelope

    return envelope(data(), look.as_of, loaded.problems)


def _csv(sheet: Callable[[], Sheet], *, bom: bool) -> str:
    from tracker.views.spreadsheet import csv

    return csv(sheet(), bom=bom)


def tell_problems(problems: Sequence[Located], *, complete: bool) -> None:
    """Name every problem on standard error; raise typer.Exit(5) where a file could not be used."""
    _tell_lines(problems)
    if not complete:
        terminal.tell(_MEND)
        raise typer.Exit(5)


def tell_unsound(problems: Sequence[Located]) -> None:
    """Name the problems of files that could not be used."""
    _tell_lines(problems)
    terminal.tell(_MEND)


def _tell_lines(problems: Sequence[Located]) -> None:
    if problems:
        from tracker.views.problems import problem_line

        for problem in problems:
            kind = "warning: " if problem.problem.sound else ""
            terminal.tell(f"{kind}{problem_line(problem)}\n")


def _all(folder: Folder, today: date) -> Loaded:
    files = folder.load_all(partial(watched, what=_READING))
    if not files:
        hint = "`tracker new LV --treaty ottawa` starts one, `tracker init` elsewhere copies the shipped ones"
        terminal.warn(f"there are no cases in {folder.shown}", hint)
    by_id = {file.id: file for file in files}
    pairs = twins([file.case for file in files if file.case], today)
    doubled = [Located(f.path, f.line_of(p.place), p) for case, p in pairs for f in (by_id[case.id],)]
    return Loaded(folder, files, (*_problems(files), *doubled))


def _problems(files: Sequence[CaseFile]) -> tuple[Located, ...]:
    """Return every problem of the files, those of a treaty's file once."""
    return tuple(dict.fromkeys(problem for file in files for problem in file.problems))


def _by_country(folder: Folder, word: str, names: Sequence[str]) -> str:
    from tracker.storage.package import countries

    files, every = folder.load_all(partial(watched, what=_READING)), countries().values()
    country = country_named(word, every)
    # A file that cannot be used may be the one that is meant: another of the country must not stand in for it.
    broken = [file for file in files if file.case is None and country and may_be_of(country, file.id, file.text)]
    if broken:
        raise_all([Unsound(file.problems) for file in broken])
    return case_of_country(word, [file.case for file in files if file.case], names, every)


def _find(given: str | None) -> Folder:
    from tracker.storage.search import find

    return find(given, here(), home())
