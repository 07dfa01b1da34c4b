"""One sentence on where a case stands, which can be printed as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.core.case import Case
from tracker.core.doubts import notice_doubts, other_readings
from tracker.core.event import Source
from tracker.core.phrases import VIENNA
from tracker.core.reckoning import Basis
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.core.state import Condition, Notice
from tracker.core.vocabulary import Right
from tracker.views import reckoned
from tracker.views.dates import effect_day, long_day, since, some_day, spoken
from tracker.views.steps import for_and_against, missing, perhaps_next, step_clause
from tracker.views.voice import Voice, voice
from tracker.views.words import capital, depositary


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence with its full stop; `places` are those in the log of the events on which it rests."""

    text: str
    places: tuple[int, ...]

    def sources(self, case: Case) -> tuple[Source, ...]:
        """Return the sources of those events."""
        return tuple(source for place in self.places for source in case.events[place].sources)


def sentence(one: Standing) -> Sentence:
    """Return the sentence; what is doubtful about the events on which it rests is said in it."""
    told = _TOLD[one.condition](one, voice(one))
    places = _places(one)
    return Sentence(f"{told}{noted(doubts_of(one, places))}.", places)


def doubts_of(one: Standing, places: Iterable[int]) -> list[str]:
    """Return what is doubtful about the events at these places of the log."""
    return [doubt for place in places if (doubt := one.case.events[place].doubt)]


def unsure(notice: Notice | None) -> list[str]:
    """Return what follows from the events and makes the day of the withdrawal doubtful, days in words.

    What sentences say themselves is not among it: another day on another reading of the clause, that the effect must
    have come, and why its day cannot be told. Where only the confirmed day is known, the clause tells no other.
    """
    if notice is None or notice.basis is Basis.CONFIRMED:
        return []
    told = notice.doubts if reckoned.open_ended(notice) else other_readings(notice)
    return [spoken(text) for text in notice_doubts(notice) if text not in told]


def _places(one: Standing) -> tuple[int, ...]:
    """Return the events of the present stage, of the notice, of the present condition, of the confirmed effect."""
    present = one.state.reached[-1].event if one.state.reached else None
    places = [one.notice.event if one.notice else None, present, *_moves(one)[-1:], one.state.confirmed]
    return tuple(dict.fromkeys(place for place in places if place is not None))


def _moves(one: Standing) -> list[int]:
    """Return the places of the events that changed the stage or the condition by the day, in their order."""
    return [step.number for step in one.replay.counting(one.as_of) if step.event.moves]


def noted(doubts: Sequence[str]) -> str:
    """Return what is doubtful, to stand at the end of a sentence; nothing where nothing is."""
    if not doubts:
        return ""
    quoted = " and ".join(f"“{' '.join(doubt.split()).rstrip('.')}”" for doubt in doubts)
    return f"; {'a doubt is' if len(doubts) == 1 else 'doubts are'} noted: {quoted}"


def _not_started(one: Standing, _words: Voice) -> str:
    country, treaty = one.case.country.in_sentence, one.case.treaty.in_sentence
    known = "certain" if perhaps_next(one) else "recorded"
    return f"No stage of a withdrawal from {treaty} is {known} for {country} up to {_known_day(one)}"


def _in_progress(one: Standing, words: Voice) -> str:
    by_then = "that day" if one.as_of < one.today else _known_day(one)
    known = "certain" if perhaps_next(one) else "recorded"  # a span of days may or may not lie behind
    nothing = f"up to {by_then} {missing(one)} is {known}"
    return f"{_not_left(one, words)}, but {step_clause(one, words)}; {nothing}"


def _suspended(one: Standing, words: Voice) -> str:
    halted = f"its withdrawal {words.has} been suspended since {since(one)}"
    return f"{_not_left(one, words)}: {halted}, after {step_clause(one, words)}"


def _rejected(one: Standing, words: Voice) -> str:
    vote = one.case.events[_moves(one)[-1]].vote
    votes = for_and_against(vote) if vote else ""
    return f"{_not_left(one, words)}: its withdrawal {words.was} rejected on {since(one)}{votes}"


def _abandoned(one: Standing, words: Voice) -> str:
    return f"{_not_left(one, words)}: its withdrawal {words.was} abandoned on {since(one)}"


def _revoked(one: Standing, words: Voice) -> str:
    notice = one.state.reached_at(Stage.UN_NOTIFICATION)
    received = f" {reckoned.that_was_given(one)} on {some_day(notice.date)}" if notice else ""
    return f"{_not_left(one, words)}: on {since(one)} it {words.had}revoked the notice{received}"


def _notice_running(one: Standing, words: Voice) -> str:
    leaves = words.must_left if one.must_be_out else words.leaves
    begin = f"{words.begin(one.case.country.in_sentence)} {leaves} {one.case.treaty.in_sentence}"
    if one.notice is None:
        return begin
    if one.case.clause.right is Right.NONE and one.notice.basis is None:
        return _silent(one, one.notice, words)
    return f"{begin}: {reckoned.received(one, one.notice, words)}, and {reckoned.ahead(one, one.notice, words)}"


def _silent(one: Standing, notice: Notice, words: Voice) -> str:
    """Return what is known of a notice to leave a treaty that says nothing on leaving it."""
    gave = f"{words.begin(one.case.country.in_sentence)} {words.had}told on {some_day(notice.received)} that it leaves"
    law = f"{VIENNA}, art. 56(1)"
    open_ = f"the treaty has no exit clause, and whether the notice has any effect is open ({law})"
    return f"{gave} {one.case.treaty.in_sentence}; {open_}"


def _deferred(one: Standing, words: Voice) -> str:
    clause, notice = one.case.clause, one.notice
    if notice is None or clause.conflict is None:
        return _not_left(one, words)
    waiting = f"since {since(one)} the withdrawal {words.has} waited for {reckoned.END[clause.conflict.until]}"
    told = f"{reckoned.received(one, notice, words)}, but {waiting} ({clause.conflict_article})"
    if one.not_before and notice.basis:
        take = "take" if one.not_before > max(one.as_of, one.today) else "have taken"
        told += f"; otherwise it would {take} effect on {long_day(one.not_before)}"
    return f"{_not_left(one, words)}: {told}"


def _in_effect(one: Standing, words: Voice) -> str:
    begin = f"{words.begin(one.case.country.in_sentence)} {words.been} out of {one.case.treaty.in_sentence}"
    why = reckoned.past(one, one.notice, words) if one.notice else ""
    bound = reckoned.bound(one.case.clause) if one.effective else ""
    return f"{begin} since {effect_day(one)}{bound}{why}"


def _rejoined(one: Standing, _words: Voice) -> str:
    out = f"{capital(one.case.country.in_sentence)} was out of {one.case.treaty.in_sentence}"
    bound = reckoned.bound(one.case.clause) if one.effective else ""
    announced = f" (as {depositary(one.case.treaty)} announced)" if one.basis is Basis.ANNOUNCED else ""
    return f"{out} from {effect_day(one)}{bound}{announced} to {since(one)}, when the treaty bound it again"


def _not_left(one: Standing, words: Voice) -> str:
    return f"{words.begin(one.case.country.in_sentence)} {words.not_left} {one.case.treaty.in_sentence}"


def _known_day(one: Standing) -> str:
    """Return the day up to which the files can tell anything."""
    return long_day(min(one.as_of, one.today))


_TOLD: Mapping[Condition, Callable[[Standing, Voice], str]] = {
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
