"""The disk: what is read, what is refused, and that a file is either the old one or the new one."""

from __future__ import annotations

import errno
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.core.errors import FileFault, Refused
from tracker.storage import disk, paths

Break = Callable[..., object]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def _raising(error: BaseException) -> Break:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


FULL = OSError(errno.ENOSPC, "No space left on device")


def test_read_gives_the_bytes_as_they_are(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfa = 1\r\nb = \xff"
    (tmp_path / "a.toml").write_bytes(content)
    assert disk.read(tmp_path / "a.toml", "a.toml") == content


def _folder(path: Path) -> None:
    path.mkdir()


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(disk.LIMIT + 1)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_folder, "is a folder, not a file"),
        (os.mkfifo, "is a pipe, not a file"),
        (_socket, "is a socket, not a file"),
        (_loop, "could not be read: too many levels of symbolic links"),
        (_large, "is larger than 4 MB and is not read"),
        (lambda path: path.symlink_to("/dev/null"), "is a device, not a file"),
        (lambda path: path.symlink_to("gone"), "could not be read: no such file or directory"),
    ],
)
def test_what_is_no_readable_file_is_named(make: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    """A pipe is told without being opened, which would wait for its writer for ever."""
    make(tmp_path / "latvia.toml")
    with pytest.raises(disk.Unreadable) as raised:
        disk.read(tmp_path / "latvia.toml", "cases/latvia.toml")
    assert raised.value.message == f"cases/latvia.toml {why}"
    assert raised.value.why == why
    assert raised.value.exit_code == 5


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"#" * disk.LIMIT)
    assert len(disk.read(path, "a.toml")) == 4 * 1024 * 1024


def test_permission_denied_is_said_in_lower_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").touch()
    monkeypatch.setattr(os, "open", _raising(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(disk.Unreadable, match=r"^a\.toml could not be read: permission denied$"):
        disk.read(tmp_path / "a.toml", "a.toml")


def test_an_error_without_words_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").touch()
    monkeypatch.setattr(os, "open", _raising(OSError()))
    with pytest.raises(disk.Unreadable, match=r"^a\.toml could not be read: the disk refused$"):
        disk.read(tmp_path / "a.toml", "a.toml")


def test_replace_keeps_the_mode_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    disk.replace(path, "a.toml", b"new", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"new"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_replace_changes_the_file_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "real.toml"
    target.write_bytes(b"old")
    link = tmp_path / "a.toml"
    link.symlink_to(target)
    disk.replace(link, "a.toml", b"new", expected=b"old")
    assert link.is_symlink()
    assert _files(target.parent) == {"real.toml": b"new"}


def test_replace_refuses_a_file_that_somebody_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"theirs")
    with pytest.raises(disk.Unwritable) as raised:
        disk.replace(path, "a.toml", b"ours", expected=b"old")
    assert raised.value.message == "a.toml could not be written: it was changed by somebody else in the meantime"
    assert _files(tmp_path) == {"a.toml": b"theirs"}


def test_replace_refuses_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Renaming over it would succeed: the mode of the file says no, that of the folder yes."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(disk.Unwritable, match=r"^a\.toml could not be written: permission denied$"):
        disk.replace(path, "a.toml", b"new", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"old"}


@pytest.mark.parametrize("step", ["os.write", "os.fsync", "os.fchmod", "pathlib.Path.replace"])
def test_replace_that_fails_leaves_the_old_bytes_alone(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(step, _raising(FULL))
    with pytest.raises(disk.Unwritable, match=r"^a\.toml could not be written: no space left on device$"):
        disk.replace(path, "a.toml", b"new", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"old"}


def test_replace_stopped_by_hand_leaves_the_old_bytes_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        disk.replace(path, "a.toml", b"new", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"old"}


def test_replace_reads_back_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(disk, "_write", lambda descriptor, content: os.write(descriptor, content[:-1]))
    with pytest.raises(disk.Unwritable) as raised:
        disk.replace(path, "a.toml", b"new", expected=b"old")
    assert raised.value.message == "a.toml could not be written: the disk gave back other bytes than were written"
    assert _files(tmp_path) == {"a.toml": b"old"}


def test_writing_goes_on_where_the_disk_took_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, write = tmp_path / "a.toml", os.write
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:2]))
    disk.replace(path, "a.toml", b"the new text", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"the new text"}


