"""The commands of `tracker`, each imported when it is named."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer._click import Command, Context  # typer's own copy of click: what its groups are made of
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import CompletionItem
from typer.core import TyperGroup

from tracker import __version__
from tracker.cli import faults, terminal
from tracker.cli.telling import tell_error
from tracker.core.errors import TrackerError, WrongUsage

_HELP = "Where each country stands on its way out of a treaty, on any day, with the source of every claim."

_EPILOG = """\b
Exit codes:
  0    done
  1    `check` found problems
  2    wrong usage: option, day, stage, country code, vote, address
  3    no such case, treaty, cases folder or revision
  4    the path does not allow it, or the file is there already
  5    a file is not sound, or could not be read or written
  130  stopped by Ctrl-C, or by Ctrl-D at a question

\b
Example:
  tracker status --as-of 2025-05-01
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its group in the help, its one-line summary, the module with the function that makes it."""

    group: str
    summary: str
    module: str
    maker: str = "command"


_RECORDING = "tracker.cli.recording"

ENTRIES: dict[str, Entry] = {
    "status": Entry("Read", "Where every case stands, one row each", "tracker.cli.reading", "status"),
    "show": Entry("Read", "One case in full, with a sentence to quote", "tracker.cli.reading", "show"),
    "diff": Entry("Read", "Countries side by side, stage by stage", "tracker.cli.reading", "diff"),
    "changes": Entry("Read", "What moved since a day, with the events that did it", "tracker.cli.questions", "changes"),
    "timeline": Entry("Read", "The paths on one axis of time, a bar each", "tracker.cli.timeline", "timeline"),
    "analysis": Entry("Read", "What the ministries found, side by side", "tracker.cli.questions", "analysis"),
    "stats": Entry("Read", "How long the stages took, how many are where", "tracker.cli.questions", "stats"),
    "treaties": Entry("Read", "The exit clauses known, or one in full", "tracker.cli.clauses", "treaties"),
    "effect": Entry("Read", "When a notice takes effect, and why, step by step", "tracker.cli.clauses", "effect"),
    "init": Entry("Record", "Make a cases folder of your own", "tracker.cli.starting", "init"),
    "new": Entry("Record", "Start a case", "tracker.cli.starting", "new"),
    "advance": Entry("Record", "Reach the next stage, or the one named", _RECORDING),
    "milestone": Entry("Record", "A step that is none of the six stages", _RECORDING),
    "note": Entry("Record", "What stands beside the path", _RECORDING),
    "return": Entry("Record", "Back to an earlier stage: a veto, a lapsed bill", _RECORDING),
    "reject": Entry("Record", "A vote, a court or a referendum said no", _RECORDING),
    "suspend": Entry("Record", "The path is halted, by a court's review for instance", _RECORDING),
    "resume": Entry("Record", "The path goes on", _RECORDING),
    "abandon": Entry("Record", "The country gave it up", _RECORDING),
    "reopen": Entry("Record", "A path that had ended begins again", _RECORDING),
    "revoke": Entry("Record", "The notice was taken back", _RECORDING),
    "defer": Entry("Record", "An armed conflict defers the effect", _RECORDING),
    "conflict-ended": Entry("Record", "What the clause waits for had ended", _RECORDING),
    "rejoin": Entry("Record", "The treaty binds the country again", _RECORDING),
    "undo": Entry("Record", "Take the last event back out of the file", "tracker.cli.undoing", "undo"),
    "edit": Entry("Record", "Open a case's file in your editor, at an event", "tracker.cli.editing", "edit"),
    "check": Entry("Keep right", "Every problem of every file, and what is doubtful", "tracker.cli.keeping", "check"),
    "schema": Entry("Keep right", "JSON Schema of the files, for editors", "tracker.cli.describing", "schema"),
    "git": Entry("Share", "Merge what several people recorded: `setup`, `resolve`", "tracker.cli.sharing"),
    "completion": Entry("Set up", "What the Tab key of your shell completes", "tracker.cli.completion", "completion"),
}

_SHARING = "tracker.cli.sharing"

# The commands of a command; what has no summary is run by git.
WITHIN: dict[str, dict[str, Entry]] = {
    "git": {
        "setup": Entry("Share", "Let git merge case files event by event", _SHARING, "setup"),
        "resolve": Entry("Share", "Merge what git left in conflict", _SHARING, "resolve"),
        "merge": Entry("Share", "", _SHARING, "merge"),
    },
}


class Commands(TyperGroup):
    """The group of all commands: builds one when it is named, is the boundary for every error."""

    def list_commands(self, _ctx: Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(ENTRIES)

    def get_command(self, _ctx: Context, cmd_name: str) -> Command | None:
        """Build the command of this name; None where there is none."""
        entry = ENTRIES.get(cmd_name)
        if entry is None:
            return None
        if cmd_name in WITHIN:
            return _group(cmd_name, entry, WITHIN[cmd_name])
        made = getattr(import_module(entry.module), entry.maker)
        function: Callable[..., None] = made(cmd_name, entry.summary) if entry.module == _RECORDING else made
        return _single(cmd_name, entry, function)

    def make_context(self, *args: Any, **kwargs: Any) -> Context:  # noqa: ANN401 - the library's own signature
        """Parse what stands before the command, within the boundary; but for completion, which tells of no error."""
        with nullcontext() if kwargs.get("resilient_parsing") else boundary(None):
            return super().make_context(*args, **kwargs)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take `tracker` alone, or with nothing but options, for `tracker status`."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        if args and (not args[0].startswith("-") or args[0] in _OWN_OPTIONS):
            return super().parse_args(ctx, args)
        if late := _late_command(args):
            import shlex  # only this slip needs it

            typed = shlex.join(["tracker", *args[late:], *args[:late]])
            raise WrongUsage(f"the command `{args[late]}` stands behind an option", f"write it first: `{typed}`")
        return super().parse_args(ctx, ["status", *args])

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401 - as above
        """Run the command that was named, within the boundary."""
        with boundary(ctx):
            return super().invoke(ctx)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands, from their summaries alone; for options those of `status`, too, which needs no name."""
        if not incomplete.startswith("-"):
            return [CompletionItem(name, help=e.summary) for name, e in ENTRIES.items() if name.startswith(incomplete)]
        status = self.get_command(ctx, "status")
        others = status.shell_complete(Context(status, parent=ctx), incomplete) if status else []
        own = Command.shell_complete(self, ctx, incomplete)
        return list({item.value: item for item in [*own, *others]}.values())

    def format_commands(self, _ctx: Context, formatter: HelpFormatter) -> None:
        """Write the commands by group, from their summaries alone, so that none is built for it."""
        for group in dict.fromkeys(entry.group for entry in ENTRIES.values()):
            with formatter.section(group):
                formatter.write_dl([(name, e.summary) for name, e in ENTRIES.items() if e.group == group])


