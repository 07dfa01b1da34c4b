"""The envelope in which every command gives its JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from tracker.core.problem import Located
from tracker.views.escape import escape_json

VERSION = 1


def envelope(data: object, as_of: date, problems: Sequence[Located]) -> str:
    """Return the promised document: `data` as the command's table describes it, what was wrong with files beside it."""
    document = {
        "version": VERSION,
        "as_of": as_of.isoformat(),
        "data": data,
        "problems": [{"path": one.path, "line": one.line, "message": one.problem.message} for one in problems],
    }
    return escape_json(f"{json.dumps(document, ensure_ascii=False, indent=2)}\n")
