"""The effective date in a sentence, with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.core.clause import ExitClause
from tracker.core.phrases import AFTER
from tracker.core.reckoning import Basis
from tracker.core.standing import Standing
from tracker.core.state import Notice
from tracker.core.vocabulary import Counting, Right, RunsFrom, Until
from tracker.views.dates import long_day, some_day, spoken
from tracker.views.voice import Voice
from tracker.views.words import depositary

END: Mapping[Until, str] = {
    Until.CONFLICT_ENDED: "the end of an armed conflict",
    Until.RELEASE: "the end of an armed conflict and the release and return of those whom the treaty protects",
    Until.NO_CONFLICT: "the end of every armed conflict to which the country is a party",
}


# "{had}" is empty or "had ": each verb is one whose participle is also its simple past.
_GIVEN: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "{who} {had}received {notice}",
    RunsFrom.NOTICE: "it {had}notified {who} of its withdrawal",
    RunsFrom.DEPOSIT: "it {had}deposited {notice} with {who}",
    RunsFrom.REGISTRATION: "{who} {had}registered {notice}",
    RunsFrom.YEAR: "{who} {had}received {notice}",
}
_THAT: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "that {who} had received",
    RunsFrom.NOTICE: "that it had given to {who}",
    RunsFrom.DEPOSIT: "that it had deposited with {who}",
    RunsFrom.REGISTRATION: "that {who} had registered",
    RunsFrom.YEAR: "that {who} had received",
}


_DAY_OF: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "the receipt on",
    RunsFrom.NOTICE: "the notice of",
    RunsFrom.DEPOSIT: "the deposit on",
    RunsFrom.REGISTRATION: "the registration on",
    RunsFrom.YEAR: "the notice of",
}


def received(one: Standing, notice: Notice, words: Voice) -> str:
    """Return "the UN Secretary-General received its notice on 27 June 2025"."""
    return f"{given(one.case.clause, words.had)} on {some_day(notice.received)}"


def that_was_given(one: Standing) -> str:
    """Return, to stand behind "the notice", "that the UN Secretary-General had received"."""
    clause = one.case.clause
    return _THAT[clause.runs_from].format(who=clause.receiver)


def ahead(one: Standing, notice: Notice, words: Voice) -> str:
    """Return when a running notice takes effect, and why then."""
    clause = one.case.clause
    if one.must_be_out and notice.not_after:
        return f"the withdrawal {words.must_have} effect by {long_day(notice.not_after)}{_unknown(notice)}"
    if notice.effective is None:
        return _open(clause, notice, words)
    on = "at the end of" if clause.end_of_day else "on"
    day = f"the withdrawal {words.takes} effect {on} {long_day(notice.effective)}"
    if notice.basis is Basis.ANNOUNCED:
        same = f", {after(clause)} later ({clause.article})" if clause.plain else _by_rule(clause, notice)
        return f"{day}, as {depositary(one.case.treaty)} announced{_beside(clause, notice, words.would, same)}"
    if notice.basis is Basis.NAMED:
        return f"{day}, which the notice names ({clause.article})"
    if notice.effective == notice.computed:
        why = f", {after(clause)} later ({clause.article})" if clause.plain else _by_rule(clause, notice)
        return f"{day}{why}{otherwise(one)}"
    return f"{day}, {_conflict_over(clause)}"


def past(one: Standing, notice: Notice, words: Voice) -> str:
    """Return why the withdrawal took effect when it did, to stand behind "has been out since …"."""
    clause = one.case.clause
    told = received(one, notice, words)
    if notice.basis is Basis.ANNOUNCED:
        same = f", {after(clause)} after {AFTER[clause.runs_from]} ({clause.article})" if clause.plain else f"; {told}"
        counted = f", counted from {_DAY_OF[clause.runs_from]} {some_day(notice.received)},"
        beside = _beside(clause, notice, "would have been", same, counted)
        return f", as {depositary(one.case.treaty)} announced{beside or f'; {told}'}"
    if notice.basis is Basis.NAMED:
        return f", which the notice named ({clause.article}); {told}"
    if notice.effective is None or notice.basis is Basis.CONFIRMED:
        return f"; {told}"
    if notice.effective == notice.computed:
        plain = f", {after(clause)} after {given(clause)} ({clause.article})"
        rule = plain if clause.plain else f"{_by_rule(clause, notice)}; {told}"
        return f"{rule}{_given_that(clause)}{otherwise(one)}"
    return f", {_conflict_over(clause)}; {told}"


def after(clause: ExitClause) -> str:
    """Return the clause's period in words: "six months"; nothing where it has none."""
    if clause.period is None:
        return ""
    extra = " and a day" if clause.counting is Counting.NEXT_DAY else ""
    least = "the least that the clause asks, " if clause.minimum else ""
    return f"{least}{clause.period.words}{extra}"


