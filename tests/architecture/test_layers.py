"""The package keeps the law of docs/architecture.md; each rule of it can be broken."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.architecture import imports, limits, reach
from tests.architecture.look import Rule, faults
from tests.architecture.sources import read

PACKAGE = Path(__file__).parents[2] / "tracker"
RULES: tuple[Rule, ...] = (
    imports.layers,
    imports.slow_imports,
    imports.acyclic,
    reach.one_printer,
    reach.one_opener,
    reach.two_starters,
    reach.one_clock,
    limits.short_functions,
    limits.short_modules,
    limits.annotated,
    limits.one_thing,
    limits.telling_names,
    limits.uncounted_stages,
)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)

# A small package that keeps the law, and comes close to its edges.
LAWFUL = {
    "__init__": '"""Follow treaties."""\n__version__ = "1"',
    "__main__": '"""Start."""\nfrom tracker.cli import app',
    "core/__init__": '"""Rules. Pure and small."""',
    "core/day": """
        '''Days.'''
        import datetime as dt
        FIRST = dt.date(1, 1, 1).replace(month=2), 'tracker'
        BOTH = 'a'.replace('a', 'b')
    """,
    "core/case": """
        '''One case.'''
        import dataclasses
        from . import day
        class Case:
            def exists(self, other: int = 16) -> bool:
                return self.exists() and bool(dataclasses.replace(day.FIRST, year=other))
            @staticmethod
            def late(case: 'Case') -> None: ...
    """,
    "storage/__init__": '"""Files."""',
    "storage/disk": """
        '''The disk.'''
        from pathlib import Path
        def read_text(path: Path) -> str:
            return path.read_text()
    """,
    "storage/paths": """
        '''What lies at a path.'''
        import os
        def is_there(path: str) -> bool: return os.path.lexists(path)
    """,
    "storage/git": """
        '''The one that starts git.'''
        import subprocess
        def start(*words: str) -> 'subprocess.Popen[bytes]':
            return subprocess.Popen(words, stderr=subprocess.DEVNULL)
    """,
    "storage/folder": """
        '''The folder of cases.'''
        import tomli
        from tracker.core.case import Case
        from tracker.storage import disk
        TEXT = tomli.loads(disk.read_text('a')), Case.exists()
    """,
    "storage/schema": """
        '''The shape of a file.'''
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from pydantic import BaseModel
        def models() -> 'type[BaseModel]':
            from pydantic import BaseModel
            from pydantic.fields import Field
            return BaseModel
    """,
    "views/__init__": '"""Words."""',
    "views/table": '"""A table."""\nfrom rich.console import Console\ndef draw(console: Console) -> None: ...',
    "cli/__init__": '"""Commands."""',
    "cli/app": """
        '''The commands.'''
        from datetime import date
        from importlib import import_module
        import typer
        from tracker import __version__
        from tracker.cli.terminal import say
        from tracker.storage import folder
        def today() -> date: return date.today()
        VIEW = import_module('tracker.views.table')
    """,
    "cli/terminal": '"""The terminal."""\nimport sys\ndef say(text: str) -> None:\n    sys.stdout.write(text)',
}


def write(root: Path, sources: dict[str, str]) -> Path:
    """Write a package below `root`: sources by their path without `.py`."""
    for name, source in sources.items():
        path = root / "tracker" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(source).lstrip("\n"), encoding="utf-8")
    return root / "tracker"


@every_rule
def test_package_keeps(rule: Rule) -> None:
    found = faults(rule, read(PACKAGE))
    assert not found, "\n".join(found)


@every_rule
def test_lawful_package_passes(rule: Rule, tmp_path: Path) -> None:
    assert faults(rule, read(write(tmp_path, LAWFUL))) == []


@every_rule
def test_nothing_to_look_at_is_a_fault(rule: Rule, tmp_path: Path) -> None:
    """A check whose folder was renamed must not go on passing."""
    assert any("nothing to look at" in fault for fault in faults(rule, read(tmp_path / "tracker")))


LONG = "    x = 1\n" * 40
BROKEN: list[tuple[Rule, str, str, str]] = [
    (imports.layers, "core/day", "import rich.table", "1: core must not import rich.table"),
    (imports.layers, "core/day", "def f():\n  import pydantic", "2: core must not import pydantic"),
    (imports.layers, "core/day", "from tracker.storage import disk", "1: core must not import tracker.storage.disk"),
    (imports.layers, "core/day", "from ..storage.disk import x", "1: core must not import tracker.storage.disk"),
    (imports.layers, "core/day", "from .. import views", "1: core must not import tracker.views"),
    (imports.layers, "core/day", "from tracker import __version__", "1: core must not import tracker"),
    (imports.layers, "core/day", "import importlib as i\ni.import_module(x)", "2: importlib.import_module hides what"),
    (imports.layers, "core/day", "x = 'tracker.views.table'", "1: core must not import tracker.views.table"),
    (imports.layers, "storage/disk", "if TYPE_CHECKING:\n  import tracker.views.table", "2: storage must not import"),
    (imports.layers, "storage/disk", "from pydantic import BaseModel", "1: storage must not import pydantic"),
    (imports.layers, "storage/disk", "import rich", "1: storage must not import rich"),
    (imports.layers, "views/table", "import tracker.storage", "1: views must not import tracker.storage"),
    (imports.layers, "views/table", "from tracker.cli.app import x", "1: views must not import tracker.cli.app"),
    (imports.layers, "cli/app", "import tomli", "1: cli must not import tomli"),
    (imports.layers, "__main__", "import tracker.core.day", "1: __main__ must not import tracker.core.day"),
    (imports.layers, "web/page", "import tracker.core.day", "1: web must not import tracker.core.day"),
    (imports.slow_imports, "storage/schema", "from pydantic import Field", "1: pydantic is to be imported by one"),
    (imports.slow_imports, "storage/schema", "class A:\n  import pydantic_core", "2: pydantic_core is to be"),
    (
        imports.slow_imports,
        "storage/schema",
        "def f():\n  def g():\n    import pydantic\n  import pydantic\ndef h():\n  import pydantic",
        "6: pydantic is to be imported by one function only",
    ),
    (imports.acyclic, "core/day", "import tracker.core.day", "1: tracker.core.day → tracker.core.day"),
    (reach.one_printer, "core/day", "print('a')", "1: print prints"),
    (reach.one_printer, "views/table", "import sys as s\ns.stderr.write('a')", "2: sys.stderr.write prints"),
    (reach.one_printer, "views/table", "from rich.console import Console as C\nC()", "2: rich.console.Console prints"),
    (reach.one_printer, "cli/app", "from typer import echo\nmap(echo, [])", "2: typer.echo prints"),
    (
        reach.one_clock,
        "core/day",
        "from datetime import date as d\nd.today()",
        "2: datetime.date.today reads the clock",
    ),
    (reach.one_clock, "views/table", "import datetime\nf = datetime.datetime.now", "2: datetime.datetime.now reads"),
    (reach.one_clock, "cli/terminal", "import time\ntime.time()", "2: time.time reads the clock"),
    (reach.two_starters, "cli/app", "from subprocess import run\nrun(['ls'])", "2: subprocess.run starts a program"),
    (reach.two_starters, "core/day", "import os\nos.system('ls')", "2: os.system starts a program"),
    (reach.one_opener, "storage/paths", "import os\nos.listdir('a')", "2: os.listdir opens files"),
    (reach.one_opener, "storage/folder", "import os\nos.path.isdir('a')", "2: os.path.isdir opens files"),
    (reach.one_opener, "core/day", "def f(path):\n  with open(path) as file: ...", "2: open opens files"),
    (reach.one_opener, "storage/folder", "f'{path.exists()}'", "1: path.exists opens files"),
    (reach.one_opener, "storage/folder", "(a / b).replace(path)", "1: ?.replace opens files"),
    (reach.one_opener, "storage/folder", "import os\nos.replace(a, b)", "2: os.replace opens files"),
    (
        reach.one_opener,
        "storage/folder",
        "from tracker.cli.app import HOME\nHOME.stat()",
        "2: tracker.cli.app.HOME.stat",
    ),
    (
        reach.one_opener,
        "cli/app",
        "from pathlib import Path\nmap(Path.read_text, [])",
        "2: pathlib.Path.read_text opens",
    ),
    (reach.one_opener, "cli/app", "import tempfile\ntempfile.mkstemp()", "2: tempfile.mkstemp opens files"),
    (limits.short_functions, "core/day", f"class A:\n  def f():\n{LONG}", "2: f has 41 lines, the limit is 40"),
    (limits.short_modules, "core/day", "x = 1\n" * 251, "1: 251 lines, the limit is 250"),
    (limits.annotated, "core/day", "def f(a, *b, c: int, **d) -> None: ...", "1: f lacks the type of a, b, d"),
    (limits.annotated, "core/day", "class A:\n  async def f(self): ...", "2: f lacks the type of its result"),
    (limits.annotated, "core/day", "class A:\n  @staticmethod\n  def f(a) -> None: ...", "3: f lacks the type of a"),
    (limits.one_thing, "core/day", "x = 1", "1: says nowhere what it is"),
    (limits.one_thing, "core/day", '"""Days\nand months. More."""', '1: needs an "and" to say what it is'),
    (limits.telling_names, "core/day_utils", "", "1: utils says nothing"),
    (limits.telling_names, "core/base/__init__", "", "1: base says nothing"),
    (limits.uncounted_stages, "core/day", "x = 1\ny = [0x6]", "2: the number 6"),
]


@pytest.mark.parametrize(("rule", "name", "source", "fault"), BROKEN)
def test_rule_names_the_line_that_breaks_it(rule: Rule, name: str, source: str, fault: str, tmp_path: Path) -> None:
    found = faults(rule, read(write(tmp_path, {**LAWFUL, name: source})))
    assert [each.startswith(f"tracker/{name}.py:{fault}") for each in found] == [True], found


def test_every_rule_is_broken_above() -> None:
    assert {rule for rule, *_ in BROKEN} == set(RULES)


@pytest.mark.parametrize(
    "source",
    ["def f():\n  from .case import Case", "if TYPE_CHECKING:\n  from . import case", "NAMES = ['tracker.core.case']"],
)
def test_imports_run_late_or_never_close_a_cycle(source: str, tmp_path: Path) -> None:
    found = faults(imports.acyclic, read(write(tmp_path, {**LAWFUL, "core/day": source})))
    assert found == ["tracker/core/case.py:3: tracker.core.case → tracker.core.day → tracker.core.case"]


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    cycles = {"core/a": "from . import b", "core/b": "from . import a, c", "core/c": "from . import b"}
    assert len(faults(imports.acyclic, read(write(tmp_path, {**LAWFUL, **cycles})))) == 2
    prints = {"core/a": "print(1)\nprint(2)", "views/b": "print(3)"}
    assert len(faults(reach.one_printer, read(write(tmp_path, {**LAWFUL, **prints})))) == 3


def test_missing_layer_is_a_fault(tmp_path: Path) -> None:
    lawful = {name: source for name, source in LAWFUL.items() if not name.startswith("views/")}
    assert faults(imports.layers, read(write(tmp_path, lawful))) == ["tracker/views: nothing to look at"]


def test_clock_must_be_read_by_the_commands(tmp_path: Path) -> None:
    sources = {**LAWFUL, "cli/app": "", "core/day": "import time\ntime.time()"}
    assert faults(reach.one_clock, read(write(tmp_path, sources))) == [
        "tracker/core/day.py:2: time.time reads the clock"
    ]