@pytest.fixture
def unsynchronised(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that lets synchronising a folder, and that alone, fail for a reason."""
    fsync = os.fsync

    def fail_for(reason: int) -> None:
        def only_files(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(reason, os.strerror(reason))
            fsync(descriptor)

        monkeypatch.setattr(os, "fsync", only_files)

    return fail_for


def test_a_folder_that_no_disk_could_synchronise_is_no_error(
    tmp_path: Path, unsynchronised: Callable[[int], None]
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    unsynchronised(errno.EINVAL)
    disk.replace(path, "a.toml", b"new", expected=b"old")
    disk.create(tmp_path / "b.toml", "b.toml", b"new")
    assert _files(tmp_path) == {"a.toml": b"new", "b.toml": b"new"}


@pytest.mark.parametrize("reason", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_a_folder_whose_disk_failed_is_told(reason: int, tmp_path: Path, unsynchronised: Callable[[int], None]) -> None:
    """Nobody knows what a power cut would leave; the caller puts the old bytes back."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    unsynchronised(reason)
    why = os.strerror(reason).lower()
    with pytest.raises(disk.Unsettled, match=rf"^a\.toml could not be written: {why}$"):
        disk.replace(path, "a.toml", b"new", expected=b"old")
    with pytest.raises(disk.Unwritable, match=rf"^b\.toml could not be written: {why}$"):
        disk.create(tmp_path / "b.toml", "b.toml", b"new")
    with pytest.raises(disk.Unwritable, match=rf"^cases could not be written: {why}$"):
        disk.create_folder(tmp_path / "cases", "cases", {})
    assert not (tmp_path / "cases").exists()
    assert _files(tmp_path) == {"a.toml": b"new"}


def test_what_an_editor_saves_at_the_last_moment_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    with pytest.raises(disk.Unwritable, match="changed by somebody else in the meantime"):
        disk.replace(path, "a.toml", b"new", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"theirs"}


def test_a_file_that_cannot_be_given_away_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fchown", _raising(PermissionError()))
    disk.replace(path, "a.toml", b"new", expected=b"old")
    assert _files(tmp_path) == {"a.toml": b"new"}


def test_create_makes_a_file_once(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    disk.create(path, "a.toml", b"first")
    with pytest.raises(disk.AlreadyThere, match=r"^a\.toml is there already$") as raised:
        disk.create(path, "a.toml", b"second")
    assert isinstance(raised.value, Refused)
    assert _files(tmp_path) == {"a.toml": b"first"}


@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
def test_create_that_fails_leaves_nothing(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _raising(error))
    with pytest.raises((FileFault, KeyboardInterrupt)):
        disk.create(tmp_path / "a.toml", "a.toml", b"new")
    assert _files(tmp_path) == {}


def test_create_reads_back_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_write", lambda descriptor, content: os.write(descriptor, content[:-1]))
    with pytest.raises(disk.Unwritable, match="the disk gave back other bytes than were written"):
        disk.create(tmp_path / "a.toml", "a.toml", b"new")
    assert _files(tmp_path) == {}


def test_a_disk_without_second_names_makes_a_file_once_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _raising(PermissionError(errno.EPERM, "Operation not permitted")))
    disk.create(tmp_path / "a.toml", "a.toml", b"first")
    with pytest.raises(disk.AlreadyThere):
        disk.create(tmp_path / "a.toml", "a.toml", b"second")
    assert _files(tmp_path) == {"a.toml": b"first"}


def test_what_the_dead_left_is_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    """It lies where the file itself does, that a link leads to."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.toml").symlink_to("deep/a.toml")
    others = ("a.toml", ".tracker-012345abcdef.toml", ".tracker-x.part", "tracker-012345abcdef.part")
    for name in (*others, ".tracker-012345abcdef.part"):
        (tmp_path / "deep" / name).touch()
    disk.clear_away(tmp_path / "a.toml")
    disk.clear_away(tmp_path / "gone" / "a.toml")
    assert set(_files(tmp_path / "deep")) == {*others}


@pytest.mark.parametrize(
    ("to", "out"),
    [("b.toml", False), ("deep/b.toml", False), ("../b.toml", True), ("/dev/null", True), ("../cases/b.toml", False)],
)
def test_a_link_leads_out_or_stays_inside(to: str, out: bool, tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "cases").mkdir()
    (tmp_path / "mine").symlink_to("cases")
    (tmp_path / "mine" / "a.toml").symlink_to(to)
    assert paths.leads_out(tmp_path / "mine" / "a.toml", tmp_path / "mine") is out
    assert not paths.leads_out(tmp_path / "mine" / "gone.toml", tmp_path / "mine")


def test_create_without_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(disk.Unwritable, match=r"^a\.toml could not be written: no such file or directory$"):
        disk.create(tmp_path / "gone" / "a.toml", "a.toml", b"new")


def test_create_folder_makes_all_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cases"
    disk.create_folder(folder, "new/cases", {"a.toml": b"a", "README.md": b"b"})
    assert _files(folder) == {"README.md": b"b", "a.toml": b"a"}
    assert [path.name for path in folder.parent.iterdir()] == ["cases"]


def test_create_folder_refuses_what_came_in_the_meantime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, fsync = tmp_path / "cases", os.fsync

    def meanwhile(descriptor: int) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "theirs.toml").touch()
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(disk.AlreadyThere):
        disk.create_folder(folder, "cases", {"a.toml": b"a"})
    assert _files(folder) == {"theirs.toml": b""}
    assert [path.name for path in tmp_path.iterdir()] == ["cases"]


def test_create_folder_refuses_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "cases").symlink_to("gone")
    with pytest.raises(disk.AlreadyThere, match=r"^cases is there already$"):
        disk.create_folder(tmp_path / "cases", "cases", {"a.toml": b"a"})


@pytest.mark.parametrize(("step", "told"), [("os.fsync", "cases/a.toml"), ("pathlib.Path.rename", "cases")])
def test_create_folder_that_fails_leaves_nothing(
    step: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step, _raising(FULL))
    with pytest.raises(disk.Unwritable) as raised:
        disk.create_folder(tmp_path / "cases", "cases", {"a.toml": b"a", "b.toml": b"b"})
    assert raised.value.message == f"{told} could not be written: no space left on device"
    assert list(tmp_path.iterdir()) == []


def test_names_are_those_of_toml_files_without_the_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", ".c.toml", "d.toml~", "README.md", "E.TOML"):
        (tmp_path / name).touch()
    assert disk.names(tmp_path, "cases") == ("a.toml", "b.toml")


def test_names_of_no_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(disk.Unreadable, match=r"^cases could not be read: no such file or directory$"):
        disk.names(tmp_path / "cases", "cases")


def test_a_path_is_meant_from_where_one_stands() -> None:
    assert paths.named_from(Path("/home/ana"), "../bo/./cases/") == Path("/home/bo/cases")
    assert paths.named_from(Path("/home/ana"), "/srv") == Path("/srv")
