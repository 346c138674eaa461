"""A samtale as each recipient may have it: what comes first, who said it, what was left out, what comes next."""

from collections.abc import Callable

import pytest

import scenes
import scenes_later
from vforlob.actions.make_referat import make_referat
from vforlob.errors.render import NoTextBeforeForlob, NoTextWithoutYes
from vforlob.model.agenda import Felt, Punkt
from vforlob.model.answers import Key
from vforlob.model.case import Held
from vforlob.model.forlob import Plan
from vforlob.model.hensyn import Clearance
from vforlob.model.referat import Afsnit, Referat
from vforlob.model.timer import Timer


def made(held: Held, recipient: str) -> Referat:
    return make_referat(held, recipient, scenes.SETTINGS)


def section(referat: Referat, punkt: str) -> Afsnit | None:
    return next((one for one in referat.afsnit if one.id == punkt), None)


def rows(referat: Referat, punkt: str) -> list[str]:
    found = section(referat, punkt)
    return [f"{row.tekst} – {row.hale}".removesuffix(" – ") for row in found.raekker] if found else []


def without(held: Held, *points: str) -> Held:
    return held._replace(answers={key: value for key, value in held.answers.items() if key.punkt not in points})


# --- what has succeeded ---


def test_what_has_succeeded_is_what_is_new_since_last_time() -> None:
    found = made(scenes.opfolgning(), "borger").lykkedes

    assert found == (
        "Det klarer du nu selv: Fejning og aflæsning",
        "Du er gået fra 12,5 til 14,5 timer om ugen, og 2 af dem er med løn.",
        "Du har nået dit delmål: Møde kl. 9 tre dage om ugen",
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"praktik": 15.0}, "Timetallet er gået fra 12,5 til 15 timer om ugen."),
        ({"praktik": 10.5, "ordinaer": 2}, "Nu er 2 timer om ugen med løn."),
        ({"praktik": 12.5}, None),
        ({"praktik": 5}, None),
    ],
)
def test_hours_are_told_when_they_go_up_or_become_paid(said: dict[str, float], sentence: str | None) -> None:
    held = without(scenes.opfolgning(), "timetal", "opgaver", "selvstaendigt", "tidligere_delmal")
    held = held._replace(answers={**held.answers, **{Key("timetal", kind): hours for kind, hours in said.items()}})

    assert made(held, "virksomhed").lykkedes == (sentence or "Der er ikke noget nyt at fremhæve siden sidst.",)


def test_hours_before_this_forlob_are_not_told() -> None:
    held = scenes.opfolgning()
    earlier = held._replace(case=held.case._replace(timer=(Timer(1, 7, None, "2026-10-28", praktik=5),)))

    assert not any("timer" in sentence for sentence in made(earlier, "virksomhed").lykkedes)


def test_a_sum_is_not_told_to_somebody_who_may_not_have_all_of_it() -> None:
    held = scenes.opfolgning()
    timetal = held.agenda.punkt("timetal")
    assert timetal is not None
    felter = tuple(
        felt._replace(modtagere=("borger",) if felt.id == "ordinaer" else felt.modtagere) for felt in timetal.felter
    )
    points = tuple(p._replace(felter=felter) if p.id == "timetal" else p for p in held.agenda.punkter)

    narrowed = held._replace(agenda=held.agenda._replace(punkter=points))

    assert not any("timer om ugen" in sentence for sentence in made(narrowed, "virksomhed").lykkedes)
    assert any("timer om ugen" in sentence for sentence in made(narrowed, "borger").lykkedes)


def test_nothing_new_is_said_in_one_sentence_instead_of_an_empty_block() -> None:
    held = without(scenes.opfolgning(), "timetal", "opgaver", "selvstaendigt", "tidligere_delmal")

    assert [len(made(held, who).lykkedes) for who in ("borger", "virksomhed", "journal")] == [1, 1, 1]
    assert made(held, "mentor").lykkedes == ()


@pytest.mark.parametrize("scene", [scenes.formode, scenes.startmode, scenes_later.opkald, scenes_later.afslutning])
def test_where_nothing_was_looked_back_on_nothing_is_said_of_it(scene: Callable[[], Held]) -> None:
    assert made(scene(), "borger").lykkedes == ()


