"""Every fault of meaning has its line, its place and its Danish sentence, and all of them come at once."""

import pytest

from vforlob.agenda.loader import load_agenda
from vforlob.errors.answer import FaultyFile
from vforlob.errors.base import ExitCode, Fault

MARK = "#<"  # stands on the line that the fault must name
HEAD = 'id = "proeve"\ntitel = "Prøve"\ngaelder = "forlob"\n'
PUNKT = '[[punkt]]\nid = "a"\ntekst = "A"\ntype = "kort"\n'
VALG = '[[punkt]]\nid = "v"\ntekst = "V"\ntype = "valg"\nvalg = ["ny: ikke begyndt", "med_hjaelp: med hjælp"]\n'
GRUPPE = '[[punkt]]\nid = "g"\ntekst = "G"\ntype = "gruppe"\n'
LISTE = '[[punkt]]\nid = "l"\ntekst = "L"\ntype = "liste"\n'
TAL = '[[punkt.felt]]\nid = "t"\ntekst = "T"\ntype = "tal"\n'
KORT = '[[punkt.felt]]\nid = "k"\ntekst = "K"\ntype = "kort"\n'
ASK = '[[punkt]]\nid = "z"\ntekst = "Z"\ntype = "janej"\n'


def gruppe(skriver: str, *felter: str, kind: str = "gruppe") -> str:
    """A point with a `skriver` that carries the mark, and felter written "id type" or "id type choices"."""
    text = f'[[punkt]]\nid = "p"\ntekst = "P"\ntype = "{kind}"\nskriver = ["{skriver}"] {MARK}\n'
    for felt in felter:
        felt_id, felt_kind, *choices = felt.split()
        text += f'[[punkt.felt]]\nid = "{felt_id}"\ntekst = "F"\ntype = "{felt_kind}"\n'
        if choices:
            text += "valg = [" + ", ".join(f'"{c}: {c}"' for c in choices) + "]\n"
    return text


