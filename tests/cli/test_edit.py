"""`tracker edit` opens the case in the user's editor and takes over what is sound; nothing that was written is lost."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.conftest import Conversation, Ran, Run, Write
from tests.cli.paths import event, reached, top, write_club
from tests.conftest import Golden
from tests.hostile import EVERY, live
from tracker.cli import editor
from tracker.storage import disk

TEXT = reached(3)
CASE = "cases/antarctica.toml"
BEFORE = {CASE: TEXT}
BETTER = TEXT.replace("2025-03-01", "2025-03-04")
SOUND, UNSOUND = "s/2025-03-01/2025-03-04/", "s/2025-03-01/1.3.2025/"


@pytest.fixture(autouse=True)
def _antarctica(write: Write, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    write("antarctica", TEXT)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("aside")))


@pytest.fixture
def aside() -> Path:
    """Where copies are set aside."""
    import tempfile

    return Path(tempfile.gettempdir())


class StandIn:
    """An editor that runs lines of Python, one a start.

    They find the file in `path`, its text in `text`, and leave in `text` what is to be saved.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.log = folder / "calls"
        self.monkeypatch = monkeypatch

    def __call__(self, *starts: str, name: str = "pen", options: str = "") -> None:
        """Make VISUAL name it."""
        program = self.log.with_name(name)
        lines = [
            f"#!{sys.executable}",
            "import re, sys, os, signal",
            "from pathlib import Path",
            f"log = Path({str(self.log)!r})",
            "before = log.read_text() if log.exists() else ''",
            "log.write_text(before + json.dumps(sys.argv[1:]) + '\\n')",
            "path = Path(re.sub(r':[0-9]+$', '', sys.argv[-1]))",
            "text = path.read_bytes().decode('utf-8', 'surrogateescape')",
            f"exec({list(starts)!r}[before.count(chr(10))])",
            "path.write_bytes(text.encode('utf-8', 'surrogateescape'))",
        ]
        program.write_text("\n".join(lines).replace("import re,", "import json, re,"))
        program.chmod(0o755)
        self.monkeypatch.setenv("VISUAL", f"'{program}'{options}")

    @property
    def calls(self) -> list[list[str]]:
        """What it was given at each start."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@pytest.fixture
def stand_in(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """An editor that does as it is told."""
    return StandIn(tmp_path_factory.mktemp("editor"), monkeypatch)


def test_what_is_sound_takes_the_files_place(stand_in: StandIn, answered: Run, aside: Path) -> None:
    stand_in("text = text.replace('2025-03-01', '2025-03-04')")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.err, ran.files) == (0, "", {CASE: BETTER})
    assert ran.out == (
        f"changed {CASE}\n"
        "Antarctica has not left the Ottawa Convention, but the bill to leave reached its parliament on 4 March 2025; "
        "up to 23 November 2026 no final vote of its parliament is recorded.\n"
        "May follow: tracker advance antarctica --on DAY (Parliament vote), return, reject, suspend, abandon\n"
    )
    assert list(aside.iterdir()) == []


@pytest.mark.parametrize("text", ["\ufeff" + TEXT, TEXT.replace("\n", "\r\n"), TEXT + "# the end", "# é\n" + TEXT])
def test_every_byte_is_the_editors(text: str, stand_in: StandIn, answered: Run, write: Write) -> None:
    """The BOM, the line ends, a missing last one; the mode stays too."""
    path = write("antarctica", text.encode())
    path.chmod(0o640)
    stand_in("text = text.replace('2025-03-01', '2025-03-04')")
    assert answered("edit", "antarctica").code == 0
    assert path.read_bytes() == text.replace("2025-03-01", "2025-03-04").encode()
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "waits"),
    [("pen", "did `pen` not wait? an editor with a window of its own has an option for it\n"), ("vi", "")],
)
def test_nothing_changed(name: str, waits: str, stand_in: StandIn, answered: Run, aside: Path) -> None:
    """Of an editor that nobody knows it may be that it did not wait."""
    stand_in("pass", name=name)
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.out, ran.err, ran.files) == (0, "", f"nothing was changed\n{waits}", BEFORE)
    assert list(aside.iterdir()) == []


BREAK, MEND = "text = text.replace('2025-03-01', '1.3.2025')", "text = text.replace('1.3.2025', '2025-03-04')"


def test_problems_are_all_shown_and_editing_goes_on(stand_in: StandIn, answered: Run, golden: Golden) -> None:
    """At the first of them, until the file is sound."""
    stand_in(BREAK + ".replace('2025-02-03', '2025-2-3')", MEND + ".replace('2025-2-3', '2025-02-03')", name="nano")
    ran = answered("edit", "antarctica", "3", typed="y\n")
    golden("edit-goes-on.txt", ran.transcript)
    assert ran.files == {CASE: BETTER}
    assert [call[0] for call in stand_in.calls] == ["+12", "+9"]


@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_what_is_not_sound_is_kept_beside(
    answer: str, stand_in: StandIn, answered: Run, golden: Golden, aside: Path
) -> None:
    stand_in(BREAK)
    ran = answered("edit", "antarctica", typed=answer)
    golden("edit-kept.txt", ran.transcript)
    assert (ran.code, ran.files) == (5, {**BEFORE, f"{CASE}.edited": TEXT.replace("2025-03-01", "1.3.2025")})
    assert list(aside.iterdir()) == []
    assert "antarctica.toml.edited" not in answered("check").out, "what was kept is no case"


def test_what_was_kept_is_never_overwritten(stand_in: StandIn, answered: Run) -> None:
    stand_in(BREAK, "text += '[second'", "text += '[third'")
    for number in ("", "-2", "-3"):
        ran = answered("edit", "antarctica", typed="n\n")
        assert f"what you wrote is kept in {CASE}.edited{number}\n" in ran.err
    kept = {name: text for name, text in ran.files.items() if name != CASE}
    assert list(kept) == [f"{CASE}.edited", f"{CASE}.edited-2", f"{CASE}.edited-3"]
    assert [text.removeprefix(TEXT) for text in kept.values()][1:] == ["[second", "[third"]


TALLY = "\n[event.vote]\nyes = 60\nmembers = 50\n"


def test_what_is_sound_with_a_warning_is_written_on_a_yes(stand_in: StandIn, answered: Run) -> None:
    stand_in(f"text += {TALLY!r}")
    ran = answered("edit", "antarctica", typed="y\n")
    assert (ran.code, ran.files) == (0, {CASE: TEXT + TALLY})
    assert ran.err.startswith(f"{CASE}:18: the tally counts 60, more than the 50 members")
    assert ran.err.endswith("\nWrite it all the same? [y/N] ")


@pytest.mark.parametrize("answer", ["\n", "n\nn\n", "\nno\n"])
def test_what_is_sound_with_a_warning_is_else_kept(answer: str, stand_in: StandIn, answered: Run, aside: Path) -> None:
    stand_in(f"text += {TALLY!r}")
    ran = answered("edit", "antarctica", typed=f"{answer}\n")
    assert (ran.code, ran.out, ran.files) == (0, "", {**BEFORE, f"{CASE}.edited": TEXT + TALLY})
    asked = "Write it all the same? [y/N] Go on editing? [y/N] "
    assert ran.err.endswith(f"\n{asked}nothing was written; what you wrote is kept in {CASE}.edited\n")
    assert list(aside.iterdir()) == []


def test_a_warning_is_mended(stand_in: StandIn, answered: Run) -> None:
    stand_in(f"text += {TALLY!r}", "text = text.replace('yes = 60', 'yes = 6')")
    ran = answered("edit", "antarctica", typed="\ny\n")
    assert (ran.code, ran.files) == (0, {CASE: TEXT + TALLY.replace("60", "6")})


@pytest.mark.parametrize("key", ["^C", "^D"])
@pytest.mark.parametrize("answers", [(), ("n",)])
@pytest.mark.parametrize("wrote", [TALLY, "\n[event.vote]\nyes = true\n"])
def test_stopping_at_a_question(
    wrote: str, answers: tuple[str, ...], key: str, stand_in: StandIn, conversation: Conversation
) -> None:
    """On a terminal: nothing is written, what was edited is kept."""
    if wrote != TALLY:
        answers = ()  # one question alone
    stand_in(f"text += {wrote!r}")
    ran = conversation("edit", "antarctica", answers=[*answers, key])
    assert (ran.code, ran.files) == (130, {**BEFORE, f"{CASE}.edited": TEXT + wrote})
    assert ran.out.endswith(f"nothing was written; what you wrote is kept in {CASE}.edited\n")


@pytest.mark.parametrize("other", ["changed", "gone"])
def test_a_file_that_somebody_else_changed_is_not_overwritten(
    other: str, stand_in: StandIn, answered: Run, here: Path, golden: Golden
) -> None:
    path = here / CASE
    stand_in(
        f"Path({str(path)!r}).{'write_text(text + chr(35))' if other == 'changed' else 'unlink()'}; "
        "text = text.replace('2025-03-01', '2025-03-04')"
    )
    ran = answered("edit", "antarctica")
    golden(f"edit-{other}.txt", ran.transcript)
    theirs = {CASE: f"{TEXT}#"} if other == "changed" else {}
    assert (ran.code, ran.out, ran.files) == (5, "", {**theirs, f"{CASE}.edited": BETTER})


def test_a_file_that_cannot_be_written(
    stand_in: StandIn, answered: Run, monkeypatch: pytest.MonkeyPatch, aside: Path
) -> None:
    """Where there is no place beside it either, the copy stays where it is, and is named."""

    def full(*_: object, **__: object) -> NoReturn:
        raise disk.Unwritable(CASE, "no space left on device")

    stand_in("text = text.replace('2025-03-01', '2025-03-04')")
    create = disk.create
    monkeypatch.setattr(disk, "replace", full)
    monkeypatch.setattr(disk, "create", lambda path, *rest: create(path, *rest) if aside in path.parents else full())
    ran = answered("edit", "antarctica")
    (copy,) = aside.glob("*/antarctica.toml")
    assert (ran.code, ran.files, copy.read_text()) == (5, BEFORE, BETTER)
    assert ran.err == (
        f"error: {CASE} could not be written: no space left on device\n\nhint: what you wrote is kept in {copy}\n"
    )


@pytest.mark.parametrize(
    ("start", "why"),
    [
        ("sys.exit(1)", "ended with exit code 1"),
        ("os.kill(os.getpid(), signal.SIGTERM)", "was ended by signal 15"),
    ],
)
@pytest.mark.parametrize("wrote", [True, False])
def test_an_editor_that_fails(start: str, why: str, wrote: object, stand_in: StandIn, answered: Run) -> None:
    save = "text += '# more'; path.write_text(text); " if wrote else ""
    stand_in(f"{save}{start}")
    ran = answered("edit", "antarctica")
    kept = {f"{CASE}.edited": f"{TEXT}# more"} if wrote else {}
    hint = f"\nhint: what you wrote is kept in {CASE}.edited\n" if wrote else ""
    assert (ran.code, ran.out, ran.files) == (5, "", {**BEFORE, **kept})
    assert ran.err == f"error: the editor `pen` {why}, so nothing was written\n{hint}"


def test_an_editor_that_takes_the_copy_away(stand_in: StandIn, answered: Run, aside: Path) -> None:
    stand_in("path.unlink(); sys.exit(0)")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.files) == (5, BEFORE)
    assert ran.err == (
        f"error: {CASE} was not written, since the editor left no copy of it\n"
        "\nhint: `tracker edit antarctica` opens it anew; save under the name that the editor shows\n"
    )
    assert list(aside.iterdir()) == []


def test_a_copy_that_cannot_be_read_stays(stand_in: StandIn, answered: Run, aside: Path) -> None:
    stand_in("text = '#' * (4 * 1024 * 1024 + 1)")
    ran = answered("edit", "antarctica")
    (copy,) = aside.glob("*/antarctica.toml")
    assert (ran.code, ran.files) == (5, BEFORE)
    assert ran.err == (f"error: {copy} is larger than 4 MB and is not read\n\nhint: what you wrote is kept in {copy}\n")


@pytest.mark.parametrize("code", ["os.kill(os.getpid(), signal.SIGINT)", "sys.exit(130)"])
def test_ctrl_c_ends_it_and_keeps_what_was_saved(code: str, stand_in: StandIn, answered: Run) -> None:
    stand_in(f"path.write_text(text + '# more'); signal.signal(signal.SIGINT, signal.SIG_DFL); {code}")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.files) == (130, {**BEFORE, f"{CASE}.edited": f"{TEXT}# more"})
    assert ran.err == f"nothing was written; what you wrote is kept in {CASE}.edited\n"


def test_ctrl_c_where_nothing_was_saved(stand_in: StandIn, answered: Run) -> None:
    stand_in("sys.exit(130)")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.err, ran.files) == (130, "", BEFORE)


OPENED = {
    "vi": "+12 FILE",
    "vim.tiny": "+12 FILE",
    "nvim": "+12 FILE",
    "nano": "+12 FILE",
    "emacs": "+12 FILE",
    "emacs-nox": "+12 FILE",
    "emacsclient": "+12 FILE",
    "sensible-editor": "+12 FILE",
    "code": "--wait --goto FILE:12",
    "code-insiders": "--wait --goto FILE:12",
    "codium": "--wait --goto FILE:12",
    "pen": "FILE",
}


OPTIONS = "-x 'a b' $HOME ; $(touch pwned) `touch pwned` | touch pwned > pwned"


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.parametrize("options", ["", f" {OPTIONS}"])
def test_each_editor_is_told_the_line_in_its_own_way(name: str, options: str, stand_in: StandIn, answered: Run) -> None:
    """Started without a shell: the user's own options come first, and mean nothing but themselves."""
    stand_in("pass", name=name, options=options)
    assert answered("edit", "antarctica", "3").code == 0
    (call,) = stand_in.calls
    own = ["-x", "a b", *OPTIONS[len("-x 'a b' ") :].split()] if options else []
    told = [re.sub(r"/\S+/tracker-\w+/antarctica\.toml", "FILE", word) for word in call]
    assert told == [*own, *OPENED[name].split()]
    assert not Path("pwned").exists()