def test_a_hensyn_nobody_needs_any_longer_is_told_to_those_who_know_it() -> None:
    no_longer = {Key("hensyn", "virker", 1): "ikke_laengere", Key("hensyn", "virker", 2): "ikke_laengere"}
    held = scenes.opfolgning()
    held = held._replace(answers={**held.answers, **no_longer})

    assert "Det har du ikke længere brug for: En kort pause hver anden time" in made(held, "borger").lykkedes
    assert made(held, "virksomhed").lykkedes[-1] == "Ikke længere nødvendigt: En kort pause hver anden time"
    assert not any("Møder kl. 9" in sentence for sentence in made(held, "virksomhed").lykkedes)


def test_a_delmal_reached_in_a_point_of_its_own_is_praised() -> None:
    held = scenes_later.midtvejs()

    assert made(held, "borger").lykkedes[-1] == "Du har nået dit delmål: Møde kl. 9 tre dage om ugen"
    assert made(held, "virksomhed").lykkedes[-1] == "Delmålet er nået: Møde kl. 9 tre dage om ugen"


def test_a_delmal_that_is_not_shared_is_in_no_text_to_the_workplace() -> None:
    held = scenes_later.midtvejs()

    assert "før jeg bliver for træt" in str(made(held, "borger"))
    assert not any("før jeg bliver for træt" in str(made(held, who)) for who in ("virksomhed", "mentor"))


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
@pytest.mark.parametrize("said", ["nej", None])
def test_the_employer_has_no_text_before_the_borger_has_said_yes(recipient: str, said: str | None) -> None:
    held = scenes_later.eftervaern()
    kept = {key: value for key, value in held.answers.items() if key.punkt != "ma_kontakte_arbejdsgiver"}
    answers = {**kept, Key("ma_kontakte_arbejdsgiver", "svar"): said} if said else kept

    with pytest.raises(NoTextWithoutYes):
        made(held._replace(answers=answers), recipient)


def test_the_next_contact_in_eftervaern_is_no_business_of_the_employer() -> None:
    held = scenes_later.eftervaern()

    assert made(held, "borger").naeste == "Du hører fra mig senest onsdag den 3. marts 2027 (uge 9)."
    assert [made(held, who).naeste for who in ("virksomhed", "mentor")] == ["", ""]


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
@pytest.mark.parametrize("scene", [scenes_later.afslutning, scenes_later.stopped_early])
def test_how_a_forlob_ended_is_no_business_of_the_workplace(scene: Callable[[], Held], recipient: str) -> None:
    text = str(made(scene(), recipient)).casefold()

    for word in ("larm", "afbrudt", "klogere", "pause hver anden", "nyt forløb", "kassen", "befordring"):
        assert word not in text


@pytest.mark.parametrize("recipient", ["sagsbehandler", "journal"])
def test_the_case_is_told_the_whole_of_a_forlob_that_stopped_early(recipient: str) -> None:
    first = made(scenes_later.stopped_early(), recipient).afsnit[0]

    assert (first.id, first.overskrift) == ("forlobet", "Forløbet")
    assert [line.tekst for line in first.linjer] == [
        "Virksomhedspraktik hos Ørbæk & Søn",
        "4. november 2026 – 3. februar 2027",
        "Optræning. Komme op på 20 timer",
        "12,5",
        "En kort pause hver anden time (virker)",
    ]


def test_what_was_promised_to_others_is_not_promised_to_somebody_who_was_not_there() -> None:
    groups = {row.gruppe for section in made(scenes_later.opkald(), "borger").afsnit for row in section.raekker}

    assert groups == {"Jeg har lovet"}


def test_a_call_agreed_with_the_virksomhed_is_not_promised_to_the_borger() -> None:
    held = scenes_later.opkald()
    agreed = {"naeste_kontakt": "2026-12-11", "naeste_kl": "09:00", "naeste_form": "telefon"}
    answers = {**held.answers, **{Key("aftaler", felt): value for felt, value in agreed.items()}}

    told = made(held._replace(answers=answers), "borger").naeste

    assert told == "Den næste samtale er i telefonen fredag den 11. december 2026 (uge 50) kl. 9."


@pytest.mark.parametrize(
    ("recipient", "opening"),
    [
        ("borger", "Jeg gjorde status mandag den 16. november 2026 kl. 10. Her er det, der handler om dig."),
        ("virksomhed", "Jeg gjorde status mandag den 16. november 2026 kl. 10. Der er ikke noget til jer fra den."),
        ("mentor", "Jeg gjorde status mandag den 16. november 2026 kl. 10. Der er ikke noget til dig fra den."),
    ],
)
def test_nobody_is_told_of_a_samtale_that_the_konsulent_held_with_nobody(recipient: str, opening: str) -> None:
    held = scenes_later.stopped_early()
    alone = held._replace(samtale=held.samtale._replace(deltagere=("konsulent",)))

    assert made(alone, recipient).indledning == opening


