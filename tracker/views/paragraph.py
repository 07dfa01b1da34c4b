"""Several countries in one paragraph that can be printed as it stands: who is ahead, where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tracker.core.comparison import OUT_OF_THE_RACE, Comparison
from tracker.core.event import Action
from tracker.core.interval import NO_DAYS
from tracker.core.naming import doubles
from tracker.core.phrases import listed
from tracker.core.stage import Stage
from tracker.core.standing import Standing
from tracker.views.dates import counted, days
from tracker.views.reckoned import otherwise
from tracker.views.sentence import doubts_of, noted, sentence, unsure
from tracker.views.standing_clause import Who, clause
from tracker.views.voice import Voice, voice
from tracker.views.words import capital

_Names = Mapping[str, str]


def paragraph(comparison: Comparison, names: _Names) -> str:
    """Return who is ahead, then a sentence for each standing, one for several where they stand alike.

    Of one standing alone, where the others cannot be used, its own sentence is returned.
    """
    first, *others = comparison.standings
    if not others:
        return sentence(first).text
    words = voice(first)
    told = (capital(f"{text}.") for text in _clauses(comparison, names, words))
    return " ".join([capital(f"{words.opening}{_lead(comparison, names, words)}."), *told])


def _running(comparison: Comparison) -> list[Standing]:
    return [one for one in comparison.standings if one.stage and one.condition not in OUT_OF_THE_RACE]


def _lead(comparison: Comparison, names: _Names, words: Voice) -> str:
    """Return who is ahead of whom, who are level, or why nobody is."""
    running = _running(comparison)
    if not running:
        every = listed([names[one.case.id] for one in comparison.standings])
        return f"no withdrawal {_from(comparison)}{words.is_} under way or complete in {every}"
    furthest = max((one.stage for one in running if one.stage), key=lambda stage: stage.place)
    if not comparison.leaders:
        rivals = listed([names[id_] for id_ in comparison.rivals])
        open_ = "which of them comes first is open, as a day is not fully known"
        return f"{rivals} {words.are} furthest{_way(comparison)}; {open_}"
    leaders = Who([names[id_] for id_ in comparison.leaders])
    others = [one for one in comparison.standings if one.case.id not in comparison.leaders]
    beaten = [names[one.case.id] for one in others if one.condition not in OUT_OF_THE_RACE]
    done = _left(leaders, others, comparison, words) if furthest is Stage.EFFECT and comparison.alike else None
    be, far = words.are if leaders.several else words.is_, "furthest" if others else "equally far"
    behind = f", ahead of {listed(beaten)}" if beaten else ""
    measured = "" if comparison.alike else ", by the days from each country's own first stage"
    return f"{done or f'{leaders} {be} {far}{_way(comparison)}'}{behind}{measured}"


def _left(leaders: Who, others: Sequence[Standing], comparison: Comparison, words: Voice) -> str:
    """Return that the leaders have left; where there is nobody else, that they did so on one day."""
    every = "both " if len(leaders.names) == len(("one", "other")) else "all "
    same_day = leaders.several and not others
    treaty = comparison.standings[0].case.treaty.in_sentence
    return f"{leaders} {words.have}{every if same_day else ''}left {treaty}{', on the same day' if same_day else ''}"


def _clauses(comparison: Comparison, names: _Names, words: Voice) -> Iterator[str]:
    """Yield a clause for each group of standings of which the same is to be said."""
    groups: dict[str, list[Standing]] = {}
    for one in sorted(comparison.standings, key=lambda one: _rank(one, comparison)):
        groups.setdefault(_said(one, Who(["…"]), comparison, names, words), []).append(one)
    called = _called(comparison, names)
    for alike in groups.values():
        yield _said(alike[0], Who([called[one.case.id] for one in alike]), comparison, names, words)


def _said(one: Standing, who: Who, comparison: Comparison, names: _Names, words: Voice) -> str:
    told = clause(one, who, words, treaty=not comparison.alike, later=_later(one, comparison, names))
    return f"{told}{otherwise(one)}{noted([*doubts_of(one, sentence(one).places), *unsure(one.notice)])}"


def _called(comparison: Comparison, names: _Names) -> _Names:
    """Return the names as they stand in clauses, which tell the treaties themselves where these differ."""
    if comparison.alike:
        return names
    shared = doubles(one.case for one in comparison.standings)
    return {
        one.case.id: names[one.case.id] if one.case.id in shared else one.case.country.in_sentence
        for one in comparison.standings
    }


def _rank(one: Standing, comparison: Comparison) -> tuple[bool, bool, int, date]:
    """Return the place of a standing: leaders, then the others by stage, by day; the ended paths last."""
    ended = one.condition in OUT_OF_THE_RACE
    since = one.stage_since.earliest if one.stage_since else date.max
    return ended, one.case.id not in comparison.leaders, -one.stage.place if one.stage else 1, since


def _later(one: Standing, comparison: Comparison, names: _Names) -> str:
    """Return by how many days the case reached its stage after the leaders, whose stage it is, too; else nothing.

    Nothing either where one of them came back to the stage: that was another step than the other's.
    """
    leaders = comparison.leaders
    at_it = [row.cells for row in comparison.rows if row.stage is one.stage]
    if not leaders or one.case.id in leaders or one.condition in OUT_OF_THE_RACE or not at_it:
        return ""
    own, first = at_it[0][one.case.id], at_it[0][leaders[0]]
    ahead = [other for other in comparison.standings if other.case.id in leaders]
    comes_first = ahead[0].stage is one.stage and first is not None and first.behind == NO_DAYS
    if not (own and own.behind and comes_first) or own.behind == NO_DAYS or any(map(_came_back, [one, *ahead])):
        return ""
    of_them = "that of " if one.stage is Stage.UN_NOTIFICATION else ""
    return f", {counted(days(own.behind), 'day')} after {of_them}{listed([names[id_] for id_ in leaders])}"


def _came_back(one: Standing) -> bool:
    """Whether the path went back to its stage, or began again at it."""
    event = one.state.reached[-1].event
    return event is not None and one.case.events[event].action is not Action.ADVANCE


def _way(comparison: Comparison) -> str:
    return f" on the way out of {comparison.standings[0].case.treaty.in_sentence}" if comparison.alike else ""


def _from(comparison: Comparison) -> str:
    return f"from {comparison.standings[0].case.treaty.in_sentence} " if comparison.alike else ""
