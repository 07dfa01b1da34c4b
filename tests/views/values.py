"""Cases for the tests of the views, about a country that leaves no treaty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tracker.core.case import Case
from tracker.core.clause import ConflictRule, ExitClause
from tracker.core.country import Country
from tracker.core.day import parse_when
from tracker.core.event import Action, Aspect, Event, Finding, Result, Source, Topic, Vote
from tracker.core.history import history
from tracker.core.period import Period, Unit
from tracker.core.stage import Stage
from tracker.core.standing import Standing, standing
from tracker.core.treaty import Treaty
from tracker.core.vocabulary import Counting, Naming, Tested, Until
from tracker.views.paper import Paper
from tracker.views.show import show

TODAY = date(2026, 11, 23)
ANTARCTICA = Country("AQ", "ATA", "Antarctica")
NETHERLANDS = Country("NL", "NLD", "Netherlands", the=True)
SAO_TOME = Country("ST", "STP", "São Tomé and Príncipe")
CLAUSE = ExitClause(
    "art. 20(3)",
    Period(6, Unit.MONTHS),
    counting=Counting.SAME_DAY,
    receiver="the UN Secretary-General",
    notify=("all other States Parties", "the depositary", "the UN Security Council"),
    reasons=True,
    conflict=ConflictRule(Tested.EXPIRY, Until.CONFLICT_ENDED),
)
TREATY = Treaty(
    "ottawa", "Convention on the Prohibition of Mines", "Ottawa Convention", CLAUSE, the=True, adopted=1997,
    depositary="UN Secretary-General", depositary_in_sentence="the UN Secretary-General",
)  # fmt: skip
YEAR_END = ExitClause(
    "art. II(6)",
    Period(1, Unit.YEARS),
    counting=Counting.SAME_DAY,
    receiver="the Club's Secretary",
    end_of_day=True,
    named=Naming.DATE,
)
CLUB = Treaty(
    "club",
    "Statutes of the Polar Club",
    "Polar Club",
    YEAR_END,
    the=True,
    depositary="Club's Secretary",
    depositary_in_sentence="the Club's Secretary",
)

STAGES = {
    "2025-01-10": Stage.MINISTRY_ANALYSIS,
    "2025-02-10": Stage.CABINET_DIRECTIVE,
    "2025-03-01": Stage.DRAFT_LAW,
    "2025-04-01": Stage.PARLIAMENT_VOTE,
    "2025-05-01": Stage.UN_NOTIFICATION,
    "2025-11-01": Stage.EFFECT,
}


def event(day: str, action: Action | Stage = Action.ADVANCE, **more: Any) -> Event:  # noqa: ANN401 - any key of an event
    """Return an event; a stage alone is an advance to it."""
    if isinstance(action, Stage):
        return Event(parse_when(day), Action.ADVANCE, action, **more)
    return Event(parse_when(day), action, **more)


def path(length: int, **last: Any) -> tuple[Event, ...]:  # noqa: ANN401 - any key of an event
    """Return the first stages of a path, so many of them; `last` are further keys of the last one."""
    plain = [event(day, stage) for day, stage in list(STAGES.items())[:length]]
    return (*plain[:-1], replace(plain[-1], **last)) if plain else ()


def case(*events: Event, id_: str = "antarctica", **more: Any) -> Case:  # noqa: ANN401 - any key of a case
    """Return a case of Antarctica and the Ottawa Convention, unless `more` says otherwise."""
    return Case(**{"id": id_, "country": ANTARCTICA, "treaty": TREATY, "events": events, **more})


def stands(one: Case, as_of: str | date = TODAY, today: str | date | None = None) -> Standing:
    """Return the standing; without `today` as seen on the day itself."""
    day = as_of if isinstance(as_of, date) else date.fromisoformat(as_of)
    seen = day if today is None else today if isinstance(today, date) else date.fromisoformat(today)
    return standing(one, day, seen)


def shown(one: Standing, paper: Paper, *, all_sources: bool = False) -> str:
    """Return what `show` gives."""
    return show(one, history(one), paper, all_sources=all_sources)


def rich_case() -> Case:
    """Return a case that has everything a history can have, up to a notice that took effect."""
    press = Source("https://example.org/press", "Ministers speak", "Polar Post", parse_when("2025-01-12"))
    paper = Source("https://example.org/" + "long/" * 20, "Fünf Minister – eine Erklärung", "大陸新聞", lang="de")
    minutes = Source(title="Minutes of the 12th sitting", accessed=parse_when("2026-11"))
    bare = Source("https://example.org/bare")
    findings = (
        Finding(Aspect.MILITARY, "Penguins do not march in step.", "Chief of Defence", paper.url),
        Finding(Aspect.HUMANITARIAN, "Nobody would be harmed."),
    )
    return case(
        event("2024-12", Action.NOTE, topic=Topic.ATTEMPT, body="Ice Party", summary="A rival bill was turned down.",
              vote=Vote(12, 40, on="the rival bill", result=Result.FAILED), sources=(press,)),
        event("2025-01-10", Stage.MINISTRY_ANALYSIS, body="Ministry of Defence", document="Analysis of the ice",
              reference="A/1", summary="The ministry recommended leaving.", findings=findings, sources=(press, paper)),
        event("2025-02-10", Stage.CABINET_DIRECTIVE, body="Government", sources=(bare,)),
        event("2025-03-01/2025-03-20", Stage.DRAFT_LAW, body="Parliament", reference="Bill 12",
              doubt="The register is frozen over."),
        event("2025-03-25", Action.MILESTONE, step="First reading", body="Parliament", vote=Vote(result=Result.PASSED)),
        event("2025-03-26", Action.MILESTONE, step="Senate", body="Senate", vote=Vote(yes=10, required="a majority")),
        event("2025-03-30", Stage.PARLIAMENT_VOTE, planned=True, body="Parliament"),
        event("2025-04-01", Stage.PARLIAMENT_VOTE, body="Parliament", summary="Parliament passed the law.",
              vote=Vote(66, 14, 2, 1, 3, 100, required=51, result=Result.PASSED), sources=(minutes,)),
        event("2025-04-11", Action.RETURN, stage=Stage.DRAFT_LAW, body="President", summary="The President said no."),
        event("2025-04-12", Action.SUSPEND, body="Court"),
        event("2025-04-13", Action.RESUME, body="Court"),
        event("2025-04-20", Stage.PARLIAMENT_VOTE, body="Parliament"),
        event("2025-04-30", Action.NOTE, topic=Topic.REACTION, body="Seals", summary="They clapped.", doubt="Or not."),
        event("2025-05-01", Stage.UN_NOTIFICATION, given=date(2025, 4, 28), announced=date(2025, 11, 2),
              body="Ministry of Foreign Affairs", sources=(press,)),
        event("2025-05-20", Action.MILESTONE, planned=True, step="Circular"),
        about="The ice moves, and so does this case.",
    )  # fmt: skip
