"""The law on what may import what."""

import sys
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from tests.architecture.look import Look
from tests.architecture.sources import Module, Package


class Layer(NamedTuple):
    """What the modules of a layer may import besides the standard library."""

    own: frozenset[str]
    foreign: frozenset[str] = frozenset()


LAYERS = {
    "__init__": Layer(frozenset()),
    "core": Layer(frozenset({"core"})),
    "storage": Layer(frozenset({"core", "storage"}), frozenset({"filelock", "tomli", "tomli_w"})),
    "views": Layer(frozenset({"core", "views"}), frozenset({"rich"})),
    "cli": Layer(frozenset({"__init__", "core", "storage", "views", "cli"}), frozenset({"rich", "typer"})),
    "__main__": Layer(frozenset({"__init__", "cli"})),
}
SLOW = frozenset({"pydantic", "pydantic_core"})  # some 100 ms, which a cache of validated files does without
SLOW_HOME = "tracker.storage.schema"
BY_NAME = frozenset({"__import__", "importlib.import_module"})
BY_NAME_LAYER = "cli"  # which may import all that there is


def layers(package: Package) -> Iterator[Look]:
    """Imports point down, storage and views never meet, and every layer is there."""
    for layer in sorted(LAYERS.keys() - {module.layer for module in package.values()}):
        yield Look(f"tracker/{layer}", "nothing to look at")
    for module in package.values():
        for found in module.imports:
            fault = "" if _may_import(module, found.target) else f"{module.layer} must not import {found.target}"
            yield Look(f"{module.path}:{found.line}", fault)
        for use in module.uses:
            if use.name in BY_NAME and module.layer != BY_NAME_LAYER:
                yield Look(f"{module.path}:{use.line}", f"{use.name} hides what it imports")


def _may_import(module: Module, target: str) -> bool:
    top, _, rest = target.partition(".")
    allowed = LAYERS.get(module.layer, Layer(frozenset()))
    if top == "tracker":
        return (rest.partition(".")[0] or "__init__") in allowed.own
    return top in sys.stdlib_module_names or top in allowed.foreign or (top in SLOW and module.name == SLOW_HOME)


def slow_imports(package: Package) -> Iterator[Look]:
    """What is slow to import is imported by one function, so that no command waits which does without."""
    home = None
    for module in package.values():
        for found in module.imports:
            if found.target.partition(".")[0] in SLOW and not found.for_types:
                home = home or found.function
                here = found.function is not None and found.function == home
                fault = "" if here else f"{found.target} is to be imported by one function only"
                yield Look(f"{module.path}:{found.line}", fault)


def acyclic(package: Package) -> Iterator[Look]:
    """No module reaches itself, not even by an import that is run late or serves types only."""
    edges = {
        (module.name, found.target): f"{module.path}:{found.line}"
        for module in package.values()
        for found in module.imports
        if found.target in package
    }
    while cycle := _cycle(edges):
        yield Look(edges.pop((cycle[0], cycle[1])), " → ".join(cycle))
    yield from map(Look, edges.values())


def _cycle(edges: Iterable[tuple[str, str]]) -> list[str]:
    """Give a cycle as `[a, b, a]`, or nothing."""
    graph: dict[str, list[str]] = {}
    for importer, imported in edges:
        graph.setdefault(importer, []).append(imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []
