"""The command that keeps the files right: `check`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.arguments import Look
from tracker.cli.loading import FORMATS, Loaded, load
from tracker.cli.opening import file_at, tell_kept, treaty_files_at
from tracker.cli.options import Cases, Format, Known, Today
from tracker.core.doubts import doubts as doubts_of
from tracker.core.errors import NotFound, WrongUsage
from tracker.core.problem import Located, Severity
from tracker.core.rows import check_rows

if TYPE_CHECKING:
    from tracker.storage.case_file import CaseFile
    from tracker.storage.treaty_reader import TreatyFile

_Targets = Annotated[
    list[str] | None, typer.Argument(metavar="[CASE|PATH]...", help="Cases, countries or files; all cases without.")
]


def check(
    targets: _Targets = None,
    doubts: Annotated[bool, typer.Option("--doubts", help="Also what a careful editor looks into.")] = False,
    as_of: Today = None,
    form: Format = "table",
    folder: Cases = None,
    known: Known = None,
) -> None:
    """Every problem of every file, each with its line; exit code 1 if there is one. Doubts are no problems.

    Example: tracker check --doubts
    """
    look = arguments.look(as_of, known)
    now = look.as_of
    json = arguments.one_of(form, FORMATS, "--format") == "json"
    seen = _look(folder, targets or [], Look(now, now, look.known))
    doubtful = _doubts(seen.files, now)
    found = [*seen.found, *(doubtful if doubts else [])]
    found = sorted(dict.fromkeys(found), key=lambda one: (one.path, one.line))
    if json:
        from tracker.views.envelope import envelope

        problems = [one for one in found if one.problem.severity is Severity.PROBLEM]
        terminal.say(envelope(check_rows(found), now, problems))
    else:
        from tracker.views.problems import report

        paths = seen.paths | {one.path for one in found}  # a treaty's file is none of the cases
        terminal.say(report(found, len(paths), terminal.paper(), unlisted=0 if doubts else len(doubtful)))
    if any(one.problem.severity is Severity.PROBLEM for one in found):
        raise typer.Exit(1)


@dataclass(slots=True)
class _Seen:
    """The case files that were looked at, each once, the paths of all files, what is wrong in them."""

    files: list[CaseFile] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)
    found: list[Located] = field(default_factory=list)

    def case(self, file: CaseFile) -> None:
        if file.path not in self.paths:
            self.files.append(file)
            self.paths.add(file.path)
            self.found += file.problems

    def treaty(self, file: TreatyFile) -> None:
        self.paths.add(file.path)
        self.found += file.problems


def _look(folder: str | None, targets: Sequence[str], look: Look) -> _Seen:
    """Look at the files that the targets mean; without any at all cases, and at the user's own treaties."""
    treaties = {target: files for target in targets if (files := treaty_files_at(target, look.known)) is not None}
    others = [target for target in targets if target not in treaties]
    words = [target for target in others if not _is_path(target)]
    seen = _Seen()
    if words or not targets:
        loaded = _load(folder, words, look)
        tell_kept(loaded.folder.shown, loaded.folder.files.kept)
        for file in loaded.files:
            seen.case(file)
        seen.found += loaded.problems
        for treaty in () if words else loaded.folder.library.own_files():
            seen.treaty(treaty)
    for treaty in (file for files in treaties.values() for file in files):
        seen.treaty(treaty)
    for path in others:
        if _is_path(path):
            seen.case(file_at(path, look.known))
    return seen


def _load(folder: str | None, words: Sequence[str], look: Look) -> Loaded:
    try:
        return load(folder, words, look)
    except NotFound:
        from tracker.storage.paths import is_folder

        for word in words:
            if is_folder(Path(word)):
                raise WrongUsage(
                    f"`{word}` is a folder, not a case",
                    f"`tracker check --cases {quote(word)}` looks at all that is in it",
                ) from None
        raise


def _is_path(target: str) -> bool:
    return "/" in target or "\\" in target or target.endswith(".toml")


def _doubts(files: Sequence[CaseFile], now: date) -> list[Located]:
    return [
        Located(file.path, file.line_of(doubt.place), doubt)
        for file in files
        if file.case
        for doubt in doubts_of(file.case, now)
    ]
