"""Typer's own refusals in our words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from shlex import quote

# Typer carries its own copy of click and exports only one of its errors; the range in pyproject.toml holds this.
from typer._click import Command
from typer._click import exceptions as click

from tracker.core.errors import WrongUsage
from tracker.core.event import Action
from tracker.core.keys import KEYS
from tracker.core.naming import meant

_NO_COMMAND = re.compile(r"No such command (['\"])(.*?)\1\.?(?: Did you mean .*)?", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)", re.DOTALL)


def usage(fault: click.UsageError, names: Sequence[str], named: str | None) -> WrongUsage:
    """Return the refusal as one of ours; `names` are the commands there are, `named` is the one that was typed."""
    command = fault.ctx.command_path if fault.ctx else " ".join(("tracker", named) if named else ("tracker",))
    help_hint = f"`{command} --help` lists what there is"
    if isinstance(fault, click.NoSuchOption):
        return _no_option(fault, named, help_hint)
    if isinstance(fault, click.MissingParameter):
        name = fault.param.human_readable_name if fault.param else "an argument"
        return WrongUsage(f"`{command}` needs {name.upper()}", help_hint)
    if isinstance(fault, click.BadParameter):
        name = (fault.param.opts[-1] if fault.param else "") or "the value"
        return WrongUsage(f"`{name}`: {_sentence(fault.message)}", help_hint)
    if isinstance(fault, click.BadOptionUsage):
        return WrongUsage(f"the option `{fault.option_name}` {_needs(fault.message)}", help_hint)
    if unknown := _NO_COMMAND.fullmatch(fault.message):
        return _none_within(fault, unknown[2], command) or _no_command(unknown[2], names)
    return _other(fault.message, command, help_hint)


def _no_option(fault: click.NoSuchOption, command: str | None, help_hint: str) -> WrongUsage:
    """Say where the option belongs, or what was probably meant."""
    flag = fault.option_name
    if (command, flag) == ("changes", "--as-of"):
        return WrongUsage(f"there is no option `{flag}`", "`changes` has two days instead: `--since` and `--until`")
    if command in tuple(Action):
        from tracker.cli.recording import OPTIONS

        key = OPTIONS[flag].key if flag in OPTIONS else None
        if key:
            return WrongUsage(f"`{flag}` belongs on {KEYS[key].where}, not on `{command}`", help_hint)
    import difflib  # only a slip needs it

    every = fault.possibilities or ()
    near = [one for one in every if one.startswith(flag)] or difflib.get_close_matches(flag, every, n=1, cutoff=0.7)
    return WrongUsage(f"there is no option `{flag}`", f"did you mean `{near[0]}`?" if near else help_hint)


def _no_command(word: str, names: Sequence[str]) -> WrongUsage:
    near = meant(word, names)
    named = word.strip() and word != "help"
    case = f"to see a case, type `tracker show {quote(word)}`" if named else "`tracker --help` lists what there is"
    return WrongUsage(f"there is no command `{word}`", near or case)


def _none_within(fault: click.UsageError, word: str, command: str) -> WrongUsage | None:
    """Refuse a word after a command that consists of others; None where the fault is none of such a command."""
    if fault.ctx is None or fault.ctx.parent is None:
        return None
    within: Mapping[str, Command] = getattr(fault.ctx.command, "commands", {})
    near = meant(word, [name for name, one in within.items() if not one.hidden])
    return WrongUsage(f"there is no command `{command} {word}`", near or f"`{command} --help` lists what there is")


def _other(message: str, command: str, help_hint: str) -> WrongUsage:
    if extra := _EXTRA.fullmatch(message):
        hint = f"words that belong together stand in quotes; {help_hint}"
        return WrongUsage(f"`{command}` does not take so many words: `{extra[1]}` is left over", hint)
    return WrongUsage(_sentence(message), help_hint)


def _needs(message: str) -> str:
    return "takes no value" if "does not take a value" in message else "needs a value"


def _sentence(message: str) -> str:
    """Return the library's text as one lower-case sentence without a full stop."""
    text = " ".join(message.split()).rstrip(".")
    return text[:1].lower() + text[1:]
