"""What the Tab key offers: commands, options, their values, none of them read from a case file.

A line is printed for each: the whole word, a tab, what it means. A line that begins with a tab asks the shell for
paths. The shells' side of it is in `tracker/shells`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from typer._click import Command, Context, Parameter
from typer._click import shell_completion as words  # which word of the line is meant, as Typer itself finds it

from tracker.cli import terminal
from tracker.cli.app import app_group
from tracker.cli.place import here, home, named
from tracker.core.event import Action, Result, Topic
from tracker.core.stage import PATH, Stage
from tracker.storage.files import OnDisk
from tracker.storage.listing import ids, treaty_ids
from tracker.storage.place import CasesPlace, cases_place


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the line a value is wanted: of what, in which command, how it begins."""

    parameter: Parameter
    context: Context
    begun: str


Offers = Iterator[tuple[str, str]]


def complete(line: Sequence[str]) -> None:
    """Print what can stand in the place of the line's last word; nothing where that is not known."""
    with suppress(Exception):  # a key that is pressed asks for nothing, least of all for an error
        terminal.say("".join(f"{word}\t{meaning}\n" for word, meaning in offered(line)))


def offered(line: Sequence[str]) -> Offers:
    """Yield each word that can stand in the place of the line's last one, with what it means."""
    *before, last = line or [""]
    if not before and "=" in last:
        before = ["status"]  # as `tracker --stage=draft-law` is taken
    context = words._resolve_context(app_group(), {}, "tracker", before)  # noqa: SLF001 - as in its own completion
    if before and context.parent is None:
        return  # there is no such command
    meant, begun = words._resolve_incomplete(context, before, last)  # noqa: SLF001
    if isinstance(meant, Command):
        yield from ((item.value, item.help or "") for item in meant.shell_complete(context, begun))
        return
    joined = last.removesuffix(begun)  # `--to=`
    for word, meaning in values(Place(meant, context, begun)):
        yield (f"{joined}{word}" if word else "", meaning)


def values(place: Place) -> Offers:
    """Yield the values that the parameter can have, by the word for them in the help."""
    name = kind(place.parameter)
    if name in _OFFERS:
        yield from _OFFERS[name](place)
    elif name not in FREE:
        yield from _begun(place, name.split("|"))  # `table|json`


def kind(parameter: Parameter) -> str:
    """Return the word for the parameter's values in the help, without the brackets of what may be left out."""
    return (parameter.metavar or "").strip("[].")


def _begun(place: Place, every: Iterable[str], meanings: Mapping[str, str] | None = None) -> Offers:
    return ((str(word), (meanings or {}).get(word, "")) for word in every if word.startswith(place.begun))


def _in_any_case(place: Place, every: Iterable[str]) -> Offers:
    """Offer names that are typed without regard to case, written as they were begun: `Lat` becomes `Latvia`."""
    size = len(place.begun)
    for name in every:
        if name[:size].casefold() == place.begun.casefold():
            yield (place.begun + name[size:], "")


def _cases(place: Place) -> Offers:
    """Offer the cases by their files' names, but for those that stand on the line."""
    already = place.context.params.get(place.parameter.name or "") or ()
    named = {str(word).casefold() for word in already}
    folder = _place_of_cases(place).path
    every = filter(_can_be_typed, ids(OnDisk(folder), str(folder)))
    return _in_any_case(place, (case for case in every if case.casefold() not in named))


def _treaties(place: Place) -> Offers:
    own = _place_of_cases(place).treaties
    return _in_any_case(place, filter(_can_be_typed, treaty_ids(OnDisk(own), str(own))))


def _subjects(place: Place) -> Offers:
    """Offer the subjects of all treaties: they stand in the treaties' files, which are read for them."""
    from tracker.core.subjects import subject
    from tracker.storage.library import Library

    own = _place_of_cases(place).treaties
    known = {subject(file.treaty) for file in Library(OnDisk(own), str(own)).load_all() if file.treaty}
    return _in_any_case(place, filter(_can_be_typed, sorted(known)))


def _can_be_typed(name: str) -> bool:
    """Whether the name can stand on a line as a word: one that begins with `-` is read as an option."""
    return name.isprintable() and not name.startswith("-")


def _place_of_cases(place: Place) -> CasesPlace:
    """Return where the cases are that the command would use."""
    given = place.context.params.get("folder")
    return cases_place(str(Path(given).expanduser()) if given else named(None), here(), home())


def _stages(place: Place) -> Offers:
    """Offer the stages; what leads back leads to `parliament-vote` at the furthest."""
    back = place.context.info_name in (Action.RETURN, Action.REOPEN)
    path = [stage for stage in PATH if not (back and stage.comes_after(Stage.PARLIAMENT_VOTE))]
    return _begun(place, path, {stage: stage.label for stage in path})


def _conditions(place: Place) -> Offers:
    from tracker.core.state import Condition

    return _begun(place, Condition)


def _sorts(place: Place) -> Offers:
    from tracker.core.selection import SORTS  # brings the whole of a standing along

    return _begun(place, [*SORTS, *(f"-{key}" for key in SORTS)])


def _folders(_place: Place) -> Offers:
    yield ("", "folders")


def _cases_or_files(place: Place) -> Offers:
    yield ("", "files")
    yield from _cases(place)


_OFFERS: Mapping[str, Callable[[Place], Offers]] = {
    "CASE": _cases,
    "CASE|PATH": _cases_or_files,
    "CONDITION": _conditions,
    "DAY": lambda place: _begun(place, ("today", "yesterday")),
    "DIR": _folders,
    "ID": _treaties,
    "KEY": _sorts,
    "REV-OR-DAY": lambda place: _begun(place, ("today", "yesterday")),
    "RESULT": lambda place: _begun(place, Result),
    "STAGE": _stages,
    "SUBJECT": _subjects,
    "TOPIC": lambda place: _begun(place, Topic),
    "TREATY": _treaties,
}

# What only the user knows.
FREE = frozenset({"", "COUNTRY", "NAME", "NUMBER", "TALLY", "TEXT", "URL", "WHY"})
