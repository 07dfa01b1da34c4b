"""The effective date in a sentence, with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.core.clause import Basis, Counting, ExitClause, Until
from tracker.core.standing import Standing
from tracker.core.state import Notice
from tracker.views.dates import long_day, period, some_day
from tracker.views.voice import Voice
from tracker.views.words import depositary

UNTIL: Mapping[Until, str] = {
    Until.CONFLICT_ENDED: "the end of an armed conflict",
    Until.RELEASE: "the end of an armed conflict and the release and return of those whom the treaty protects",
    Until.NO_CONFLICT: "the end of every armed conflict to which the country is a party",
}


def received(one: Standing, notice: Notice, words: Voice) -> str:
    """Return "the UN Secretary-General received its notice on 27 June 2025"."""
    return f"{depositary(one.case.treaty)} {words.had}received its notice on {some_day(notice.received)}"


def ahead(one: Standing, notice: Notice, words: Voice) -> str:
    """Return when a running notice takes effect, and why then."""
    clause = one.case.treaty.exit
    if notice.effective is None:
        return _open(notice, words)
    day = f"the withdrawal {words.takes} effect on {long_day(notice.effective)}{bound(clause)}"
    if notice.basis is Basis.ANNOUNCED:
        same = f", {after(clause)} later ({clause.article})"
        return f"{day}, as {depositary(one.case.treaty)} announced{_beside(clause, notice, words.would, same)}"
    if notice.basis is Basis.NAMED:
        return f"{day}, which the notice names ({clause.article})"
    if notice.effective == notice.computed:
        length = after(clause)
        return f"{day}, {length} later ({clause.article})" if length else f"{day} ({clause.article})"
    return f"{day}, {_conflict_over(clause)}"


def past(one: Standing, notice: Notice, words: Voice) -> str:
    """Return why the withdrawal took effect when it did, to stand behind "has been out since …"."""
    clause, who = one.case.treaty.exit, depositary(one.case.treaty)
    told = received(one, notice, words)
    if notice.basis is Basis.ANNOUNCED:
        same = f", {after(clause)} after it received the notice ({clause.article})"
        counted = f", counted from the receipt on {some_day(notice.received)},"
        return f", as {who} announced{_beside(clause, notice, 'would have been', same, counted) or f'; {told}'}"
    if notice.basis is Basis.NAMED:
        return f", which the notice named ({clause.article}); {told}"
    if notice.effective is None or notice.basis is Basis.CONFIRMED:
        return f"; {told}"
    if notice.effective == notice.computed:
        length = after(clause)
        return f", {length} after {who} received its notice ({clause.article})" if length else f"; {told}"
    return f", {_conflict_over(clause)}; {told}"


def after(clause: ExitClause) -> str:
    """Return the clause's period in words: "six months"; nothing where the notice takes effect at once."""
    if not clause.period.amount:
        return ""
    extra = " and a day" if clause.counting is Counting.NEXT_DAY else ""
    return period(clause.period) + extra


def bound(clause: ExitClause) -> str:
    """Return what is to be added to an effective date under an end-of-day clause."""
    return " (bound until the end of that day)" if clause.end_of_day else ""


def conflict_article(clause: ExitClause) -> str:
    """Return the article of the armed-conflict rule."""
    return (clause.conflict.article if clause.conflict else None) or clause.article


def _open(notice: Notice, words: Voice) -> str:
    """Say what is known of an effective date that cannot be told."""
    if notice.not_before is None:
        why = " and ".join(notice.doubts) or "the exit clause does not say"
        return f"when the withdrawal {words.takes} effect cannot be told: {why}"
    unknown = "the armed conflict that deferred it ended" if notice.received.known else "the notice was received"
    day = f"not before {long_day(notice.not_before)}"
    if notice.not_after:
        day = f"on a day from {long_day(notice.not_before)} to {long_day(notice.not_after)}"
    return f"the withdrawal {words.takes} effect {day}, as the day on which {unknown} is not fully known"


def _beside(clause: ExitClause, notice: Notice, would: str, same: str, counted: str = "") -> str:
    """Return how the announced date stands to the clause's own; nothing where that is not known."""
    if notice.computed is None:
        return ""
    if notice.computed == notice.effective:
        return same
    return f"; by the exit clause ({clause.article}){counted} it {would} {long_day(notice.computed)}"


def _conflict_over(clause: ExitClause) -> str:
    return f"when the armed conflict that deferred it was over ({conflict_article(clause)})"
