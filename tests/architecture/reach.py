"""The law on who may reach the world outside."""

import re
from collections.abc import Callable, Collection, Iterator

from tests.architecture.look import Look
from tests.architecture.sources import Module, Package, Use

PRINTER = "tracker.cli.terminal"
PRINTS = re.compile(
    r"print|input|pprint\.pp.*|sys\.(__)?std(out|err).*"
    r"|rich\.(print.*|get_console)|typer\.(echo.*|secho|confirm|prompt|progressbar)"
)
CONSOLE = "rich.console.Console"  # may be named as a type, but not made

CLOCK_LAYER = "cli"
CLOCKS = re.compile(
    r"datetime\.(date\.today|datetime\.(now|today|utcnow))"
    r"|time\.(ctime|gmtime|localtime|(monotonic|perf_counter|process_time|time)(_ns)?|strftime)"
)

OPENER = "tracker.storage.disk"
ASKER = "tracker.storage.paths"
ASKS = re.compile(r"os\.path\.(isdir|isfile|islink|lexists)|.*\.is_symlink")  # looks at a path, and opens nothing
OPENS = re.compile(
    r"open|(codecs|io)\.open|(fcntl|glob|mmap|tempfile)\..+|importlib\.resources\.(open|read)_.+|pkgutil\.get_data"
    r"|os\.(access|chmod|close|fchmod|fdopen|fstat|fsync|link|listdir|lstat|makedirs|mkdir|open|read|remove|removedirs"
    r"|rename|renames|replace|rmdir|scandir|stat|symlink|truncate|unlink|utime|walk|write)"
    r"|os\.path\.(exists|get.time|getsize|isdir|isfile|islink|ismount|lexists|samefile)"
    r"|shutil\.(copy.*|move|rmtree)|sqlite3\.connect"
)
STARTERS = ("tracker.storage.git", "tracker.cli.editor")
STARTS = re.compile(
    r"subprocess\.(Popen|run|call|check_call|check_output|getoutput|getstatusoutput)|pty\.(fork|spawn)"
    r"|os\.(exec.+|fork.*|popen|posix_spawn.*|spawn.+|startfile|system)|asyncio\.create_subprocess_.+"
)
# The methods of `pathlib.Path` by how many arguments without a name they take: `text.replace(a, b)` is none of them.
OPENING = {
    **dict.fromkeys(("exists", "is_dir", "is_file", "is_symlink", "iterdir", "lstat", "rmdir", "stat"), range(1)),
    **dict.fromkeys(("mkdir", "touch", "unlink", "walk"), range(2)),
    **dict.fromkeys(("chmod", "glob", "hardlink_to", "rename", "replace", "rglob", "samefile", "symlink_to"), (1,)),
    **dict.fromkeys(("open", "read_bytes", "read_text", "write_bytes", "write_text"), range(6)),
}

Found = Iterator[tuple[Module, Use]]


def one_printer(package: Package) -> Iterator[Look]:
    """One module prints."""
    return _only_in((PRINTER,), "prints", _uses(package, _prints))


def one_opener(package: Package) -> Iterator[Look]:
    """One module opens files, another asks what lies at a path."""
    for module, use in _uses(package, lambda use: _opens(use, package)):
        homes = (OPENER, ASKER) if ASKS.fullmatch(use.name) else (OPENER,)
        yield from _only_in(homes, "opens files", iter([(module, use)]))


def two_starters(package: Package) -> Iterator[Look]:
    """One module starts git, another the user's editor; no other program is started."""
    starts = _uses(package, lambda use: use.called and STARTS.fullmatch(use.name) is not None)
    return _only_in(STARTERS, "starts a program", starts)


def one_clock(package: Package) -> Iterator[Look]:
    """One line reads the clock, in the layer that decides what today is."""
    allowed = None
    for module, use in _uses(package, lambda use: CLOCKS.fullmatch(use.name) is not None):
        place = f"{module.path}:{use.line}"
        if module.layer == CLOCK_LAYER:
            allowed = allowed or place
        yield Look(place, "" if place == allowed else f"{use.name} reads the clock")


def _uses(package: Package, wanted: Callable[[Use], bool]) -> Found:
    return ((module, use) for module in package.values() for use in module.uses if wanted(use))


def _only_in(homes: Collection[str], what: str, found: Found) -> Iterator[Look]:
    for module, use in found:
        yield Look(f"{module.path}:{use.line}", "" if module.name in homes else f"{use.name} {what}")


def _prints(use: Use) -> bool:
    return PRINTS.fullmatch(use.name) is not None or (use.name == CONSOLE and use.called)


def _opens(use: Use, package: Package) -> bool:
    receiver, _, method = use.name.rpartition(".")
    if OPENS.fullmatch(use.name) or (receiver == "pathlib.Path" and method in OPENING):
        return True
    if not (receiver and use.called) or _is_ours(receiver, package):
        return False
    changed = method == "replace" and use.keywords  # `dataclasses.replace(case, about=…)`
    return use.positional in OPENING.get(method, ()) and not changed


def _is_ours(receiver: str, package: Package) -> bool:
    """Whether it is a module or class of the package: what that does is looked at where it is written."""
    last = receiver.rpartition(".")[2]
    named_as_class = last[0].isupper() and not last.isupper()
    return receiver in {"self", "cls", *package} or (receiver.startswith("tracker.") and named_as_class)