def test_the_line_of_an_event_is_that_of_its_block(stand_in: StandIn, answered: Run, write: Write) -> None:
    """`show` numbers by days, plans last; the file is in the order of recording."""
    text = (
        TEXT + event("2027-04-01", "parliament-vote", plan=True) + event("2025-01-20", action="milestone", step="Talk")
    )
    write("antarctica", text)
    stand_in(*["pass"] * 6, name="vi")
    for number in ("1", "2", "3", "4", "5"):
        assert answered("edit", "AQ", number).code == 0
    assert answered("edit", "Antarctica").code == 0
    lines = [int(call[0]) for call in stand_in.calls]
    assert lines == [4, 21, 8, 12, 16, 1]
    blocks = [index for index, line in enumerate(text.splitlines(), start=1) if line == "[[event]]"]
    assert set(lines[:-1]) == set(blocks)


def test_numbers_that_no_event_of_the_file_has(write: Write, answered: Run, golden: Golden) -> None:
    """Of the effect that time brought, of one too many, of no event at all; of a file in which nothing is numbered."""
    write("bouvet", reached(5, "BV"))
    write("heard", top("HM"))
    write("pitcairn", top("PN") + event("1.5.2025", "ministry-analysis"))
    told: list[str] = []
    for code, words in (
        (2, "antarctica 4"),
        (2, "antarctica 0"),
        (2, "antarctica last"),
        (2, "antarctica -1"),
        (4, "bouvet 6"),
        (2, "heard 1"),
        (5, "pitcairn 1"),
        (3, "atlantis"),
        (2, ""),
        (2, "antarctica 1 2"),
    ):
        ran = answered("edit", *words.split())
        told.append(f"$ tracker edit {words}\n{ran.transcript}")
        assert ran.code == code, told[-1]
    golden("edit-numbers.txt", "\n".join(told))


