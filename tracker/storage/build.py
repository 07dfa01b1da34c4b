"""A case from a document that has the shape of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tracker.core.case import Case
from tracker.core.country import Country
from tracker.core.day import When, on, parse_span
from tracker.core.event import Action, Aspect, Event, Finding, Result, Source, Topic, Vote
from tracker.core.stage import Stage
from tracker.core.treaty import Treaty

Block = Mapping[str, Any]  # of a shape that `schema.faults` found nothing wrong with

_PLAIN = frozenset(
    ("step", "planned", "skip", "given", "named", "announced", "body", "summary", "document", "reference", "doubt")
)


def case(case_id: str, document: Block, country: Country, treaty: Treaty) -> Case:
    """Return the case that the file with this id tells."""
    events = tuple(event(block) for block in document.get("event", ()))
    return Case(case_id, country, treaty, document.get("in_force"), document.get("about"), events)


def event(block: Block) -> Event:
    """Return the event of one `[[event]]` block."""
    return Event(
        date=_when(block["date"]),
        action=Action(block.get("action", Action.ADVANCE)),
        stage=Stage(block["stage"]) if "stage" in block else None,
        topic=Topic(block["topic"]) if "topic" in block else None,
        vote=_vote(block["vote"]) if "vote" in block else None,
        findings=tuple(_finding(each) for each in block.get("finding", ())),
        sources=tuple(source(each) for each in block.get("source", ())),
        **{name: value for name, value in block.items() if name in _PLAIN},
    )


def _vote(block: Block) -> Vote:
    return Vote(**{**block, "result": Result(block["result"]) if "result" in block else None})


def _finding(block: Block) -> Finding:
    return Finding(**{**block, "aspect": Aspect(block["aspect"])})


def source(block: Block) -> Source:
    """Return the source of one `source` block."""
    return Source(**{**block, "accessed": _when(block["accessed"]) if "accessed" in block else None})


def _when(value: date | str) -> When:
    return parse_span(value) if isinstance(value, str) else on(value)