def test_what_the_konsulent_left_out_is_not_put_to_the_case_as_a_question_to_du() -> None:
    left_out = made(without(scenes_later.stopped_early(), "laering"), "journal").ikke_droftet

    assert "Læring" in left_out
    assert not any(" du " in f" {text} " for text in left_out)


def test_being_cleared_up_is_told_to_the_borger_in_plain_words() -> None:
    held = scenes_later.stopped_early()
    answers = {**held.answers, Key("udfald", "kode"): "stoppet_afklaret"}

    found = section(made(held._replace(answers=answers), "borger"), "udfald")

    assert found is not None
    assert found.linjer[0].tekst == "stoppet før tid, fordi vi fik svar på det, vi ville vide"


def test_a_text_without_anything_says_so() -> None:
    held = made(scenes_later.stopped_early(), "virksomhed")

    assert (held.afsnit, held.naeste) == ((), "")
    assert held.indledning.endswith("Der er ikke noget til jer fra den.")


# --- who said it, and alone ---


def test_own_words_are_said_in_the_readers_own_person() -> None:
    held = scenes.opfolgning()

    names = {
        who: [line.navn for line in (section(made(held, who), "hvordan_gar_det") or Afsnit("", "")).linjer]
        for who in ("borger", "virksomhed", "mentor", "journal")
    }

    assert names == {
        "borger": ["Din egen vurdering", "Du sagde"],
        "virksomhed": ["Borgeren sagde", "Jeres vurdering", "I sagde"],
        "mentor": [],
        "journal": [
            "Borgerens vurdering",
            "Borgeren oplyser",
            "Virksomhedens vurdering",
            "Virksomheden oplyser",
        ],
    }


def test_who_was_heard_alone_is_told_to_the_case_only() -> None:
    held = scenes.opfolgning()

    assert made(held, "journal").alene == ("virksomheden",)
    assert made(held, "borger").alene == ()


def test_the_konsulent_is_the_undersigned_and_stands_last() -> None:
    assert made(scenes.opfolgning(), "journal").deltagere == ("borger", "leder", "undertegnede")


def test_somebody_who_was_not_there_is_told_so() -> None:
    held = scenes.opfolgning()
    by_phone = held._replace(samtale=held.samtale._replace(deltagere=("leder", "konsulent"), med=("virksomhed",)))

    assert "hvor du ikke var med" in made(by_phone, "borger").indledning
    assert made(by_phone, "borger").deltagere == ()
    assert made(by_phone, "virksomhed").indledning.startswith("Tak for samtalen fredag den 20. november 2026 kl. 13.")


# --- hensyn ---


def test_the_virksomhed_gets_only_what_was_cleared_at_the_startmode() -> None:
    assert rows(made(scenes.startmode(), "virksomhed"), "hensyn") == ["En kort pause hver anden time"]
    assert rows(made(scenes.startmode(), "borger"), "hensyn") == ["En kort pause hver anden time", "Møder kl. 9"]


def test_a_hensyn_nobody_came_back_to_still_stands_in_the_text_to_the_workplace() -> None:
    held = scenes.opfolgning()
    unasked = held._replace(answers={k: v for k, v in held.answers.items() if k.punkt != "hensyn"})

    assert rows(made(unasked, "virksomhed"), "hensyn") == ["En kort pause hver anden time"]
    assert rows(made(unasked, "borger"), "hensyn") == []


def test_a_clearance_withdrawn_since_is_out_of_a_document_made_again() -> None:
    held = scenes.opfolgning()
    withdrawn = tuple(one._replace(trukket="2026-12-01") for one in held.current)

    assert rows(made(held._replace(current=withdrawn), "virksomhed"), "hensyn") == []


def test_a_clearance_given_since_does_not_open_an_old_document() -> None:
    held = scenes.opfolgning()
    given = (*held.current, Clearance(9, 2, 12, "leder", "ma"))

    found = made(held._replace(current=given), "virksomhed")

    assert rows(found, "hensyn") == ["En kort pause hver anden time – virker"]


def test_a_hensyn_without_importance_is_named_by_its_need_to_the_case() -> None:
    found = made(scenes.formode(), "journal")

    assert rows(found, "hensyn") == ["Ryg", "Møder kl. 9"]
    assert rows(made(scenes.formode(), "borger"), "hensyn") == ["Ryg", "Uro om morgenen"]


