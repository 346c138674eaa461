"""Every early sign at its edges: the day before it stands, its first days, and the end where it has one."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from signed import FORLOB, FORMODE, STARTMODE, day, facts, found, kontakt, samtale

from vforlob.model.aftale import Aftale
from vforlob.model.answers import Key
from vforlob.model.delmal import Delmal
from vforlob.model.facts import Facts
from vforlob.model.forlob import Forlob, Plan
from vforlob.model.hensyn import Clearance, Hensyn
from vforlob.model.kontakt import Fravaer, Fremmode, Taet
from vforlob.model.opgave import Opgave
from vforlob.model.timer import Lonkroner, Timer
from vforlob.model.virksomhed import Virksomhed

NO = {2: {Key("forventning", "borger"): "ja", Key("forventning", "virksomhed"): "delvist"}}
SCORES = (Key("hvordan_gar_det", "borger"), Key("hvordan_gar_det", "virksomhed"))


class Edge(NamedTuple):
    """`make` gives the facts of a day; the sign stands from `first` to `last` (None: as long as nothing is done)."""

    sign: str
    make: Callable[[int], Facts]
    first: int
    last: int | None = None


def at(**over: Any) -> Callable[[int], Facts]:
    """The same on every day, but for what is given as a function of the day."""
    return lambda today: facts(today, **{k: v(today) if callable(v) else v for k, v in over.items()})


def aftale(*hvem: str, **over: Any) -> Aftale:
    return Aftale(9, 7, 12, "prøvetur med bussen", hvem, frist=day(10), oprettet=day(0))._replace(**over)


def open_call(*days: int) -> Any:
    """Contacts on these days only, with both parties; the virksomhed rang once."""
    return tuple(kontakt(it, "borger", "virksomhed", hvem="virksomhed") for it in days)


def closed(**over: Any) -> Forlob:
    return FORLOB._replace(status="lukket", lukket=day(40), udfald="gennemfort")._replace(**over)


LEARNED = samtale(5, "afslutning", 40)
ALL_SAID = {5: {Key("laering", "virkede"): "ro", Key("naeste_skridt", "hvad"): "nyt forløb"}}
HELD = samtale(3, "opfolgning", 9)
HELD_LATER = samtale(4, "opfolgning", 16)

EDGES = [
    # Silence: 14 days in the first weeks, 7 where something is open, 30 later.
    Edge("tavshed", at(kontakter=open_call(1), samtaler=(FORMODE, STARTMODE, samtale(3, "opfolgning", 1))), 16),
    Edge("tavshed", at(kontakter=open_call(1), said=NO), 9),
    Edge("tavshed", at(kontakter=open_call(27)), 58),
    Edge("tavshed", at(kontakter=(kontakt(1, "virksomhed", naet="nej", hvem="virksomhed"),)), 15),
    Edge("tavshed_borger", at(kontakter=(*open_call(1), *(kontakt(it, "virksomhed") for it in range(1, 90, 5)))), 32),
    Edge("intet_svar_virksomhed", at(kontakter=lambda t: tuple(
        kontakt(it, "virksomhed", naet="nej") for it in (2, 4) if it <= t)), 4),
    Edge("intet_svar_borger", at(kontakter=lambda t: tuple(
        kontakt(it, "borger", naet="nej") for it in (2, 4) if it <= t)), 4),
    Edge("virksomhed_ringer_ikke", at(kontakter=lambda t: (kontakt(t, "borger", "virksomhed"),)), 28),
    Edge("kontakt_kommune_mangler", at(forlob=FORLOB._replace(kontakt_kommune=None), samtaler=(FORMODE,)), 0),
    Edge(
        "kontakt_virksomhed_mangler",
        lambda t: facts(
            t, forlob=FORLOB._replace(kontakt_virksomhed=None), virksomhed=Virksomhed(4, "Byens"), samtaler=(FORMODE,)
        ),
        0,
    ),
    Edge("opkald_ikke_fulgt_op", at(samtaler=(FORMODE, STARTMODE, samtale(3, "opkald", 7, deltagere=("leder",))),
                                    kontakter=()), 10),
    # The own deadline of a holiday: juleferie begins 21 December 2026, day 49; it is looked for 21 days before.
    Edge("ferie", at(kontakter=open_call(27), planer=(Plan(1, 7, 12, day(60)),)), 28),
    # What the parties say.
    Edge("forventning", at(said=NO, samtaler=lambda t: (FORMODE, *[STARTMODE] * (t >= -5))), -5),
    Edge("forventning_ikke_spurgt", at(said={2: {}}, samtaler=lambda t: (FORMODE, *[STARTMODE] * (t >= -5))), -5),
    Edge("syn_forskelligt", at(said={3: dict(zip(SCORES, (5, 3), strict=True))},
                               samtaler=lambda t: (FORMODE, STARTMODE, *[HELD] * (t >= 9))), 9),
    Edge("score_lav", at(said={3: dict(zip(SCORES, (3, 2), strict=True))},
                         samtaler=lambda t: (FORMODE, STARTMODE, *[HELD] * (t >= 9))), 9),
    Edge("score_falder", at(said={3: {SCORES[0]: 5}, 4: {SCORES[0]: 4}},
                            samtaler=lambda t: (FORMODE, STARTMODE, HELD, *[HELD_LATER] * (t >= 16))), 16),
    Edge("skema_forskelligt", at(said={6: {Key("skema", "tema", 1): "trivsel", Key("skema", "borger", 1): 5,
                                           Key("skema", "konsulent", 1): 3}},
                                 samtaler=lambda t: (FORMODE, STARTMODE, *[samtale(6, "midtvejs", 20)] * (t >= 20))),
         20),
    Edge("hensigt_mangler", at(forlob=FORLOB._replace(hensigt=None)), -30),
    Edge("opgaver_mangler", at(opgaver=()), 7),
    Edge("hensyn_virker_ikke", at(
        hensyn=(Hensyn(2, 7, losning="pause", aftalt=day(0)),), clearances=(Clearance(1, 2, 12, "leder", "ma"),),
        said={nr: {Key("hensyn", "nr", 1): 2, Key("hensyn", "virker", 1): said}
              for nr, said in ((3, "delvist"), (4, "nej"))},
        samtaler=lambda t: (FORMODE, STARTMODE, HELD, *[HELD_LATER] * (t >= 16))), 16),
    # Follow-up.
    Edge("opfolgning_over_tid", at(planer=(Plan(1, 7, 12, day(10)),), kontakter=open_call(9)), 11),
    Edge("ingen_opfolgning_aftalt", at(said={2: {Key("opfolgning", "svar"): "ingen_aftale"}},
                                       planer=lambda t: (Plan(1, 7, 12, day(t), kilde="milepael_uge_1"),),
                                       samtaler=lambda t: (FORMODE, *[STARTMODE] * (t >= -5))), -5),
    Edge("bagkant", at(kontakter=open_call(1), forlob=FORLOB._replace(slut=day(300), start=day(-30))), 92),
    Edge("taet_uden_kontakt", at(taet=(Taet(1, 7, 12, day(-10), "ja", "a", "b"),), kontakter=open_call(20)), 35),
    Edge("midtvejs_mangler", at(), 46, 90),
    Edge("afslutning_ikke_aftalt", at(planer=()), 76, 90),
    Edge("slut_passeret", at(), 91),
    # The days.
    Edge("tidligt_fravaer", at(kontakter=(), more={"fravaer": (
        Fravaer(1, 7, 12, day(3), "syg"), Fravaer(2, 7, 12, day(13), "udeblevet"))}), 13, 27),
    Edge("tidligt_fravaer", at(kontakter=(), fremmode=(Fremmode(1, 7, 12, None, day(12), 6, 4, syg=2),)), 12, 27),
    Edge("udeblevet", at(kontakter=(), more={"fravaer": (Fravaer(1, 7, 12, day(20), "udeblevet"),)}), 20, 34),
    Edge("fravaer_uafklaret", at(more={"fravaer": (Fravaer(1, 7, 12, day(20), "uafklaret"),)}), 27),
    Edge("fremmode_falder", at(fremmode=(Fremmode(1, 7, 12, None, day(7), 4, 4),
                                         Fremmode(2, 7, 12, None, day(20), 8, 6))), 20),
    Edge("for_sent", at(fremmode=(Fremmode(1, 7, 12, None, day(7), 4, 4, for_sent=2),)), 7),
    # Aftaler.
    Edge("eget_lofte", at(aftaler=(aftale("konsulent", "borger"),)), 11),
    Edge("aftale_borger", at(aftaler=(aftale("borger"),)), 11),
    Edge("aftale_andre", at(aftaler=(aftale("virksomhed"),)), 11),
    Edge("egen_indsats", at(said={1: {Key("egen_indsats", "valg"): ("ringer_selv", "konsulent_ringer")}}), -6, -1),
    # Preparation.
    Edge("startmode_mangler", at(samtaler=(FORMODE,)), -7),
    Edge("formode_mangler", at(samtaler=(STARTMODE,)), -30),
    Edge("formode_uden_sagsbehandler", at(samtaler=(FORMODE._replace(deltagere=("borger", "konsulent")), STARTMODE)),
         -20, -1),
    Edge("hensyn_ikke_afklaret", at(hensyn=(Hensyn(2, 7, losning="pause"),),
                                    clearances=(Clearance(1, 2, 12, "leder", "sporg"),)), -7),
    Edge("vitas", at(forlob=FORLOB._replace(vitas="sendt")), -14),
    Edge("ny_vaert", at(virksomhed=Virksomhed(4, "Byens", kontakt="Per", vaert="ny")), -30, 27),
    Edge("flere_taet_her", at(more={"others_here": 2, "close_here": 1}), -30, 27),
    Edge("tidligere_afbrud", at(more={"other_forlob": (closed(nr=3, udfald="afbrudt_borger"),)}), -30, 27),
    Edge("tidligere_erfaringer", at(said={1: {Key("erfaringer", "svaert", 1): "larm"}}), -20, -1),
    Edge("delmal_ingen_abne", at(delmal=(Delmal(1, 7, 12, status="naet"),)), 0),
    Edge("delmal_over_tid", at(delmal=(Delmal(1, 7, 12, "jobmal", "a", "b", "c", "d", day(10)),)), 11),
    Edge("delmal_smart", at(delmal=(Delmal(1, 7, 12, "jobmal", "a", None, "c", "d", day(300)),)), -30),
    # Hours and pay.
    Edge("lonkroner_urort", at(lonkroner=(Lonkroner(1, 7, 12, day(1)),)), 14),
    Edge("lonkroner_stille", at(lonkroner=(Lonkroner(1, 7, 12, day(1), "italesat"),)), 43),
    Edge("selvstaendig_afvist", at(
        opgaver=(Opgave(1, 7, 12, "fejning", "selvstaendigt", trin_siden=day(9)),),
        lonkroner=(Lonkroner(1, 7, 12, day(1), "afvist"),),
        samtaler=lambda t: (FORMODE, STARTMODE, HELD, *[HELD_LATER] * (t >= 16))), 16),
    Edge("moden_til_lon", at(
        opgaver=(Opgave(1, 7, 12, "fejning", "selvstaendigt", trin_siden=day(9)),),
        samtaler=lambda t: (FORMODE, STARTMODE, HELD, *[HELD_LATER] * (t >= 16))), 16),
    Edge("timer_stille", at(timer=(Timer(1, 7, 12, day(0), praktik=12.5),
                                   Timer(2, 7, 12, day(60), praktik=20, art="mal"))), 28, 60),
    Edge("timemal_passeret", at(timer=(Timer(1, 7, 12, day(0), praktik=12.5),
                                       Timer(2, 7, 12, day(20), praktik=20, art="mal"))), 21),
    # Our own desk.
    Edge("samtale_ikke_faerdig", at(samtaler=(FORMODE, STARTMODE, samtale(8, "opfolgning", 9, status="kladde", udgave=0,
                                                                           kladde_udgave=1))), 11),
    Edge("taet_ikke_vurderet", at(taet=()), -20, 27),
    Edge("taet_obs", at(taet=(Taet(1, 7, 12, day(-31), "obs"),)), -30),
    # The end.
    Edge("laering_mangler", lambda t: facts(t, forlob=closed(), samtaler=(*[LEARNED] * (t >= 45),),
                                            said={5: ALL_SAID[5]}), 40, 44),
    Edge("naeste_skridt_mangler", lambda t: facts(t, forlob=closed(), samtaler=(*[LEARNED] * (t >= 45),),
                                                  planer=(), said={5: ALL_SAID[5]}), 40, 44),
    Edge("afsluttende_samtale_mangler", lambda t: facts(t, forlob=closed(), kontakter=open_call(*[44] * (t >= 44)),
                                                        samtaler=()), 40, 43),
    Edge("arsag_ukendt", lambda t: facts(
        t, forlob=closed(udfald="afbrudt_borger"), kontakter=open_call(*[44] * (t >= 44)), samtaler=(LEARNED,),
        said={5: {Key("udfald", "kender_virksomheden_arsag"): "nej"}}), 40, 43),
]  # fmt: skip

# Closed ones are looked at from the day they closed.
EARLIEST = {edge.sign: edge.first for edge in EDGES if edge.first in {-30, 40}}


@pytest.mark.parametrize("edge", EDGES, ids=[f"{edge.sign}-{edge.first}" for edge in EDGES])
def test_a_sign_stands_from_its_first_day(edge: Edge) -> None:
    days = [edge.first - 1, edge.first, edge.first + 1]

    stands = [edge.sign in found(edge.make(today), today) for today in days]

    assert stands[1:] == [True, edge.last != edge.first]
    assert edge.sign in EARLIEST or not stands[0]


@pytest.mark.parametrize("edge", [it for it in EDGES if it.last is not None], ids=lambda it: f"{it.sign}-{it.last}")
def test_a_sign_with_an_end_stands_no_longer(edge: Edge) -> None:
    assert edge.last is not None

    assert edge.sign in found(edge.make(edge.last), edge.last)
    assert edge.sign not in found(edge.make(edge.last + 1), edge.last + 1)


def test_every_sign_has_its_edges() -> None:
    from test_tegn_words import EVERY_SIGN

    assert EVERY_SIGN - {edge.sign for edge in EDGES} == set(OTHERWISE)


# Without a day of their own.
OTHERWISE = {"aftale_flyttet", "delmal_mangler", "graense"}
