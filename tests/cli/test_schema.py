"""`tracker schema`: what editors complete and mark by, and what it can tell of a file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Run, Story
from tests.core.chance import CALM
from tracker.storage import package
from tracker.storage.case_shape import CASE
from tracker.storage.files import OnDisk
from tracker.storage.json_schema import json_schema
from tracker.storage.library import Library
from tracker.storage.reader import read_case
from tracker.storage.shape import Table
from tracker.storage.treaty_reader import read_treaty
from tracker.storage.treaty_shape import TREATY

FILES = {
    "case": (package.cases(), "case.schema.json"),
    "treaty": (package.treaties(), "treaty.schema.json"),
}
PATHS = [(kind, path) for kind, (folder, _) in FILES.items() for path in sorted(folder.glob("*.toml"))]
TABLES = {"case": CASE, "treaty": TREATY}
LIBRARY = Library(OnDisk(Path("/nowhere")), "/nowhere")
VALUES = ["x", "", " ", 5, -1, 2.5, True, [], ["x"], {}, {"x": 1}, "2025-01", "02-30", "06-30"]


def plain(value: object) -> object:
    """Return a document as a validator sees it: days are texts."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def verdict(kind: str, document: object) -> bool:
    """Whether the schema takes the document; days are looked at, too."""
    checker = jsonschema.FormatChecker()
    validator = jsonschema.Draft4Validator(json.loads(json_schema(kind)), format_checker=checker)
    return bool(validator.is_valid(plain(document)))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("kind", FILES)
def test_the_shipped_schema_is_the_one_that_is_printed(kind: str, tracker: Run) -> None:
    folder, name = FILES[kind]
    ran = tracker("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (folder / name).read_text(encoding="utf-8"), "`make schemas` writes it"


@pytest.mark.usefixtures("here")
def test_what_is_asked_for(tracker: Run, story: Story) -> None:
    assert tracker("schema").out == tracker("schema", "case").out
    story("schema-wrong", (2, "schema treatys"), (2, "schema case treaty"))


@pytest.mark.parametrize("kind", FILES)
def test_an_editor_that_knows_draft_4_alone_understands_it(kind: str) -> None:
    """No references, which hide what stands beside them; no word that came later; a description for every key."""
    schema = json.loads(json_schema(kind))
    jsonschema.Draft4Validator.check_schema(schema)
    words = {name for part in _parts(schema) for name in part}
    assert words <= {
        "$schema", "additionalProperties", "anyOf", "description", "enum", "examples", "format", "items", "minimum",
        "pattern", "properties", "required", "title", "type",
    }  # fmt: skip
    for part in _parts(schema):
        for name, key in part.get("properties", {}).items():
            assert key.get("description"), name


def _parts(part: object) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema."""
    if isinstance(part, list):
        for each in part:
            yield from _parts(each)
    elif isinstance(part, dict):
        yield part
        for name, value in part.items():
            yield from (
                (each for key in value.values() for each in _parts(key)) if name == "properties" else _parts(value)
            )


@pytest.mark.parametrize(("kind", "path"), PATHS, ids=[path.stem for _, path in PATHS])
def test_shipped_files_name_their_schema_and_keep_to_it(kind: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"#:schema ./{FILES[kind][1]}\n")
    assert verdict(kind, tomli.loads(text))


def test_check_jsonschema_takes_the_shipped_files() -> None:
    """As it runs before a commit."""
    for folder, name in FILES.values():
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--schemafile", folder / name, *folder.glob("*.toml")],
            capture_output=True,
            check=False,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw a shipped file's document with one change somewhere: a key gone, a stray key, another value."""
    kind, path = draw(st.sampled_from(PATHS))
    document = tomli.loads(path.read_text(encoding="utf-8"))
    blocks = list(_blocks(document, TABLES[kind]))
    block, table = draw(st.sampled_from(blocks))
    change = draw(st.sampled_from(["take", "add", "set", "set"]))
    names = [*table.keys, *table.tables]
    if change == "take":
        block.pop(draw(st.sampled_from(sorted(block))))
    elif change == "add":
        block[draw(st.sampled_from(["zzz", "Date", "x y"]))] = draw(st.sampled_from(VALUES))
    else:
        block[draw(st.sampled_from(names))] = draw(st.sampled_from(VALUES))
    return kind, document


def _blocks(block: dict[str, Any], table: Table) -> Iterator[tuple[dict[str, Any], Table]]:
    yield block, table
    for name, inner in table.tables.items():
        within = block.get(name, [])
        for each in within if isinstance(within, list) else [within]:
            yield from _blocks(each, inner)


@CALM
@given(spoiled())
def test_schema_and_check_agree_where_a_schema_can_tell(spoilt: tuple[str, dict[str, Any]]) -> None:
    """What is not of the shape is marked by both; what only the rules forbid is found by `check` alone.

    Days and texts are one to a schema: that a full day stands without quotes, and a text with them, is left to `check`.
    """
    import tomli_w

    from tracker.storage.schema import faults

    kind, document = spoilt
    text = tomli_w.dumps(document).encode()
    read = (
        read_case("latvia", "cases/latvia.toml", text, LIBRARY).problems
        if kind == "case"
        else read_treaty("mine", "treaties/mine.toml", text).problems
    )
    shapely = not faults(TABLES[kind], document)
    assert verdict(kind, document) is shapely
    assert shapely or read
