"""The shape of the files as JSON Schema, for editors.

Kept to what editors that know no more than Draft 4 understand too: nothing stands beside a reference, since none is
used, and a constant is a list of one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tracker.storage.case_shape import CASE
from tracker.storage.schema import schema
from tracker.storage.shape import Table
from tracker.storage.treaty_shape import TREATY

SCHEMAS: Mapping[str, Table] = {"case": CASE, "treaty": TREATY}
_DRAFT = "http://json-schema.org/draft-04/schema#"


def json_schema(name: str) -> str:
    """Return the JSON Schema of the files of this name, one of SCHEMAS, as text."""
    table = SCHEMAS[name]
    told = schema(table, told=True).model.model_json_schema()
    whole = {"$schema": _DRAFT, "title": f"{name} file", "description": table.says, **_plain(told, told)}
    return json.dumps(_with_one_of(whole, table), ensure_ascii=False, indent=2) + "\n"


def _plain(part: Any, whole: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """Return a part of a schema with its references written out, without what an editor does not need."""
    if isinstance(part, list):
        return [_plain(each, whole) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        meant = whole["$defs"][part["$ref"].rpartition("/")[2]]
        return _plain({**meant, **{name: value for name, value in part.items() if name != "$ref"}}, whole)
    if "const" in part:
        part = {**part, "enum": [part["const"]]}
    return {name: _member(name, value, whole) for name, value in part.items() if not _needless(name, value)}


def _member(name: str, value: Any, whole: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    if name == "properties":  # a key of a file may have any name
        return {key: _plain(each, whole) for key, each in value.items()}
    return value if name == "examples" else _plain(value, whole)


def _needless(name: str, value: object) -> bool:
    return name in ("$defs", "const", "title") or (name == "default" and value is None)


def _with_one_of(part: dict[str, Any], table: Table) -> dict[str, Any]:
    """Return the schema of a table, and of those within it, with the keys of which one must be there."""
    if table.one_of:
        part = {**part, "anyOf": [{"required": [name]} for name in table.one_of]}
    properties = dict(part["properties"])
    for name, inner in table.tables.items():
        own = properties[name]
        if inner.many:
            properties[name] = {**own, "items": _with_one_of(own["items"], inner)}
        else:
            properties[name] = _with_one_of(own, inner)
    return {**part, "properties": properties}
