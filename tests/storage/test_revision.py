"""A case file that is edited on a copy: replaced at once, or kept beside."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from tests.storage.reading import EVENT, TOP
from tracker.core.errors import FileFault, Unsound
from tracker.storage import disk
from tracker.storage.folder import Folder
from tracker.storage.revision import CopyGone, Revision, revise
from tracker.storage.search import find

TEXT = TOP + EVENT
OTHER = TEXT.replace("2025-03-18", "2025-03-19")


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "aside").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "aside"))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "latvia.toml").write_text(TEXT)
    return find("cases", tmp_path, tmp_path)


@pytest.fixture
def revision(folder: Folder) -> Revision:
    return revise(folder, folder.load("latvia"))


def _files(revision: Revision) -> dict[str, str]:
    lock = (".lock", ".gitignore")
    return {path.name: path.read_text() for path in sorted(revision.folder.path.iterdir()) if path.name not in lock}


def test_the_copy_is_the_users_own(revision: Revision) -> None:
    """Under the file's own name, by which editors know what it is."""
    assert (revision.copy.name, revision.copy.read_text()) == ("latvia.toml", TEXT)
    assert revision.copy.parent.stat().st_mode & 0o777 == 0o700
    assert revision.read() == revision.before


def test_a_sound_copy_takes_the_place_of_the_file(revision: Revision) -> None:
    revision.copy.write_text(OTHER)
    after = revision.read()
    assert (after.path, after.text) == ("cases/latvia.toml", OTHER)
    revision.put_in_place(after)
    assert _files(revision) == {"latvia.toml": OTHER}
    assert not revision.copy.parent.exists()


def test_what_is_not_sound_takes_no_place(revision: Revision) -> None:
    revision.copy.write_text(TEXT + "[")
    after = revision.read()
    assert after.case is None
    with pytest.raises(Unsound):
        revision.put_in_place(after)
    assert _files(revision) == {"latvia.toml": TEXT}
    assert revision.copy.exists()


def test_a_file_that_was_changed_meanwhile_stays(revision: Revision) -> None:
    revision.copy.write_text(OTHER)
    after = revision.read()
    (revision.folder.path / "latvia.toml").write_text(TEXT + "#")
    with pytest.raises(disk.Unwritable, match="changed by somebody else"):
        revision.put_in_place(after)
    assert revision.keep() == "cases/latvia.toml.edited"
    assert _files(revision) == {"latvia.toml": TEXT + "#", "latvia.toml.edited": OTHER}


def test_what_was_not_changed_is_not_kept(revision: Revision) -> None:
    assert revision.keep() is None
    assert _files(revision) == {"latvia.toml": TEXT}
    assert not revision.copy.parent.exists()


def test_what_is_gone_is_not_kept(revision: Revision) -> None:
    revision.copy.unlink()
    with pytest.raises(CopyGone):
        revision.read()
    assert revision.copy.parent.exists()
    assert revision.keep() is None
    assert not revision.copy.parent.exists()


def test_what_was_kept_before_is_kept_too(folder: Folder) -> None:
    for number in ("", "-2", "-3"):
        revision = revise(folder, folder.load("latvia"))
        revision.copy.write_text(f"# {number}")
        assert revision.keep() == f"cases/latvia.toml.edited{number}"
    assert len(_files(revision)) == 4
    assert folder.ids() == ("latvia",)


def test_where_there_is_no_place_beside_it_stays(revision: Revision, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> NoReturn:
        raise disk.Unwritable("cases/latvia.toml.edited", "no space left on device")

    revision.copy.write_text(OTHER)
    monkeypatch.setattr(disk, "create", full)
    assert revision.keep() == str(revision.copy)
    assert revision.copy.read_text() == OTHER


def test_what_cannot_be_read_stays(revision: Revision) -> None:
    with revision.copy.open("wb") as file:
        file.truncate(disk.LIMIT + 1)
    assert revision.keep() == str(revision.copy)
    assert revision.copy.exists()


def test_where_no_copy_can_be_made(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(FileFault) as fault:
        revise(folder, folder.load("latvia"))
    assert fault.value.message == "a copy of latvia.toml could not be written: no space left on device"


@pytest.mark.parametrize("name", ["a folder", "too large"])
def test_what_cannot_be_read_is_not_edited(name: str, folder: Folder) -> None:
    path = folder.path / "bouvet.toml"
    if name == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"#" * (disk.LIMIT + 1))
    with pytest.raises(Unsound):
        revise(folder, folder.load("bouvet"))


def test_what_is_not_sound_can_be_edited(folder: Folder) -> None:
    (folder.path / "bouvet.toml").write_bytes(b"caf\xe9")
    revision = revise(folder, folder.load("bouvet"))
    assert revision.copy.read_bytes() == b"caf\xe9"