def test_importance_taken_back_since_counts_for_the_old_note_too() -> None:
    held = scenes.formode()
    since = (
        held.case.hensyn[0]._replace(betydning="nej", samtale=28, sted_i_samtale="hensyn/1"),
        held.case.hensyn[1],
    )

    found = made(held._replace(current_hensyn=since), "sagsbehandler")

    assert rows(found, "hensyn")[0] == "En kort pause hver anden time"


def test_the_wish_of_a_formode_is_called_a_wish() -> None:
    found = section(made(scenes.formode(), "borger"), "hensyn")

    assert found is not None
    assert "Må gerne få det at vide (aftales endeligt på startmødet)" in [line.navn for line in found.raekker[0].linjer]


# --- aftaler and the next contact ---


@pytest.mark.parametrize(
    ("recipient", "groups"),
    [
        ("borger", ["Du har lovet", "Virksomheden har lovet", "Jeg har lovet dig"]),
        ("virksomhed", ["I har lovet", "Borgeren har lovet"]),
        ("journal", ["", "", ""]),
    ],
)
def test_promises_stand_by_who_made_them_the_readers_own_first(recipient: str, groups: list[str]) -> None:
    found = section(made(scenes.opfolgning(), recipient), "aftaler")

    assert found is not None
    assert [row.gruppe for row in found.raekker] == groups


def test_several_promise_together_and_nobody_in_particular_is_all() -> None:
    held = scenes.startmode()
    shared = held._replace(answers={**held.answers, Key("aftaler", "hvem", 1): ("borger", "konsulent")})
    nobody = held._replace(answers={k: v for k, v in held.answers.items() if k.felt != "hvem"})

    both = held._replace(answers={**held.answers, Key("aftaler", "hvem", 1): ("konsulent", "sagsbehandler")})

    for changed, gruppe in (
        (shared, "Du og jeg har lovet"),
        (both, "Din sagsbehandler og jeg har lovet"),
        (nobody, "Vi har aftalt"),
    ):
        found = section(made(changed, "borger"), "aftaler")
        assert found is not None
        assert found.raekker[0].gruppe == gruppe


def test_settled_aftaler_go_to_those_who_may_know_the_aftale() -> None:
    held = scenes.opfolgning()

    assert rows(made(held, "borger"), "tidligere_aftaler") == [
        "Tage linje 42 en prøvetur – gjort",
        "Sætte ind i pakkebordet – flyttet til fredag den 27. november 2026 (uge 48)",
    ]
    assert len(rows(made(held, "virksomhed"), "tidligere_aftaler")) == 1
    assert rows(made(held, "mentor"), "tidligere_aftaler") == []


def test_a_delmal_that_is_not_shared_stays_with_borger_and_case() -> None:
    held = scenes.opfolgning()
    kept = held._replace(case=held.case._replace(delmal=(held.case.delmal[0]._replace(delt="nej"),)))

    assert rows(made(kept, "virksomhed"), "tidligere_delmal") == []
    assert not any("elmål" in sentence for sentence in made(kept, "virksomhed").lykkedes)
    assert rows(made(kept, "borger"), "tidligere_delmal") == ["Møde kl. 9 tre dage om ugen – nået"]


@pytest.mark.parametrize(
    ("recipient", "sentence"),
    [
        ("borger", "Vi ses på arbejdspladsen tirsdag den 1. december 2026 (uge 49) kl. 14."),
        ("virksomhed", "Jeg kommer hos jer tirsdag den 1. december 2026 (uge 49) kl. 14."),
        ("mentor", "Den næste samtale er på arbejdspladsen tirsdag den 1. december 2026 (uge 49) kl. 14."),
        ("journal", "Tirsdag den 1. december 2026 (uge 49) kl. 14, besøg."),
    ],
)
def test_the_next_contact_closes_every_text(recipient: str, sentence: str) -> None:
    assert made(scenes.opfolgning(), recipient).naeste == sentence


def test_a_contact_that_a_rule_set_is_no_promise_of_a_day() -> None:
    held = scenes.opfolgning()
    left_out = {key: value for key, value in held.answers.items() if not key.felt.startswith("naeste_")}
    plan = Plan(4, 7, 12, "2026-12-18", kilde="kontakt_senest_dage", samtale=31)

    found = held._replace(answers=left_out, case=held.case._replace(planer=(plan,)))

    assert made(found, "borger").naeste == "Du hører fra mig senest fredag den 18. december 2026 (uge 51)."
    assert made(found, "journal").naeste.startswith("Ikke aftalt.")


