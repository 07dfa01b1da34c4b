"""A package's source, read without importing it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FOR_TYPES = frozenset({"TYPE_CHECKING", "typing.TYPE_CHECKING"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One imported module: `from tracker.core import day` means `tracker.core.day` where that is a module.

    A text that is the name of one counts too: a table of names is imported from when a command is built.
    """

    line: int
    target: str
    function: str | None  # the outermost function around it
    for_types: bool  # under `if TYPE_CHECKING:`


@dataclass(frozen=True)
class Use:
    """One dotted name, by what it was imported as: `dt.date.today()` is a call of `datetime.date.today`.

    What is no name is `?`: in `Path("x").read_text()` the call of `?.read_text`.
    """

    line: int
    name: str
    called: bool = False
    positional: int = 0
    keywords: bool = False


@dataclass(frozen=True)
class Module:
    """One file; `path` as a reader would type it, `tracker/core/day.py`."""

    name: str
    path: str
    text: str
    tree: ast.Module
    imports: tuple[Import, ...]
    uses: tuple[Use, ...]
    functions: tuple[tuple[Function, bool], ...]  # with whether it is a method that is given `self` or `cls`

    @property
    def layer(self) -> str:
        """The folder or, outside of all, the file: `core`, `__main__`, `__init__`."""
        return self.name.split(".")[1] if "." in self.name else "__init__"


Package = Mapping[str, Module]


def read(folder: Path) -> Package:
    """Read every module of the package in `folder`, by its dotted name; a missing folder has none."""
    paths = {_name(path, folder): path for path in sorted(folder.rglob("*.py"))}
    return {name: _module(name, path, folder, frozenset(paths)) for name, path in paths.items()}


def _name(path: Path, folder: Path) -> str:
    parts = path.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _module(name: str, path: Path, folder: Path, modules: frozenset[str]) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, path)
    imports = _Imports(name if path.name == "__init__.py" else name.rpartition(".")[0], modules)
    imports.visit(tree)
    own = {node.name: f"{name}.{node.name}" for node in tree.body if isinstance(node, Function | ast.ClassDef)}
    uses = _Uses(own | imports.names)
    uses.visit(tree)
    shown = path.relative_to(folder.parent).as_posix()
    return Module(name, shown, text, tree, tuple(imports.found), tuple(uses.found), tuple(_functions(tree)))


def _functions(tree: ast.Module) -> Iterator[tuple[Function, bool]]:
    for parent in ast.walk(tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, Function):
                free = any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in node.decorator_list)
                yield node, isinstance(parent, ast.ClassDef) and not free


@dataclass
class _Imports(ast.NodeVisitor):
    """Every import, wherever it stands; and the names that they bind."""

    package: str
    modules: frozenset[str]
    found: list[Import] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    function: str | None = None
    for_types: bool = False

    def visit_FunctionDef(self, node: Function) -> None:
        outer, self.function = self.function, self.function or node.name
        self.generic_visit(node)
        self.function = outer

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_If(self, node: ast.If) -> None:
        outer, self.for_types = self.for_types, ast.unparse(node.test) in FOR_TYPES
        for child in node.body:
            self.visit(child)
        self.for_types = outer
        for child in node.orelse:
            self.visit(child)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._add(node, alias.name)
            top = alias.name.partition(".")[0]
            self.names[alias.asname or top] = alias.name if alias.asname else top

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base = self.package.split(".")
        above = base[: len(base) - node.level + 1] if node.level else []
        source = ".".join([*above, *([node.module] if node.module else [])])
        for alias in node.names:
            target = f"{source}.{alias.name}"
            self._add(node, target if target in self.modules else source)
            self.names[alias.asname or alias.name] = target

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and "." in node.value and node.value in self.modules:
            self._add(node, node.value)

    def _add(self, node: ast.stmt | ast.expr, target: str) -> None:
        self.found.append(Import(node.lineno, target, self.function, self.for_types))


@dataclass
class _Uses(ast.NodeVisitor):
    """Every name that is read, as the longest dotted chain."""

    names: dict[str, str]
    found: list[Use] = field(default_factory=list)

    def visit_Call(self, node: ast.Call) -> None:
        name = self._dotted(node.func)
        self.found.append(Use(node.lineno, name, called=True, positional=len(node.args), keywords=bool(node.keywords)))
        self._below(node.func)
        for argument in (*node.args, *node.keywords):
            self.visit(argument)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.found.append(Use(node.lineno, self._dotted(node)))
        self._below(node)

    def visit_Name(self, node: ast.Name) -> None:
        self.found.append(Use(node.lineno, self._dotted(node)))

    def _dotted(self, node: ast.expr) -> str:
        if isinstance(node, ast.Attribute):
            return f"{self._dotted(node.value)}.{node.attr}"
        return self.names.get(node.id, node.id) if isinstance(node, ast.Name) else "?"

    def _below(self, node: ast.expr) -> None:
        """Go on where the chain begins with something that is no name."""
        while isinstance(node, ast.Attribute):
            node = node.value
        if not isinstance(node, ast.Name):
            self.visit(node)
