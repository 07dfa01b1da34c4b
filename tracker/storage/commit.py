"""What a commit says: its tree, the commits before it, its day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.storage.disk import LIMIT
from tracker.storage.objects import Object, Objects, Unheld

_TREE = re.compile(rb"tree ([0-9a-f]{40,64})")
_PARENT = re.compile(rb"^parent ([0-9a-f]{40,64})$", re.MULTILINE)
_COMMITTED = re.compile(rb"^committer .*> (\d+) [-+]\d+$", re.MULTILINE)
_EPOCH = date(1970, 1, 1)
_DAY = 24 * 60 * 60
_LAST = (date.max - _EPOCH).days
_MOST_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit; `day` is that of its committer in UTC, `first_parent` the one before it on its own branch, if any."""

    id: str
    tree: str
    day: date
    first_parent: str | None


def commit_of(found: Object) -> Commit:
    """Return what the object of a commit says; raise Unheld where it says no tree."""
    head = (found.content or b"").partition(b"\n\n")[0]
    tree = _TREE.match(head)
    if tree is None:
        raise Unheld
    parent = _PARENT.search(head)
    return Commit(found.id, tree[1].decode(), _day(head), parent[1].decode() if parent else None)


def peeled(found: Object, objects: Objects) -> Object:
    """Return the object that a tag means in the end; any other as it is."""
    return objects.ask(f"{found.id}^{{}}", LIMIT) if found.kind == "tag" else found


def _day(head: bytes) -> date:
    """Return the day in UTC; as in git, a time that cannot be read is 0."""
    committed = _COMMITTED.search(head)
    seconds = int(committed[1][:_MOST_DIGITS]) if committed else 0
    return _EPOCH + timedelta(days=min(seconds // _DAY, _LAST))