def app() -> typer.Typer:
    """Return the whole command line."""
    whole = typer.Typer(cls=Commands, name="tracker", add_completion=False, rich_markup_mode=None, help=_HELP)
    whole.callback(invoke_without_command=True, epilog=_EPILOG, context_settings=_CONTEXT)(_root)
    return whole


def app_group() -> Command:
    """Return the group of all commands as completion looks at it."""
    return typer.main.get_command(app())


def _late_command(args: Sequence[str]) -> int | None:
    """Return the place of a command that is neither the first word nor an option's value."""
    places = range(2, len(args))
    return next((n for n in places if args[n] in ENTRIES and not args[n - 1].startswith("-")), None)


_OWN_OPTIONS = ("--help", "-h", "--version")
_CONTEXT = {"help_option_names": ["-h", "--help"]}


def _root(
    version: bool = typer.Option(False, "--version", help="Print the version."),
) -> None:
    if version:
        terminal.say(f"tracker {__version__}\n")
        raise typer.Exit


def _single(name: str, entry: Entry, function: Callable[..., None]) -> Command:
    """Return one command made from its function."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    _add(single, name, entry, function)
    return typer.main.get_command(single)


def _group(name: str, entry: Entry, within: Mapping[str, Entry]) -> Command:
    """Return a command that consists of others."""
    example = f"\b\nExample:\n  tracker {name} {next(iter(within))}"
    group = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=False)
    group.callback(help=f"{entry.summary}.", epilog=example, context_settings=_CONTEXT)(lambda: None)
    for inner, one in within.items():
        _add(group, inner, one, getattr(import_module(one.module), one.maker))
    return typer.main.get_command(group)


def _add(to: typer.Typer, name: str, entry: Entry, function: Callable[..., None]) -> None:
    """Add a command made from its function; in the docstring, which is its help, an example comes last."""
    text, _, example = inspect.cleandoc(function.__doc__ or "").partition("Example: ")
    to.command(
        name,
        help=text,
        short_help=entry.summary,
        epilog=f"\b\nExample:\n  {example}",
        hidden=not entry.summary,
        context_settings=_CONTEXT,
    )(function)


@contextmanager
def boundary(ctx: Context | None) -> Iterator[None]:
    """Turn every error into words on standard error with the exit code that goes with it."""
    try:
        yield
    except TrackerError as error:
        raise typer.Exit(tell_error(error)) from None
    except UsageError as fault:
        named = ctx.invoked_subcommand if ctx else None
        raise typer.Exit(tell_error(faults.usage(fault, list(ENTRIES), named))) from None
    except (typer.Exit, typer.Abort, KeyboardInterrupt):
        raise
    except OSError as error:  # storage words its own: this is the library's output of a help
        terminal.unwritten(error)
    except Exception as error:  # noqa: BLE001 - a traceback never reaches a user
        what = f"this should not have happened: {type(error).__name__}: {error}"
        terminal.fail(what, "please report it, with the command that you typed")
        raise typer.Exit(5) from None
