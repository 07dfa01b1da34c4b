"""An exit clause in sentences that a lawyer would accept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tracker.core import phrases
from tracker.core.clause import ExitClause
from tracker.core.period import Period, Unit
from tracker.core.phrases import listed
from tracker.core.term import Term, TermFrom
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Bound, Counting, Locks, Naming, Right, Rounding, RunsFrom, Tested, Until
from tracker.views.dates import long_day
from tracker.views.words import capital, depositary

_LAW = phrases.VIENNA


def sentences(treaty: Treaty) -> list[str]:
    """Return the clause as sentences, in the order in which it is applied."""
    return [f"{capital(text)}." for tell in _TELL for text in tell(treaty, treaty.exit)]


def told_to(clause: ExitClause) -> list[str]:
    """Return who must be told, whether reasons are owed."""
    if not clause.notify:
        return []
    return [f"the notice goes to {listed(clause.notify)}{', and says why' if clause.reasons else ''}"]


def read_how(treaty: Treaty) -> list[str]:
    """Return how far the clause was read, and from which file where it is the user's own."""
    instead = ", which wins over the shipped one" if treaty.replaces else ""
    own = [f"read from {treaty.file}, your own{instead}"] if treaty.file else []
    return [*own, _VERIFIED[treaty.exit.verified]]


