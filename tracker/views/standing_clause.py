"""Where cases stand, each as a clause of a paragraph on several of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.core.phrases import listed
from tracker.core.reckoning import Basis
from tracker.core.standing import Standing
from tracker.core.state import Condition
from tracker.core.vocabulary import RunsFrom
from tracker.views.dates import effect_day, long_day, since, some_day
from tracker.views.reckoned import ahead, bound
from tracker.views.steps import Whose, for_and_against, perhaps_next, step_clause
from tracker.views.voice import Voice

_GIVEN: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "received",
    RunsFrom.NOTICE: "given",
    RunsFrom.DEPOSIT: "deposited",
    RunsFrom.REGISTRATION: "registered",
    RunsFrom.YEAR: "received",
}


@dataclass(frozen=True, slots=True)
class Who:
    """The cases that a clause is about, by their names within a sentence."""

    names: Sequence[str]

    @property
    def several(self) -> bool:
        """Whether the verb is in the plural."""
        return len(self.names) > 1

    def __str__(self) -> str:
        return listed(self.names)


def clause(one: Standing, who: Who, words: Voice, *, treaty: bool, later: str = "") -> str:
    """Return where the case stands, said of all of `who`; with its `treaty` where several are told of.

    `later` is by how much the present stage was reached after others: it stands behind the day of that stage, and is
    left out where the clause is about another day.
    """
    of_it = f" {one.case.treaty.in_sentence}" if treaty else ""
    if one.condition in _MEASURED:
        return _MEASURED[one.condition](one, who, words, of_it, later)
    return _TOLD[one.condition](one, who, words, of_it)


def _not_started(one: Standing, who: Who, _words: Voice, treaty: str) -> str:
    known = "certain" if perhaps_next(one) else "recorded"
    withdrawal = f" of a withdrawal from{treaty}" if treaty else ""
    return f"no stage{withdrawal} is {known} for {who} up to {long_day(min(one.as_of, one.today))}"


def _in_progress(one: Standing, who: Who, words: Voice, treaty: str, later: str) -> str:
    return f"in {who} {step_clause(one, words, Whose('the', 'parliament', treaty), later=later)}"


def _suspended(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    return f"in {who} the withdrawal{_from(treaty)} {words.has} been suspended since {since(one)}"


def _rejected(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    last = [step.event for step in one.replay.counting(one.as_of) if step.event.moves][-1]
    votes = for_and_against(last.vote) if last.vote else ""
    return f"in {who} the withdrawal{_from(treaty)} {words.was} rejected on {since(one)}{votes}"


def _abandoned(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    return f"in {who} the withdrawal{_from(treaty)} {words.was} abandoned on {since(one)}"


def _notice_running(one: Standing, who: Who, words: Voice, treaty: str, later: str) -> str:
    given = f"{_given(one, who, words, treaty)}{later}"
    if one.effective is None:
        return f"{given}, and {ahead(one, one.notice, words)}" if one.notice else given
    announced = ", as the depositary announced" if one.basis is Basis.ANNOUNCED else ""
    day = f"{long_day(one.effective)}{bound(one.case.clause)}{announced}"
    return f"{given}, and the withdrawal {words.takes} effect on {day}"


def _deferred(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    return f"{_given(one, who, words, treaty)}, but an armed conflict {words.has} deferred it since {since(one)}"


def _given(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    notice = "notices" if who.several else "notice"
    verb = words.were if who.several else words.was
    day = some_day(one.notice.received) if one.notice else "an unknown day"
    given = f"{verb} {_GIVEN[one.case.clause.runs_from]} on {day}"
    return f"the {notice} of {who}{f' to leave{treaty}' if treaty else ''} {given}"


def _revoked(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    notice = "their notices" if who.several else "its notice"
    return f"{who} {words.had}revoked {notice}{f' to leave{treaty}' if treaty else ''} on {since(one)}"


def _in_effect(one: Standing, who: Who, words: Voice, treaty: str, later: str) -> str:
    been = words.have_been if who.several else words.been
    end = bound(one.case.clause) if one.effective else ""
    return f"{who} {been} out{f' of{treaty}' if treaty else ''} since {effect_day(one)}{end}{later}"


def _rejoined(one: Standing, who: Who, _words: Voice, treaty: str) -> str:
    were, them = ("were", "them") if who.several else ("was", "it")
    end = bound(one.case.clause) if one.effective else ""
    out = f"{who} {were} out{f' of{treaty}' if treaty else ''} from {effect_day(one)}{end}"
    return f"{out} to {since(one)}, when the treaty bound {them} again"


def _from(treaty: str) -> str:
    return f" from{treaty}" if treaty else ""


_MEASURED: Mapping[Condition, Callable[[Standing, Who, Voice, str, str], str]] = {
    Condition.IN_PROGRESS: _in_progress,
    Condition.NOTICE_RUNNING: _notice_running,
    Condition.IN_EFFECT: _in_effect,
}
_TOLD: Mapping[Condition, Callable[[Standing, Who, Voice, str], str]] = {
    Condition.NOT_STARTED: _not_started,
    Condition.SUSPENDED: _suspended,
    Condition.REJECTED: _rejected,
    Condition.ABANDONED: _abandoned,
    Condition.DEFERRED: _deferred,
    Condition.REVOKED: _revoked,
    Condition.REJOINED: _rejoined,
}