def test_an_agreed_contact_kept_from_somebody_is_not_told_by_the_plan_either() -> None:
    held = scenes.opfolgning()
    aftaler = held.agenda.punkt("aftaler")
    assert aftaler is not None
    felter = tuple(
        felt._replace(modtagere=("borger",)) if felt.id.startswith("naeste_") else felt for felt in aftaler.felter
    )
    points = tuple(p._replace(felter=felter) if p.id == "aftaler" else p for p in held.agenda.punkter)
    plan = Plan(4, 7, 12, "2026-12-01", kilde="aftalt", samtale=31)

    narrowed = held._replace(agenda=held.agenda._replace(punkter=points), case=held.case._replace(planer=(plan,)))

    assert made(narrowed, "virksomhed").naeste == ""
    assert made(narrowed, "virksomhed").naeste_dato == ""
    assert made(narrowed, "borger").naeste


# --- what only the case has ---


def test_the_case_sees_what_was_not_discussed_and_what_nobody_was_there_to_answer() -> None:
    held = without(scenes.opfolgning(), "lonkroner", "socialt", "forlaengelse")
    alone = held._replace(samtale=held.samtale._replace(deltagere=("borger", "konsulent"), med=("borger",)))

    found = made(alone, "sagsbehandler")

    assert "Mulighed for lønkroner" in found.ikke_droftet
    assert "Hvordan går det? (virksomheden)" in found.ikke_spurgt
    assert made(alone, "borger").ikke_droftet == ()
    assert made(alone, "borger").ikke_spurgt == ()


@pytest.mark.parametrize(("recipient", "expected"), [("sagsbehandler", "ja"), ("journal", "ja"), ("virksomhed", "")])
def test_that_it_calls_for_a_talk_is_for_the_case(recipient: str, expected: str) -> None:
    found = made(scenes.opfolgning(), recipient)

    assert found.kraever_samtale == expected
    assert bool(found.anmaerkning) is bool(expected)


@pytest.mark.parametrize("recipient", ["borger", "virksomhed", "mentor", "sagsbehandler", "journal"])
def test_the_alias_is_for_the_case_alone(recipient: str) -> None:
    assert made(scenes.opfolgning(), recipient).alias == ("Æ-7" if recipient in ("sagsbehandler", "journal") else "")


def test_a_correction_says_so_and_gives_its_reason_to_the_case_only() -> None:
    held = scenes.opfolgning()
    corrected = held._replace(samtale=held.samtale._replace(udgave=2, grund="Forkert dato"))

    assert made(held, "journal").rettelse == ""
    assert made(corrected, "journal").rettelse.endswith("Grund: Forkert dato")
    assert made(corrected, "borger").rettelse == "Rettet. Teksten afløser den, du har fået før."


def test_an_answer_that_no_longer_applies_is_not_told() -> None:
    held = scenes.opfolgning()
    stale = held._replace(
        answers={**held.answers, Key("forlaengelse", "borger"): "nej", Key("forlaengelse", "slut"): "2027-03-01"}
    )

    found = section(made(stale, "journal"), "forlaengelse")

    assert found is not None
    assert [line.felt for line in found.linjer] == ["borger"]


@pytest.mark.parametrize("recipient", ["virksomhed", "mentor"])
def test_before_there_is_a_forlob_the_workplace_gets_no_text(recipient: str) -> None:
    with pytest.raises(NoTextBeforeForlob) as caught:
        made(scenes.formode(), recipient)

    assert caught.value.exit_code == 2


def test_ticks_of_hensyn_are_told_by_what_is_to_be_done_and_never_by_number() -> None:
    held = scenes.opfolgning()
    ticks = Felt("svar", "Hvilke hensyn?", "flervalg", known="hensyn")
    punkt = Punkt("mine", "Hvilke hensyn?", "flervalg", "11", felter=(ticks,), known="hensyn")
    agenda = held.agenda._replace(punkter=(*held.agenda.punkter, punkt))
    numbers = tuple(str(one.nr) for one in held.case.hensyn)
    held = held._replace(agenda=agenda, answers={**held.answers, Key("mine", "svar"): numbers})

    found = section(made(held, "borger"), "mine")

    assert found is not None
    assert [one.losning in found.linjer[0].tekst for one in held.case.hensyn] == [True] * len(numbers)
    assert section(made(held, "virksomhed"), "mine") is None
