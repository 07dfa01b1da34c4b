"""What a recording command asks for on a terminal, each answer read as the option of the same meaning is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from tracker.cli import arguments, terminal
from tracker.cli.telling import tell_error
from tracker.core.case import Case
from tracker.core.drafting import Draft, StageUnclear, begun
from tracker.core.errors import TrackerError, WrongUsage
from tracker.core.event import Action, Event, Result, Source, Topic, Vote
from tracker.core.questions import DAY, needed, wanted
from tracker.core.reasons import called
from tracker.core.recording import check_possible, needs_skip, takes_with_skip
from tracker.core.stage import PATH
from tracker.core.standing import standing

_Answer = TypeVar("_Answer")
_OPTION = re.compile(r"`--[a-z-]+ ([^`]+)`")
Check = Callable[[Draft], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the questions are about: the cases that take the event, today; `check` raises what a draft collides with."""

    cases: Sequence[Case]
    today: date
    check: Check


def ask_case(action: Action, ids: Callable[[Sequence[str]], list[str]]) -> list[str]:
    """Ask which case is meant, or which; `ids` finds them, and raises NotFound."""
    return _ask("Case", lambda text: ids(_words(text)), f"`{action}` needs a case")


def ask(draft: Draft, asked: Asked) -> Draft:
    """Ask for what the draft lacks, the day last of what is needed; then for what makes an event worth quoting.

    Raises, before the first question, what makes the wish impossible.
    """
    event = begun(draft, asked.cases, asked.today)
    ids = ", ".join(case.id for case in asked.cases)
    terminal.tell(terminal.harmless(f"Recording {called(event)} for {ids}.\n"))
    terminal.tell("Enter leaves out what is optional; nothing is written before you say yes.\n")
    for key in needed(event, dated=draft.dated):
        draft = _NEEDED[key](draft, asked)
    event = begun(draft, asked.cases, asked.today)
    if _needs_skip(event, asked):
        draft = _with(
            draft, skip=_ask("Why the stages between have no counterpart", _text("skip"), "a reason is needed")
        )
    for key in wanted(event, alone=len(asked.cases) == 1):
        draft = _with(draft, **{key: _WANTED[key](asked.today)})
    return draft


def _stage(draft: Draft, asked: Asked) -> Draft:
    """Ask for the stage, and make sure that each case can take it on some day."""
    action = draft.event.action

    def read(text: str) -> Draft:
        stage = arguments.stage(text)
        for case in asked.cases:
            check_possible(case, action, stage, asked.today)
        return _with(draft, stage=stage)

    told = [{*_stages(case, action, asked.today)} for case in asked.cases]
    _list(stage for stage in PATH if all(stage in each for each in told))
    return _ask("Stage", read, "a stage is needed")


def _stages(case: Case, action: Action, today: date) -> Sequence[str]:
    allowed = standing(case, today, today).allowed
    return next((choice.stages for choice in allowed if choice.action is action), ())


def _step(draft: Draft, _asked: Asked) -> Draft:
    return _with(draft, step=_ask("Its short name, such as First reading", _text("step"), "a short name is needed"))


def _topic(draft: Draft, _asked: Asked) -> Draft:
    _list(Topic)
    topic = _ask("Topic", lambda text: arguments.choice(text, Topic, "topic"), "a topic is needed")
    return _with(draft, topic=topic)


def _day(draft: Draft, asked: Asked) -> Draft:
    """Ask for the day until the cases take the event on it, if need be with a `skip` that is yet to be told."""

    def read(text: str) -> Draft:
        dated = Draft(replace(draft.event, date=arguments.when(text, asked.today)), dated=True)
        try:
            _check(dated, asked)
        except StageUnclear as unclear:
            dated = _stage_then(dated, asked, unclear)
        return dated

    return _ask("Day, such as 2025-04-16, 2025-05 or today", read, "the day is needed: a wrong one is worse than none")


def _check(dated: Draft, asked: Asked) -> None:
    event = begun(dated, asked.cases, asked.today)
    asked.check(_with(dated, stage=event.stage, skip="why") if _needs_skip(event, asked) else dated)


