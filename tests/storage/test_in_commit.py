"""What a commit holds is data: no link leads out of the folder, nothing large is read, no name is special."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.storage.commits import CASE, Repository, made
from tracker.storage.commit import Commit, commit_of
from tracker.storage.disk import LIMIT, Unreadable
from tracker.storage.in_commit import InCommit
from tracker.storage.known import known
from tracker.storage.objects import Object, Objects, Unheld

WHEN = "2026-06-01T12:00:00Z"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return made(tmp_path / "repository")


def _folder(repository: Repository, name: str = "cases") -> InCommit:
    return known("HEAD", repository.path, Objects(repository.path)).folder(
        Path(os.path.normpath(repository.path / name))
    )


def _tree(repository: Repository, *entries: tuple[str, bytes, str]) -> None:
    """Commit a `cases` with these entries, be they such as git itself would never write."""
    rows = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(id_) for mode, name, id_ in entries)
    write = ("hash-object", "-w", "--literally", "-t", "tree", "--stdin")
    cases = repository.git(*write, feed=rows)
    root = repository.git(*write, feed=b"40000 cases\0" + bytes.fromhex(cases))
    commit = repository.git("commit-tree", root, "-m", "x", GIT_COMMITTER_DATE=WHEN)
    repository.git("update-ref", "HEAD", commit)


def _blob(repository: Repository, content: bytes) -> str:
    return repository.git("hash-object", "-w", "--stdin", feed=content)


def _why(folder: InCommit, name: str) -> str:
    with pytest.raises(Unreadable) as error:
        folder.read(name, name)
    return error.value.why


@pytest.mark.parametrize(
    "target",
    [
        "/etc/passwd",
        "../secret.toml",
        "deep/../../secret.toml",
        "../../outside.toml",
        "../cases/latvia.toml",
        "lead.toml",
    ],
)
def test_link_that_leads_out_is_not_followed(repository: Repository, target: str) -> None:
    (repository.path / "cases").mkdir()
    (repository.path / "cases/x.toml").symlink_to(target)
    (repository.path / "cases/lead.toml").symlink_to("../secret.toml")
    repository.write("cases/deep/a.toml", CASE)
    repository.write("cases/latvia.toml", CASE)
    repository.write("secret.toml", "secret")
    repository.commit(WHEN)
    assert _why(_folder(repository), "x.toml") == "is a link that leads out of the folder"


def test_link_within_the_folder_is_followed(repository: Repository) -> None:
    repository.write("cases/deep/a.toml", CASE)
    (repository.path / "cases/x.toml").symlink_to("deep/../y.toml")
    (repository.path / "cases/y.toml").symlink_to("deep/a.toml")
    repository.commit(WHEN)
    assert _folder(repository).read("x.toml", "x.toml") == CASE.encode()


@pytest.mark.parametrize("name", ["link", "link/deep", "link/../link"])
def test_folder_behind_a_link_within_the_repository(repository: Repository, name: str) -> None:
    repository.write("there/a.toml", CASE)
    repository.write("there/deep/a.toml", CASE)
    (repository.path / "link").symlink_to("there")
    repository.commit(WHEN)
    (repository.path / "link").unlink()  # what is there now does not count
    (repository.path / "link").symlink_to("/")
    path = Path(os.path.normpath(repository.path / name))
    folder = known("HEAD", repository.path, Objects(repository.path)).folder(path)
    assert folder.names("") == ("a.toml",)


def test_folder_behind_a_link_out_of_the_repository_is_none(repository: Repository) -> None:
    (repository.path / "cases").symlink_to("/")
    repository.commit(WHEN)
    assert not _folder(repository).is_there()


@pytest.mark.parametrize("name", ["nowhere", "file", "file/deeper", "a\nb", "../outside", "/etc"])
def test_folder_that_the_commit_has_not(repository: Repository, name: str) -> None:
    repository.write("file", "")
    repository.write("a\nb/c.toml", CASE)
    repository.commit(WHEN)
    folder = _folder(repository, name)
    assert (folder.is_there(), folder.names(""), folder.has("c.toml")) == (False, (), False)


def test_top_of_the_repository_is_a_folder_too(repository: Repository) -> None:
    repository.write("latvia.toml", CASE)
    repository.commit(WHEN)
    assert _folder(repository, ".").names("") == ("latvia.toml",)


@pytest.mark.parametrize("name", ["cases^{tree}", "cases^0", "-x", "a:b", "@{1}", "cases "])
def test_folder_whose_name_is_an_expression_of_git_s(repository: Repository, name: str) -> None:
    repository.write("cases/a.toml", CASE)
    repository.write(f"{name}/b.toml", CASE)
    repository.commit(WHEN)
    assert _folder(repository, name).names("") == ("b.toml",)


@pytest.mark.parametrize(
    "name", ["-rf.toml", "a^{tree}.toml", "@{1}.toml", "a:b.toml", " .toml", "ä\u202e.toml", "~1.toml"]
)
def test_any_name_is_a_name(repository: Repository, name: str) -> None:
    repository.write(f"cases/{name}", "content")
    repository.commit(WHEN)
    folder = _folder(repository)
    assert folder.names("") == (name,)
    assert folder.read(name, name) == b"content"


def test_names_that_git_would_not_write(repository: Repository) -> None:
    """They are listed, as those on a disk are, and nothing outside is reached through them."""
    blob = _blob(repository, b"x")
    names = [
        b"../secret.toml",
        b"/etc/passwd.toml",
        b"a\nb.toml",
        b"\xff.toml",
        b".hidden.toml",
        b"a.txt",
        b"..",
        b".git",
    ]
    _tree(repository, *[("100644", name, blob) for name in names])
    folder = _folder(repository)
    assert set(folder.names("")) == {"/etc/passwd.toml", "a\nb.toml", "\udcff.toml"}
    assert _why(folder, "a\nb.toml") == "could not be read: no such file or directory"
    assert _why(folder, "/etc/passwd.toml") == "could not be read: git does not hold it"
    assert folder.read("\udcff.toml", "") == b"x"


def test_submodule_is_nothing(repository: Repository) -> None:
    blob = _blob(repository, b"x")
    _tree(repository, ("160000", b"module.toml", "12" * 20), ("100755", b"x.toml", blob))
    folder = _folder(repository)
    assert folder.names("") == ("x.toml",)
    assert _why(folder, "module.toml") == "could not be read: no such file or directory"


@pytest.mark.parametrize("over", [0, 1])
def test_file_of_four_megabytes(repository: Repository, over: int) -> None:
    """The next file is read all the same."""
    repository.write("cases/big.toml", b"#" * (LIMIT + over))
    repository.write("cases/latvia.toml", CASE)
    repository.commit(WHEN)
    folder = _folder(repository)
    if over:
        assert _why(folder, "big.toml") == "is larger than 4 MB and is not read"
    else:
        assert folder.read("big.toml", "") == b"#" * LIMIT
    assert folder.read("latvia.toml", "") == CASE.encode()


def test_folder_with_too_many_files(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.storage.in_commit._LARGEST", 10)
    repository.write("cases/latvia.toml", CASE)
    repository.commit(WHEN)
    with pytest.raises(Unreadable, match=r"^cases holds too many files to be read$"):
        _folder(repository)


def test_object_that_is_lost_or_broken_leaves_the_others(repository: Repository) -> None:
    ids = {}
    for name in ("broken", "lost", "sound"):
        repository.write(f"cases/{name}.toml", name * 1000)
        ids[name] = _blob(repository, (name * 1000).encode())
    repository.commit(WHEN)
    objects = repository.path / ".git/objects"
    (objects / ids["lost"][:2] / ids["lost"][2:]).unlink()
    broken = objects / ids["broken"][:2] / ids["broken"][2:]
    content = broken.read_bytes()
    broken.chmod(0o644)
    broken.write_bytes(content[:20] + b"\0" * (len(content) - 20))
    folder = _folder(repository)
    assert _why(folder, "lost.toml") == "could not be read: git does not hold it"
    assert _why(folder, "broken.toml") == "could not be read: git does not hold it"
    assert folder.read("sound.toml", "") == b"sound" * 1000


def test_partial_clone_fetches_nothing(repository: Repository, tmp_path: Path) -> None:
    """Whatever stands in its configuration in the place of a remote."""
    repository.write("cases/latvia.toml", CASE)
    repository.commit(WHEN)
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = Repository(tmp_path / "clone.git")
    source = repository.path.as_uri()
    repository.git("clone", "--quiet", "--bare", "--filter=blob:none", source, str(clone.path))
    clone.git("config", "remote.origin.url", f"ext::touch {tmp_path}/made")
    clone.git("config", "protocol.ext.allow", "always")
    assert _why(_folder(clone), "latvia.toml") == "could not be read: git does not hold it"
    assert not (tmp_path / "made").exists()


def test_ids_of_the_longer_kind(tmp_path: Path) -> None:
    repository = made(tmp_path, "--object-format=sha256")
    repository.write("cases/latvia.toml", CASE)
    repository.write("cases/malta.toml", "x")
    commit = repository.commit(WHEN)
    folder = _folder(repository)
    assert (len(commit), folder.kept.commit) == (64, commit[:7])
    assert folder.names("") == ("latvia.toml", "malta.toml")
    assert folder.read("malta.toml", "") == b"x"


COMMIT = b"tree %s\nparent %s\nauthor a <a> 1 +0000\ncommitter a> <b> %s +0200\n\nparent %s\n"
ID = "12" * 20


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        (b"0", date(1970, 1, 1)),
        (b"86399", date(1970, 1, 1)),
        (b"86400", date(1970, 1, 2)),
        (b"9" * 5000, date.max),
        (b"soon", date(1970, 1, 1)),
    ],
)
def test_day_of_a_commit_is_in_utc(seconds: bytes, day: date) -> None:
    text = COMMIT % (ID.encode(), (ID[::-1]).encode(), seconds, ID.encode())
    assert commit_of(Object("commit", "id", text)) == Commit("id", ID, day, ID[::-1])


@pytest.mark.parametrize("content", [None, b"", b"parent x\n\n"])
def test_commit_that_is_none(content: bytes | None) -> None:
    with pytest.raises(Unheld, match="git could not read an object of the repository"):
        commit_of(Object("commit", "id", content))
