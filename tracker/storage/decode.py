"""The bytes of a file as a text with the TOML document in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import tomli

from tracker.core.problem import Located, Problem
from tracker.storage.conflict import has_markers, told

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, which gives back its bytes, and its document; None, with the problems, where it has none."""

    text: str
    document: Mapping[str, object] | None
    problems: tuple[Located, ...] = ()


def decode(content: bytes, path: str) -> Decoded:
    """Read a file's bytes as TOML; a BOM is no fault."""
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
        return Decoded(text, document)
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
        return tomli.loads(_plain(text))
    except (ValueError, RecursionError):
        return None


def _plain(text: str) -> str:
    return text.removeprefix(BOM).replace("\r\n", "\n")
