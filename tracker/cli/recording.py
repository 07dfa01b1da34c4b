"""The commands that record an event: one function for all actions, with the options that the action allows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli import arguments, terminal
from tracker.cli.loading import ids_of, sound
from tracker.cli.opening import open_own
from tracker.cli.options import Cases, Words
from tracker.core.case import Case
from tracker.core.day import on
from tracker.core.drafting import Draft, complete, lacks
from tracker.core.errors import WrongUsage
from tracker.core.event import Action, Event, Topic
from tracker.core.keys import KEYS
from tracker.core.problem import Place
from tracker.core.reasons import called
from tracker.core.recording import Wish, decide
from tracker.core.standing import standing

if TYPE_CHECKING:
    from tracker.storage.case_file import CaseFile
    from tracker.storage.change import Change
    from tracker.storage.folder import Folder


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a recording command: the event's key that it fills, its value's name, its help."""

    key: str | None
    metavar: str | None
    help: str
    kind: Any = str | None


OPTIONS: Mapping[str, Option] = {
    "--on": Option(None, "DAY", "The day, or a span: 2025-04-16, 2025-05, 2025-04-24/2025-05-12, today."),
    "--to": Option("stage", "STAGE", "The stage reached, or led back to; without it `advance` takes the next."),
    "--step": Option("step", "NAME", "The milestone's short name, such as `First reading`."),
    "--topic": Option("topic", "TOPIC", f"What the note is about: {', '.join(Topic)}."),
    "--planned": Option("planned", None, "It is announced for a day to come, and no fact yet.", bool),
    "--skip": Option("skip", "WHY", "Why the stages between have no counterpart in this country."),
    "--given": Option("given", "DAY", "The date on the letter, where it is not the day of receipt."),
    "--named": Option("named", "DAY", "A later day that the notice names for its effect."),
    "--announced": Option("announced", "DAY", "The effective date that the depositary announced."),
    "--body": Option("body", "TEXT", "Who acted."),
    "--summary": Option("summary", "TEXT", "What happened, in one sentence."),
    "--document": Option("document", "TEXT", "The paper's own title."),
    "--reference": Option("reference", "TEXT", "Its official number."),
    "--doubt": Option("doubt", "TEXT", "What is not sure, or was looked for and not found."),
    "--vote": Option("vote", "TALLY", "66:14:2 (yes:no:abstain), or yes=66,no=14,not_voting=3,members=100."),
    "--vote-on": Option("vote", "TEXT", "What was voted on, where not the text itself."),
    "--required": Option("vote", "NUMBER", "How many yes votes were required, or the rule in words."),
    "--result": Option("vote", "RESULT", "How the vote ended: passed or failed."),
    "--source": Option(None, "URL", "Where it is written; may be given several times.", list[str]),
    "--title": Option(None, "TEXT", "The title of the source; the nth belongs to the nth source.", list[str]),
    "--publisher": Option(None, "TEXT", "Who published the source.", list[str]),
    "--dry-run": Option(None, None, "Print the block that would be written, and write nothing.", bool),
    "--no-input": Option(None, None, "Ask for nothing, not even on a terminal.", bool),
}

_TEXTS = ("step", "skip", "body", "summary", "document", "reference", "doubt")

_EXAMPLES: Mapping[Action, str] = {
    Action.ADVANCE: "latvia --on 2025-04-16 --vote 66:14:2 --source https://example.org/vote",
    Action.MILESTONE: 'latvia --step "First reading" --on 2025-04-03',
    Action.NOTE: "latvia --topic checked --on today",
    Action.RETURN: "latvia --to draft-law --on 2025-05-02 --body President",
    Action.REOPEN: "latvia --to draft-law --on 2025-09-01",
}


def command(name: str, summary: str) -> Callable[..., None]:
    """Return the function of the recording command `name`, with the options that the table of keys allows it."""
    action = Action(name)

    def record(cases: list[str] | None = None, folder: str | None = None, **given: Any) -> None:  # noqa: ANN401
        _record(action, cases, folder, given)

    record.__doc__ = f"{summary}.\n\nExample: tracker {name} {_EXAMPLES.get(action, 'latvia --on 2025-05-02')}"
    record.__signature__ = _signature(action)  # type: ignore[attr-defined]
    return record


def _signature(action: Action) -> inspect.Signature:
    named = inspect.Parameter.KEYWORD_ONLY
    options = [
        inspect.Parameter(
            _name(flag),
            named,
            annotation=Annotated[option.kind, typer.Option(flag, metavar=option.metavar, help=option.help)],
            default={bool: False, list[str]: []}.get(option.kind),
        )
        for flag, option in OPTIONS.items()
        if option.key is None or action in KEYS[option.key].actions
    ]
    cases = inspect.Parameter("cases", named, annotation=Words, default=None)
    folder = inspect.Parameter("folder", named, annotation=Cases, default=None)
    return inspect.Signature([cases, *options, folder])


