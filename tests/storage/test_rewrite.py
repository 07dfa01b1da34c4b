"""Several files are changed together, and nobody else's words are lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.storage import disk
from tracker.storage.disk import Unwritable
from tracker.storage.rewrite import Rewrite, replace_all


def test_what_somebody_else_wrote_meanwhile_stays_though_it_is_the_same(tmp_path: Path) -> None:
    """The first file gets its old bytes back; the second already held what was to be written, by another's hand."""
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_bytes(b"old a")
    second.write_bytes(b"new b")
    with pytest.raises(Unwritable):
        replace_all([Rewrite(first, "a.toml", b"old a", b"new a"), Rewrite(second, "b.toml", b"old b", b"new b")])
    assert (first.read_bytes(), second.read_bytes()) == (b"old a", b"new b")


def test_a_file_that_is_gone_by_then_is_not_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_bytes(b"old a")
    replace = disk.replace

    def interrupted(path: Path, shown: str, content: bytes, *, expected: bytes) -> None:
        if path == second:
            first.unlink()
            raise Unwritable(shown, "no space is left")
        replace(path, shown, content, expected=expected)

    monkeypatch.setattr(disk, "replace", interrupted)
    with pytest.raises(Unwritable):
        replace_all([Rewrite(first, "a.toml", b"old a", b"new a"), Rewrite(second, "b.toml", b"old b", b"new b")])
    assert not first.exists()
