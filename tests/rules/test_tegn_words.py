"""The words of the signs: sober, one sentence of facts and one move, a command that exists, numbers from the rules."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from signed import FORLOB, FORMODE, STARTMODE, day, facts, found, kontakt, our_rules, rules_with, samtale
from test_tegn_edges import EDGES, NO, Edge, closed

import vforlob.rules.tegn as package
from vforlob.cli.words import command_names
from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.forlob import Plan
from vforlob.model.kontakt import Fravaer, Taet
from vforlob.model.tegn import BACKGROUND, NOW, SOON, THEMES
from vforlob.model.text import fold
from vforlob.rules.rulebook import RuleBook

A_DAY = date(2026, 11, 20)
SOURCES = sorted(Path(str(package.__file__)).parent.glob("*.py"))
CALLS = [
    call
    for source in SOURCES
    for call in ast.walk(ast.parse(source.read_text()))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Tegn"
]
# Two are made by one function with the id as a parameter.
EVERY_SIGN = {str(call.args[0].value) for call in CALLS if isinstance(call.args[0], ast.Constant)} | {
    "intet_svar_virksomhed",
    "intet_svar_borger",
}
NEVER = ("risiko", "radar", "score", "klient", "point", "bekymring", "!", "procent", "chef", "fejl")


def test_no_two_signs_share_an_id() -> None:
    ids = [call.args[0].value for call in CALLS if isinstance(call.args[0], ast.Constant)]

    assert len(ids) == len(set(ids))
    assert EVERY_SIGN >= package.SAID_BY_THE_LIST


@pytest.mark.parametrize("edge", EDGES, ids=[f"{edge.sign}-{edge.first}" for edge in EDGES])
def test_a_sign_is_a_sentence_a_move_and_a_command(edge: Edge) -> None:
    sign = found(edge.make(edge.first), edge.first)[edge.sign]
    names = command_names()
    words = fold(sign.command).split()

    assert sign.theme in THEMES
    assert sign.urgency in {NOW, SOON, BACKGROUND}
    assert re.fullmatch(r"[A-ZÆØÅ»\d].*[^.]\.", sign.sentence, re.DOTALL)
    assert re.fullmatch(r"[A-ZÆØÅ][^.]*\.", sign.move), "one move"
    assert sign.facts
    assert [word for word in NEVER if word in f"{sign.sentence} {sign.move} {sign.facts}".casefold()] == []
    assert " ".join(words[:2]) in names or words[0] in names
    if sign.rule:
        our_rules().at(sign.rule, A_DAY)


@pytest.mark.parametrize(
    ("sign", "make", "today", "sentence", "move"),
    [
        (
            "tavshed",
            lambda: facts(20, said=NO, kontakter=(kontakt(11, "virksomhed"),)),
            20,
            "Uge 3. Ingen kontakt med virksomheden i 9 dage, og I var ikke helt enige om opgaver, timer og mødetid.",
            "Ring, og spørg til det.",
        ),
        (
            "tavshed",
            lambda: facts(16, samtaler=(FORMODE,), kontakter=()),
            16,
            "Uge 3. Ingen kontakt med virksomheden, siden forløbet begyndte for 16 dage siden.",
            "Ring, og hør, hvordan det går.",
        ),
        (
            "tidligt_fravaer",
            lambda: facts(9, kontakter=(), more={"fravaer": tuple(
                Fravaer(nr, 7, 12, day(nr), "udeblevet") for nr in (4, 8))}),
            9,
            "Kom ikke to gange de første 14 dage.",
            "Hør B-2, hvad der skete, før du ringer til virksomheden.",
        ),
        (
            "eget_lofte",
            lambda: facts(13, aftaler=(Aftale(9, 7, 12, "en prøvetur\nmed bussen", ("konsulent",), frist=day(10)),)),
            13,
            "Du lovede: »en prøvetur med bussen« (3 dage over tid).",
            "Gør det, eller aftal en ny dag.",
        ),
        (
            "afslutning_ikke_aftalt",
            lambda: facts(80, planer=()),
            80,
            "Praktikken slutter om 10 dage. Den afsluttende samtale er ikke aftalt.",
            "Aftal den med virksomheden og borgeren.",
        ),
        (
            "lonkroner_urort",
            lambda: facts(44, lonkroner=()),
            44,
            "I har ikke talt om løntimer endnu.",
            "Spørg, hvilke opgaver virksomheden ville betale for på sigt.",
        ),
        (
            "delmal_mangler",
            lambda: facts(2, delmal=()),
            2,
            "Uge 1. Der er intet delmål endnu.",
            "Lav et lille et sammen med B-2.",
        ),
        (
            "aftale_flyttet",
            lambda: facts(2, aftaler=(Aftale(9, 7, 12, "cv", ("borger",), frist=day(9), flyttet=2),)),
            2,
            "Aftalen »cv« er flyttet 2 gange.",
            "Gør den mindre, eller lad den falde.",
        ),
        (
            "naeste_skridt_mangler",
            lambda: facts(50, forlob=closed(), planer=(), samtaler=()),
            50,
            "Forløbet sluttede 12/12, og der står intet næste skridt.",
            "Aftal næste skridt med B-2 og sagsbehandleren.",
        ),
        (
            "forventning",
            lambda: facts(2, said={2: {Key("forventning", "borger"): "nej", Key("forventning", "virksomhed"): "nej"}}),
            2,
            "Til startmødet 28/10 svarede begge nej på, om I er enige om opgaver, timer og mødetid.",
            "Tag opgaver, timer og mødetid igen med begge parter.",
        ),
    ],
)  # fmt: skip
def test_the_sentences_read_as_a_dane_would_write_them(sign, make, today, sentence, move) -> None:  # type: ignore[no-untyped-def]
    it = found(make(), today)[sign]

    assert (it.sentence, it.move) == (sentence, move)


def test_what_was_typed_stays_one_line_in_quotes() -> None:
    typed = "ring\x1b[31m til\n\nmor " * 9
    it = facts(13, aftaler=(Aftale(9, 7, 12, typed, ("konsulent",), frist=day(10)),))

    sentence = found(it, 13)["eget_lofte"].sentence

    assert sentence.isprintable()
    assert len(sentence) < 90


def test_a_contact_that_is_agreed_makes_silence_less_urgent() -> None:
    quiet = {"kontakter": (kontakt(1, "virksomhed", hvem="virksomhed"),)}
    late = facts(20, planer=(Plan(1, 7, 12, day(19)),), **quiet)
    ruled = facts(20, planer=(Plan(1, 7, 12, day(22), kilde="kontakt_senest_dage"),), **quiet)
    agreed = facts(20, planer=(Plan(1, 7, 12, day(22)),), **quiet)

    assert [found(it, 20)["tavshed"].urgency for it in (late, ruled, agreed)] == [NOW, NOW, SOON]


def test_an_absence_that_was_talked_about_can_wait() -> None:
    absence = {"more": {"fravaer": tuple(Fravaer(nr, 7, 12, day(nr), "syg") for nr in (4, 8))}}

    before = found(facts(10, kontakter=(kontakt(8, "borger"),), **absence), 10)["tidligt_fravaer"]
    after = found(facts(10, kontakter=(kontakt(9, "borger"),), **absence), 10)["tidligt_fravaer"]

    assert (before.urgency, after.urgency) == (NOW, BACKGROUND)


def test_days_counted_and_days_written_down_are_not_added() -> None:
    from vforlob.model.kontakt import Fremmode  # one test

    once = facts(
        9,
        more={"fravaer": (Fravaer(1, 7, 12, day(4), "syg"),)},
        fremmode=(Fremmode(1, 7, 12, None, day(8), 4, 3, syg=1),),
    )

    assert "tidligt_fravaer" not in found(once, 9)


def test_the_expectation_is_done_with_when_both_have_met_again() -> None:
    met = (FORMODE, STARTMODE, samtale(3, "opfolgning", 6))
    only_one = (FORMODE, STARTMODE, samtale(3, "opfolgning", 6, deltagere=("leder", "konsulent")))

    assert "forventning" not in found(facts(7, said=NO, samtaler=met), 7)
    assert "forventning" in found(facts(7, said=NO, samtaler=only_one), 7)


def test_a_longer_interval_of_its_own_is_no_silence() -> None:
    quiet = {"kontakter": (kontakt(27, "borger", "virksomhed", hvem="virksomhed"),)}

    assert "tavshed" in found(facts(60, **quiet), 60)
    assert "tavshed" not in found(facts(60, forlob=FORLOB._replace(interval=45), **quiet), 60)


def test_being_followed_closely_shortens_what_counts_as_silence() -> None:
    quiet = {"kontakter": (kontakt(27, "borger", "virksomhed", hvem="virksomhed"),)}
    close = (Taet(1, 7, 12, day(27), "ja", "grund", "ringer"),)

    assert "tavshed" not in found(facts(42, **quiet), 42)
    assert "tavshed" in found(facts(42, taet=close, **quiet), 42)


@pytest.mark.parametrize(
    ("rule", "edge"),
    [(rule, edge) for edge in EDGES if (rule := found(edge.make(edge.first), edge.first)[edge.sign].rule)
     and rule not in {"tegn_taet_samme_sted", "milepael_midtvejs"}],
    ids=lambda it: it if isinstance(it, str) else "",
)  # fmt: skip
def test_another_number_in_the_rules_is_another_sign(rule: str, edge: Edge) -> None:
    number = our_rules().at(rule, A_DAY).number
    others = [rules_with(**{rule: other}) for other in (max(1, number - 1), number + 1, 1, 900)]

    ours = _urgencies(edge, our_rules())

    assert any(_urgencies(edge, other) != ours for other in others)


def _urgencies(edge: Edge, rules: RuleBook) -> list[int | None]:
    days = range(edge.first - 2, edge.first + 19)
    stands = (found(edge.make(today), today, rules).get(edge.sign) for today in days)
    return [sign.urgency if sign else None for sign in stands]
