"""The flat rows of treaties, as machines read them; what is not known is None, keys never go missing."""

from __future__ import annotations

from datetime import date

from tracker.core.bibliography import bibliography
from tracker.core.clause import Calendar, ConflictRule, ExitClause, LockIn
from tracker.core.period import Period
from tracker.core.reckoning import Reckoning
from tracker.core.rows import Json, source_rows
from tracker.core.term import Term
from tracker.core.treaty import Treaty


def treaty_row(treaty: Treaty) -> Json:
    """Return one treaty as the list of `treaties` gives it."""
    return {
        "id": treaty.id,
        "title": treaty.title,
        "short": treaty.short,
        "adopted": treaty.adopted,
        "depositary": treaty.depositary,
        "subject": treaty.subject,
        "article": treaty.exit.article,
        "period": _period(treaty.exit.period),
        "verified": treaty.exit.verified,
        "url": treaty.url,
    }


def clause_row(treaty: Treaty) -> Json:
    """Return one treaty with all of its exit clause, under the keys of its file."""
    clause = treaty.exit
    return {
        **treaty_row(treaty),
        "about": treaty.about,
        "file": treaty.file,
        "exit": {
            "article": clause.article,
            "notice_article": clause.notice_article,
            "right": clause.right.value,
            "ground": clause.ground,
            "leaver": clause.leaver,
            "runs_from": clause.runs_from.value,
            "receiver": clause.receiver,
            "period": _period(clause.period),
            "minimum": clause.minimum,
            "counting": clause.counting.value if clause.counting else None,
            "rounding": clause.rounding.value if clause.rounding else None,
            "calendar": _calendar(clause.calendar),
            "term": _term(clause.term),
            "end_of_day": clause.end_of_day,
            "named": clause.named.value if clause.named else None,
            "notify": list(clause.notify),
            "reasons": clause.reasons,
            "revocable": clause.revocable,
            "verified": clause.verified,
            "lock_in": _lock_in(clause.lock_in),
            "conflict": _conflict(clause.conflict),
            **_rest(clause),
        },
    }


def effect_row(treaty: Treaty, received: date | None, told: Reckoning) -> Json:
    """Return what the calculator says of a notice as `effect` gives it."""
    return {
        "treaty": treaty.id,
        "received": _day(received),
        "effective": _day(told.effective),
        "also": [{"date": _day(other.day), "why": other.why} for other in told.also],
        "doubts": list(told.doubts),
        "steps": [
            {"date": _day(step.day), "rule": step.rule.value, "article": step.article, "text": step.text}
            for step in told.steps
        ],
    }


def _rest(clause: ExitClause) -> Json:
    """Return what stands beside the reckoning of the date."""
    happening, intention = clause.happening, clause.intention
    return {
        "event": {"what": happening.what, "bound": happening.bound.value} if happening else None,
        "intention": {**_length(intention.within), "notify": list(intention.notify)} if intention else None,
        "follows": [
            {"text": one.text, "article": one.article, "treaties": list(one.treaties), "lasts": _period(one.lasts)}
            for one in clause.follows
        ],
        "automatic": [{"text": one.text, "article": one.article} for one in clause.automatic],
        "reserved": [
            {
                "country": one.country.code,
                "period": _period(one.period),
                "article": one.article,
                "counting": one.counting.value if one.counting else None,
                "text": one.text,
            }
            for one in clause.reserved
        ],
        "examples": [
            {
                "country": one.country.code if one.country else None,
                "received": _day(one.received),
                "named": _day(one.named),
                "in_force": _day(one.in_force),
                "effective": _day(one.effective),
                "source": one.source,
            }
            for one in clause.examples
        ],
        "sources": source_rows(bibliography(clause.sources)),
    }


def _calendar(rule: Calendar | None) -> Json | None:
    if rule is None:
        return None
    return {
        "notice_by": str(rule.notice_by),
        "effect": str(rule.effect),
        "years": rule.years,
        "financial": rule.financial,
    }


def _term(term: Term | None) -> Json | None:
    if term is None:
        return None
    return {
        "first": term.first,
        "then": term.then,
        "from": term.origin.value,
        "start": _day(term.start),
        "window": _period(term.window),
    }


def _lock_in(rule: LockIn | None) -> Json | None:
    if rule is None:
        return None
    return {
        **_length(rule.period),
        "from": rule.origin.value,
        "start": _day(rule.start),
        "since": rule.since,
        "locks": rule.locks.value,
    }


def _conflict(rule: ConflictRule | None) -> Json | None:
    if rule is None:
        return None
    return {"tested": rule.tested.value, "until": rule.until.value, "article": rule.article, "text": rule.text}


def _period(length: Period | None) -> Json | None:
    return _length(length) if length else None


def _length(length: Period) -> Json:
    return {"amount": length.amount, "unit": length.unit.value}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
