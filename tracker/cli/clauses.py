"""The commands on exit clauses: `treaties`, `effect`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.cli.arguments import Look
from tracker.cli.loading import FORMATS, tell_problems
from tracker.cli.opening import open_library, tell_kept
from tracker.cli.options import Format, Known, Library
from tracker.core.calculator import Answer, backwards, forwards
from tracker.core.country import Country
from tracker.core.errors import WrongUsage
from tracker.core.naming import country_named
from tracker.core.problem import Located
from tracker.core.reckoning import Asked
from tracker.core.subjects import on_subject
from tracker.core.treaty import Treaty
from tracker.core.treaty_rows import clause_row, effect_row, treaty_row

if TYPE_CHECKING:
    from tracker.storage.library import Library as Treaties

_Day = str | None
_Received = Annotated[
    _Day, typer.Option("--received", metavar="DAY", help="The day from which the clause counts: mostly of receipt.")
]
_By = Annotated[
    _Day, typer.Option("--effective-by", metavar="DAY", help="Backwards: the last day on which a notice is in time.")
]
_Named = Annotated[_Day, typer.Option("--named", metavar="DAY", help="A later day that the notice names.")]
_InForce = Annotated[_Day, typer.Option("--in-force", metavar="DAY", help="Since when the treaty has bound the state.")]
_LockedFrom = Annotated[
    _Day,
    typer.Option("--locked-from", metavar="DAY", help="From when a lock-in counts that counts from something else."),
]
_Begun = Annotated[
    _Day, typer.Option("--conflict-from", metavar="DAY", help="When what may be an armed conflict of it began.")
]
_Ended = Annotated[
    _Day, typer.Option("--conflict-ended", metavar="DAY", help="When all that the clause waits for had ended.")
]
_Country = Annotated[
    str | None, typer.Option("--country", metavar="COUNTRY", help="The state, where it reserved a way out of its own.")
]
_Subject = Annotated[
    str | None, typer.Option("--subject", metavar="SUBJECT", help="Only treaties on this subject, such as disarmament.")
]


def treaties(
    treaty: Annotated[str | None, typer.Argument(metavar="[ID]", help="One treaty, with its exit clause.")] = None,
    subject: _Subject = None,
    form: Format = "table",
    folder: Library = None,
    known: Known = None,
) -> None:
    """The exit clauses known, by subject; with an ID one of them in words that can be quoted.

    Example: tracker treaties ottawa
    """
    json = arguments.one_of(form, FORMATS, "--format") == "json"
    look = arguments.look(None, known)
    library = open_library(folder, look.known)
    if treaty is not None and subject is not None:
        raise WrongUsage("`--subject` is for the list of treaties", "leave it out, or the treaty")
    if treaty is not None:
        one, wrong = library.sound(treaty)
        _say(clause_row(one) if json else _treaty(one), wrong, look, library, json=json)
        tell_problems(wrong, complete=True)
        return
    files = library.load_all()
    sound = [file.treaty for file in files if file.treaty]
    shown = on_subject(sound, subject) if subject is not None else sound
    problems = [problem for file in files for problem in file.problems]
    _say([treaty_row(one) for one in shown] if json else _treaties(shown), problems, look, library, json=json)
    tell_problems(problems, complete=len(sound) == len(files))


def effect(
    treaty: Annotated[str, typer.Argument(metavar="TREATY", help="The id of a treaty: `tracker treaties` lists them.")],
    received: _Received = None,
    effective_by: _By = None,
    named: _Named = None,
    in_force: _InForce = None,
    locked_from: _LockedFrom = None,
    conflict_from: _Begun = None,
    conflict_ended: _Ended = None,
    country: _Country = None,
    form: Format = "table",
    folder: Library = None,
    known: Known = None,
) -> None:
    """When a notice takes effect, and why, step by step; backwards, until when one is in time.

    Example: tracker effect ottawa --received 2025-06-27
    """
    look = arguments.look(None, known)
    now = look.today
    asked = _asked(now, received, named, in_force, locked_from, conflict_from, conflict_ended)
    by = arguments.day(effective_by, now)
    json = arguments.one_of(form, FORMATS, "--format") == "json"
    state = _state(country) if country is not None else None
    library = open_library(folder, look.known)
    one, wrong = library.sound(treaty)
    _check_together(one.id, asked, received, by)
    answer = backwards(one, asked, by, state) if by else forwards(one, asked, state)
    _say(effect_row(one, answer.received, answer.told) if json else _effect(answer), wrong, look, library, json=json)
    tell_problems(wrong, complete=True)


def _asked(now: date, received: _Day, *others: _Day) -> Asked:
    """Read the days; a day of receipt that is not given is today's."""
    day, *rest = (arguments.day(text, now) for text in (received, *others))
    return Asked(day or now, *rest)


def _check_together(treaty: str, asked: Asked, received: _Day, by: date | None) -> None:
    """Raise WrongUsage where options contradict each other, or the day that is asked about is missing."""
    begun, ended = asked.conflict_from, asked.conflict_ended
    if ended and (begun is None or ended < begun):
        why = "ends before it begins" if begun else "has no beginning"
        raise WrongUsage(f"what may be an armed conflict {why}", "give `--conflict-from DAY` with a day before its end")
    if by and (received or asked.named):
        other = "received" if received else "named"
        hint = "it looks for the last day on which a notice is in time; leave one of the two out"
        raise WrongUsage(f"`--effective-by` does not go with `--{other}`", hint)
    if not by and not received:
        hint = f"such as `tracker effect {quote(treaty)} --received {asked.received}`"
        raise WrongUsage("`effect` needs `--received DAY`, or `--effective-by DAY`", hint)


def _state(word: str) -> Country:
    from tracker.storage.package import countries

    found = country_named(word, countries().values())
    if found is None:
        raise WrongUsage(f"there is no country `{word}`", "write its code, such as `US`, or its name")
    return found


def _say(answer: object, problems: Sequence[Located], look: Look, library: Treaties, *, json: bool) -> None:
    from tracker.views.envelope import envelope

    terminal.say(envelope(answer, look.as_of, problems) if json else str(answer))
    tell_kept(library.shown, library.own.kept)


def _treaties(every: list[Treaty]) -> str:
    from tracker.views.treaties import treaties as view

    return view(every, terminal.paper())


def _treaty(one: Treaty) -> str:
    from tracker.views.treaties import treaty as view

    return view(one, terminal.paper())


def _effect(answer: Answer) -> str:
    from tracker.views.effect import effect as view

    return view(answer, terminal.paper())
