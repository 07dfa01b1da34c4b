"""How everything that is wrong is told on standard error."""

from __future__ import annotations

from tracker.cli import terminal
from tracker.core.errors import Several, TrackerError, Unsound


def tell_error(error: TrackerError) -> int:
    """Tell all that is wrong, the problems of files last, and return the exit code."""
    every = error.errors if isinstance(error, Several) else (error,)
    problems = [problem for one in every if isinstance(one, Unsound) for problem in one.problems]
    for number, one in enumerate(one for one in every if not isinstance(one, Unsound)):
        terminal.tell("\n" if number else "")
        terminal.fail(one.message, one.hint)
    if problems:
        from tracker.cli.loading import tell_unsound

        tell_unsound(list(dict.fromkeys(problems)))  # two cases may name one treaty's file
    return error.exit_code
