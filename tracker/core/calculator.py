"""A treaty's exit clause, asked of a notice that somebody thinks of: forwards or backwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from shlex import quote

from tracker.core.country import Country
from tracker.core.deadline import Deadline, deadline
from tracker.core.errors import Refused, WrongUsage
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Reckoning
from tracker.core.treaty import Treaty


@dataclass(frozen=True, slots=True)
class Answer:
    """What the clause says: of a notice `received` on that day, or of the last one in time for the `deadline`.

    `country` is the state that is asked about, None where it is any.
    """

    treaty: Treaty
    told: Reckoning
    received: date | None
    country: Country | None = None
    deadline: Deadline | None = None


def forwards(treaty: Treaty, asked: Asked, country: Country | None = None) -> Answer:
    """Return when a notice takes effect; raise Refused where the clause does not let it be given so."""
    clause = treaty.exit.of(country.code if country else None)
    _check(treaty, asked, country)
    _check_time(treaty, asked)
    told = reckon(clause, asked)
    if told.refusal and told.refusal.opens:
        message = f"a notice of {asked.received} is too early: the first day for one is {told.refusal.opens}"
        raise Refused(f"{treaty.id}: {message} ({clause.about_notice})", _typed(treaty, asked, told.refusal.opens))
    if told.refusal:
        own = f"by the clause itself it takes effect on {told.computed}: " if told.computed else ""
        raise Refused(f"{treaty.id}: {told.refusal.why}", f"{own}leave `--named` out")
    return Answer(treaty, told, asked.received, country)


def backwards(treaty: Treaty, asked: Asked, by: date, country: Country | None = None) -> Answer:
    """Return until when a notice is in time for a day."""
    _check(treaty, asked, country)
    found = deadline(treaty.exit.of(country.code if country else None), asked, by)
    return Answer(treaty, found.told, found.day, country, found)


def _check(treaty: Treaty, asked: Asked, country: Country | None) -> None:
    """Raise WrongUsage where something is asked that the clause does not know."""
    if asked.conflict_from and treaty.exit.conflict is None:
        raise WrongUsage(
            f"the exit clause of {treaty.in_sentence} has no armed-conflict rule", "leave `--conflict-from` out"
        )
    if country and all(one.country != country for one in treaty.exit.reserved):
        who = f"{country.in_sentence} reserved no way of its own out of {treaty.in_sentence}"
        raise WrongUsage(who, "leave `--country` out: the clause is the same for every state")


def _check_time(treaty: Treaty, asked: Asked) -> None:
    """Raise Refused where there was no treaty yet, or it did not bind the state."""
    if treaty.adopted and asked.received.year < treaty.adopted:
        raise Refused(f"{treaty.id}: a notice of {asked.received} cannot be: the treaty is of {treaty.adopted}")
    if asked.in_force and asked.received < asked.in_force:
        message = f"a notice of {asked.received} is too early: the treaty has bound the state only since"
        raise Refused(f"{treaty.id}: {message} {asked.in_force}", _typed(treaty, asked, asked.in_force))


def _typed(treaty: Treaty, asked: Asked, received: date) -> str:
    """Return the command that asks of another day, with all else that was asked."""
    given = {
        "--named": asked.named,
        "--in-force": asked.in_force,
        "--locked-from": asked.locked_from,
        "--conflict-from": asked.conflict_from,
        "--conflict-ended": asked.conflict_ended,
    }
    rest = "".join(f" {option} {day}" for option, day in given.items() if day)
    return f"`tracker effect {quote(treaty.id)} --received {received}{rest}`"
