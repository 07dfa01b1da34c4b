"""The entry of `tracker`, also as `python -m tracker`."""

from __future__ import annotations

import gc
import os
import signal
import sys

from tracker import __version__
from tracker.cli import terminal


def main() -> None:
    """Run the command line and leave with its exit code."""
    if hasattr(signal, "SIGPIPE"):  # end quietly when the reader had enough: `tracker status | head -1`
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if (
        sys.argv[1:] == ["--version"] and "_TRACKER_COMPLETE" not in os.environ
    ):  # answered before anything else is imported
        terminal.say(f"tracker {__version__}\n")
        return
    gc.disable()  # a command ends before collecting would pay: a tenth of the start-up
    # Neither is used, and each costs start-up: pydantic's look through all installed packages, typer's rich errors.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    os.environ.setdefault("TYPER_USE_RICH", "0")
    if os.environ.get("_TRACKER_COMPLETE"):  # the Tab key was pressed: see `tracker completion`
        from tracker.cli.completing import complete

        complete(sys.argv[1:])
        return
    from tracker.cli.app import app  # typer costs 40 ms, and `--version` needs none of it

    app()(prog_name="tracker")


if __name__ == "__main__":
    main()
