"""The bytes of a file as a text with the TOML document in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import tomli

from tracker.core.problem import Located, Problem
from tracker.storage.conflict import has_markers, told
from tracker.storage.size import has_long_number, too_long, too_many

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, which gives back its bytes, and its document; None, with the problems, where it has none."""

    text: str
    document: Mapping[str, object] | None
    problems: tuple[Located, ...] = ()


def decode(content: bytes, path: str) -> Decoded:
    """Read a file's bytes as TOML; a BOM is no fault."""
    if much := too_long(content):
        return Decoded(encodable(content), None, (Located(path, 1, much),))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem("not-utf8", "the line is not UTF-8", hint="save the file as UTF-8", sound=False)
        return Decoded(encodable(content), None, (Located(path, line, problem),))
    document = _document(text)
    if has_markers(text, whole=document is not None):  # in a readable file they stand within a text
        return Decoded(text, None, told(text, path))
    if document is not None:
        much = too_many(document)
        return Decoded(text, None, (Located(path, 1, much),)) if much else Decoded(text, document)
    from tracker.storage.toml_fault import toml_faults  # 5 ms that only a broken file costs

    return Decoded(text, None, toml_faults(_plain(text), path))


def encodable(content: bytes) -> str:
    """Return the bytes as a text that `encoded` turns back into them, be they UTF-8 or not."""
    return content.decode(errors="surrogateescape")


def encoded(text: str) -> bytes:
    """Return the bytes of a file with this text."""
    return text.encode(errors="surrogateescape")


def _document(text: str) -> Mapping[str, object] | None:
    try:
        document = tomli.loads(_plain(text))
    except (ValueError, RecursionError):
        return None
    return None if has_long_number(document) else document


def _plain(text: str) -> str:
    return text.removeprefix(BOM).replace("\r\n", "\n")
