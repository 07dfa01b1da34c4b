"""`init` makes a folder of one's own out of the shipped cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.core.errors import FileFault, Refused
from tracker.storage import package
from tracker.storage.search import find
from tracker.storage.start import init


def test_it_copies_the_cases_with_their_readme(tmp_path: Path) -> None:
    made = init(tmp_path / "new", empty=False)
    cases = tmp_path / "new" / "cases"
    shipped = {path.name: path.read_bytes() for path in package.cases().iterdir() if path.is_file()}
    assert {path.name: path.read_bytes() for path in cases.iterdir()} == {**shipped, ".gitignore": b".lock\n"}
    assert sorted(made) == sorted(cases.iterdir())
    assert all(file.case for file in find(None, tmp_path / "new", tmp_path).load_all())


def test_an_empty_one_has_what_explains_the_files_alone(tmp_path: Path) -> None:
    made = init(tmp_path, empty=True)
    names = [".gitignore", "README.md", "case.schema.json"]
    assert made == tuple(tmp_path / "cases" / name for name in names)
    assert sorted(path.name for path in (tmp_path / "cases").iterdir()) == names
    assert find(None, tmp_path, tmp_path).load_all() == ()


@pytest.mark.parametrize("is_folder", [True, False])
def test_what_is_there_is_left_alone(tmp_path: Path, *, is_folder: bool) -> None:
    there = tmp_path / "cases"
    there.mkdir() if is_folder else there.touch()
    with pytest.raises(Refused) as raised:
        init(tmp_path, empty=False)
    assert raised.value.exit_code == 4
    assert raised.value.message == f"{there} is there already"
    assert list(tmp_path.iterdir()) == [there]


def test_below_a_file_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileFault, match="could not be written"):
        init(tmp_path / "file", empty=False)
