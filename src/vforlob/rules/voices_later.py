"""The headings, names and titles of the later meetings, for each who reads: midtvejs, the end, efterværn, a call."""

# What a document is called where the agenda's own title is a name for the konsulent.
TITLES = {"midtvejs": "Midtvejssamtale", "opkald": "Opkald"}

ARTS = {
    "virksomhedspraktik": "Virksomhedspraktik",
    "lontilskud": "Løntilskud",
    "lonnede_timer": "Timer med løn",
    "smajob": "Småjob",
    "fleksjob": "Fleksjob",
    "kombination": "Kombinationsforløb",
    "andet": "Forløb",
}
AIMS = {"afklaring": "Afklaring", "optraening": "Optræning", "ansaettelse": "Ansættelse"}

# How a text closes where the usual words would be out of place; a telephone number may follow.
CLOSINGS = {
    ("afslutning", "borger"): "Ring til mig, hvis der er noget, også når forløbet er slut{}.",
    ("afslutning", "virksomhed"): "Tak, fordi I tog imod. Ring til mig, hvis I har et spørgsmål eller en ny opgave{}.",
    ("afslutning", "mentor"): "Tak for din hjælp i forløbet. Ring til mig, hvis du har et spørgsmål{}.",
    ("eftervaern", "borger"): "Ring til mig, hvis noget bliver svært, også før næste gang{}.",
    ("eftervaern", "virksomhed"): "Ring til mig, hvis I har et spørgsmål{}.",
    ("eftervaern", "mentor"): "Ring til mig, hvis du har et spørgsmål{}.",
}
# Where a text holds nothing but that there was a samtale.
NOTHING = "Der har været en samtale {}. Der er ikke noget til dig fra den."
NOTHING_FOR_SEVERAL = "Der har været en samtale {}. Der er ikke noget til jer fra den."

# Where nobody but the konsulent was there: nobody had a samtale.
STATUS = {
    "borger": "Jeg gjorde status {}. Her er det, der handler om dig.",
    "virksomhed": "Jeg gjorde status {}. Her er det, I skal vide.",
    "mentor": "Jeg gjorde status {}. Her er det, du skal vide som mentor.",
}
STATUS_OF_NOTHING = "Jeg gjorde status {}. Der er ikke noget til dig fra den."
STATUS_OF_NOTHING_FOR_SEVERAL = "Jeg gjorde status {}. Der er ikke noget til jer fra den."

# To somebody who was not there: the konsulent promised it to those who were, and agreed with them to speak again.
PROMISED_TO_OTHERS = "Jeg har lovet"
NEXT_WITH_OTHERS = {
    "besog": "Den næste samtale er på arbejdspladsen {}.",
    "telefon": "Den næste samtale er i telefonen {}.",
    "video": "Den næste samtale er på video {}.",
    "kommunen": "Den næste samtale er hos kommunen {}.",
    "": "Den næste samtale er {}.",
}

BORGER = {
    "hensigt_effekt": "Formålet, og hvad forløbet har givet",
    "skema": "Sådan går det, tema for tema",
    "det_gode": "Det, der gør forløbet godt",
    "ret_til": "Det retter vi til",
    "delmal": "Dine delmål",
    "lille_skridt": "Dit næste lille skridt",
    "det_selvfolgelige": "Det, der er vigtigt på stedet",
    "klaedt_pa": "Virksomheden",
    "gik_godt": "Det gik godt",
    "gik_skidt": "Det gik mindre godt",
    "udfald": "Sådan sluttede forløbet",
    "naeste_skridt": "Dit næste skridt",
    "trivsel": "Sådan går det på dit arbejde",
    "pa_vej": "Det er på vej",
    "hvem_ringer": "Bliver det svært, ringer du til",
    "ma_kontakte_arbejdsgiver": "Må jeg kontakte din arbejdsgiver?",
    "hvem_taler": "Hvem taler med dig om det",
}

VIRKSOMHED = {
    "hensigt_effekt": "Formålet, og hvad forløbet har givet",
    "skema": "Sådan går det, tema for tema",
    "det_gode": "Det, der gør forløbet godt",
    "ret_til": "Det retter vi til",
    "delmal": "Delmål",
    "lille_skridt": "Det næste lille skridt",
    "det_selvfolgelige": "Det, der er vigtigt hos jer",
    "klaedt_pa": "I er klædt på",
    "gik_godt": "Det gik godt",
    "gik_skidt": "Det gik mindre godt",
    "igen": "En anden gang",
    "naeste_skridt": "Næste skridt",
    "hvad_sker": "Det ringede I om",
    "hvad_har_du_gjort": "Det har I selv gjort",
    "krav": "Jeres krav",
    "hvem_taler": "Hvem taler med borgeren",
}

CASE = {
    "hensigt_effekt": "Formål og udbytte",
    "skema": "Skema, tema for tema",
    "det_gode": "Det, der virker",
    "ret_til": "Det rettes til",
    "delmal": "Delmål",
    "lille_skridt": "Næste lille skridt",
    "samtale_med_virksomhed": "Afsluttende samtale med virksomheden",
    "gik_godt": "Det gik godt",
    "gik_skidt": "Det gik mindre godt",
    "igen": "Nyt samarbejde med virksomheden",
    "udfald": "Udfald",
    "laering": "Læring",
    "naeste_skridt": "Næste skridt",
    "trivsel": "Trivsel på arbejdet",
    "pa_vej": "På vej",
    "hvem_ringer": "Bliver det svært, ringer borgeren til",
    "ma_kontakte_arbejdsgiver": "Må arbejdsgiveren kontaktes?",
    "hvad_sker": "Virksomhedens henvendelse",
    "hvad_har_du_gjort": "Det har virksomheden selv gjort",
    "krav": "Krav",
    "hvem_taler": "Hvem taler med borgeren",
}

NAMES_FOR_BORGER = {
    ("hensigt_effekt", "effekt"): "Det har du fået ud af det",
    ("delmal", "attraktivt"): "Det får du ud af det",
    ("udfald", "kode"): "Resultat",
    ("udfald", "hvem"): "Hvem ville stoppe",
}
# What an answer is called to the borger herself, by point, felt and the id of the choice.
CHOICES_FOR_BORGER = {
    **{
        ("udfald", "kode", kode): text
        for kode, text in {
            "stoppet_afklaret": "stoppet før tid, fordi vi fik svar på det, vi ville vide",
            "afbrudt_borger": "du valgte at stoppe",
            "afbrudt_virksomhed": "virksomheden valgte at stoppe",
            "afbrudt_kommune": "kommunen valgte at stoppe",
            "aldrig_startet": "forløbet kom ikke i gang",
            "udeblevet": "du kom ikke igen, og jeg kunne ikke få fat i dig",
        }.items()
    },
    ("udfald", "hvem", "borger"): "du selv",
}
NAMES_FOR_VIRKSOMHED = {
    ("igen", "svar"): "I tager imod igen",
    ("igen", "hvornar"): "Jeg må ringe",
    ("igen", "type"): "Opgaver eller forløb",
    ("hvad_sker", "hvornar"): "Hvornår og hvor tit",
    ("hvad_sker", "gar_godt"): "Det går stadig godt",
    ("krav", "sagt"): "Kravene er sagt til borgeren",
    ("krav", "borgers_krav"): "Det kan borgeren forvente af jer",
}
