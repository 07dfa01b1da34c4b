"""What contradicts itself in an exit clause, or lacks what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tracker.core.clause import ExitClause
from tracker.core.period import Period, Unit
from tracker.core.problem import Place, Problem
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked
from tracker.core.term import TermFrom
from tracker.core.vocabulary import LockFrom, Right, RunsFrom

_Wrong = tuple[str, str, str, str]  # table, key, message, hint: of a key without a table of its own the table is `exit`


def clause_problems(clause: ExitClause) -> tuple[Problem, ...]:
    """Return what is wrong with a clause; only where it can be computed are its examples looked at."""
    wrong = [
        Problem(rule, message, Place(None, key or None, table), hint, sound=False)
        for rule, checks in (("missing-key", _NEEDED), ("contradiction", _CHECKS))
        for check in checks
        for table, key, message, hint in check(clause)
    ]
    wrong += _reserved_twice(clause)
    return tuple(wrong) or tuple(_examples(clause))


def _no_article(clause: ExitClause) -> Iterator[_Wrong]:
    if clause.right is not Right.NONE and not clause.article:
        yield "exit", "", "the exit clause lacks `article`", "add a line `article = …` below `[exit]`"


def _no_time(clause: ExitClause) -> Iterator[_Wrong]:
    windows = clause.term is not None and clause.term.window is not None
    timed = clause.period or clause.calendar or (clause.term and not windows)
    if clause.right is not Right.NONE and not timed:
        hint = 'add `period = { amount = …, unit = "…" }`; an amount of 0 takes effect at once'
        yield "exit", "", "the clause does not say when a withdrawal takes effect", hint


def _two_periods(clause: ExitClause) -> Iterator[_Wrong]:
    hint = "keep the one that the treaty's text gives"
    if clause.calendar and clause.period:
        yield "exit.calendar", "", "the clause has two periods, `period` and `calendar`", hint
    elif clause.calendar and clause.term:
        yield "exit.calendar", "", "the clause has two ways to its day, `calendar` and `[exit.term]`", hint


def _backwards(clause: ExitClause) -> Iterator[_Wrong]:
    rule = clause.calendar
    if rule and rule.years == 0 and rule.effect < rule.notice_by:
        hint = "write `years = 1`, or the last day of the year for a notice in `notice_by`"
        message = f"a notice by {rule.notice_by.words} would take effect before it was given, on {rule.effect.words}"
        yield "exit.calendar", "effect", message, hint


def _no_right(clause: ExitClause) -> Iterator[_Wrong]:
    blocks = {
        "period": clause.period,
        "calendar": clause.calendar,
        "term": clause.term,
        "lock_in": clause.lock_in,
        "conflict": clause.conflict,
        "event": clause.happening,
        "intention": clause.intention,
    }
    found = [(f"exit.{name}", "", name) for name, value in blocks.items() if value]
    found += [("exit", name, name) for name, value in (("named", clause.named), ("reasons", clause.reasons)) if value]
    for table, key, name in found if clause.right is Right.NONE else ():
        hint = 'take it out; or take `right = "none"` out, if the treaty does give a right'
        yield table, key, f"a treaty that gives no right to leave has no `{name}`", hint


def _without_period(clause: ExitClause) -> Iterator[_Wrong]:
    given = {"rounding": clause.rounding, "counting": clause.counting, "minimum": clause.minimum}
    for name, value in given.items():
        if value and clause.period is None:
            hint = f'add `period = {{ amount = …, unit = "…" }}`, or take `{name}` out'
            yield "exit", name, f"`{name}` is about a period, and the clause has none", hint
        elif value and name != "rounding" and clause.at_once:
            hint = f"give its `amount`, or take `{name}` out"
            yield "exit", name, f"`{name}` is about a period, and that of the clause is 0", hint
    if clause.rounding and clause.term and not clause.term.window:
        hint = "take `rounding` out"
        yield "exit", "rounding", "`rounding` moves the end of a period, and here a term's end decides", hint


def _year_alone(clause: ExitClause) -> Iterator[_Wrong]:
    if clause.runs_from is RunsFrom.YEAR and not clause.calendar:
        hint = "give `calendar = { effect = …, years = … }`, or the day from which the period runs"
        yield "exit", "runs_from", "only the year of the notice counts, and no fixed day follows it", hint


def _windows(clause: ExitClause) -> Iterator[_Wrong]:
    if clause.right is Right.WINDOWS and clause.term is None:
        yield "exit", "right", "a right limited to windows needs the terms between them", "add `[exit.term]`"
    elif clause.right is not Right.WINDOWS and clause.term:
        yield "exit.term", "", "terms limit the right to leave to their ends", 'write `right = "windows"` in `[exit]`'


def _grounds(clause: ExitClause) -> Iterator[_Wrong]:
    limited = clause.right in (Right.EMERGENCY, Right.GROUND)
    if limited and clause.ground is None:
        hint = "add `ground = …`, a text that completes “if”"
        yield "exit", "right", f'`right = "{clause.right}"` does not say what must be so', hint
    elif clause.ground and not limited:
        hint = 'write `right = "ground"`, or `"emergency"`'
        yield "exit", "ground", "`ground` limits a right that is not said to be limited", hint


def _lock_in(clause: ExitClause) -> Iterator[_Wrong]:
    rule = clause.lock_in
    if rule is None:
        return
    needs = {"start": rule.origin is LockFrom.TREATY, "since": rule.origin is LockFrom.OTHER}
    for name, needed in needs.items():
        yield from _belongs("exit.lock_in", name, getattr(rule, name), str(rule.origin), needed=needed)


def _term(clause: ExitClause) -> Iterator[_Wrong]:
    term = clause.term
    if term is None:
        return
    yield from _belongs("exit.term", "start", term.start, str(term.origin), needed=term.origin is TermFrom.TREATY)
    for name, years in (("first", term.first), ("then", term.then)):
        if years < 1:
            yield "exit.term", name, f"a term of {years} years never ends", "write its number of years"


def _long_window(clause: ExitClause) -> Iterator[_Wrong]:
    term = clause.term
    if term and term.window and term.window.amount > term.then * _IN_A_YEAR[term.window.unit]:
        length = Period(term.then, Unit.YEARS).words
        message = f"a window of {term.window.words} is longer than the term of {length} after it"
        yield "exit.term.window", "", message, "look the two up again"


def _belongs(table: str, name: str, value: object, origin: str, *, needed: bool) -> Iterator[_Wrong]:
    if needed and value is None:
        yield table, "from", f'`from = "{origin}"` needs `{name}`', f"add a line `{name} = …` below `[{table}]`"
    elif value is not None and not needed:
        yield table, name, f'`{name}` does not go with `from = "{origin}"`', f"take `{name}` out, or change `from`"


def _reserved_twice(clause: ExitClause) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, one in enumerate(clause.reserved):
        if one.country.code in seen:
            place = Place(None, "country", "exit.reserved", number)
            message = f"`{one.country.code}` has two ways out of its own"
            yield Problem("contradiction", message, place, "keep the one that it reserved", sound=False)
        seen.add(one.country.code)


def _examples(clause: ExitClause) -> Iterator[Problem]:
    for number, one in enumerate(clause.examples):
        own = clause.of(one.country.code if one.country else None)
        told = reckon(own, Asked(one.received, named=one.named, in_force=one.in_force)).effective
        if told != one.effective:
            tells = f"takes effect on {told}, not {one.effective}" if told else "has no effective date that can be told"
            place = Place(None, "effective", "exit.example", number)
            hint = "look the clause up again: the example or a key is wrong"
            yield Problem("wrong-example", f"by the clause a notice of {one.received} {tells}", place, hint)


_IN_A_YEAR = {Unit.DAYS: 366, Unit.WEEKS: 52, Unit.MONTHS: 12, Unit.YEARS: 1}  # more of them are longer in any case
_Check = Callable[[ExitClause], Iterator[_Wrong]]
_NEEDED: tuple[_Check, ...] = (_no_article, _no_time)
_CHECKS: tuple[_Check, ...] = (
    _two_periods,
    _backwards,
    _no_right,
    _without_period,
    _year_alone,
    _windows,
    _grounds,
    _lock_in,
    _term,
    _long_window,
)