# name: (the file, the place, the sentence)
CASES = {
    # --- the head
    "no id": (f'titel = "X"\ngaelder = "forlob"\n{PUNKT}', "øverst i filen", "Her mangler »id«."),
    "nothing but a point": (PUNKT, "øverst i filen", "Her mangler »id«, »titel« og »gaelder«."),
    "no points": (HEAD, "øverst i filen", "Der er ingen punkter. Et punkt begynder med [[punkt]] på sin egen linje."),
    "unknown word in the head": (
        f'{HEAD}titell = "X" {MARK}\n{PUNKT}',
        "øverst i filen",
        "Ordet »titell« kendes ikke (mente du »titel«?).",
    ),
    "nothing near an unknown word": (
        f'{HEAD}xyzzy = "X" {MARK}\n{PUNKT}',
        "øverst i filen",
        "Ordet »xyzzy« kendes ikke.",
    ),
    "word of a point in the head": (
        f'{HEAD}type = "kort" {MARK}\n{PUNKT}',
        "øverst i filen",
        "»type« hører til et punkt. Flyt linjen ned under [[punkt]].",
    ),
    "id with Danish letters": (
        f'id = "Opfølgning 2" {MARK}\ntitel = "X"\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»id« har kun a-z, 0-9 og _ og begynder med et bogstav. Skriv fx »opfolgning_2«.",
    ),
    "id that nothing can be made of": (
        f'id = "12" {MARK}\ntitel = "X"\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»id« har kun a-z, 0-9 og _ og begynder med et bogstav.",
    ),
    "id too long": (
        f'id = "{"a" * 41}" {MARK}\ntitel = "X"\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»id« er på 41 tegn og må højst være på 40.",
    ),
    "title that is a number": (
        f'id = "x"\ntitel = 4 {MARK}\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»titel« skal være tekst i anførselstegn.",
    ),
    "empty title": (f'id = "x"\ntitel = " " {MARK}\ngaelder = "forlob"\n{PUNKT}', "øverst i filen", "»titel« er tom."),
    "title with a line break": (
        f'id = "x"\ntitel = "a\\nb" {MARK}\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»titel« skal stå på én linje uden tabulator.",
    ),
    "title with an escape sequence": (
        f'id = "x"\ntitel = "a\\u001b[31m" {MARK}\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»titel« har et tegn, der ikke kan vises. Slet det, og skriv teksten igen.",
    ),
    "title too long": (
        f'id = "x"\ntitel = "{"a" * 201}" {MARK}\ngaelder = "forlob"\n{PUNKT}',
        "øverst i filen",
        "»titel« er på 201 tegn og må højst være på 200.",
    ),
    "wrong gaelder, Danish letters": (
        f'id = "x"\ntitel = "X"\ngaelder = "forløb" {MARK}\n{PUNKT}',
        "øverst i filen",
        "»gaelder« kan ikke være »forløb« (mente du »forlob«?).",
    ),
    "wrong gaelder, nothing near": (
        f'id = "x"\ntitel = "X"\ngaelder = "alt" {MARK}\n{PUNKT}',
        "øverst i filen",
        "»gaelder« kan ikke være »alt«. Der kan stå »forlob« eller »borger«.",
    ),
    "unknown deltager": (
        f'{HEAD}deltagere = ["borger", "ledr"] {MARK}\n{PUNKT}',
        "øverst i filen",
        "»deltagere« kan ikke indeholde »ledr« (mente du »leder«?).",
    ),
    "deltager twice": (
        f'{HEAD}deltagere = ["borger", "borger"] {MARK}\n{PUNKT}',
        "øverst i filen",
        "»deltagere« nævner »borger« to gange.",
    ),
    "deltagere as text": (
        f'{HEAD}deltagere = "borger" {MARK}\n{PUNKT}',
        "øverst i filen",
        '»deltagere« skal være en liste, fx deltagere = ["borger"].',
    ),
    # --- headers
    "points inline": (
        f'{HEAD}punkt = [{{ id = "a", tekst = "A", type = "kort" }}] {MARK}\n',
        "øverst i filen",
        "Skriv hvert punkt under [[punkt]] på sin egen linje, ikke som en liste.",
    ),
    "a point in single brackets": (
        f'{HEAD}[punkt] {MARK}\nid = "a"\ntekst = "A"\ntype = "kort"\n',
        "øverst i filen",
        "Hvert punkt begynder med [[punkt]] på sin egen linje, med to klammer på hver side.",
    ),
    "felter inline": (
        f'{HEAD}{GRUPPE}felt = [{{ id = "f", tekst = "F", type = "kort" }}] {MARK}\n',
        "punkt 1 »g«",
        "Skriv hvert felt under [[punkt.felt]] på sin egen linje, ikke som en liste.",
    ),
    "a felt in single brackets": (
        f'{HEAD}{GRUPPE}[punkt.felt] {MARK}\nid = "f"\ntekst = "F"\ntype = "kort"\n',
        "punkt 1 »g«",
        "Hvert felt begynder med [[punkt.felt]] på sin egen linje, med to klammer på hver side.",
    ),
    "more points than fit": (
        HEAD
        + "".join(
            f'[[punkt]]{f" {MARK}" if n == 60 else ""}\nid = "a{n}"\ntekst = "A"\ntype = "kort"\n' for n in range(61)
        ),
        "øverst i filen",
        "Der er 61 punkter. Der kan højst være 60.",
    ),
    # --- a point
    "point without a type": (f'{HEAD}[[punkt]] {MARK}\nid = "a"\ntekst = "A"\n', "punkt 1 »a«", "Her mangler »type«."),
    "point without anything": (
        f'{HEAD}[[punkt]] {MARK}\nhjaelp = "?"\n',
        "punkt 1",
        "Her mangler »id«, »tekst« og »type«.",
    ),
    "unknown type": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "flerevalg" {MARK}\n',
        "punkt 1 »a«",
        "»type« kan ikke være »flerevalg« (mente du »flervalg«?).",
    ),
    "type with Danish letters": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "klokkeslæt" {MARK}\n',
        "punkt 1 »a«",
        "»type« kan ikke være »klokkeslæt« (mente du »klokkeslaet«?).",
    ),
    "unknown word in a point": (
        f'{HEAD}{PUNKT}hivs = "b = ja" {MARK}\n',
        "punkt 1 »a«",
        "Ordet »hivs« kendes ikke (mente du »hvis«?).",
    ),
    "quoted key with an escape sequence": (
        f'{HEAD}{PUNKT}"\\u001b[2J" = 1 {MARK}\n',
        "punkt 1 »a«",
        "Ordet »�[2J« kendes ikke.",
    ),
    "word of the head in a point": (
        f'{HEAD}{PUNKT}titel = "X" {MARK}\n',
        "punkt 1 »a«",
        "»titel« hører til øverst i filen, over det første [[punkt]].",
    ),
    "word of a felt in a point": (
        f"{HEAD}{PUNKT}uden_for_raekker = true {MARK}\n",
        "punkt 1 »a«",
        "»uden_for_raekker« hører til et felt. Flyt linjen ned under [[punkt.felt]].",
    ),
    "same id twice": (
        f'{HEAD}{PUNKT}[[punkt]]\nid = "a" {MARK}\ntekst = "A"\ntype = "kort"\n',
        "punkt 2 »a«",
        "Id'et »a« er brugt før, i linje 5. Vælg et andet.",
    ),
    "reserved point": (
        f'{HEAD}[[punkt]]\nid = "tidligere_aftaler" {MARK}\ntekst = "A"\ntype = "kort"\n',
        "punkt 1 »tidligere_aftaler«",
        "»tidligere_aftaler« bruger programmet selv. Vælg et andet id.",
    ),
    "a point named as a word of hvis": (
        f'{HEAD}[[punkt]]\nid = "eller" {MARK}\ntekst = "A"\ntype = "kort"\n',
        "punkt 1 »eller«",
        "»eller« bruger programmet selv. Vælg et andet id.",
    ),
    "flag in quotes": (
        f'{HEAD}{PUNKT}tillaeg = "ja" {MARK}\n',
        "punkt 1 »a«",
        "»tillaeg« skal være »true« eller »false« uden anførselstegn.",
    ),
    "flag as a number": (
        f"{HEAD}{PUNKT}kun_til_dig = 1 {MARK}\n",
        "punkt 1 »a«",
        "»kun_til_dig« skal være »true« eller »false« uden anførselstegn.",
    ),
    "unknown part": (
        f'{HEAD}{PUNKT}part = "virksomheden" {MARK}\n',
        "punkt 1 »a«",
        "»part« kan ikke være »virksomheden« (mente du »virksomhed«?).",
    ),
    "unknown modtager": (
        f'{HEAD}{PUNKT}modtagere = ["borgr"] {MARK}\n',
        "punkt 1 »a«",
        "»modtagere« kan ikke indeholde »borgr« (mente du »borger«?).",
    ),
    "modtager that is no text": (
        f"{HEAD}{PUNKT}modtagere = [4] {MARK}\n",
        "punkt 1 »a«",
        "»modtagere« kan ikke indeholde »4«.",
    ),
    "alone and for others": (
        f'{HEAD}{PUNKT}kun_til_dig = true\nmodtagere = ["borger"] {MARK}\n',
        "punkt 1 »a«",
        "»kun_til_dig« går kun til sagsbehandler og journal. Slet det eller »modtagere«.",
    ),
    "felter under a point that has none": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "kort" {MARK}\n{TAL}',
        "punkt 1 »a«",
        'Kun gruppe og liste har felter. Skriv type = "gruppe" i stedet for »kort«.',
    ),
    "gruppe without felter": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "gruppe" {MARK}\n',
        "punkt 1 »a«",
        "En gruppe skal have felter. Et felt begynder med [[punkt.felt]] på sin egen linje.",
    ),
    "liste with nothing in its rows": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "liste" {MARK}\n{TAL}uden_for_raekker = true\n',
        "punkt 1 »a«",
        "Listen har ingen felter i sine rækker. Mindst ét felt skal stå uden »uden_for_raekker«.",
    ),
    # --- a felt
    "felt without a text": (
        f'{HEAD}{GRUPPE}[[punkt.felt]] {MARK}\nid = "f"\ntype = "kort"\n',
        "punkt 1 »g«, felt »f«",
        "Her mangler »tekst«.",
    ),
    "felt without an id": (
        f'{HEAD}{GRUPPE}{KORT}[[punkt.felt]] {MARK}\ntekst = "F"\ntype = "kort"\n',
        "punkt 1 »g«, felt 2",
        "Her mangler »id«.",
    ),
    "same felt twice": (
        f'{HEAD}{GRUPPE}{KORT}[[punkt.felt]]\nid = "k" {MARK}\ntekst = "F"\ntype = "kort"\n',
        "punkt 1 »g«, felt »k«",
        "Id'et »k« er brugt før, i linje 9. Vælg et andet.",
    ),
    "reserved felt": (
        f'{HEAD}{GRUPPE}[[punkt.felt]]\nid = "note" {MARK}\ntekst = "F"\ntype = "kort"\n',
        "punkt 1 »g«, felt »note«",
        "»note« bruger programmet selv. Vælg et andet id.",
    ),
    "liste in a gruppe": (
        f'{HEAD}{GRUPPE}[[punkt.felt]]\nid = "f"\ntekst = "F"\ntype = "liste" {MARK}\n',
        "punkt 1 »g«, felt »f«",
        "Et felt kan ikke være af typen »liste«. Kun et punkt kan have felter.",
    ),
    "word of a point in a felt": (
        f'{HEAD}{GRUPPE}{KORT}hvorfor = "?" {MARK}\n',
        "punkt 1 »g«, felt »k«",
        "»hvorfor« hører til punktet. Flyt linjen op over punktets første [[punkt.felt]].",
    ),
    "unknown word in a felt": (
        f"{HEAD}{GRUPPE}{KORT}udenfor_raekker = true {MARK}\n",
        "punkt 1 »g«, felt »k«",
        "Ordet »udenfor_raekker« kendes ikke (mente du »uden_for_raekker«?).",
    ),
    "outside rows in a gruppe": (
        f"{HEAD}{GRUPPE}{KORT}uden_for_raekker = true {MARK}\n",
        "punkt 1 »g«, felt »k«",
        "»uden_for_raekker« bruges kun i en liste.",
    ),
    "the art of the forløb as a felt": (
        f'{HEAD}[[punkt]]\nid = "forlob"\ntekst = "F"\ntype = "gruppe"\n[[punkt.felt]]\nid = "art" {MARK}\n'
        'tekst = "A"\ntype = "kort"\n',
        "punkt 1 »forlob«, felt »art«",
        "»forlob.art« er forløbets art. Kald punktet eller feltet noget andet.",
    ),
    # --- what belongs to the type
    "valg without choices": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg" {MARK}\n',
        "punkt 1 »a«",
        'Her mangler »valg«, fx valg = ["ja: ja", "nej: nej"].',
    ),
    "valg as text": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = "ja: ja" {MARK}\n',
        "punkt 1 »a«",
        '»valg« skal være en liste, fx valg = ["ja: ja", "nej: nej"].',
    ),
    "no choice at all": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = [] {MARK}\n',
        "punkt 1 »a«",
        "»valg« skal have mellem 1 og 26 svar og har 0.",
    ),
    "choice without an id": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = [\n"ja: ja",\n"Måske senere", {MARK}\n]\n',
        "punkt 1 »a«",
        'Svaret »Måske senere« skal skrives "id: tekst", fx "maske_senere: Måske senere".',
    ),
    "choice without a text": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = ["ja:"] {MARK}\n',
        "punkt 1 »a«",
        'Svaret »ja:« skal skrives "id: tekst", fx "ja: ja".',
    ),
    "choice that is a number": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = [1] {MARK}\n',
        "punkt 1 »a«",
        'Hvert svar i »valg« er tekst i anførselstegn: "id: tekst".',
    ),
    "choice with a Danish id": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = ["måske: måske"] {MARK}\n',
        "punkt 1 »a«",
        "Id'et »måske« har kun a-z, 0-9 og _ og begynder med et bogstav. Skriv fx »maske«.",
    ),
    "choice twice": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = ["ja: ja", "ja: jo"] {MARK}\n',
        "punkt 1 »a«",
        "Svaret »ja« står der to gange.",
    ),
    "two choices with one text": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "valg"\nvalg = ["ja: Ja", "jo: ja"] {MARK}\n',
        "punkt 1 »a«",
        "To svar hedder »ja«. Så kan de ikke kendes fra hinanden.",
    ),
    "choices on a text": (
        f'{HEAD}{PUNKT}valg = ["ja: ja"] {MARK}\n',
        "punkt 1 »a«",
        "»valg« hører til valg eller flervalg, men her er type = »kort«.",
    ),
    "choices and records": (
        f'{HEAD}{VALG}kendte = "opgaver" {MARK}\n',
        "punkt 1 »v«",
        "Her står både »valg« og »kendte«. Slet det ene.",
    ),
    "unknown records": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "flervalg"\nkendte = "opgaverne" {MARK}\n',
        "punkt 1 »a«",
        "»kendte« kan ikke være »opgaverne« (mente du »opgaver«?).",
    ),
    "rows of known hensyn without their number": (
        f'{HEAD}{LISTE}kendte = "hensyn" {MARK}\n{KORT}',
        "punkt 1 »l«",
        "En liste med kendte = »hensyn« skal have feltet »nr«.",
    ),
    "the choices of a first column that has none": (
        f'{HEAD}{LISTE}kendte = "valg" {MARK}\n{KORT}',
        "punkt 1 »l«",
        'En liste med kendte = "valg" skal begynde med et felt af typen »valg« uden betingelse.',
    ),
    "choices as rows of something else than a list": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "flervalg"\nkendte = "valg" {MARK}\n',
        "punkt 1 »a«",
        "»kendte« kan ikke være »valg«. Der kan stå »opgaver« eller »hensyn«.",
    ),
    "anchors on a number": (
        f'{HEAD}{GRUPPE}{TAL}anker = ["a"] {MARK}\n',
        "punkt 1 »g«, felt »t«",
        "»anker« hører til skala, men her er type = »tal«.",
    ),
    "too few anchors": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "skala"\nmin = 1\nmax = 5\nanker = ["a", "b"] {MARK}\n',
        "punkt 1 »a«",
        "»anker« har 2 tekster, men skalaen har 5 trin. Skriv én til hvert.",
    ),
    "too few anchors for the usual scale": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "skala"\nanker = ["a", "b", "c", "d"] {MARK}\n',
        "punkt 1 »a«",
        "»anker« har 4 tekster, men skalaen har 5 trin. Skriv én til hvert.",
    ),
    "empty anchor": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "skala"\nmax = 2\nanker = ["a", ""] {MARK}\n',
        "punkt 1 »a«",
        "Tekst nummer 2 i »anker« er tom.",
    ),
    "scale that is too long": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "skala"\nmax = 100 {MARK}\n',
        "punkt 1 »a«",
        "En skala har mellem 2 og 11 trin.",
    ),
    "half a step": (
        f'{HEAD}[[punkt]]\nid = "a"\ntekst = "A"\ntype = "skala"\nmin = 0.5 {MARK}\n',
        "punkt 1 »a«",
        "En skala går fra et helt tal til et andet, fx min = 1 og max = 5.",
    ),
    "min above max": (
        f"{HEAD}{GRUPPE}{TAL}min = 5 {MARK}\nmax = 1\n",
        "punkt 1 »g«, felt »t«",
        "»min« er større end »max«.",
    ),
    "bound in quotes": (
        f'{HEAD}{GRUPPE}{TAL}max = "37" {MARK}\n',
        "punkt 1 »g«, felt »t«",
        "»max« skal være et tal uden anførselstegn, fx max = 5.",
    ),
    "bound that is no number": (
        f"{HEAD}{GRUPPE}{TAL}max = nan {MARK}\n",
        "punkt 1 »g«, felt »t«",
        "»max« skal være et tal uden anførselstegn, fx max = 5.",
    ),
    "half a row": (
        f"{HEAD}{LISTE}max = 2.5 {MARK}\n{KORT}",
        "punkt 1 »l«",
        "»max« på en liste er et antal rækker, fx max = 5.",
    ),
    "unit on a text": (
        f'{HEAD}{PUNKT}enhed = "dage" {MARK}\n',
        "punkt 1 »a«",
        "»enhed« hører til tal eller skala, men her er type = »kort«.",
    ),
    # --- skriver
    "unknown skriver": (
        f'{HEAD}{PUNKT}skriver = ["aftale"] {MARK}\n',
        "punkt 1 »a«",
        "»skriver« kan ikke indeholde »aftale« (mente du »aftaler«?).",
    ),
    "fremmode without a felt": (
        HEAD + gruppe("fremmode", "aftalt tal", "modt tal", "syg tal", "fri tal", "udeblevet tal"),
        "punkt 1 »p«",
        "»fremmode« i »skriver« kræver feltet »uafklaret«, som mangler i punktet.",
    ),
    "aftaler without two felter": (
        HEAD + gruppe("aftaler", "hvad kort", kind="liste"),
        "punkt 1 »p«",
        "»aftaler« i »skriver« kræver felterne »hvem« og »frist«, som mangler i punktet.",
    ),
    "delmal in a gruppe": (
        HEAD + gruppe("delmal", "specifikt kort", "frist dato"),
        "punkt 1 »p«",
        "»delmal« i »skriver« læser rækker og kræver type = »liste«.",
    ),
    "an aftale alone without who": (
        HEAD + gruppe("aftaler", "hvad kort", "frist dato"),
        "punkt 1 »p«",
        "»aftaler« i »skriver« kræver feltet »hvem«, som mangler i punktet.",
    ),
    "the plan in the rows": (
        HEAD + gruppe("plan", "naeste_kontakt dato", kind="liste"),
        "punkt 1 »p«",
        "»plan« i »skriver« læser »naeste_kontakt« det forkerte sted. Se efter »uden_for_raekker«.",
    ),
    "a date as a text": (
        (HEAD + gruppe("forlob.start", "dato kort")).replace(f" {MARK}", "").replace('"kort"', f'"kort" {MARK}'),
        "punkt 1 »p«, felt »dato«",
        "»forlob.start« i »skriver« kræver, at typen er »dato«.",
    ),
    "a step that does not exist": (
        (HEAD + gruppe("lonkroner", "trin valg italsat"))
        .replace(f" {MARK}", "")
        .replace('italsat"]', f'italsat"] {MARK}'),
        "punkt 1 »p«, felt »trin«",
        "Svaret »italsat« kan ikke bruges af »lonkroner« i »skriver« (mente du »italesat«?).",
    ),
    "a forløb where there is none": (
        HEAD.replace('"forlob"', '"borger"') + gruppe("forlob.start", "dato dato"),
        "punkt 1 »p«",
        "»forlob.start« hører til et forløb, men her er gaelder = »borger«.",
    ),
    "vitas on a text": (
        (HEAD + f'[[punkt]]\nid = "v"\ntekst = "V"\ntype = "kort" {MARK}\nskriver = ["forlob.vitas"]\n'),
        "punkt 1 »v«",
        "»forlob.vitas« i »skriver« kræver, at typen er »valg«.",
    ),
    # --- hvis
    "hvis as a flag": (f"{HEAD}{ASK}hvis = true {MARK}\n", "punkt 1 »z«", "»hvis« skal være tekst i anførselstegn."),
    "hvis about nobody": (
        f'{HEAD}{VALG}{ASK}hvis = "w = ny" {MARK}\n',
        "punkt 2 »z«",
        "Der er intet punkt, der hedder »w«.",
    ),
    "hvis with a slip": (
        f"{HEAD}{VALG.replace('v', 'fremmode', 1).replace(chr(34) + 'v' + chr(34), chr(34) + 'fremmode' + chr(34), 1)}"
        f'{ASK}hvis = "fremode = ny" {MARK}\n',
        "punkt 2 »z«",
        "Der er intet punkt, der hedder »fremode« (mente du »fremmode«?).",
    ),
    "hvis about a later point": (
        f'{HEAD}{ASK}hvis = "v = ny" {MARK}\n{VALG}',
        "punkt 1 »z«",
        "»v« er ikke spurgt endnu. »hvis« kan kun nævne det, der står længere oppe.",
    ),
    "hvis about itself": (
        f'{HEAD}{ASK}hvis = "z = ja" {MARK}\n',
        "punkt 1 »z«",
        "»z« er ikke spurgt endnu. »hvis« kan kun nævne det, der står længere oppe.",
    ),
    "hvis about an answer that is none": (
        f'{HEAD}{VALG}{ASK}hvis = "v = nyt" {MARK}\n',
        "punkt 2 »z«",
        "»v« kan ikke være »nyt« (mente du »ny«?).",
    ),
    "hvis with ja to a choice": (
        f'{HEAD}{VALG}{ASK}hvis = "v = ja" {MARK}\n',
        "punkt 2 »z«",
        "»v« kan ikke være »ja«. Der kan stå ny eller med_hjaelp.",
    ),
    "hvis with more than ja and nej": (
        f'{HEAD}{ASK.replace("z", "y").replace("Z", "Y")}{ASK}hvis = "y = måske" {MARK}\n',
        "punkt 2 »z«",
        "»y« kan kun være ja eller nej, ikke »måske«.",
    ),
    "hvis about a text": (
        f'{HEAD}{PUNKT}{ASK}hvis = "a = noget" {MARK}\n',
        "punkt 2 »z«",
        "»a« er af typen kort og kan ikke sammenlignes. Brug »a besvaret«.",
    ),
    "hvis with a word to a number": (
        f'{HEAD}{GRUPPE}{TAL}{ASK}hvis = "g.t = mange" {MARK}\n',
        "punkt 2 »z«",
        "»g.t« er et tal og kan ikke være »mange«.",
    ),
    "hvis beyond the scale": (
        f'{HEAD}[[punkt]]\nid = "s"\ntekst = "S"\ntype = "skala"\n{ASK}hvis = "s = 6" {MARK}\n',
        "punkt 2 »z«",
        "»s« går fra 1 til 5 og kan ikke være »6«.",
    ),
    "hvis about a gruppe": (
        f'{HEAD}{GRUPPE}{TAL}{ASK}hvis = "g = 4" {MARK}\n',
        "punkt 2 »z«",
        "»g« har flere felter. Skriv hvilket, fx »g.t«.",
    ),
    "hvis about a felt that is not there": (
        f'{HEAD}{GRUPPE}{TAL}{ASK}hvis = "g.u = 4" {MARK}\n',
        "punkt 2 »z«",
        "»g« har intet felt, der hedder »u«.",
    ),
    "hvis about a later felt": (
        f'{HEAD}{GRUPPE}{KORT}hvis = "g.t = 4" {MARK}\n{TAL}',
        "punkt 1 »g«, felt »k«",
        "»g.t« er ikke spurgt endnu. »hvis« kan kun nævne det, der står længere oppe.",
    ),
    "hvis about the point around it": (
        f'{HEAD}{GRUPPE}{TAL}{KORT}hvis = "g besvaret" {MARK}\n',
        "punkt 1 »g«, felt »k«",
        "»g« er punktet selv. »besvaret« gælder et tidligere punkt.",
    ),
    "hvis about the records of the case": (
        f'{HEAD}[[punkt]]\nid = "o"\ntekst = "O"\ntype = "flervalg"\nkendte = "opgaver"\n{ASK}hvis = "o = x" {MARK}\n',
        "punkt 2 »z«",
        "»o« har sagens egne opgaver som svar og kan ikke sammenlignes med noget.",
    ),
    "hvis about an art that does not exist": (
        f'{HEAD}{ASK}hvis = "forlob.art = kombi" {MARK}\n',
        "punkt 1 »z«",
        "»forlob.art« kan ikke være »kombi« (mente du »kombination«?).",
    ),
    "hvis about more of the forløb": (
        f'{HEAD}{ASK}hvis = "forlob.slut = 4" {MARK}\n',
        "punkt 1 »z«",
        "Af forløbet kan »hvis« kun spørge til »forlob.art«.",
    ),
    "hvis without a sign": (
        f'{HEAD}{VALG}{ASK}hvis = "v" {MARK}\n',
        "punkt 2 »z«",
        "Efter »v« skal der stå =, != eller besvaret.",
    ),
    "hvis without an end": (
        f'{HEAD}{VALG}{ASK}hvis = "v = ny og" {MARK}\n',
        "punkt 2 »z«",
        "Her venter »hvis« på id'et på et punkt, men den slutter her.",
    ),
    "hvis in English": (
        f'{HEAD}{VALG}{ASK}hvis = "v = ny and v besvaret" {MARK}\n',
        "punkt 2 »z«",
        "Der står noget uventet i »hvis«: »and«. Forbind med »og« eller »eller«.",
    ),
    "hvis as in a programming language": (
        f"{HEAD}{VALG}{ASK}hvis = 'v == \"ny\"' {MARK}\n",
        "punkt 2 »z«",
        'Tegnet »"« kan ikke stå i »hvis«. Skriv svaret uden anførselstegn.',
    ),
    "hvis with two signs": (
        f'{HEAD}{VALG}{ASK}hvis = "v == ny" {MARK}\n',
        "punkt 2 »z«",
        "Her venter »hvis« på et svar, ikke »=«.",
    ),
    "hvis with a greater than": (
        f'{HEAD}{GRUPPE}{TAL}{ASK}hvis = "g.t > 4" {MARK}\n',
        "punkt 2 »z«",
        "Tegnet »>« kan ikke stå i »hvis«. Der er kun = og !=.",
    ),
    "hvis with an open parenthesis": (
        f'{HEAD}{VALG}{ASK}hvis = "(v = ny" {MARK}\n',
        "punkt 2 »z«",
        "Der mangler en slutparentes i »hvis«.",
    ),
    "hvis with a felt that is answered": (
        f'{HEAD}{GRUPPE}{TAL}{ASK}hvis = "g.t besvaret" {MARK}\n',
        "punkt 2 »z«",
        "»besvaret« gælder et helt punkt. Skriv »g besvaret«.",
    ),
}


