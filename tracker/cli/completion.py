"""The command `completion`."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli import arguments, terminal
from tracker.core.errors import WrongUsage

SHELLS = ("bash", "zsh", "fish")
_Shell = Annotated[
    str | None, typer.Argument(metavar="[bash|zsh|fish]", help="The shell in which you type.", show_default=False)
]


def completion(shell: _Shell = None) -> None:
    """Print what your shell must know to complete commands, options, cases, stages, treaties and topics.

    bash: eval "$(tracker completion bash)" in ~/.bashrc

    zsh: eval "$(tracker completion zsh)" in ~/.zshrc, below compinit

    fish: tracker completion fish > ~/.config/fish/completions/tracker.fish

    Example: tracker completion bash
    """
    from tracker.storage.package import completion_script

    if shell is None:
        raise WrongUsage("`completion` needs the name of your shell", "such as `tracker completion bash`")
    terminal.say(completion_script(arguments.one_of(shell, SHELLS, "completion")))
