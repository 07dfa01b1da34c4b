"""The commands that make something to record in: `init`, `new`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import open_folder
from tracker.cli.options import Cases
from tracker.core.country import Country
from tracker.core.errors import Refused, WrongUsage
from tracker.core.naming import country_named, known, meant
from tracker.core.standing import standing


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to make the folder `cases`.")] = Path(),
    empty: Annotated[bool, typer.Option("--empty", help="Without the shipped cases.")] = False,
) -> None:
    """Make DIR/cases with the shipped cases, a README that explains the format, and a .gitignore.

    Example: tracker init mine
    """
    from tracker.storage.start import init as make

    cases = sum(path.suffix == ".toml" for path in make(folder, empty=empty))
    terminal.say(f"made {folder / 'cases'} with {cases or 'no'} cases\n")
    step = "" if folder == Path() else f"cd {folder} && "
    follow = "tracker new LV --treaty ottawa" if empty else "tracker status"
    terminal.say(f"next: {step}{follow}\n")


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
    leaving = _country(country)
    cases = open_folder(folder)
    ids = cases.library.ids()
    if treaty is None:
        raise WrongUsage("`new` needs `--treaty ID`", known(ids, "treaties", most=len(ids)))
    leaves = cases.library.treaty(treaty)
    for case in (file.case for file in cases.load_all() if file.case):
        same = case.country.code == leaving.code and case.treaty.id == treaty
        if same and standing(case, now, now).condition.unfinished:
            raise Refused(
                f"`{case.id}` is an unfinished case of {leaving.in_sentence} and {case.treaty.in_sentence} already",
                f"`tracker show {case.id}` tells what may follow",
            )
    made = cases.create(leaving, leaves, in_force=since, about=about)
    terminal.say(f"made {made.path}\nnext: tracker advance {made.id} --on DAY\n")


def _country(word: str) -> Country:
    from tracker.storage.package import countries

    every = countries()
    found = country_named(word, every.values())
    if found is None:
        near = meant(word, [one.name.casefold() for one in every.values()])
        raise WrongUsage(f"there is no country `{word}`", near or "write its two-letter code (ISO 3166-1), such as LV")
    return found
