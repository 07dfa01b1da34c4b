"""The shape of the files as pydantic models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache
from typing import Annotated, Any, Literal

from tracker.core.day import parse_span
from tracker.core.errors import BadDate
from tracker.storage.layout import KeyPath
from tracker.storage.shape import ADDRESS, Kind, Table

_MONTH_DAY = (
    r"^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
)
_WHEN = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "pattern": r"^\d{4}(-\d{2})?$|^\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}$"},
    ]
}
_TEXT = r"^[^\x00]*[^\s\x00][^\x00]*$"  # not blank; a NUL would end the text in many a program


class How(Enum):
    """How a place in a file is at fault."""

    UNKNOWN = auto()
    MISSING = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class Fault:
    """A key or block, by its path in the document, that is at fault."""

    path: KeyPath
    how: How


@dataclass(frozen=True, slots=True)
class Schema:
    """A table as a pydantic model, with the error that its `model_validate` raises."""

    model: type[Any]
    invalid: type[Any]


def faults(table: Table, document: Mapping[str, object]) -> tuple[Fault, ...]:
    """Return every place where the document is not of the table's shape, each once."""
    shape = schema(table)
    try:
        shape.model.model_validate(document)
    except shape.invalid as error:
        told = error.errors(include_url=False, include_context=False, include_input=False)
        found = (Fault(_cut(table, each["loc"]), _HOW.get(each["type"], How.WRONG)) for each in told)
        return tuple(dict.fromkeys(found))
    return ()


_HOW = {"extra_forbidden": How.UNKNOWN, "missing": How.MISSING}


def _cut(table: Table, path: KeyPath) -> KeyPath:
    """Return the path down to the key, without what lies in its value or says which type was tried."""
    for length, part in enumerate(path, start=1):
        if isinstance(part, str):
            if part not in table.tables:
                return path[:length]
            table = table.tables[part]
    return path


@cache
def schema(table: Table, *, told: bool = False) -> Schema:
    """Return the model of a table: nothing is coerced, nothing unknown passes.

    `told`: with what each key says and an example of it, for those who read the model. This is the only place that
    imports pydantic, which takes 100 ms: who has validated files need not call it.
    """
    import pydantic

    types = _types(pydantic, told=told)

    def field(kind: Any, says: str, example: object, *, needed: bool) -> Any:  # noqa: ANN401 - types made at run time
        if told:
            examples = None if example is None else [example]
            kind = Annotated[kind, pydantic.Field(description=says, examples=examples)]
        return kind, ... if needed else None

    fields: dict[str, Any] = {}
    for name, key in table.keys.items():
        kind = Literal[key.choices] if key.choices else types[key.kind]
        fields[name] = field(kind, key.says, key.example, needed=key.needed)
    for name, inner in table.tables.items():
        model: Any = schema(inner, told=told).model
        fields[name] = field(list[model] if inner.many else model, inner.says, None, needed=inner.needed)
    config = pydantic.ConfigDict(extra="forbid", strict=True)
    validators: dict[str, Any] = {"one_of": pydantic.model_validator(mode="after")(_one_of(table))}
    made = pydantic.create_model(table.noun, __config__=config, __validators__=validators, **fields)
    return Schema(made, pydantic.ValidationError)


def _types(pydantic: Any, *, told: bool) -> Mapping[Kind, Any]:  # noqa: ANN401 - the library, imported by its caller
    """Return the type of each kind of value; `told`: a span of days has a form that an editor can look at."""
    text = Annotated[str, pydantic.StringConstraints(pattern=_TEXT)]
    number = Annotated[int, pydantic.Field(ge=0)]
    when = pydantic.WithJsonSchema(_WHEN) if told else pydantic.AfterValidator(_is_when)
    return {
        Kind.TEXT: text,
        Kind.TEXTS: list[text],
        Kind.ADDRESS: Annotated[str, pydantic.StringConstraints(pattern=ADDRESS)],
        Kind.FLAG: bool,
        Kind.NUMBER: number,
        Kind.NUMBER_OR_TEXT: number | text,
        Kind.DAY: date,
        Kind.WHEN: Annotated[date | str, when],
        Kind.MONTH_DAY: Annotated[str, pydantic.StringConstraints(pattern=_MONTH_DAY)],
    }


def _is_when(value: date | str) -> date | str:
    if isinstance(value, str):
        try:
            parse_span(value)
        except BadDate as error:
            raise ValueError from error
    return value


def _one_of(table: Table) -> Callable[[Any], object]:
    def check(block: object) -> object:
        if table.one_of and all(getattr(block, name) is None for name in table.one_of):
            raise ValueError
        return block

    return check
