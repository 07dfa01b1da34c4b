"""A treaty from a document that has the shape of a treaty file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tracker.core.clause import (
    Automatic,
    Calendar,
    ConflictRule,
    Example,
    ExitClause,
    Follow,
    Happening,
    Intention,
    LockIn,
    Reserved,
)
from tracker.core.month_day import NEW_YEARS_EVE, parse_month_day
from tracker.core.period import Period, Unit
from tracker.core.phrases import VIENNA
from tracker.core.term import Term, TermFrom
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Bound, Counting, LockFrom, Locks, Naming, Right, Rounding, RunsFrom, Tested, Until
from tracker.storage import package
from tracker.storage.build import Block, source

_SILENT = f"{VIENNA}, art. 56"  # the article on treaties without an exit clause


def treaty(treaty_id: str, document: Block) -> Treaty:
    """Return the treaty that the file with this id tells.

    The codes of countries in it are those of countries: see `treaty_reader`.
    """
    keeper = _in_sentence(document["depositary"]) if "depositary" in document else None
    clause = _clause(document["exit"], keeper)
    return Treaty(**{**document, "id": treaty_id, "exit": clause, "depositary_in_sentence": keeper})


def _in_sentence(depositary: str) -> str:
    """Return one or several depositaries as they stand within a sentence; most countries take no "the"."""
    by_name = {country.name: country.in_sentence for country in package.countries().values()}
    return " and ".join(by_name.get(name) or f"the {name.removeprefix('the ')}" for name in depositary.split(" and "))


def _clause(block: Block, depositary: str | None) -> ExitClause:
    """Return the clause; what the file leaves out has the clause's defaults, the depositary receives the notice."""
    known: dict[str, Any] = {name: _read(name, value) for name, value in block.items()}
    known.setdefault("receiver", depositary or "the depositary")
    known.setdefault("article", _SILENT if known.get("right") is Right.NONE else "")
    for name, many in _PLURAL.items():
        known[many] = known.pop(name, ())
    known["happening"] = known.pop("event", None)
    shown = (one for one in block.get("source", ()) if one.get("supports") == "counting")
    known["counted_by"] = next(map(_source, shown), None)
    return ExitClause(**known)


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 - values of a TOML document
    make = _VALUES.get(name)
    if make is None:
        return value
    return tuple(map(make, value)) if name in _PLURAL else make(value)


def _period(block: Block) -> Period:
    return Period(block["amount"], Unit(block["unit"]))


def _calendar(block: Block) -> Calendar:
    by = parse_month_day(block["notice_by"]) if "notice_by" in block else NEW_YEARS_EVE
    return Calendar(parse_month_day(block["effect"]), block["years"], by, block.get("financial", False))


def _term(block: Block) -> Term:
    window = _period(block["window"]) if "window" in block else None
    return Term(block["first"], block["then"], TermFrom(block["from"]), block.get("start"), window)


def _lock_in(block: Block) -> LockIn:
    origin, locks = LockFrom(block.get("from", LockFrom.PARTY)), Locks(block.get("locks", Locks.NOTICE))
    return LockIn(_period(block), origin, block.get("start"), block.get("since"), locks)


def _conflict(block: Block) -> ConflictRule:
    return ConflictRule(**{**block, "tested": Tested(block["tested"]), "until": Until(block["until"])})


def _happening(block: Block) -> Happening:
    return Happening(block["what"], Bound(block["bound"]))


def _intention(block: Block) -> Intention:
    return Intention(_period(block), tuple(block.get("notify", ())))


def _follow(block: Block) -> Follow:
    lasts = _period(block["lasts"]) if "lasts" in block else None
    return Follow(block["text"], block.get("article"), tuple(block.get("treaties", ())), lasts)


def _automatic(block: Block) -> Automatic:
    return Automatic(**block)


def _reserved(block: Block) -> Reserved:
    counted = Counting(block["counting"]) if "counting" in block else None
    country = package.countries()[block["country"]]
    return Reserved(**{**block, "country": country, "period": _period(block["period"]), "counting": counted})


def _example(block: Block) -> Example:
    country = package.countries()[block["country"]] if "country" in block else None
    return Example(**{**block, "country": country})


def _source(block: Block) -> Any:  # noqa: ANN401 - as `source` returns it
    return source({name: value for name, value in block.items() if name != "supports"})


_PLURAL = {
    "follows": "follows",
    "automatic": "automatic",
    "reserved": "reserved",
    "example": "examples",
    "source": "sources",
}
_VALUES: Mapping[str, Callable[[Any], Any]] = {
    "right": Right,
    "runs_from": RunsFrom,
    "counting": Counting,
    "rounding": Rounding,
    "named": Naming,
    "notify": tuple,
    "period": _period,
    "calendar": _calendar,
    "term": _term,
    "lock_in": _lock_in,
    "conflict": _conflict,
    "event": _happening,
    "intention": _intention,
    "follows": _follow,
    "automatic": _automatic,
    "reserved": _reserved,
    "example": _example,
    "source": _source,
}
