"""What a rule gives for each thing that it looks at."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.architecture.sources import Package


class Look(NamedTuple):
    """One thing looked at: its place, `path:line`; what is wrong with it, empty where all is well."""

    place: str
    fault: str = ""


Rule = Callable[[Package], Iterator[Look]]


def faults(rule: Rule, package: Package) -> list[str]:
    """Give what the rule finds wrong; that it found nothing to look at is wrong too."""
    looks = list(rule(package))
    if not looks:
        return [f"{rule.__name__}: nothing to look at"]
    return [f"{place}: {fault}" for place, fault in looks if fault]
