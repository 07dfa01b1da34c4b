"""Where cases stand, each as a clause of a paragraph on several of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.core.phrases import listed
from tracker.core.reckoning import Basis
from tracker.core.standing import Standing
from tracker.core.state import Condition
from tracker.core.vocabulary import RunsFrom
from tracker.views.dates import effect_day, long_day, since, some_day
from tracker.views.reckoned import ahead, bound
from tracker.views.steps import for_and_against, perhaps_next, step_clause
from tracker.views.voice import Voice

_OBJECT = re.compile(r"leaving|to leave|withdrawal|question")  # what a step's clause says of the treaty
_JOINED = {"withdrawal": " from", "question": " of leaving"}
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


def clause(one: Standing, who: Who, words: Voice, *, treaty: bool) -> str:
    """Return where the case stands, said of all of `who`; with its `treaty` where several are told of."""
    return _TOLD[one.condition](one, who, words, f" {one.case.treaty.in_sentence}" if treaty else "")


def _not_started(one: Standing, who: Who, _words: Voice, treaty: str) -> str:
    known = "certain" if perhaps_next(one) else "recorded"
    withdrawal = f" of a withdrawal from{treaty}" if treaty else ""
    return f"no stage{withdrawal} is {known} for {who} up to {long_day(min(one.as_of, one.today))}"


def _in_progress(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    step = step_clause(one, words).replace("its parliament", "parliament").replace("its ", "the ")
    named = _OBJECT.sub(lambda found: f"{found[0]}{_JOINED.get(found[0], '') if treaty else ''}{treaty}", step, count=1)
    return f"in {who} {named}"


def _suspended(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    return f"in {who} the withdrawal{_from(treaty)} {words.has} been suspended since {since(one)}"


def _rejected(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    last = [step.event for step in one.replay.counting(one.as_of) if step.event.moves][-1]
    votes = for_and_against(last.vote) if last.vote else ""
    return f"in {who} the withdrawal{_from(treaty)} {words.was} rejected on {since(one)}{votes}"


def _abandoned(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    return f"in {who} the withdrawal{_from(treaty)} {words.was} abandoned on {since(one)}"


def _notice_running(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    given = _given(one, who, words, treaty)
    if one.effective is None:
        return f"{given}, and {ahead(one, one.notice, words)}" if one.notice else given
    announced = ", as the depositary announced" if one.basis is Basis.ANNOUNCED else ""
    day = f"{long_day(one.effective)}{bound(one.case.clause)}{announced}"
    return f"{given}, and the withdrawal {words.takes} effect on {day}"


def _deferred(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    return f"{_given(one, who, words, treaty)}, but an armed conflict {words.has} deferred it since {since(one)}"


def _given(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    notice = "notices" if who.several else "notice"
    verb = "were" if who.several and words.was == "was" else words.was
    day = some_day(one.notice.received) if one.notice else "an unknown day"
    given = f"{verb} {_GIVEN[one.case.clause.runs_from]} on {day}"
    return f"the {notice} of {who}{f' to leave{treaty}' if treaty else ''} {given}"


def _revoked(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    notice = "their notices" if who.several else "its notice"
    return f"{who} {words.had}revoked {notice}{f' to leave{treaty}' if treaty else ''} on {since(one)}"


def _in_effect(one: Standing, who: Who, words: Voice, treaty: str) -> str:
    been = words.been.replace("has", "have") if who.several else words.been
    end = bound(one.case.clause) if one.effective else ""
    return f"{who} {been} out{f' of{treaty}' if treaty else ''} since {effect_day(one)}{end}"


def _rejoined(one: Standing, who: Who, _words: Voice, treaty: str) -> str:
    were, them = ("were", "them") if who.several else ("was", "it")
    end = bound(one.case.clause) if one.effective else ""
    out = f"{who} {were} out{f' of{treaty}' if treaty else ''} from {effect_day(one)}{end}"
    return f"{out} to {since(one)}, when the treaty bound {them} again"


def _from(treaty: str) -> str:
    return f" from{treaty}" if treaty else ""


_TOLD: Mapping[Condition, Callable[[Standing, Who, Voice, str], str]] = {
    Condition.NOT_STARTED: _not_started,
    Condition.IN_PROGRESS: _in_progress,
    Condition.SUSPENDED: _suspended,
    Condition.REJECTED: _rejected,
    Condition.ABANDONED: _abandoned,
    Condition.NOTICE_RUNNING: _notice_running,
    Condition.DEFERRED: _deferred,
    Condition.REVOKED: _revoked,
    Condition.IN_EFFECT: _in_effect,
    Condition.REJOINED: _rejoined,
}