def _right(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    if clause.right is Right.NONE:
        yield f"the treaty says nothing on leaving it, and no right to leave is presumed ({_LAW}, art. 56(1))"
        yield f"where such a right is implied, at least twelve months’ notice is owed ({_LAW}, art. 56(2))"
        yield f"all parties together can let a party go at any time ({_LAW}, art. 54(b))"
        return
    means = f"by notice to {listed(clause.notify) or clause.receiver}{_reasons(clause)}"
    condition = _CONDITIONS.get(clause.right, "").format(ground=clause.ground)
    yield f"a {clause.leaver} may withdraw {condition}{means} ({clause.about_notice})"


def _reasons(clause: ExitClause) -> str:
    if not clause.reasons:
        return ""
    return ", stating them" if clause.right is Right.EMERGENCY else ", giving its reasons"


def _intention(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    rule = clause.intention
    if rule:
        to = f" to {listed(rule.notify)}" if rule.notify else ""
        follows = f"the notice must follow within {rule.within.words} ({clause.about_notice})"
        yield f"it tells its intention first{to}; {follows}"


def _lock_in(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    rule = clause.lock_in
    if rule is None:
        return
    held = "no notice may be given" if rule.locks is Locks.NOTICE else "no withdrawal takes effect"
    day = f", {long_day(rule.start)}," if rule.start else ""
    since = phrases.lock_start(rule)
    yield f"{held} within the first {rule.period.words} after {since}{day} ({clause.about_notice})"


def _term(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    term = clause.term
    if term is None:
        return
    begin = f"from {long_day(term.start)}" if term.start else _TERM_START[term.origin]
    first, then = (Period(years, Unit.YEARS).words for years in (term.first, term.then))
    later = f"each later one {then}" if then != first else "and so does each later one"
    yield f"the treaty binds for fixed terms: the first lasts {first} {begin}, {later}"
    if term.window:
        yield f"a notice may be given only within {term.window.words} after the end of a term ({clause.about_notice})"


def _effect(treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    if clause.right is Right.NONE:
        return
    conflict = _conflict(clause)
    bound = "; the state is bound until the end of that day" if clause.end_of_day else ""
    yield f"the withdrawal takes effect {_when(clause, clause.term)}{conflict} ({_articles(clause)}){bound}"
    yield from _conflict_over(clause)
    if clause.counting:
        yield f"{depositary(treaty)} counts to {_COUNTED[clause.counting]}"
    elif clause.plain or (clause.wait and clause.rounding in (Rounding.MONTH_START, Rounding.YEAR_END)):
        yield (
            "whether the period ends on the corresponding day of the calendar or on the day after it is not known: "
            "where it matters, both days are told"
        )


def _articles(clause: ExitClause) -> str:
    """Return the article on the effect, with that on armed conflict where it is another."""
    if clause.conflict is None or clause.conflict_article == clause.article:
        return clause.article
    return f"{clause.article}, {clause.conflict_article}"


def _when(clause: ExitClause, term: Term | None) -> str:
    if clause.calendar:
        return _fixed(clause)
    if term and not term.window:
        before = f", if notice is given at least {clause.period.words} before it" if clause.period else ""
        return f"at the end of the running term{before}, and otherwise at the end of the next"
    length = _length(clause)
    if clause.happening is None:
        return length
    if clause.happening.bound is Bound.EARLIEST:
        return f"on the day on which {clause.happening.what}, not earlier than {length}"
    return f"on the day on which {clause.happening.what}, at the latest {length}"


def _length(clause: ExitClause) -> str:
    given = _GIVEN[clause.runs_from].format(receiver=clause.receiver)
    if clause.wait is None:
        at_once = "at once, on the day on which {given}"
        return (_FROM_NOTICE[clause.rounding] if clause.rounding else at_once).format(given=given)
    least = "at the earliest " if clause.minimum else ""
    length = f"{least}{clause.wait.words} after {given}"
    return f"{_ROUNDED[clause.rounding].format(length=length)}" if clause.rounding else length


def _fixed(clause: ExitClause) -> str:
    rule = clause.calendar
    told = phrases.fixed(rule) if rule else ""
    at = "at" if told.startswith("the end") else "on"
    return f"on a fixed day: {told}" if told.startswith("a notice") else f"{at} {told}"


def _conflict(clause: ExitClause) -> str:
    rule = clause.conflict
    if rule is None:
        return ""
    if rule.tested is Tested.NOTICE:
        until = phrases.ended(rule, clause.leaver)
        return f", but a notice given while the {clause.leaver} is in an armed conflict has no effect until {until}"
    return f", but not while the {clause.leaver} is in an armed conflict at that time"


def _conflict_over(clause: ExitClause) -> Iterator[str]:
    """Yield what must have ended, where it is more than that conflict, and what goes beyond it."""
    rule = clause.conflict
    if rule is None:
        return
    if rule.tested is Tested.EXPIRY and rule.until is not Until.CONFLICT_ENDED:
        yield f"it then waits until {phrases.ended(rule, clause.leaver)} ({clause.conflict_article})"
    if rule.text:
        yield rule.text.removesuffix(".")


def _named(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    if clause.named:
        what = "date" if clause.named is Naming.DATE else "period"
        longer = "later" if clause.named is Naming.DATE else "longer"
        yield f"the notice may name a {longer} {what} ({clause.article})"


def _revocable(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    if clause.right is not Right.NONE and (clause.rounding or not clause.at_once):
        law = clause.revocable or f"{_LAW}, art. 68"
        yield f"until it takes effect, the notice can be taken back ({law})"


def _follows(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    for one in clause.follows:
        yield one.text.removesuffix(".") + (f" ({one.article})" if one.article else "")


def _automatic(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    for one in clause.automatic:
        text = f"{one.text[:1].lower()}{one.text[1:].removesuffix('.')}"
        yield f"without a notice: {text}" + (f" ({one.article})" if one.article else "")


def _reserved(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    for one in clause.reserved:
        own = f"{one.country.in_sentence} may leave {one.period.words} after the notice ({one.article})"
        yield f"{own}: {one.text[:1].lower()}{one.text[1:].removesuffix('.')}" if one.text else own


def _examples(_treaty: Treaty, clause: ExitClause) -> Iterator[str]:
    for one in clause.examples:
        whose = f"the notice of {one.country.in_sentence}" if one.country else "a notice"
        named = f", which named {long_day(one.named)}," if one.named else ""
        bound = f" of a state bound since {long_day(one.in_force)}" if one.in_force else ""
        notice = f"{whose} of {long_day(one.received)}{bound}{named}"
        if one.effective:
            yield f"example: {notice} takes effect on {long_day(one.effective)}"
        else:
            yield f"example: for {notice} no effective date can be told"


_VERIFIED: Mapping[str | None, str] = {
    "text": "the clause was read in the treaty’s own text",
    "secondary": "the clause was read in a source that describes it, not in the treaty itself",
    None: "how far the clause was read is not said",
}
_CONDITIONS: Mapping[Right, str] = {
    Right.EMERGENCY: "if it decides that {ground}, ",
    Right.GROUND: "only if {ground}, ",
}
_GIVEN: Mapping[RunsFrom, str] = {
    RunsFrom.RECEIPT: "{receiver} receives the notice",
    RunsFrom.NOTICE: "the notice is given",
    RunsFrom.DEPOSIT: "the instrument is deposited",
    RunsFrom.REGISTRATION: "{receiver} registers the denunciation",
    RunsFrom.YEAR: "the notice is given",
}
_ROUNDED: Mapping[Rounding, str] = {
    Rounding.MONTH_START: "on the first day of the month that follows the expiry of {length}",
    Rounding.MONTH_END: "on the last day of the month in which a period of {length} ends",
    Rounding.YEAR_END: "on 31 December of the year in which a period of {length} ends",
}
_FROM_NOTICE: Mapping[Rounding, str] = {
    Rounding.MONTH_START: "on the first day of the month that follows the one in which {given}",
    Rounding.MONTH_END: "on the last day of the month in which {given}",
    Rounding.YEAR_END: "on 31 December of the year in which {given}",
}
_COUNTED: Mapping[Counting, str] = {
    Counting.SAME_DAY: "the corresponding day",
    Counting.NEXT_DAY: "the day after the corresponding day",
}
_TERM_START: Mapping[TermFrom, str] = {
    TermFrom.TREATY: "from the treaty’s entry into force",
    TermFrom.PARTY: "from the treaty’s entry into force for the party",
}
_TELL: tuple[Callable[[Treaty, ExitClause], Iterator[str]], ...] = (
    _right,
    _intention,
    _lock_in,
    _term,
    _effect,
    _named,
    _revocable,
    _follows,
    _automatic,
    _reserved,
    _examples,
)
