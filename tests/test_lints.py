"""What must never stand in the source, read off it: each rule beside a line that breaks it, which it must find.

The floors, the lengths and who may print are in test_architecture.py, the columns in store/test_datasheet.py.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest

from figures import reached
from test_architecture import SOURCE, Module, modules
from vforlob.cli.options import OPTIONS
from vforlob.cli.table import COMMANDS
from vforlob.model.text import fold
from vforlob.store.datasheet import read_sheet
from vforlob.store.store import Store

Hits = Iterator[int]
WRONG = "actions/forkert.py"

# The one place that shows; beside it the prompts, the line break after a secret, and the version.
WRITES_OUT = {"cli/show.py", "cli/ask/plain.py", "cli/ask/terminal.py", "cli/secret.py", "__main__.py"}
# A printer, the clipboard, and whether a Mac encrypts its disk. Each has its own words on the line, never typed ones.
STARTS_PROGRAMS = {"__main__.py", "cli/printing.py", "cli/clipboard.py", "store/checking_disk.py"}
NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib"),
    *("xmlrpc", "webbrowser", "requests", "httpx", "urllib3", "aiohttp", "websockets"),
}
CONNECTS = {
    "open_connection",
    "start_server",
    "create_connection",
    "create_datagram_endpoint",
    "urlopen",
    "urlretrieve",
}
RUNS_TEXT = {"eval", "exec", "compile", "execfile"}
UNSAFE_FORMATS = {"yaml", "ruamel", "pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal", "jsonpickle"}
# Copies what is shown to a file, or opens it in another program.
AROUND_US = {"tempfile", "pydoc", "click"}
PAGES = {"pager", "echo_via_pager", "edit", "open_in_editor", "NamedTemporaryFile", "mkstemp", "mkdtemp"}
# What a shell would keep in its history. A borger is a number on the line.
PERSONAL = {
    *("cpr", "cprnr", "cprnummer", "navn", "fornavn", "efternavn", "telefon", "email", "mail", "adresse", "fodselsdag"),
    *("adgangssaetning", "adgangskode", "adgang", "kode", "password", "passphrase", "noegle", "diagnose"),
}

# A file without any of these words breaks no rule and is not gone through: there are a thousand files.
_WORDS = {
    *(
        "print",
        "print_formatted_text",
        "HTML",
        "ANSI",
        "from_markup",
        "Panel",
        "render_markup",
        "rich",
        "Typer",
        "shell",
    ),
    *("print_exc", "format_exc", "print_exception", "getoutput", "subprocess", "pty", "multiprocessing", "sqlite3"),
    *("_sqlite3", "pysqlite3", "Environment", "NativeEnvironment", "Template", "enable_open_in_editor"),
    *(AROUND_US | PAGES | NETWORK | CONNECTS | UNSAFE_FORMATS),
}
_CALLED = r"sys\.\w*std|os\.(?:write|system|popen|spawn|exec|posix_spawn|fork|startfile)|pretty_exceptions"
SUSPECT = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS))})\b|{_CALLED}|(?<![\w.])(?:{'|'.join(sorted(RUNS_TEXT))})\(")


class Lint(NamedTuple):
    """`bad` is a line that breaks the rule."""

    finds: Callable[[Module], Hits]
    bad: str


_seen: dict[str, dict[type, list[ast.AST]]] = {}


def nodes(module: Module, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    """Each file is walked once for a dozen rules."""
    if module.name not in _seen or module.name == WRONG:
        found = _seen[module.name] = {}
        for node in ast.walk(module.tree):
            found.setdefault(type(node), []).append(node)
    for kind in kinds:
        yield from _seen[module.name].get(kind, ())


def dotted(node: ast.expr) -> str:
    """os.path.join of such a node; of anything else only what stands after its last dot. ast.unparse takes seconds."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def calls(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Every call and the last word of what is called."""
    for node in nodes(module, ast.Call):
        assert isinstance(node, ast.Call)
        func = node.func
        yield node, func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def imported(module: Module) -> Iterator[tuple[int, str]]:
    """Every module, and every name taken out of one."""
    for node in nodes(module, ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def imports_of(module: Module, roots: set[str]) -> Hits:
    return (line for line, name in imported(module) if name.split(".")[0] in roots)


def is_put_together(value: ast.expr) -> bool:
    """f"...", "..." % x, "..." + x, "...".format(x)."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Attribute) and value.func.attr == "format"
    return isinstance(value, ast.JoinedStr | ast.BinOp)


def shown_elsewhere(module: Module) -> Hits:
    """Straight to the screen, past cli/show.py, which takes the control characters out."""
    if module.name in WRITES_OUT:
        return
    for node in nodes(module, ast.Attribute):
        assert isinstance(node, ast.Attribute)
        if node.attr in {"write", "buffer", "__stdout__"} and dotted(node) in {
            "sys.stdout.write",
            "sys.stderr.write",
            "sys.stdout.buffer",
            "sys.__stdout__",
        }:
            yield node.lineno
    for call, name in calls(module):
        if name in {"print", "print_formatted_text"} or (dotted(call.func) == "os.write" and is_number(call.args[0])):
            yield call.lineno


def is_number(value: ast.expr) -> bool:
    """1 and 2 are the screen; a file has a name."""
    return isinstance(value, ast.Constant)


def marked_up(module: Module) -> Hits:
    """Data in a text that is read as markup: it could colour, hide or break the screen."""
    markup = {"HTML", "ANSI", "from_markup", "Panel", "print_formatted_text", "render_markup"}
    yield from (call.lineno for call, name in calls(module) if name in markup and any(map(is_put_together, call.args)))
    yield from imports_of(module, {"rich"})


def laid_aside_or_paged(module: Module) -> Hits:
    yield from imports_of(module, AROUND_US)
    yield from (call.lineno for call, name in calls(module) if name in PAGES)
    for node in nodes(module, ast.keyword):
        assert isinstance(node, ast.keyword)
        if node.arg in {"enable_open_in_editor", "tempfile_suffix", "tempfile"} and "True" in ast.unparse(node.value):
            yield node.value.lineno


def pretty_exceptions(module: Module) -> Hits:
    """They show the values of variables."""
    for call, name in calls(module):
        given = {word.arg: ast.unparse(word.value) for word in call.keywords if is_number(word.value)}
        if name == "Typer" and given.get("pretty_exceptions_enable") != "False":
            yield call.lineno
        if any(word and word.startswith("pretty_exceptions") and said == "True" for word, said in given.items()):
            yield call.lineno
        if name in {"print_exc", "format_exc", "print_exception"}:
            yield call.lineno


def on_the_network(module: Module) -> Hits:
    yield from imports_of(module, NETWORK)
    yield from (call.lineno for call, name in calls(module) if name in CONNECTS)


def by_a_shell(module: Module) -> Hits:
    for call, name in calls(module):
        if any(word.arg == "shell" and ast.unparse(word.value) != "False" for word in call.keywords):
            yield call.lineno
        if dotted(call.func) in {"os.system", "os.popen"} or name == "getoutput":
            yield call.lineno


def starts_a_program(module: Module) -> Hits:
    if module.name not in STARTS_PROGRAMS:
        yield from imports_of(module, {"subprocess", "pty", "multiprocessing"})
        yield from (
            call.lineno
            for call, name in calls(module)
            if dotted(call.func).startswith(("os.spawn", "os.exec", "os.posix_spawn", "os.fork", "os.startfile"))
        )


def another_sqlite(module: Module) -> Hits:
    """The standard library's takes the key without a word and writes plain text."""
    return imports_of(module, {"sqlite3", "_sqlite3", "pysqlite3"})


def runs_text(module: Module) -> Hits:
    yield from imports_of(module, UNSAFE_FORMATS)
    yield from (call.lineno for call, _ in calls(module) if dotted(call.func) in RUNS_TEXT)


def outside_the_sandbox(module: Module) -> Hits:
    """Only a class of jinja2.sandbox is made; the plain one runs what stands in a template."""
    for call, name in calls(module):
        if name in {"Environment", "NativeEnvironment", "Template"} and not is_own(module, name):
            yield call.lineno
    for node in nodes(module, ast.ClassDef):
        assert isinstance(node, ast.ClassDef)
        if {ast.unparse(base).rsplit(".", 1)[-1] for base in node.bases} & {"Environment", "NativeEnvironment"}:
            yield node.lineno


def is_own(module: Module, name: str) -> bool:
    """A name that this module or another of ours defines, and not jinja2."""
    return not any(found == f"jinja2.{name}" or found == "jinja2" for _, found in imported(module))


LINTS: dict[str, Lint] = {
    "what is shown goes through cli/show": Lint(shown_elsewhere, 'import sys\nsys.stdout.write(f"{navn}")'),
    "data is never markup": Lint(marked_up, 'screen(HTML(f"<b>{navn}</b>"))'),
    "no pager, editor or temporary file": Lint(laid_aside_or_paged, "import tempfile"),
    "no editor of somebody else's": Lint(laid_aside_or_paged, "typed = click.edit(text)"),
    "no values in a traceback": Lint(pretty_exceptions, "app = typer.Typer(add_completion=False)"),
    "no network": Lint(on_the_network, "from urllib.request import urlopen"),
    "no shell": Lint(by_a_shell, "run(line, shell=True)"),
    "no program is started but in four places": Lint(starts_a_program, "import subprocess"),
    "no SQLite without encryption": Lint(another_sqlite, "import sqlite3"),
    "no text is run": Lint(runs_text, "value = eval(typed)"),
    "no format that runs what it reads": Lint(runs_text, "import yaml"),
    "no template outside the sandbox": Lint(outside_the_sandbox, "import jinja2\nx = jinja2.Environment()"),
}


@cache
def suspects() -> tuple[Module, ...]:
    return tuple(module for module in modules() if SUSPECT.search(module.text))


def hits_of(lint: Lint) -> list[str]:
    return [f"{module.name}:{line}" for module in suspects() for line in lint.finds(module)]


@pytest.mark.parametrize("name", LINTS)
def test_nothing_in_the_source_breaks_the_rule(name: str) -> None:
    assert hits_of(LINTS[name]) == []


@pytest.mark.parametrize("name", LINTS)
def test_the_rule_finds_what_breaks_it(name: str) -> None:
    assert list(LINTS[name].finds(parsed(LINTS[name].bad))) != []


@pytest.mark.parametrize(
    ("lint", "bad"),
    [
        (shown_elsewhere, "import os\nos.write(1, navn.encode())"),
        (marked_up, 'print_formatted_text(HTML("<b>%s</b>" % navn))'),
        (marked_up, "from rich.console import Console"),
        (laid_aside_or_paged, "with console.pager():\n    pass"),
        (laid_aside_or_paged, "session = PromptSession(enable_open_in_editor=True)"),
        (pretty_exceptions, "app = typer.Typer(pretty_exceptions_enable=False, pretty_exceptions_show_locals=True)"),
        (on_the_network, "import socket"),
        (on_the_network, "import http.client"),
        (by_a_shell, "os.system(line)"),
        (starts_a_program, "os.execv(path, line)"),
        (runs_text, "exec(typed)"),
        (runs_text, "import pickle"),
        (outside_the_sandbox, "from jinja2 import Template\nx = Template(typed)"),
        (outside_the_sandbox, "from jinja2 import Environment\nclass Ours(Environment):\n    pass"),
    ],
)
def test_the_other_ways_of_breaking_it_are_found_too(lint: Callable[[Module], Hits], bad: str) -> None:
    assert list(lint(parsed(bad))) != []


def parsed(source: str) -> Module:
    assert SUSPECT.search(source)
    return Module(WRONG, source, ast.parse(source))


# --- the command line ---


def personal_words(names: Iterator[str]) -> set[str]:
    return {name for name in names if set(fold(name).replace("-", "_").split("_")) & PERSONAL}


def taking_a_value() -> Iterator[str]:
    """What can be followed by something typed: the places after a command, and the options that are no switch."""
    for command in COMMANDS:
        yield from (metavar for metavar, _, _ in command.args if metavar != "NAVN")  # of an agenda
    yield from (option.flag.strip("-") for option in OPTIONS.values() if option.metavar)


def test_nobodys_name_or_secret_is_asked_for_on_the_line() -> None:
    assert personal_words(taking_a_value()) == set()
    assert personal_words(iter(("--borger-navn", "kode", "SAG"))) == {"--borger-navn", "kode"}


def test_the_name_on_the_line_is_that_of_an_agenda() -> None:
    named = {command.name for command in COMMANDS for metavar, _, _ in command.args if metavar == "NAVN"}

    assert all(name.split()[0] == "agenda" for name in named)


# --- the figure ---


def columns_of(store: Store) -> set[tuple[str, str]]:
    listed = [(name, kind) for place, name, kind, *_ in store.rows("PRAGMA table_list") if place == "main"]
    own = [name for name, kind in listed if kind in {"table", "virtual"} and not name.startswith("sqlite_")]
    return {(name, row[1]) for name in own for row in store.rows(f"PRAGMA table_info({name})")}


@pytest.mark.safety
@pytest.mark.tal
def test_every_rule_holds_and_every_column_has_its_line(store: Store) -> None:
    broken = [hit for lint in LINTS.values() for hit in hits_of(lint)]
    described = {(table, column.name) for table, columns in read_sheet().columns.items() for column in columns}
    missing = columns_of(store) ^ described
    red = sum(bool(list(lint.finds(parsed(lint.bad)))) for lint in LINTS.values())
    store.rows("ALTER TABLE borger ADD COLUMN cpr TEXT")
    seen = columns_of(store) - described - missing

    reached(
        24,
        "Regler, som kildeteksten bliver læst efter, og kolonner uden en linje i databladet",
        required="0 brud",
        reached=f"{len(LINTS)} regler over {len(list(SOURCE.rglob('*.py')))} filer og {len(described)} kolonner: "
        f"{len(broken) + len(missing) + len(personal_words(taking_a_value()))} brud",
        control=f"{red + len(seen)} af {len(LINTS) + 1} kendte brud fundet",
    )
    assert (broken, missing) == ([], set())
    assert seen == {("borger", "cpr")}
    assert red == len(LINTS)