def test_a_file_that_is_not_sound_is_opened_at_its_first_problem(
    stand_in: StandIn, answered: Run, write: Write
) -> None:
    write("antarctica", TEXT.replace("2025-02-03", "3.2.2025"))
    stand_in("text = text.replace('3.2.2025', '2025-02-03')", name="vi")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.files) == (0, BEFORE)
    assert stand_in.calls[0][0] == "+9"


def test_a_file_that_is_no_utf8_is_mended(stand_in: StandIn, answered: Run, write: Write) -> None:
    write("antarctica", TEXT.encode() + b"# caf\xe9\n")
    stand_in("text = text.replace(chr(0xdce9), 'é')")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.files) == (0, {CASE: f"{TEXT}# café\n"})


def test_a_file_that_cannot_be_read_is_not_edited(stand_in: StandIn, answered: Run, here: Path) -> None:
    """An empty copy would look like an empty file."""
    (here / "cases" / "bouvet.toml").mkdir()
    stand_in("text = 'all is lost'")
    ran = answered("edit", "bouvet")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("cases/bouvet.toml:1: the file is a folder, not a file\n")


def test_a_treaty_that_is_not_sound(stand_in: StandIn, answered: Run, write: Write) -> None:
    """Its problems are shown with its own path, and are no line of the case."""
    path = write("antarctica", reached(3, treaty="club"))
    write_club(path)
    club = path.parents[1] / "treaties" / "club.toml"
    club.write_text(club.read_text().replace("amount = 1", "amount = true"))
    stand_in("text += '#'", "pass", name="vi")
    ran = answered("edit", "antarctica", typed="y\nn\n")
    assert ran.code == 5
    assert "treaties/club.toml:" in ran.err
    assert stand_in.calls[1][0] == "+2", "where the case names it"


