"""The house rules that can be read off the source."""

import ast
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vforlob"
FLOORS = ("errors", "model", "rules", "agenda", "store", "render", "actions", "cli")  # from the bottom up
THIRD_PARTY = {
    "typer": "cli",
    "rich": "cli",
    "prompt_toolkit": "cli",
    "platformdirs": "cli",
    "holidays": "actions",
    "openpyxl": "actions",
    "jinja2": "render",
    "markupsafe": "render",
    "docx": "render",
    "docxtpl": "render",
    "icalendar": "render",
    "lxml": "render",
    "typst": "render",
    "xlsxwriter": "render",
    "sqlite_utils": "store",
    "sqlcipher3": "store",
    "cryptography": "store",
    "keyring": "store",
}
LONGEST_MODULE, LONGEST_FUNCTION = 299, 40

# Danish words that read as English ones, and English words that say nothing.
MISREAD = {"mal", "formal", "ar", "moede"}
FORBIDDEN = MISREAD | {"info", "manager", "helper", "helpers", "utils", "misc", "handle", "process"}
FILE_MODES = {"errors/key.py", "errors/place.py", "store/keyfile.py", "store/files.py", "store/location.py"}

# Where one file is one variant, and one line in the registry makes it known.
REGISTRIES = ("agenda/kinds", "render/formats", "actions/effects", "rules/tegn")


class Module(NamedTuple):
    """`name` is "cli/start.py"."""

    name: str
    text: str
    tree: ast.Module

    @property
    def floor(self) -> str:
        return self.name.split("/")[0] if "/" in self.name else ""

    @property
    def dotted(self) -> str:
        return ".".join(["vforlob", *self.name.removesuffix(".py").split("/")]).removesuffix(".__init__")


@cache
def modules() -> tuple[Module, ...]:
    with kept_for_good():
        texts = {path.relative_to(SOURCE).as_posix(): path.read_text() for path in sorted(SOURCE.rglob("*.py"))}
        return tuple(Module(name, text, ast.parse(text)) for name, text in texts.items())


@contextmanager
def kept_for_good() -> Iterator[None]:
    """Half a million nodes that stay until the run ends: looked through by every collection they cost three times the
    parsing, and slow down all tests that come after.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def every_module(check: Callable[[Module], None]) -> Callable[[str], None]:
    """One test a floor; the module that breaks the rule is named in the note."""

    def one_floor(floor: str) -> None:
        for module in modules():
            if module.floor == floor:
                try:
                    check(module)
                except AssertionError as broken:
                    broken.add_note(module.name)
                    raise

    one_floor.__name__, one_floor.__doc__ = check.__name__, check.__doc__
    return pytest.mark.parametrize("floor", ["", *FLOORS], ids=lambda floor: floor or "top")(one_floor)


def test_a_rule_that_is_broken_names_the_module() -> None:
    def no_module_called_start(module: Module) -> None:
        assert module.name != "cli/start.py"

    with pytest.raises(AssertionError) as broken:
        every_module(no_module_called_start)("cli")

    assert broken.value.__notes__ == ["cli/start.py"]


def imports(module: Module) -> Iterator[str]:
    """Every module that is imported, also late and for types alone."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module.name}:{node.lineno} imports relatively"
            assert node.names[0].name != "*", f"{module.name}:{node.lineno} imports everything"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@every_module
def test_a_module_imports_its_own_floor_and_those_below(module: Module) -> None:
    if not module.floor:
        return
    above = FLOORS[FLOORS.index(module.floor) + 1 :]

    assert [name for name in imports(module) if any(f"{name}.".startswith(f"vforlob.{up}.") for up in above)] == []


@every_module
def test_a_library_is_used_on_its_own_floor(module: Module) -> None:
    outside = {name.split(".")[0] for name in imports(module)} - {*sys.stdlib_module_names, "vforlob"}

    assert {name for name in outside if THIRD_PARTY.get(name) != module.floor} == set()


def test_no_module_imports_itself_in_a_circle() -> None:
    known = {module.dotted: module for module in modules()}
    reached: dict[str, set[str]] = {name: set(_at_the_top(module, known)) for name, module in known.items()}

    assert _circle(reached) == []


def _at_the_top(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """What is imported when the module is."""
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module or "" for name in names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _circle(reached: dict[str, set[str]]) -> list[str]:
    """The modules of one circle, none when there is none."""
    left = {name: below & reached.keys() for name, below in reached.items()}
    while free := [name for name, below in left.items() if not below & left.keys()]:
        for name in free:
            del left[name]
    return sorted(left)


@every_module
def test_a_module_says_what_it_knows_and_is_short(module: Module) -> None:
    assert len(module.text.splitlines()) <= LONGEST_MODULE
    if module.tree.body:
        assert ast.get_docstring(module.tree), "the first line says what the module knows, and what it does not"


@every_module
def test_functions_are_short(module: Module) -> None:
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions(module)}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@every_module
def test_only_cli_prints_asks_exits_and_knows_the_time(module: Module) -> None:
    called = {ast.unparse(node.func) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
    clock = {name for name in called if name.split(".")[-1] in {"today", "utcnow"} or name.endswith("datetime.now")}
    screen = called & {"print", "input", "breakpoint"}

    assert screen == set() or module.name.startswith("cli/ask/"), "cli/show.py shows, cli/ask/ asks"
    assert clock == set() or module.name == "cli/clock.py"
    assert "sys.exit" not in called or module.name == "__main__.py"


@every_module
def test_errors_are_not_swallowed_below_cli(module: Module) -> None:
    handlers = [node for node in ast.walk(module.tree) if isinstance(node, ast.ExceptHandler)]
    everything = [node for node in handlers if node.type is None or ast.unparse(node.type) in {"Exception"}]
    swallowed = [node.lineno for node in everything if not any(isinstance(n, ast.Raise) for n in ast.walk(node))]

    assert module.floor == "cli" or swallowed == []


@every_module
def test_names_are_plain_and_ascii(module: Module) -> None:
    names = set(_defined(module.tree)) | {module.name.split("/")[-1].removesuffix(".py")}
    forbidden = FORBIDDEN if module.name in FILE_MODES else FORBIDDEN | {"mode"}

    assert names & forbidden == set()
    assert {name for name in names if not name.isascii()} == set()


def _defined(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def loaded_by_name(module: Module, root: str) -> Iterator[str]:
    """A format is loaded when it is made: its registry names it in one line."""
    if module.dotted == "vforlob.render.formats":
        yield from (f"{root}.{node.args[0].value}" for node in ast.walk(module.tree) if _is_named(node))  # type: ignore[attr-defined]


def _is_named(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_named"


@pytest.mark.parametrize("package", REGISTRIES)
def test_every_variant_stands_in_its_registry(package: str) -> None:
    own = {module.dotted: module for module in modules() if module.name.startswith(f"{package}/")}
    root = ".".join(["vforlob", *package.split("/")])
    known, waiting = set(), [root]
    while waiting:
        name = waiting.pop()
        if name in own and name not in known:
            known.add(name)
            waiting += [*imports(own[name]), *loaded_by_name(own[name], root)]

    assert set(own) - known == set()


def test_every_public_function_of_a_command_module_is_a_command() -> None:
    from vforlob.cli.table import BARE, COMMANDS

    wheres = {command.where for command in (BARE, *COMMANDS)}
    public = {
        f"{module.name.removeprefix('cli/commands/').removesuffix('.py')}:{node.name}"
        for module in modules()
        if module.name.startswith("cli/commands/")
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }

    assert public - wheres == set()
