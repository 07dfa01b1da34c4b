"""The commands that make something to record in: `init`, `new`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import sound
from tracker.cli.opening import open_own
from tracker.cli.options import Cases
from tracker.cli.place import here
from tracker.core.country import Country
from tracker.core.errors import Refused, WrongUsage
from tracker.core.naming import country_named, file_name, meant
from tracker.core.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.treaty import Treaty
    from tracker.storage.case_file import CaseFile

_LEAST = 4  # letters of a part by which a country is known
_FEW = range(1, 5)  # countries that a hint can name


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make the folder `cases`.")] = Path(),
    empty: Annotated[bool, typer.Option("--empty", help="Without the shipped cases.")] = False,
    git: Annotated[bool, typer.Option("--git", help="To be shared: git merges the cases event by event.")] = False,
) -> None:
    """Make DIR/cases with the shipped cases, a README that explains the format, and a .gitignore.

    With --git DIR becomes a git repository, where it lies in none; nothing is committed.

    Example: tracker init mine
    """
    from tracker.storage.start import init as make

    if git:
        from tracker.storage.sharing import need_git

        need_git(here())
    try:
        cases = sum(path.suffix == ".toml" for path in make(folder, empty=empty))
    except Refused as error:
        other = "`tracker git setup` lets git merge it" if git else "`tracker init DIR` makes another one in DIR"
        error.hint = f"`tracker status` shows what is in it; {other}"
        raise
    terminal.say(terminal.harmless(f"made {folder / 'cases'} with {cases or 'no'} cases\n"))
    if git:
        from tracker.cli.sharing import begin

        begin(folder)
        return
    step = "" if folder == Path() else f"cd {quote(str(folder))} && "
    follow = "tracker new LV --treaty ottawa" if empty else "tracker status"
    terminal.say(terminal.harmless(f"next: {step}{follow}\n"))


def new(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Code or name: LV, LVA, Latvia.")],
    treaty: Annotated[str | None, typer.Option("--treaty", metavar="ID", help="The treaty that it leaves.")] = None,
    in_force: Annotated[
        str | None, typer.Option("--in-force", metavar="DAY", help="Since when the treaty binds the country.")
    ] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="TEXT", help="What a reader must know first.")] = None,
    folder: Cases = None,
) -> None:
    """Start a case file for a country's path out of a treaty.

    Example: tracker new LV --treaty ottawa
    """
    now = arguments.today()
    since = arguments.day(in_force, now)
    text = arguments.text(about, "--about")
    leaving = _country(country)
    cases = open_own(folder)
    if treaty is None:
        example = f"`tracker new {leaving.code} --treaty ottawa`"
        raise WrongUsage("`new` needs `--treaty ID`", f"`tracker treaties` lists them; such as {example}")
    leaves = cases.library.treaty(treaty)
    made = cases.create(leaving, leaves, in_force=since, about=text, check=partial(_check_alone, leaving, leaves, now))
    terminal.say(terminal.harmless(f"made {made.path}\nnext: tracker advance {quote(made.id)} --on DAY\n"))


def _check_alone(country: Country, treaty: Treaty, today: date, files: Sequence[CaseFile]) -> None:
    """Raise Refused where the country has an unfinished case of the treaty, Unsound where nobody can tell."""
    name = file_name(country, treaty.id, ())
    sound([file for file in files if file.id == name or file.id.startswith(f"{name}-{treaty.id}")])
    for case in (file.case for file in files if file.case):
        same = case.country.code == country.code and case.treaty.id == treaty.id
        if same and standing(case, today, today).condition.unfinished:
            raise Refused(
                f"`{case.id}` is an unfinished case of {country.in_sentence} and {treaty.in_sentence} already",
                f"`tracker show {quote(case.id)}` tells what may follow",
            )


def _country(word: str) -> Country:
    from tracker.storage.package import countries

    every = countries()
    found = country_named(word, every.values())
    if found is None:
        part = " ".join(word.casefold().split())
        within = [f"`{one.code}` ({one.name})" for one in every.values() if part in one.name.casefold()]
        near = f"did you mean {' or '.join(within)}?" if len(part) >= _LEAST and len(within) in _FEW else None
        near = near or meant(word, [one.name.casefold() for one in every.values()])
        raise WrongUsage(f"there is no country `{word}`", near or "write its two-letter code (ISO 3166-1), such as LV")
    return found