def faults_of(text: str) -> tuple[Fault, ...]:
    with pytest.raises(FaultyFile) as raised:
        load_agenda("min.toml", text.encode())
    return raised.value.faults


def marked_line(text: str) -> int:
    return next((number for number, line in enumerate(text.split("\n"), 1) if MARK in line), 0)


@pytest.mark.parametrize("name", CASES)
def test_a_fault_has_its_line_its_place_and_its_sentence(name: str) -> None:
    text, place, sentence = CASES[name]

    faults = faults_of(text)

    assert [(fault.line, fault.place, fault.sentence) for fault in faults] == [(marked_line(text), place, sentence)]


def test_the_table_of_faults_is_long() -> None:
    assert len(CASES) >= 60


def test_what_the_cases_are_made_of_is_without_fault() -> None:
    whole = HEAD + PUNKT + VALG + GRUPPE + TAL + LISTE + KORT + ASK

    agenda = load_agenda("min.toml", whole.encode())

    assert [punkt.id for punkt in agenda.punkter] == ["a", "v", "g", "l", "z"]


def test_every_fault_of_a_file_comes_at_once_in_the_order_of_the_file() -> None:
    text = (
        'id = "x"\ntitel = 4\ngaelder = "forløb"\n'
        '[[punkt]]\nid = "a"\ntekst = "A"\ntyp = "kort"\n'
        '[[punkt]]\nid = "b"\ntekst = "B"\ntype = "valg"\nvalg = ["ja: ja", "nej"]\nhvis = "c = ja"\n'
        '[[punkt]]\nid = "b"\ntekst = ""\ntype = "gruppe"\n'
    )

    faults = faults_of(text)

    assert [fault.line for fault in faults] == [2, 3, 4, 7, 12, 13, 15, 16, 17]


def test_a_faulty_agenda_is_a_faulty_file_and_its_message_holds_nothing_of_it() -> None:
    with pytest.raises(FaultyFile) as raised:
        load_agenda("min.toml", f'{HEAD}hemmelig = "Æ-7"\n{PUNKT}'.encode())

    assert raised.value.exit_code == ExitCode.FAULTY_FILE
    assert str(raised.value) == ""
    assert "hemmelig" not in repr(raised.value.faults)


def test_nothing_is_said_of_a_condition_on_a_felt_whose_own_type_is_wrong() -> None:
    text = f'{HEAD}{GRUPPE}{TAL.replace("tal", "tall")}{ASK}hvis = "g.t = 4"\n'

    assert [fault.sentence for fault in faults_of(text)] == ["»type« kan ikke være »tall« (mente du »tal«?)."]
