"""How the command line is run in tests: as a user would, with everything that came back."""

from __future__ import annotations

import difflib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from select import select
from signal import SIGINT

import pytest
from typer.testing import CliRunner

from tracker.cli import terminal as terminal_module
from tracker.cli.app import app

REPOSITORY = Path(__file__).parents[2]
SHIPPED = sorted((REPOSITORY / "cases").iterdir())
QUESTION = b"[y/N] "
ASKED = r"(: |\[y/N\] )\Z"


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, both outputs, and every file of the folder it ran in."""

    code: int
    out: str
    err: str
    files: dict[str, str]

    @property
    def transcript(self) -> str:
        """Everything but the files, for a golden file."""
        return f"exit code {self.code}\n--- stdout\n{self.out}--- stderr\n{self.err}"


Run = Callable[..., Ran]
Story = Callable[..., None]
Conversation = Callable[..., Ran]
Program = Callable[[str], str]
Write = Callable[[str, str | bytes], Path]
AsPrinted = Callable[[Path, Callable[[str], str]], None]


def _files(folder: Path) -> dict[str, str]:
    """Return every file without what writing leaves beside cases that no `init` made: see tests/cli/test_lock.py."""
    return {
        str(path.relative_to(folder)): path.read_bytes().decode("utf-8", "replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.name != ".lock"
        and (path.name != ".gitignore" or path.with_name("README.md").exists())
    }


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, under version control so that the search for cases ends there, to stand in."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shipped(here: Path) -> Path:
    """A folder with copies of the shipped cases."""
    shutil.copytree(REPOSITORY / "cases", here / "cases")
    (here / "cases" / ".gitignore").write_text(".lock\n")
    return here


@pytest.fixture
def write(here: Path) -> Write:
    """Return a function that writes the file of a case."""

    def made(case: str, text: str | bytes) -> Path:
        path = here / "cases" / f"{case}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return made


@pytest.fixture
def tracker(here: Path) -> Run:
    """Return a function that runs a command in this process."""
    runner = CliRunner()

    def run(*words: str, typed: str = "") -> Ran:
        result = runner.invoke(app(), list(words), prog_name="tracker", input=typed)
        return Ran(result.exit_code, result.stdout, result.stderr, _files(here))

    return run


@pytest.fixture
def process(here: Path) -> Run:
    """Return a function that runs a command as a process of its own, in a pipe."""

    def run(*words: str, **environment: str) -> Ran:
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
        done = subprocess.run(
            [sys.executable, "-m", "tracker", *words], cwd=here, env=env, capture_output=True, check=False, timeout=60
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode(), _files(here))

    return run


@pytest.fixture
def terminal(here: Path) -> Run:
    """Return a function that runs a command on a terminal of its own, `columns` wide; both outputs come as one.

    Once it asks, `answer` is typed: Ctrl-C where that is "^C", Ctrl-D where it is "^D".
    """
    import pty
    import struct
    from fcntl import ioctl
    from termios import TIOCSWINSZ

    def run(*words: str, columns: int = 80, answer: str = "", **environment: str) -> Ran:
        ours, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm-256color", **environment}
        child = subprocess.Popen(
            [sys.executable, "-m", "tracker", *words], cwd=here, env=env, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        seen = b""
        while part := _read(ours):
            seen += part
            if answer == "^C" and seen.endswith(QUESTION):
                _interrupt(child, ours)
            elif answer and seen.endswith(QUESTION):
                os.write(ours, answer.replace("^D", "\x04").encode())
        os.close(ours)
        return Ran(child.wait(timeout=60), seen.decode().replace("\r\n", "\n"), "", _files(here))

    return run


@pytest.fixture
def conversation(here: Path) -> Conversation:
    """Return a function that runs a command on a terminal of its own, as a shell would, and answers its questions.

    "^C" and "^D" are those keys. A question that is left without an answer keeps the command waiting: a failure.
    """
    import pexpect

    def run(*words: str, answers: Sequence[str] = (), columns: int = 80, **environment: str) -> Ran:
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm-256color", **environment}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "tracker", *words],
            cwd=str(here),
            env=env,
            dimensions=(50, columns),
            encoding="utf-8",
            timeout=60,
        )
        seen = ""
        for answer in answers:
            child.expect(ASKED)
            seen += f"{child.before}{child.after}"
            child.sendcontrol(answer[1]) if answer in ("^C", "^D") else child.sendline(answer)
        child.expect(pexpect.EOF)
        seen += child.before or ""
        child.close()
        return Ran(child.exitstatus or 0, seen.replace("\r\n", "\n"), "", _files(here))

    return run


@pytest.fixture
def answered(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in this process as if on a terminal, with what is `typed` there."""
    monkeypatch.setattr(terminal_module, "can_ask", lambda: True)
    monkeypatch.setattr(terminal_module, "can_edit", lambda: True)
    return tracker


@pytest.fixture
def program() -> Program:
    """Return a function that finds a program; a test is skipped without it, or fails if TESTS_NEED_PROGRAMS is set."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            missing = pytest.fail if os.environ.get("TESTS_NEED_PROGRAMS") else pytest.skip
            missing(f"`{name}` is not installed")
        return path

    return find


@pytest.fixture
def as_printed(request: pytest.FixtureRequest) -> AsPrinted:
    """Return a function that compares a page with what its commands print now; with `--golden` it rewrites the page."""

    def compare(page: Path, tell_anew: Callable[[str], str]) -> None:
        text = page.read_text(encoding="utf-8")
        told = tell_anew(text)
        if request.config.getoption("--golden"):
            page.write_text(told, encoding="utf-8")
            text = told
        assert told == text

    return compare


@pytest.fixture
def story(tracker: Run, golden: Callable[[str, str], None], here: Path) -> Story:
    """Return a function that runs commands one after the other, each with the exit code that it must end with.

    What each prints and how it changes the files must be as in the golden file of this name.
    """

    def run(name: str, *commands: tuple[int, str]) -> None:
        told: list[str] = []
        files = _files(here)
        for code, command in commands:
            ran = tracker(*shlex.split(command))
            told.append(f"$ tracker {command}\n{ran.transcript}{''.join(_changes(files, ran.files))}")
            assert ran.code == code, told[-1]
            files = ran.files
        text = "\n".join(told).replace(str(here), "HERE").replace(str(REPOSITORY), "REPOSITORY")
        golden(f"{name}.txt", text)

    return run


def _changes(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """Yield what happened to the files, as a patch of those that changed; of copies the name is enough."""
    copies = [shipped.read_bytes().decode() for shipped in SHIPPED]
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        yield f"--- {name}{' is new' if old is None else ' is gone' if new is None else ''}\n"
        if old is not None or new not in copies:
            lines = difflib.unified_diff((old or "").splitlines(), (new or "").splitlines(), lineterm="", n=2)
            yield from (f"{line}\n" for line in list(lines)[2:])


def _interrupt(child: subprocess.Popen[bytes], descriptor: int) -> None:
    """Press Ctrl-C, again where it came just before the program began to wait for an answer."""
    for _ in range(20):
        child.send_signal(SIGINT)
        if select([descriptor], [], [], 1.0)[0]:
            return


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other side is closed: the program has ended
        return b""
