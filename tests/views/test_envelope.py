from __future__ import annotations

import json
from datetime import date

from tracker.core.problem import Located, Problem
from tracker.views.envelope import envelope


def test_the_envelope_is_the_promised_document() -> None:
    """It is `{"version": 1, "as_of": …, "data": …, "problems": [{path, line, message}]}`."""
    problem = Located("cases/latvia.toml", 12, Problem("unknown-key", "there is no key `boddy`"))
    assert envelope([{"case": "latvia", "effective": None}], date(2025, 5, 1), [problem]) == (
        '{\n  "version": 1,\n  "as_of": "2025-05-01",\n'
        '  "data": [\n    {\n      "case": "latvia",\n      "effective": null\n    }\n  ],\n'
        '  "problems": [\n    {\n      "path": "cases/latvia.toml",\n      "line": 12,\n'
        '      "message": "there is no key `boddy`"\n    }\n  ]\n}\n'
    )


def test_text_keeps_its_letters_but_not_its_controls() -> None:
    text = envelope({"name": "Šakalienė \u202e\x1b\n\x9b"}, date(2025, 5, 1), [])
    assert "Šakalienė \\u202e\\u001b\\n\\u009b" in text
    assert json.loads(text)["data"] == {"name": "Šakalienė \u202e\x1b\n\x9b"}
