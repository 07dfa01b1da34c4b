"""The facts of a case in a block: a label, then a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tracker.core import phrases
from tracker.core.reckoning import Basis
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition, Notice
from tracker.core.vocabulary import RunsFrom
from tracker.views.clause import read_how
from tracker.views.dates import counted, long_day, some_day, spoken
from tracker.views.reckoned import bound, unless_deferred
from tracker.views.words import stage_title

Fact = tuple[str, str]


def facts(one: Standing) -> list[Fact]:
    """Return the facts that apply on the day, in the order in which they are read."""
    return [fact for tell in _TELL for fact in tell(one)]


def _case(one: Standing) -> Iterator[Fact]:
    events, sources = counted(one.event_count, "event"), counted(one.source_count, "source")
    yield "Case", f"{one.case.id}, as of {long_day(one.as_of)}: {events}, {sources}"


def _treaty(one: Standing) -> Iterator[Fact]:
    treaty = one.case.treaty
    year = str(treaty.adopted or "")
    named = f"{treaty.title} ({year})" if year and year not in treaty.title else treaty.title
    yield "Treaty", f"{named}; {read_how(treaty)[0]}" if treaty.file else named
    if treaty.about:
        yield "", treaty.about


def _stage(one: Standing) -> Iterator[Fact]:
    if one.stage and one.stage_since and not _says_the_stage(one):
        title = stage_title(one.stage, one.case.treaty)
        yield "Stage", f"{title}, since {some_day(one.stage_since)}{_number(one)}"


def _condition(one: Standing) -> Iterator[Fact]:
    since = f", since {some_day(one.condition_since)}" if one.condition_since else ""
    number = _number(one) if _says_the_stage(one) else ""
    yield "Condition", f"{one.condition.label}{since}{number}"


def _says_the_stage(one: Standing) -> bool:
    """Whether the condition tells the stage, and since when: both began with one event."""
    begun, reached = one.condition_since, one.stage_since
    same = begun is None or reached is None or begun.same_days(reached)
    return one.condition in _SAY_THE_STAGE and same


def _number(one: Standing) -> str:
    """Return for how many days the case has been at its stage."""
    least = "at least " if one.days_at_least else ""
    return f" ({least}{counted(one.days, 'day')})" if one.days is not None else ""


def _next(one: Standing) -> Iterator[Fact]:
    if one.next and one.notice is None:
        yield "Next", stage_title(one.next, one.case.treaty)
    if plan := one.next_plan:
        step = stage_title(plan.event.stage, one.case.treaty) if plan.event.stage else plan.what
        yield "Planned", f"{step}, {some_day(plan.event.date)}"


def _notice(one: Standing) -> Iterator[Fact]:
    if one.notice:
        given = one.case.events[one.notice.event].given
        dated = f"; the letter is dated {long_day(given)}" if given else ""
        clause = one.case.clause
        done = _GIVEN[clause.runs_from].format(who=clause.receiver)
        yield "Notice", f"{done} {some_day(one.notice.received)}{dated}"


def _effect(one: Standing) -> Iterator[Fact]:
    notice, clause = one.notice, one.case.clause
    if notice is None:
        return
    confirmed = one.state.reached_at(Stage.EFFECT)
    if notice.effective:
        ahead = f", in {counted(one.days_left, 'day')}" if one.days_left else ""
        yield "Effect", f"{long_day(notice.effective)}{ahead}{bound(clause)}; {_basis(one, notice)}"
    elif confirmed:
        yield "Effect", f"{some_day(confirmed.date)}; {_BASES[Basis.CONFIRMED]}"
    elif notice.not_before and one.condition is Condition.DEFERRED:
        known = "" if notice.basis else "not before "
        yield "Effect", f"not while the armed conflict lasts; without it {known}{long_day(notice.not_before)}"
    elif notice.not_before:
        day = f"not before {long_day(notice.not_before)}"
        if notice.not_after:
            day = f"on a day from {long_day(notice.not_before)} to {long_day(notice.not_after)}"
        yield "Effect", day


def _basis(one: Standing, notice: Notice) -> str:
    """Say where the effective date comes from, and the clause's own day where it is another."""
    clause = one.case.clause
    if notice.basis is Basis.CONFIRMED:
        return _BASES[Basis.CONFIRMED]
    confirmed = " and confirmed" if one.state.confirmed is not None else ""
    own = ""
    if notice.computed and notice.computed != notice.effective:
        own = f"; by the exit clause alone {long_day(notice.computed)}"
    if notice.basis is Basis.COMPUTED and not own:
        return f"computed{confirmed}: {notice.how} ({clause.article})"
    return f"{_BASES[notice.basis] if notice.basis else 'not known'}{confirmed}{own} ({clause.article})"


def _revocable(one: Standing) -> Iterator[Fact]:
    if one.revocable_until:
        law = one.case.clause.revocable or f"{phrases.VIENNA}, art. 68"
        yield "Revocable", f"the notice can be taken back until {long_day(one.revocable_until)} ({law})"


def _earliest(one: Standing) -> Iterator[Fact]:
    clause, day = one.case.clause, "today" if one.as_of == one.today else f"on {long_day(one.as_of)}"
    doubts = "".join(f"; {spoken(doubt)}" for doubt in one.earliest_doubts)
    if one.earliest:
        effect = f"{long_day(one.earliest)}{unless_deferred(clause)}"
        yield "Earliest", f"a notice received {day} would take effect on {effect} ({clause.article}){doubts}"
    elif one.opens:
        yield "Earliest", f"no notice can be given before {long_day(one.opens)} ({clause.about_notice})"
    elif one.earliest_doubts:
        yield "Earliest", f"of a notice received {day}{doubts.replace(';', ':', 1)}"


def _owed(one: Standing) -> Iterator[Fact]:
    clause = one.case.clause
    reasons = ", and says why" if clause.reasons else ""
    if clause.notify and one.condition.unfinished:
        yield "Addressees", f"the notice goes to {phrases.listed(clause.notify)}{reasons}"


def _conflict(one: Standing) -> Iterator[Fact]:
    clause = one.case.clause
    if clause.conflict and one.condition.unfinished:
        yield "Conflict", f"{phrases.awaited(clause, clause.conflict, 'country')} ({clause.conflict_article})"


def _follows(one: Standing) -> Iterator[Fact]:
    for number, (follow, last) in enumerate(one.follows):
        told = [follow.article, f"until {long_day(last)}" if last else None]
        behind = ", ".join(part for part in told if part)
        yield "" if number else "Follows", follow.text.removesuffix(".") + (f" ({behind})" if behind else "")


_TELL: tuple[Callable[[Standing], Iterator[Fact]], ...] = (
    _condition,
    _stage,
    _next,
    _notice,
    _effect,
    _revocable,
    _earliest,
    _owed,
    _conflict,
    _follows,
    _treaty,
    _case,
)
_SAY_THE_STAGE = (Condition.NOTICE_RUNNING, Condition.IN_EFFECT)
_BASES: Mapping[Basis, str] = {
    Basis.ANNOUNCED: "announced by the depositary",
    Basis.NAMED: "named in the notice",
    Basis.COMPUTED: "the day on which the armed conflict that deferred it was over",
    Basis.CONFIRMED: "known from the event that confirms it",
}
_GIVEN: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "received by {who} on",
    RunsFrom.NOTICE: "given to {who} on",
    RunsFrom.DEPOSIT: "deposited with {who} on",
    RunsFrom.REGISTRATION: "registered by {who} on",
    RunsFrom.YEAR: "received by {who} on",
}
