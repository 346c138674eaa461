"""The match: from wishes and never from openings, every why and why not, one fixed order, and what can be shared."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import TODAY, WAYS, everywhere, match_of, numbers, pause, place, seeker
from vforlob.model.forlob import Forlob
from vforlob.model.jobabning import Henvendelse, Jobabning
from vforlob.rules.match.suggest import matched
from vforlob.rules.match.together import together
from vforlob.rules.match.values import Place

FEW = settings(max_examples=40)
BRANCHES = ("lager", "Køkken", "detail", "gartneri", "omsorg", "", "Æskefabrik")
TOWNS = ("8200 Aarhus N", "8220", "Odense", None, "")
PLACES = st.lists(
    st.builds(
        lambda branche, sted, here, most, paid, rammer: (branche, sted, here, most, paid, rammer),
        *(st.sampled_from(BRANCHES), st.sampled_from(TOWNS), st.integers(0, 3)),
        *(st.sampled_from((None, 1, 2)), st.integers(0, 2), st.sampled_from(((), ("pauser",)))),
    ),
    max_size=12,
)
WISHES = st.lists(st.sampled_from(("Lager", "Kantine", "Butik, men ikke lager", "Noget med dyr", "æsker")), max_size=5)


def built(rows: list[tuple[Any, ...]]) -> list[Place]:
    return [
        place(nr, branche=branche, sted=sted, here=here, max_antal=most, closed=paid, paid=paid, rammer=rammer)
        for nr, (branche, sted, here, most, paid, rammer) in enumerate(rows, 1)
    ]


@pytest.mark.parametrize(
    ("wish", "of_place", "why"),
    [
        ("Lager, gerne med truck", {"branche": "Lager"}, "branchen passer til »Lager«"),
        ("Køkken", {"branche": "", "navn": "Havnens Køkken"}, "navnet passer til »Køkken«"),
        ("Ørbæk & Søn", {"navn": "Ørbæk & Søn", "branche": "Emballage"}, "nævnt i ønsket"),
        (
            "Rengøring",
            {"branche": "plejehjem", "opgaver": ("rengøring af stuer",)},
            "opgaver som »Rengøring« er prøvet der",
        ),
        ("Kantine", {"branche": "Køkken"}, "branchen er i slægt med ønsket"),
        ("Maler", {"branche": "", "navn": "Tømrer Jensen"}, "navnet er i slægt med ønsket"),
    ],
)
def test_each_place_says_what_of_the_wish_led_there(wish: str, of_place: dict[str, Any], why: str) -> None:
    match = match_of(seeker(wish), place(4, **of_place))

    assert match.wishes[0].places[0].told.pro[0] == why


@pytest.mark.parametrize(
    "wish", ["Butik, men ikke lager", "Uden lager", "Kontor", "Vil gerne have ro", "Butik i Aarhus", ""]
)
def test_what_is_not_wished_for_leads_nowhere(wish: str) -> None:
    places = (place(4, branche="lager"), place(5, navn="Aarhus Auto", branche="biler"), place(6, branche="gartneri"))

    assert everywhere(match_of(seeker(wish), *places)) == set()


def test_an_opening_is_named_under_a_place_and_leads_to_none() -> None:
    opening = Jobabning(3, 4, "truck på lager", 15.0, "2026-12-01")
    who = seeker("Lager", start=8.0, slut=20.0)

    led = match_of(who, place(4, branche="Lager", openings=(opening,))).wishes[0].places[0].told
    not_led = match_of(who, place(5, branche="Bank", openings=(opening,)))

    assert "jobåbning 3: truck på lager, 15 timer om ugen, frist 1/12" in led.pro
    assert everywhere(not_led) == set()


@pytest.mark.parametrize(
    ("over", "fact"),
    [
        ({"closed": 3, "paid": 2}, "har haft 3 forløb, 2 endte i løntimer"),
        ({"closed": 3, "paid": 2, "jobs": 1}, "har haft 3 forløb, 2 endte i løntimer, 1 i job"),
        ({"closed": 1, "jobs": 1}, "har haft 1 forløb, 1 endte i job"),
        ({"closed": 1}, "har haft 1 forløb"),
        ({"rammer": ("pauser",)}, "har sagt, de kan: pauser"),
        ({"losninger": ("en pause",)}, "har virket der før: en kort pause hver anden time"),
        ({"sted": "8220"}, "postnummeret er tæt på det ønskede"),
        ({}, "ligger, hvor borgeren ønsker det"),
    ],
)
def test_what_speaks_for_a_place(over: dict[str, Any], fact: str) -> None:
    who = seeker("Lager", hensyn=(pause(),), borger={"sted": "8200", "transport": "bus"})

    assert fact in match_of(who, place(4, **over)).wishes[0].places[0].told.pro


@pytest.mark.parametrize(
    ("over", "fact"),
    [
        ({"close": 2}, "2 følges tæt der nu"),
        ({"refused": 1}, "har sagt nej til løntimer 1 gang"),
        ({"refused": 2}, "har sagt nej til løntimer 2 gange"),
    ],
)
def test_what_speaks_against_a_place_that_can_still_be_called(over: dict[str, Any], fact: str) -> None:
    assert match_of(seeker("Lager"), place(4, **over)).wishes[0].places[0].told.con == (fact,)


@pytest.mark.parametrize(
    ("over", "fact"),
    [
        ({"here": 2, "max_antal": 2}, "fuldt: 2 af 2"),
        ({"here": 3, "max_antal": 2}, "fuldt: 3 af 2"),
        ({"ring_igen": "2026-11-21"}, "vil først ringes op den 21/11"),
        ({"ring_igen": "2026-12-31"}, "vil først ringes op den 31/12"),
        ({"ring_igen": "2027-03-01"}, "vil først ringes op i marts 2027"),
        ({"sted": "Odense"}, "ligger et andet sted, og borgeren går"),
    ],
)
def test_what_keeps_a_place_from_being_called_now(over: dict[str, Any], fact: str) -> None:
    wish = match_of(seeker("Lager", borger={"sted": "Aarhus", "transport": "gang"}), place(4, **over)).wishes[0]

    assert wish.places == ()
    assert wish.not_now[0].told.stop == (fact,)


@pytest.mark.parametrize(
    "over", [{"here": 1, "max_antal": 2}, {"here": 9}, {"ring_igen": "2026-11-20"}, {"ring_igen": "2025-12-31"}]
)
def test_a_place_with_room_and_a_day_that_has_come_can_be_called(over: dict[str, Any]) -> None:
    assert numbers(match_of(seeker("Lager"), place(4, **over))) == [4]


def test_another_town_is_no_reason_against_where_nobody_knows_how_far_it_is() -> None:
    who = seeker("Lager", borger={"sted": "Aarhus", "transport": "bus", "minutter": 30})

    told = match_of(who, place(4, sted="Odense")).wishes[0].places[0].told

    assert told.ask == ("hvor lang vejen er",)
    assert (told.con, told.stop) == ((), ())


@pytest.mark.parametrize(
    ("udfald", "said"),
    [("stoppet_afklaret", "stoppede før tid, afklaret"), ("gennemfort", "gennemførte"), (None, "sluttede")],
)
def test_an_own_forlob_there_is_told_with_its_year(udfald: str | None, said: str) -> None:
    own = Forlob(2, 7, 4, "virksomhedspraktik", "2025-02-01", status="lukket", lukket="2025-04-01", udfald=udfald)

    told = match_of(seeker("Lager", forlobene=(own,)), place(4)).wishes[0].places[0].told

    assert told.con == (f"b7 var her i 2025 og {said}",)


def test_where_she_is_now_is_no_place_to_ask() -> None:
    own = Forlob(12, 7, 4, "virksomhedspraktik", "2026-11-04")

    assert match_of(seeker("Lager", forlobene=(own,)), place(4)).wishes[0].not_now[0].told.stop == (
        "b7 er der nu, f12",
    )


def test_known_and_unknown_hensyn_are_told_apart_and_not_known_is_no_no() -> None:
    ro = pause(nr=2, losning="Arbejde i et stille hjørne", behov=None)

    told = match_of(seeker("Lager", hensyn=(pause(), ro)), place(4, rammer=("pauser",))).wishes[0].places[0].told

    assert "om de også kan: »Arbejde i et stille hjørne«" in told.ask
    assert told.con == ()


def test_those_who_were_asked_stand_with_every_step_and_not_among_the_suggestions() -> None:
    steps = (
        Henvendelse(1, 7, 4, 1, dato="2026-11-03"),
        Henvendelse(2, 7, 4, 1, dato="2026-11-10", trin="afslag", grund="har lige ansat to"),
    )

    match = match_of(seeker("Lager", henvendelser=steps), place(4), place(5))

    assert [one.steps for one in match.wishes[0].asked] == [steps]
    assert numbers(match) == [5]


def test_one_asked_without_a_wish_stands_under_the_wish_that_leads_there_or_by_itself() -> None:
    asked = (Henvendelse(1, 7, 4, dato="2026-11-03"), Henvendelse(2, 7, 6, dato="2026-11-04"))

    match = match_of(seeker("Lager", henvendelser=asked), place(4), place(6, branche="bank"))

    assert [one.virksomhed.nr for one in match.wishes[0].asked] == [4]
    assert [one.virksomhed.nr for one in match.asked] == [6]


def test_a_place_stands_once_and_is_pointed_to_from_the_other_wish() -> None:
    match = match_of(seeker("Lager", "Lagerarbejde"), place(4))

    assert (numbers(match, 0), numbers(match, 1)) == ([4], [])
    assert [(one.nr, at) for one, at in match.wishes[1].also] == [(4, 1)]


def test_the_order_is_the_one_that_is_said() -> None:
    who = seeker("Lager hos Ørbæk", hensyn=(pause(),), borger={"sted": "Aarhus", "transport": "bil"})
    places = (
        place(1, "Ørbæk", sted="Odense"),
        place(2, "B", rammer=("pauser",), sted="Odense"),
        place(3, "D"),
        place(4, "C", closed=1, paid=1),
        place(5, "A", sted=None, closed=9, paid=9),
        place(6, "A", branche="spedition", rammer=("pauser",)),
    )

    assert numbers(match_of(who, *places)) == [1, 2, 4, 3, 5, 6]


@given(WISHES, PLACES, st.randoms())
@FEW
def test_the_order_does_not_depend_on_the_order_of_the_places(wishes: list[str], rows: list[Any], random: Any) -> None:
    places = built(rows)
    shuffled = random.sample(places, len(places))

    assert match_of(seeker(*wishes), *places) == match_of(seeker(*wishes), *shuffled)


@given(WISHES, PLACES)
@FEW
def test_no_place_stands_without_a_wish_and_each_stands_once(wishes: list[str], rows: list[Any]) -> None:
    places, match = built(rows), match_of(seeker(*wishes), *built(rows))
    listed = [one.place.virksomhed.nr for wish in match.wishes for one in (*wish.places, *wish.not_now)]

    assert len(listed) == len(set(listed))
    assert everywhere(match_of(seeker(), *places)) == set()
    assert all(one.told.pro for wish in match.wishes for one in wish.places)


@given(
    WISHES, PLACES, st.sampled_from(("gang", "cykel", "bus", "bil", None)), st.sampled_from(("Aarhus", "8200", None))
)
def test_filters_only_narrow(wishes: list[str], rows: list[Any], transport: str | None, sted: str | None) -> None:
    who, places = seeker(*wishes, borger={"sted": sted, "transport": transport}), built(rows)
    free = [one._replace(here=0) for one in places]

    match, wide = match_of(who, *places), match_of(seeker(*wishes), *free)

    assert everywhere(match) == everywhere(wide)
    for narrow, whole in zip(match.wishes, wide.wishes, strict=True):
        assert {one.place.virksomhed.nr for one in narrow.places} <= {one.place.virksomhed.nr for one in whole.places}


@given(WISHES, PLACES, st.text(max_size=20))
@FEW
def test_openings_never_add_a_place(wishes: list[str], rows: list[Any], opgaver: str) -> None:
    places = built(rows)
    opened = [one._replace(openings=(Jobabning(1, 1, f"lager kantine {opgaver}", 12.0),)) for one in places]

    assert everywhere(match_of(seeker(*wishes), *places)) == everywhere(match_of(seeker(*wishes), *opened))


@given(st.lists(st.text(max_size=30), max_size=3), st.lists(st.text(max_size=30), max_size=3), st.text(max_size=30))
@FEW
def test_any_text_is_a_text(wishes: list[str], names: list[str], sted: str) -> None:
    who = seeker(*wishes, borger={"sted": sted}, hensyn=(pause(losning=sted),))
    places = [place(nr, name, branche=sted, sted=name, rammer=(name,)) for nr, name in enumerate(names, 1)]

    together(matched(who, places, WAYS, TODAY))


def test_what_is_shared_holds_nothing_of_others_and_nothing_of_hensyn() -> None:
    who = seeker(
        "Lager",
        hensyn=(pause(hensyn="KANARIE rå tekst", behov="KANARIE behov"),),
        henvendelser=(
            Henvendelse(1, 7, 5, 1, dato="2026-11-03", trin="afslag", grund="KANARIE grund", tekst="KANARIE"),
        ),
        borger={"sted": "Aarhus", "skal_til": "KANARIE", "malgruppe": "KANARIE"},
    )
    places = (
        place(4, rammer=("KANARIE pauser",), closed=97, paid=97, close=97, refused=97, losninger=("KANARIE pause",)),
        place(5),
        place(6, navn="Fuldt hus", here=97, max_antal=97),
    )

    shared = together(match_of(who, *places))

    assert "KANARIE" not in repr(shared)
    assert "97" not in repr(shared)
    assert "Æ-7" not in repr(shared)
    assert [one.navn for one in shared.wishes[0].places] == ["Sted 5", "Sted 4"]
    assert shared.wishes[0].places[0].asked == "de sagde nej den 3. november 2026"