def _given_that(clause: ExitClause) -> str:
    """Return what must be so for the right to leave to be there, which nobody looked at."""
    if clause.condition:
        return f"; {clause.condition[:1].lower()}{clause.condition[1:].removesuffix('.')}"
    return f", if {clause.ground}" if clause.right is Right.GROUND else ""


def otherwise(one: Standing) -> str:
    """Return the days that there are instead, if what the clause leaves open is read otherwise."""
    days = " or ".join(map(long_day, one.other_days))
    return f"; on another reading of the clause it is {days}" if days else ""


def given(clause: ExitClause, had: str = "", notice: str = "its notice") -> str:
    """Return how a notice was given, without its day: "the UN Secretary-General received its notice"."""
    return _GIVEN[clause.runs_from].format(who=clause.receiver, had=had, notice=notice)


def _by_rule(clause: ExitClause, notice: Notice) -> str:
    """Return the article with the way from the notice to the day."""
    return f" ({clause.article}: {notice.how})"


def bound(clause: ExitClause) -> str:
    """Return what is to be added to an effective date under an end-of-day clause."""
    return " (bound until the end of that day)" if clause.end_of_day else ""


def unless_deferred(clause: ExitClause) -> str:
    """Return the condition under which a date holds that is told ahead, where the clause has an armed-conflict rule."""
    return ", if no armed conflict defers it" if clause.conflict else ""


def open_ended(notice: Notice) -> bool:
    """Whether nothing bounds the effective date: it waits for something to happen, or cannot be told at all."""
    return notice.effective is None and notice.not_after is None


def _open(clause: ExitClause, notice: Notice, words: Voice) -> str:
    """Say what is known of an effective date that cannot be told."""
    if clause.happening and notice.not_before:
        day = f"on the day on which {clause.happening.what}, not before {long_day(notice.not_before)}"
        return f"the withdrawal {words.takes} effect {day} ({clause.article})"
    if notice.not_before is None:
        why = spoken("; ".join(notice.doubts)) or "the exit clause does not say"
        return f"when the withdrawal {words.takes} effect cannot be told: {why}"
    day = f"not before {long_day(notice.not_before)}"
    if notice.not_after:
        day = f"on a day from {long_day(notice.not_before)} to {long_day(notice.not_after)}"
    return f"the withdrawal {words.takes} effect {day}{_unknown(notice)}"


def _unknown(notice: Notice) -> str:
    """Return why the effective date is not known."""
    unknown = "the armed conflict that deferred it ended" if notice.received.known else "the notice was received"
    return f", as the day on which {unknown} is not fully known"


def _beside(clause: ExitClause, notice: Notice, would: str, same: str, counted: str = "") -> str:
    """Return how the announced date stands to the clause's own; nothing where that is not known."""
    if notice.computed is None:
        return ""
    if notice.computed == notice.effective:
        return same
    return f"; by the exit clause ({clause.article}){counted} it {would} {long_day(notice.computed)}"


def _conflict_over(clause: ExitClause) -> str:
    return f"when the armed conflict that deferred it was over ({clause.conflict_article})"
