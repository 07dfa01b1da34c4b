"""The flat rows of cases, events, comparisons, as machines read them.

Days are ISO strings as written in the file; stages, conditions and actions are ids; what is not known is None;
keys never go missing and keep their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from tracker.core.comparison import Ballot, Cell, Comparison
from tracker.core.day import When
from tracker.core.doubts import path_doubts
from tracker.core.event import Event, Source, Vote
from tracker.core.history import Entry, History
from tracker.core.interval import Days
from tracker.core.problem import Located
from tracker.core.standing import Standing

Json = dict[str, object]


def status_row(one: Standing) -> Json:
    """Return one case's standing as `status` gives it."""
    plan = one.next_plan
    return {
        "case": one.case.id,
        "country": one.case.country.code,
        "name": one.case.country.name,
        "treaty": one.case.treaty.id,
        "condition": _id(one.condition),
        "condition_since": _when(one.condition_since),
        "stage": _id(one.stage),
        "stage_since": _when(one.stage_since),
        "days": one.days,
        "next": _id(one.next),
        "next_planned": _when(plan.event.date) if plan else None,
        "effective": _day(one.effective),
        "effective_basis": _id(one.basis),
        "not_before": _day(one.not_before),
        "days_left": one.days_left,
        "last_event": _day(one.last_event),
        "about": one.case.about,
        "event_count": one.event_count,
        "source_count": one.source_count,
    }


def show_row(one: Standing, history: History, sentence: str, rests_on: Iterable[Source]) -> Json:
    """Return one case in full as `show` gives it: its standing, the sentence to quote, the history, what may follow."""
    notice = one.notice
    return {
        **status_row(one),
        "sentence": sentence,
        "sentence_sources": sorted(history.numbers(rests_on)),
        "received": _when(notice.received) if notice else None,
        "computed": _day(notice.computed) if notice else None,
        "earliest": _day(one.earliest),
        "revocable_until": _day(one.revocable_until),
        "doubts": [*path_doubts(one.case, one.replay, one.as_of, one.today), *one.earliest_doubts],
        "sources": [source_row(number, source) for number, source in enumerate(history.sources, start=1)],
        "history": [entry_row(entry, history) for entry in history.entries],
        "allowed": [{"action": c.action.value, "stages": [s.value for s in c.stages]} for c in one.allowed],
    }


def entry_row(entry: Entry, history: History) -> Json:
    """Return one row of a history."""
    event = entry.event
    return {
        "number": entry.number,
        "date": entry.date.text,
        "action": entry.action.value,
        "stage": _id(entry.stage),
        "step": event.step,
        "topic": _id(event.topic),
        "planned": event.planned,
        "derived": entry.derived,
        "settled_by": entry.settled_by,
        "skip": event.skip,
        "given": _day(event.given),
        "named": _day(event.named),
        "announced": _day(event.announced),
        "body": event.body,
        "summary": event.summary,
        "document": event.document,
        "reference": event.reference,
        "doubt": event.doubt,
        "vote": _vote_row(event.vote),
        "findings": _finding_rows(event, history),
        "sources": list(history.numbers(event.sources)),
        "days": _pair(entry.days),
    }


def comparison_row(comparison: Comparison) -> Json:
    """Return countries side by side as `diff` gives them."""
    return {
        "cases": [
            {
                "case": one.case.id,
                "treaty": one.case.treaty.id,
                "condition": one.condition.value,
                "stage": _id(one.stage),
            }
            for one in comparison.standings
        ],
        "leaders": list(comparison.leaders),
        "stages": [_stage_row(row.stage, row.cells) for row in comparison.rows],
    }


def check_rows(found: Iterable[Located]) -> list[Json]:
    """Return problems and doubts as `check` gives them."""
    return [
        {
            "path": one.path,
            "line": one.line,
            "rule": one.problem.rule,
            "severity": one.problem.severity.value,
            "message": one.problem.message,
            "hint": one.problem.hint,
        }
        for one in found
    ]


def _stage_row(stage: StrEnum, cells: Mapping[str, Cell | None]) -> Json:
    return {
        "stage": stage.value,
        "dates": {id_: cell.date.text if cell else None for id_, cell in cells.items()},
        "behind": {id_: _pair(cell.behind) if cell else None for id_, cell in cells.items()},
        "took": {id_: _pair(cell.took) if cell else None for id_, cell in cells.items()},
        "elapsed": {id_: _pair(cell.elapsed) if cell else None for id_, cell in cells.items()},
        "votes": {id_: _ballot_rows(cell.votes) if cell else None for id_, cell in cells.items()},
    }


def _ballot_rows(ballots: Sequence[Ballot]) -> list[Json]:
    return [{"body": one.body, "step": one.step, "date": one.date.text, "vote": _vote_row(one.vote)} for one in ballots]


def _vote_row(vote: Vote | None) -> Json | None:
    if vote is None:
        return None
    return {
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "absent": vote.absent,
        "not_voting": vote.not_voting,
        "members": vote.members,
        "on": vote.on,
        "required": vote.required,
        "result": _id(vote.result),
    }


def _finding_rows(event: Event, history: History) -> list[Json]:
    own = history.numbers(event.sources)
    return [
        {
            "aspect": finding.aspect.value,
            "text": finding.text,
            "body": finding.body or event.body,
            "sources": list(history.number_of_address(finding.url) if finding.url else own),
        }
        for finding in event.findings
    ]


def source_row(number: int, source: Source) -> Json:
    """Return one source with its number."""
    return {
        "number": number,
        "url": source.url,
        "title": source.title,
        "publisher": source.publisher,
        "accessed": _when(source.accessed),
        "archive": source.archive,
        "lang": source.lang,
    }


def _pair(days: Days | None) -> list[int] | None:
    return days.pair if days else None


def _when(when: When | None) -> str | None:
    return when.text if when else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _id(value: StrEnum | None) -> str | None:
    return value.value if value else None