@pytest.mark.parametrize("words", [("edit", "antarctica"), ("edit", "antarctica", "2")])
def test_without_a_terminal(words: tuple[str, ...], tracker: Run, process: Run, stand_in: StandIn) -> None:
    stand_in("text += '#'")
    ran = tracker(*words)
    assert (ran.code, ran.out, ran.files) == (2, "", BEFORE)
    assert ran.err == (
        "error: `edit` needs a terminal\n\nhint: open cases/antarctica.toml in an editor, "
        "then type `tracker check antarctica`\n"
    )
    assert ran == process(*words)


def test_the_shipped_cases_are_for_reading_only(
    tmp_path: Path, answered: Run, monkeypatch: pytest.MonkeyPatch, stand_in: StandIn
) -> None:
    (tmp_path / "empty" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "empty")
    stand_in("text += '#'")
    ran = answered("edit", "latvia")
    assert (ran.code, ran.err.startswith("error: there is no cases folder here")) == (3, True)


@pytest.mark.parametrize(
    ("visual", "editor_", "error"),
    [
        ("nowhere-to-be-found -w", "vi", "the editor `nowhere-to-be-found`, which VISUAL names, is not there"),
        ("", "/nowhere/vi", "the editor `/nowhere/vi`, which EDITOR names, is not there"),
        ("vi 'a b", "vi", "VISUAL names no editor, since a quote in it is not closed: `vi 'a b`"),
        (" ", "", "no editor is there: none of sensible-editor, nano, vi"),
    ],
)
def test_no_editor(visual: str, editor_: str, error: str, answered: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", editor_)
    monkeypatch.setenv("PATH", "/nowhere")
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.out, ran.files) == (2, "", BEFORE)
    assert ran.err.startswith(f"error: {error}\n\nhint: {'write' if 'quote' in error else 'name'} ")