def _stage_then(dated: Draft, asked: Asked, unclear: StageUnclear) -> Draft:
    """Ask which stage was reached on an earlier day, of those that all cases take on it; raise where there is none."""
    fitting = {stage: _with(dated, stage=stage) for stage in PATH if _fits(replace(dated.event, stage=stage), asked)}
    if not fitting:
        raise WrongUsage(f"{unclear.message}, and no stage fits there", "write another day")
    terminal.tell(terminal.harmless(f"{unclear.message}:\n"))
    _list(fitting)

    def read(text: str) -> Draft:
        named = _with(dated, stage=arguments.stage(text))
        _check(named, asked)
        return named

    named = _ask_or_none("Stage, or Enter for another day", read)
    if named is None:
        raise WrongUsage(unclear.message, "write another day")
    return named


def _fits(event: Event, asked: Asked) -> bool:
    return all(takes_with_skip(case, event) for case in asked.cases)


def _needs_skip(event: Event, asked: Asked) -> bool:
    return any(needs_skip(case, event) for case in asked.cases)


def _vote(_today: date) -> Vote | None:
    vote = _ask_or_none(
        "Vote as yes:no:abstaining, such as 66:14:2", lambda text: arguments.vote(text, None, None, None)
    )
    result = _ask_or_none("  how it ended, passed or failed", lambda text: arguments.choice(text, Result, "result"))
    return replace(vote or Vote(), result=result) if vote or result else None


def _sources(today: date) -> tuple[Source, ...]:
    """Ask for sources until an answer is left out."""
    found: list[Source] = []
    while url := _ask_or_none("Another source" if found else "Source: its web address", arguments.address):
        title = _ask_or_none("  its title", _text("title"))
        publisher = _ask_or_none("  its publisher", _text("publisher"))
        found += arguments.sources([url], [title] if title else [], [publisher] if publisher else [], today)
    return tuple(found)


_NEEDED: Mapping[str, Callable[[Draft, Asked], Draft]] = {"stage": _stage, "step": _step, "topic": _topic, DAY: _day}

_WANTED: Mapping[str, Callable[[date], Any]] = {
    "body": lambda _today: _ask_or_none("Who acted", _text("body")),
    "summary": lambda _today: _ask_or_none("What happened, in one sentence", _text("summary")),
    "vote": _vote,
    "sources": _sources,
}


def _ask(question: str, read: Callable[[str], _Answer], lacking: str) -> _Answer:
    """Ask until the answer can be read; what is wrong with one is told."""
    while True:
        answer = terminal.question(f"{question}: ")
        try:
            if not answer:
                raise WrongUsage(lacking, "Ctrl-C stops, and nothing is written")
            return read(_visible(answer))
        except TrackerError as error:
            _tell_wrong(error)


def _ask_or_none(question: str, read: Callable[[str], _Answer]) -> _Answer | None:
    """Ask for what may be left out."""
    while answer := terminal.question(f"{question}: "):
        try:
            return read(_visible(answer))
        except TrackerError as error:
            _tell_wrong(error)
    return None


def _tell_wrong(error: TrackerError) -> None:
    """Tell what is wrong with an answer; what a hint writes as an option is here the answer itself."""
    if error.hint:
        error.hint = _OPTION.sub(r"`\1`", error.hint)
    tell_error(error)


def _visible(answer: str) -> str:
    """Return the answer; an arrow key leaves signs in it that nobody sees."""
    if any(sign < " " or sign == "\x7f" for sign in answer):
        raise WrongUsage("the answer holds a key that is no letter, such as an arrow", "type it anew")
    return answer


def _text(option: str) -> Callable[[str], str | None]:
    return lambda answer: arguments.text(answer, f"--{option}")


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a lone quote
        return text.split()


def _list(names: Any) -> None:  # noqa: ANN401
    terminal.tell(f"  {', '.join(names)}\n")


def _with(draft: Draft, **keys: Any) -> Draft:  # noqa: ANN401 - the keys of an event
    return replace(draft, event=replace(draft.event, **keys))