def _name(flag: str) -> str:
    return flag.removeprefix("--").replace("-", "_")


@dataclass(frozen=True, slots=True)
class _Recording:
    """The cases of a folder in which one event is to be recorded, today."""

    folder: Folder
    cases: Sequence[Case]
    today: date

    def change(self, draft: Draft, *, write: bool = False) -> tuple[Change, ...]:
        """Return what the draft makes of the files, each read anew; write it if asked to."""
        event = complete(draft, self.cases, self.today)
        return self.folder.change([case.id for case in self.cases], partial(_decided, event, self.today), write=write)


def _record(action: Action, words: Sequence[str] | None, given_folder: str | None, given: Mapping[str, Any]) -> None:
    """Read what was typed, decide for every case, write, and answer with the new standing."""
    draft = _draft(action, given, arguments.today())
    asks = terminal.can_ask() and not given["no_input"]
    if not words and not asks:
        raise WrongUsage(f"`{action}` needs a case", f"such as `tracker {action} latvia`")
    folder = open_own(given_folder)
    recording = _recording(folder, words, draft)
    agreed = _asked(recording, draft, dry=given["dry_run"]) if asks and (not words or lacks(draft)) else draft
    if agreed is None:
        terminal.tell("nothing was recorded\n")
        return
    for change in recording.change(agreed, write=not given["dry_run"]):
        _show_block(change) if given["dry_run"] else _tell(change, recording.today)


def _recording(folder: Folder, words: Sequence[str] | None, draft: Draft) -> _Recording:
    """Return the cases that are meant, asked for where none is named, each of them sound."""
    find = partial(ids_of, folder, texts=True)
    if words:
        ids = find(words)
    else:
        from tracker.cli.asking import ask_case

        ids = ask_case(draft.event.action, find)
    if draft.event.vote and len(ids) > 1:
        raise WrongUsage("a vote belongs to one case", "record the cases one after another")
    return _Recording(folder, sound([folder.load(id_) for id_ in ids]), arguments.today())


def _asked(recording: _Recording, draft: Draft, *, dry: bool) -> Draft | None:
    """Return the draft with what was answered; None where the block that it makes is not to be written."""
    from tracker.cli.asking import Asked, ask

    told = ask(draft, Asked(recording.cases, recording.today, recording.change))
    if dry:
        return told
    changes = recording.change(told)
    paths = "".join(f"# {change.before.path}\n" for change in changes)
    terminal.tell(terminal.harmless(f"\n{paths}{changes[0].block}"))
    return told if terminal.ask("Write it?") else None


def _decided(event: Event, now: date, file: CaseFile) -> Event:
    """Return the event if the case, as it is in the file now, takes it."""
    (case,) = sound([file])
    return decide(Wish(case, event, now, lambda place: f"{file.path}:{file.line_of(Place(place))}"))


def _draft(action: Action, given: Mapping[str, Any], now: date) -> Draft:
    """Read every option that was given; what is wrong with one is told before anything else."""
    texts: dict[str, Any] = {key: arguments.text(given.get(key), f"--{key}") for key in _TEXTS}
    event = Event(
        date=on(now) if given["on"] is None else arguments.when(given["on"], now),
        action=action,
        stage=arguments.stage(given.get("to")),
        topic=arguments.choice(given.get("topic"), Topic, "topic"),
        planned=given.get("planned", False),
        given=arguments.day(given.get("given"), now),
        named=arguments.day(given.get("named"), now),
        announced=arguments.day(given.get("announced"), now),
        vote=arguments.vote(given.get("vote"), given.get("vote_on"), given.get("required"), given.get("result")),
        sources=arguments.sources(given["source"], given["title"], given["publisher"], now),
        **texts,
    )
    return Draft(event, dated=given["on"] is not None)


def _show_block(change: Change) -> None:
    terminal.say(terminal.harmless(f"# {change.before.path}\n{change.block}"))


def _tell(change: Change, now: date) -> None:
    """Answer with where the case stands now, what may follow, and what the event still lacks."""
    from tracker.storage.lines import locate
    from tracker.views.recorded import recorded

    one = standing(change.after, now, now)
    line = locate(change.text, Place(len(change.after.events) - 1))
    where = f"{change.before.path}:{line}"
    done = "planned" if change.event.planned else "recorded"
    what = f"{done} {called(change.event)} of {change.event.date.text} at {where}"
    terminal.say(recorded(one, what, terminal.paper()))
    if not change.event.sources:
        terminal.warn(
            f"the event at {where} has no source",
            f"add an `[[event.source]]` below it, or `tracker undo {quote(change.after.id)}` and use `--source URL`",
        )
