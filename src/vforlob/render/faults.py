"""What is wrong with a template, as a file with faults: where, and one Danish sentence. Knows no data."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError

from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import Fault
from vforlob.render.grammar import TemplateFault, short
from vforlob.render.limits import TemplateRefused
from vforlob.render.sources import BUNDLE

# Whatever somebody's template can make Python say, named one by one so that a fault of ours is never hidden.
_ANY = (
    *(TemplateError, TemplateRefused, ArithmeticError, LookupError, TypeError, ValueError, AttributeError),
    *(RecursionError, MemoryError, SyntaxError, AssertionError, RuntimeError),
)
_SYNTAX = (
    ("Encountered unknown tag", "Der står et ord efter {% , som ikke findes."),
    (
        "Unexpected end of template",
        "Noget bliver ikke afsluttet. Se efter, om der mangler {% endfor %} eller {% endif %}.",
    ),
    ("unexpected end of template", "Noget bliver ikke afsluttet. Se efter, om der mangler }} eller %}."),
    ("unexpected char", "Her står et tegn, der ikke kan stå i en skabelon."),
    ("Missing end of", "En kommentar eller {% raw %} bliver ikke afsluttet."),
)
_UNREADABLE = "Her er skabelonen ikke skrevet rigtigt. Se efter, om {{ }} og {% %} passer sammen."


@contextmanager
def as_faulty_file(name: str, folder: str | None) -> Iterator[None]:
    """Every fault of a template becomes one FaultyFile; the message of the library is not shown."""
    try:
        yield
    except FaultyFile:
        raise
    except _ANY as error:
        path, line = _place(error)
        raise FaultyFile(path or os.path.join(folder or BUNDLE, name), [Fault("", _sentence(error), line)]) from None


def _place(error: BaseException) -> tuple[str, int]:
    """The innermost line of a template that the error came from."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    path, line = "", 0
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".jinja"):
            path, line = frame.tb_frame.f_code.co_filename, frame.tb_lineno
        frame = frame.tb_next
    return path, line


def _sentence(error: BaseException) -> str:
    if isinstance(error, TemplateRefused):
        return error.sentence
    if isinstance(error, TemplateFault | UndefinedError):
        return error.message or _UNREADABLE
    if isinstance(error, TemplateNotFound):
        return f"Skabelonen »{short(error.name)}« findes ikke."
    if isinstance(error, TemplateSyntaxError):
        said = error.message or ""
        return next((sentence for start, sentence in _SYNTAX if said.startswith(start)), _UNREADABLE)
    if isinstance(error, RecursionError):
        return "Skabelonen kalder sig selv, eller dens parenteser går for dybt."
    if isinstance(error, MemoryError):
        return "Skabelonen bruger for meget plads."
    return _UNREADABLE
