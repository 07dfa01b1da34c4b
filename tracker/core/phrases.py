"""The words in which an exit clause is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core.clause import Calendar, ConflictRule, ExitClause, LockIn
from tracker.core.month_day import NEW_YEARS_EVE
from tracker.core.period import Period
from tracker.core.vocabulary import LockFrom, Rounding, RunsFrom, Tested, Until

VIENNA = "Vienna Convention on the Law of Treaties"

START: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "{receiver} receives the notice",
    RunsFrom.NOTICE: "the notice is given to {receiver}",
    RunsFrom.DEPOSIT: "the instrument is deposited with {receiver}",
    RunsFrom.REGISTRATION: "{receiver} registers the denunciation",
    RunsFrom.YEAR: "{receiver} receives the notice; its year counts, not its day",
}
AFTER: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "receipt",
    RunsFrom.NOTICE: "the notice",
    RunsFrom.DEPOSIT: "the deposit",
    RunsFrom.REGISTRATION: "the registration",
    RunsFrom.YEAR: "the notice",
}
_ROUNDED: Mapping[Rounding, str] = {
    Rounding.MONTH_START: "the first day of the month that follows",
    Rounding.MONTH_END: "the last day of that month",
    Rounding.YEAR_END: "31 December of that year",
}
TESTED: Mapping[Tested, str] = {
    Tested.EXPIRY: "if the {leaver} is in an armed conflict when the period ends, the withdrawal",
    Tested.NOTICE: "if the {leaver} is in an armed conflict when it gives the notice, the withdrawal",
}
UNTIL: Mapping[Until, str] = {
    Until.CONFLICT_ENDED: "{conflict} is over",
    Until.RELEASE: "{conflict} is over and those whom the treaty protects are released and returned",
    Until.NO_CONFLICT: "the {leaver} is in no armed conflict",
}


def started(clause: ExitClause) -> str:
    """Return what happens on the day from which the clause counts."""
    text = START[clause.runs_from].format(receiver=clause.receiver)
    several = clause.runs_from is RunsFrom.NOTICE and len(clause.notify) > 1
    return f"{text}; where it reaches them on different days, the latest is the safe one" if several else text


def lasted(clause: ExitClause, length: Period) -> str:
    """Return "six months after receipt", "at least 90 days after the notice", "at once"."""
    if not length.amount:
        return "at once"
    return f"{'at least ' if clause.minimum else ''}{length.words} after {AFTER[clause.runs_from]}"


def rounded(clause: ExitClause, rule: Rounding) -> str:
    """Return to which day the end of the period is moved, or the day of the notice, where there is no period."""
    return f"then {_ROUNDED[rule]}" if clause.wait else _ROUNDED[rule]


def fixed(rule: Calendar) -> str:
    """Return the fixed day of the year on which a notice takes effect."""
    if rule.financial:
        year = "the financial year of the notice" if rule.years == 0 else "the financial year after that of the notice"
        return f"the end of {year}, {rule.effect.words}"
    if rule.notice_by == NEW_YEARS_EVE:
        return f"{rule.effect.words} of {_year(rule.years, 'the year of the notice')}"
    year = _year(rule.years, "the same year")
    return f"a notice by {rule.notice_by.words} takes effect on {rule.effect.words} of {year}, a later one a year later"


def locked(rule: LockIn) -> str:
    """Return from when on the lock-in no longer holds: "three years after the treaty entered into force …"."""
    return f"{rule.period.words} after {lock_start(rule)}"


def lock_start(rule: LockIn) -> str:
    """Return from what a lock-in counts, to stand behind "after" or "the day on which"."""
    return rule.since or _LOCK_START[rule.origin]


def awaited(clause: ExitClause, rule: ConflictRule, leaver: str | None = None) -> str:
    """Return what the armed-conflict rule does: "if the party is in an armed conflict …, the withdrawal waits …"."""
    leaver = leaver or clause.leaver
    told = f"{TESTED[rule.tested].format(leaver=leaver)} waits until {ended(rule, leaver, 'it')}"
    return f"{told}; {rule.text[:1].lower()}{rule.text[1:].removesuffix('.')}" if rule.text else told


def ended(rule: ConflictRule, leaver: str, conflict: str = "the conflict") -> str:
    """Return what must have ended, as a clause behind "until"."""
    return UNTIL[rule.until].format(leaver=leaver, conflict=conflict)


def listed(names: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _year(years: int, same: str) -> str:
    if years == 0:
        return same
    after = "the year after" if years == 1 else f"the year {years} years after"
    return f"{after} that of the notice"


_LOCK_START: Mapping[LockFrom, str] = {
    LockFrom.PARTY: "the treaty entered into force for the state",
    LockFrom.TREATY: "the treaty entered into force",
    LockFrom.OTHER: "that",
}
