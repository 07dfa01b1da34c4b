"""The cases folder is the one that was named, the nearest upward, or the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.core.errors import FileFault, NotFound
from tracker.storage import package, paths
from tracker.storage.files import OnDisk
from tracker.storage.search import find


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder below another one that has cases, too."""
    (tmp_path / "cases").mkdir()
    home = tmp_path / "home"
    (home / "project" / "deep" / "deeper").mkdir(parents=True)
    return home


def test_a_named_folder_is_taken(home: Path) -> None:
    (home / "mine").mkdir()
    folder = find("mine", home, home)
    assert (folder.path, folder.shown, folder.read_only) == (home / "mine", "mine", False)
    assert find("../mine/", home / "project", home).path == home / "mine"
    assert find("../mine", home / "project", home).shown == "../mine"
    assert find(".", home / "mine", home).shown == "."
    assert find(str(home / "mine"), home, home).shown == "mine"


def test_treaties_of_ones_own_lie_beside_the_cases(home: Path) -> None:
    (home / "mine").mkdir()
    assert find("mine", home, home).library.own == OnDisk(home / "treaties")
    assert find("mine", home, home).library.shown == "treaties"
    assert find(".", home / "mine", home).library.own == OnDisk(home / "treaties")
    assert find(".", home / "mine", home).library.shown == "../treaties"


def test_a_named_folder_must_be_there(home: Path) -> None:
    with pytest.raises(NotFound) as raised:
        find("gone", home, home)
    assert raised.value.exit_code == 3
    assert (raised.value.message, raised.value.hint) == (
        "there is no folder gone",
        "`tracker init` makes a cases folder",
    )


def test_a_file_is_no_folder(home: Path) -> None:
    (home / "latvia.toml").touch()
    with pytest.raises(FileFault) as raised:
        find("latvia.toml", home, home)
    assert raised.value.exit_code == 5
    assert raised.value.message == "latvia.toml is a file, not a folder"


def test_the_nearest_folder_upward_is_found(home: Path) -> None:
    (home / "project" / "cases").mkdir()
    found = find(None, home / "project", home)
    assert (found.path, found.shown, found.read_only) == (home / "project" / "cases", "cases", False)
    assert find(None, home / "project" / "deep" / "deeper", home).path == home / "project" / "cases"
    assert find(None, home / "project" / "deep", home).shown == "../cases"
    assert find(None, home / "project" / "cases", home).shown == "."


def test_the_search_does_not_leave_the_home_folder(home: Path) -> None:
    assert find(None, home / "project" / "deep", home).read_only
    (home / "cases").mkdir()
    assert find(None, home / "project" / "deep", home).path == home / "cases"


def test_the_search_outside_of_home_goes_to_the_top(home: Path) -> None:
    assert find(None, home / "project", Path("/elsewhere")).path == home.parent / "cases"


@pytest.mark.parametrize("is_folder", [True, False])
def test_the_search_ends_at_a_repository(home: Path, *, is_folder: bool) -> None:
    """In a worktree or a submodule `.git` is a file."""
    git = home / "project" / ".git"
    git.mkdir() if is_folder else git.touch()
    assert find(None, home / "project" / "deep", Path("/elsewhere")).read_only
    (home / "project" / "cases").mkdir()
    assert find(None, home / "project" / "deep", Path("/elsewhere")).path == home / "project" / "cases"


def test_the_search_ends_at_the_top(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "is_folder", lambda _: False)
    assert find(None, home, Path("/elsewhere")).read_only


def test_a_file_called_cases_is_passed_over(home: Path) -> None:
    (home / "project" / "cases").touch()
    assert find(None, home / "project", Path("/elsewhere")).path == home.parent / "cases"


def test_the_shipped_cases_are_for_reading_only(home: Path) -> None:
    folder = find(None, home, home)
    assert (folder.path, folder.read_only, folder.shown) == (package.cases(), True, str(package.cases()))
    assert "latvia" in folder.ids()


def test_a_checkout_is_the_users_own() -> None:
    repository = package.cases().parent
    assert not find(None, repository / "tracker", Path("/elsewhere")).read_only
    assert not find("cases", repository, Path("/elsewhere")).read_only


def test_cases_in_a_wheel_are_for_reading_only_though_they_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "tracker" / "cases"
    inside.mkdir(parents=True)
    monkeypatch.setattr(package, "_WHEEL_CASES", inside)
    assert package.cases() == inside
    assert find("tracker/cases", tmp_path, tmp_path).read_only
    assert find(None, tmp_path, tmp_path).path == inside
