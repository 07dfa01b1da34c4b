"""What is shipped with the package: cases, treaties, countries, completion for shells."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import tomli

from tracker.core.country import Country
from tracker.storage import disk, paths

_PACKAGE = Path(__file__).parent.parent
_WHEEL_CASES = _PACKAGE / "cases"


def cases() -> Path:
    """Return the folder of the shipped cases: a wheel holds them inside, a checkout beside the package."""
    return _WHEEL_CASES if paths.is_folder(_WHEEL_CASES) else _PACKAGE.parent / "cases"


def is_in_wheel(path: Path) -> bool:
    """Whether the folder is that of the shipped cases in an installed wheel."""
    return paths.is_same(path, _WHEEL_CASES)


def treaties() -> Path:
    """Return the folder of the shipped treaties."""
    return _PACKAGE / "treaties"


def completion_script(shell: str) -> str:
    """Return what `shell`, one of those that there are, must know to complete a command."""
    path = _PACKAGE / "shells" / f"tracker.{shell}"
    return disk.read(path, str(path)).decode()


@cache
def countries() -> Mapping[str, Country]:
    """Return every country by its two-letter code."""
    path = _PACKAGE / "countries.toml"
    table = tomli.loads(disk.read(path, str(path)).decode())
    return {code: Country(code, row["alpha3"], row["name"], the=row.get("the", False)) for code, row in table.items()}
