"""Typer's own refusals in our words."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Typer carries its own copy of click and exports only one of its errors; the range in pyproject.toml holds this.
from typer._click import exceptions as click

from tracker.core.errors import WrongUsage
from tracker.core.naming import meant

_QUOTED = re.compile(r"'([^']*)'")


def usage(fault: click.UsageError, names: Sequence[str]) -> WrongUsage:
    """Return the refusal as one of ours; `names` are the commands there are."""
    command = fault.ctx.command_path if fault.ctx else "tracker"
    help_hint = f"`{command} --help` lists what there is"
    if isinstance(fault, click.NoSuchOption):
        near = ", ".join(f"`{name}`" for name in sorted(fault.possibilities or ()))
        return WrongUsage(f"there is no option `{fault.option_name}`", f"did you mean {near}?" if near else help_hint)
    if isinstance(fault, click.MissingParameter):
        name = fault.param.human_readable_name if fault.param else "an argument"
        return WrongUsage(f"`{command}` needs {name.upper()}", help_hint)
    if isinstance(fault, click.BadParameter):
        name = (fault.param.opts[-1] if fault.param else "") or "the value"
        return WrongUsage(f"`{name}`: {_sentence(fault.message)}", help_hint)
    if isinstance(fault, click.BadOptionUsage):
        return WrongUsage(f"the option `{fault.option_name}` {_needs(fault.message)}", help_hint)
    if fault.message.startswith("No such command"):
        return _no_command(fault.message, names)
    return WrongUsage(_sentence(fault.message), help_hint)


def _no_command(message: str, names: Sequence[str]) -> WrongUsage:
    found = _QUOTED.search(message)
    word = found[1] if found else ""
    near = meant(word, names)
    return WrongUsage(f"there is no command `{word}`", near or f"to see a case, type `tracker show {word}`")


def _needs(message: str) -> str:
    return "takes no value" if "does not take a value" in message else "needs a value"


def _sentence(message: str) -> str:
    """Return the library's text as one lower-case sentence without a full stop."""
    text = " ".join(message.split()).rstrip(".")
    return text[:1].lower() + text[1:]