def test_which_editor_is_meant(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """VISUAL before EDITOR, then the first of the usual ones that is there."""
    for name in ("vi", "nano", "sensible-editor"):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)
        assert editor.find() == editor.Editor((name,))
    monkeypatch.setenv("EDITOR", "nano -R")
    assert editor.find() == editor.Editor(["nano", "-R"])
    monkeypatch.setenv("VISUAL", "vi")
    assert editor.find() == editor.Editor(["vi"])


def test_a_program_that_is_none(answered: Run, monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    (here / "pen").write_text("no program")
    (here / "pen").chmod(0o755)
    monkeypatch.setenv("VISUAL", str(here / "pen"))
    ran = answered("edit", "antarctica")
    assert (ran.code, ran.err) == (
        5,
        "error: the editor `pen` could not be started: exec format error, so nothing was written\n",
    )


def test_nothing_hostile_comes_out(stand_in: StandIn, answered: Run, here: Path) -> None:
    stand_in("text += chr(27) + '[31m\\u202e'", name="nano")
    shown: list[Ran] = [answered("edit", "antarctica", typed="n\n")]
    for value in EVERY:
        if value.attacks != "option":
            shown += [answered("edit", "antarctica", value.text), answered("edit", value.text)]
    (here / "cases" / "[b]x\u202e").mkdir()
    shown.append(answered("edit", "antarctica", "--cases", "cases/[b]x\u202e"))
    for ran in shown:
        assert ran.code in (2, 3, 5)
        assert live(ran.out) == live(ran.err) == set()
    assert os.environ["VISUAL"].endswith("nano'")
