"""The law on how a module is written."""

import ast
from collections.abc import Iterator

from tests.architecture.look import Look
from tests.architecture.sources import Function, Package

FUNCTION_LINES = 40
MODULE_LINES = 250
EMPTY_WORDS = frozenset({"base", "data", "helper", "helpers", "info", "manager", "managers", "util", "utils"})
STAGES = 6


def short_functions(package: Package) -> Iterator[Look]:
    """A function fits on a screen."""
    for module in package.values():
        for node, _ in module.functions:
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            fault = f"{node.name} has {lines} lines, the limit is {FUNCTION_LINES}" if lines > FUNCTION_LINES else ""
            yield Look(f"{module.path}:{node.lineno}", fault)


def short_modules(package: Package) -> Iterator[Look]:
    """A module that grows is cut along a noun."""
    for module in package.values():
        lines = len(module.text.splitlines())
        fault = f"{lines} lines, the limit is {MODULE_LINES}" if lines > MODULE_LINES else ""
        yield Look(f"{module.path}:1", fault)


def annotated(package: Package) -> Iterator[Look]:
    """Every parameter and every result has its type written down."""
    for module in package.values():
        for node, method in module.functions:
            missing = ", ".join(_untyped(node, method=method))
            yield Look(f"{module.path}:{node.lineno}", f"{node.name} lacks the type of {missing}" if missing else "")


def _untyped(node: Function, *, method: bool) -> list[str]:
    by_place = [*node.args.posonlyargs, *node.args.args][method:]
    rest = [parameter for parameter in (node.args.vararg, node.args.kwarg) if parameter]
    missing = [each.arg for each in (*by_place, *node.args.kwonlyargs, *rest) if each.annotation is None]
    return missing if node.returns else [*missing, "its result"]


def one_thing(package: Package) -> Iterator[Look]:
    """A module begins with a sentence that needs no "and"."""
    for module in package.values():
        sentence = " ".join((ast.get_docstring(module.tree) or "").split()).partition(". ")[0]
        fault = 'needs an "and" to say what it is: two modules?' if " and " in sentence else ""
        yield Look(f"{module.path}:1", fault if sentence else "says nowhere what it is")


def telling_names(package: Package) -> Iterator[Look]:
    """A module's name says what is in it."""
    for module in package.values():
        empty = sorted(EMPTY_WORDS.intersection(module.name.replace(".", "_").split("_")))
        yield Look(f"{module.path}:1", f"{', '.join(empty)} says nothing" if empty else "")


def uncounted_stages(package: Package) -> Iterator[Look]:
    """The core counts the stages that there are; the number stands nowhere."""
    for module in package.values():
        if module.layer == "core":
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Constant) and type(node.value) is int:
                    yield Look(f"{module.path}:{node.lineno}", f"the number {STAGES}" if node.value == STAGES else "")
