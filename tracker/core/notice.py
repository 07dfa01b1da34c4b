"""The days of a notice: when it takes effect, by the exit clause, by its own words, by the depositary's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.core import reasons
from tracker.core.day import When
from tracker.core.event import Event
from tracker.core.reckon import reckon
from tracker.core.reckoning import Asked, Basis, Reckoning
from tracker.core.state import Notice, Terms


def given(event: Event, number: int, terms: Terms) -> Notice:
    """Return the notice that the event at place `number` in the log gives (docs/rules.md, rules 19 to 24)."""
    notice = _received(event, number, terms) if event.date.known else _received_within(event, number, terms)
    return notice if event.announced is None else _announced(notice, event.announced)


def deferred(notice: Notice) -> Notice:
    """Return the notice while a conflict defers it: `basis` still tells where `not_before` comes from."""
    return replace(notice, effective=None, not_before=notice.effective or notice.not_before)


def running_again(notice: Notice, ended: When) -> Notice:
    """Return a deferred notice after the conflict: it runs to the conflict's last day, or to its own if later."""
    due = notice.not_before
    if due is None:
        return notice
    if notice.basis is None:
        latest = max(notice.not_after, ended.latest) if notice.not_after else None
        return replace(notice, not_before=max(due, ended.earliest), not_after=latest)
    if ended.latest <= due:
        return replace(notice, effective=due, not_before=None)
    if ended.day is None:
        return replace(notice, basis=None, not_before=max(due, ended.earliest), not_after=ended.latest)
    return replace(notice, effective=ended.day, basis=Basis.COMPUTED, not_before=None)


def confirmed(notice: Notice, when: When) -> Notice:
    """Return a notice of which no effective date was known, now that a source tells when it took effect."""
    if when.day is None:
        return replace(notice, not_before=when.earliest)
    return replace(notice, effective=when.day, basis=Basis.CONFIRMED, not_before=None, not_after=None)


def _received(event: Event, number: int, terms: Terms) -> Notice:
    told = _reckoned(event, event.date.earliest, terms)
    return Notice(
        number,
        event.date,
        told.computed,
        told.effective,
        told.basis,
        told.not_before,
        how=told.how,
        also=told.also,
        doubts=told.doubts,
    )


def _received_within(event: Event, number: int, terms: Terms) -> Notice:
    """Tell of a span only what holds on each of its days."""
    start, end = event.date.earliest, event.date.latest
    least, most = (_reckoned(event, day, terms) for day in (start, end))
    early: tuple[str, ...] = ()
    opens = least.refusal.opens if least.refusal else None
    if opens and opens <= end:
        early = (reasons.perhaps_early(opens, terms.clause.about_notice),)
        least = _reckoned(event, opens, terms)
    sure = tuple(doubt for doubt in least.doubts if doubt in most.doubts)
    bounds = (least.effective or least.not_before, most.effective)
    return Notice(number, event.date, not_before=bounds[0], not_after=bounds[1], doubts=(*sure, *early))


def _reckoned(event: Event, day: date, terms: Terms) -> Reckoning:
    return reckon(terms.clause, Asked(day, named=event.named, in_force=terms.in_force))


def _announced(notice: Notice, day: date) -> Notice:
    doubts = notice.doubts
    if notice.effective and day != notice.effective:
        doubts = (*doubts, reasons.announced_otherwise(day, notice.effective))
    if notice.not_before and day < notice.not_before:
        doubts = (*doubts, reasons.announced_too_soon(day, notice.not_before))
    return replace(notice, effective=day, basis=Basis.ANNOUNCED, not_before=None, not_after=None, doubts=doubts)
