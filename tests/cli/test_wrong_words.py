"""What the library under the commands would word otherwise: its refusals are ours."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

STATUS = "`tracker status --help` lists what there is"
WRONG: dict[str, tuple[list[str], str, str]] = {
    "a command that does not exist": (["advanc"], "there is no command `advanc`", "did you mean `advance`?"),
    "a case for a command": (
        ["latvia"],
        "there is no command `latvia`",
        "to see a case, type `tracker show latvia`",
    ),
    "a command with quotes in it": (
        ["it's"],
        "there is no command `it's`",
        """to see a case, type `tracker show 'it'"'"'s'`""",
    ),
    "an empty command": ([""], "there is no command ``", "`tracker --help` lists what there is"),
    "words too many": (
        ["show", "latvia", "estonia"],
        "`tracker show` does not take so many words: `estonia` is left over",
        "words that belong together stand in quotes; `tracker show --help` lists what there is",
    ),
    "a vote on an action without one": (
        ["suspend", "latvia", "--on", "2025-04-20", "--vote", "5:4"],
        "`--vote` belongs on `advance`, `milestone`, `note`, `return` and `reject`, not on `suspend`",
        "`tracker suspend --help` lists what there is",
    ),
    "no case to show": (["show"], "`tracker show` needs CASE", "`tracker show --help` lists what there is"),
    "no case to record": (["reject"], "`reject` needs a case", "such as `tracker reject latvia`"),
    "an option of no command": (["status", "--frob"], "there is no option `--frob`", STATUS),
    "an option that is nearly one": (["status", "--sourt"], "there is no option `--sourt`", "did you mean `--sort`?"),
    "an option before the command": (
        ["--as-of", "2025-05-01", "show", "latvia"],
        "the command `show` stands behind an option",
        "write it first: `tracker show latvia --as-of 2025-05-01`",
    ),
    "an option instead of a command": (["--frob"], "there is no option `--frob`", STATUS),
    "an option that lacks its value": (
        ["status", "--sort"],
        "the option `--sort` needs a value",
        STATUS,
    ),
    "an option cut short": (["status", "--as"], "there is no option `--as`", "did you mean `--as-of`?"),
}


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("name", WRONG)
def test_in_our_words(name: str, tracker: Run) -> None:
    words, message, hint = WRONG[name]
    before = tracker("--version").files
    ran = tracker(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {message}\n\nhint: {hint}\n")
    assert ran.files == before
