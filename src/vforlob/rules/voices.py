"""How each recipient is spoken to: the words of the five texts, as data. Knows no answers and no format."""

from collections.abc import Mapping
from typing import NamedTuple

from vforlob.rules import voices_later as later


class Voice(NamedTuple):
    """`people` are the words for who does what, in a list ("du og virksomheden"); `promised` the heading over what
    each has promised, by who. `said`, `answered` and `scored` go before own words, other answers and scores, by part.
    `headings` are by point, for the points that the contract names, and `names` by point and felt; the others keep
    their own. `choices` are by point, felt and choice. `nothing_new` stands where there is nothing to praise.
    `is_sober` is the case's voice: short dates, no groups, everything.
    """

    people: Mapping[str, str]
    promised: Mapping[str, str]
    said: Mapping[str, str]
    answered: Mapping[str, str]
    scored: Mapping[str, str]
    headings: Mapping[str, str]
    names: Mapping[tuple[str, str], str]
    thanks: str
    told: str
    by_form: Mapping[str, str]
    latest: str
    alone: str
    more_hours: str
    paid_hours: str
    reached: str
    closing: str
    no_longer: str
    choices: Mapping[tuple[str, str, str], str] = {}
    nothing_new: str = ""
    is_sober: bool = False


_PEOPLE = {
    "borger": "borgeren",
    "konsulent": "jeg",
    "sagsbehandler": "sagsbehandleren",
    "virksomhed": "virksomheden",
    "mentor": "mentoren",
    "andre": "andre",
}
_HAS_PROMISED = {
    "borger": "Borgeren har lovet",
    "konsulent": "Jeg har lovet",
    "sagsbehandler": "Sagsbehandleren har lovet",
    "virksomhed": "Virksomheden har lovet",
    "mentor": "Mentoren har lovet",
    "andre": "Andre har lovet",
}
_SAID = {
    "borger": "Borgeren sagde",
    "virksomhed": "Virksomheden sagde",
    "mentor": "Mentoren sagde",
    "sagsbehandler": "Sagsbehandleren sagde",
    "konsulent": "Jeg sagde",
}
_ANSWERED = {
    "borger": "Borgerens svar",
    "virksomhed": "Virksomhedens svar",
    "mentor": "Mentorens svar",
    "sagsbehandler": "Sagsbehandlerens svar",
    "konsulent": "Mit svar",
}
_SCORED = {
    "borger": "Borgerens vurdering",
    "virksomhed": "Virksomhedens vurdering",
    "mentor": "Mentorens vurdering",
    "sagsbehandler": "Sagsbehandlerens vurdering",
    "konsulent": "Min vurdering",
}

BORGER = Voice(
    people=_PEOPLE | {"borger": "du", "sagsbehandler": "din sagsbehandler"},
    promised=_HAS_PROMISED
    | {"borger": "Du har lovet", "konsulent": "Jeg har lovet dig", "sagsbehandler": "Din sagsbehandler har lovet"},
    said=_SAID | {"borger": "Du sagde", "sagsbehandler": "Din sagsbehandler sagde"},
    answered=_ANSWERED | {"borger": "Dit svar"},
    scored=_SCORED | {"borger": "Din egen vurdering"},
    headings={
        "hensigt": "Formålet med forløbet",
        "hvordan_gar_det": "Sådan går det",
        "opgaver": "Dine opgaver",
        "selvstaendigt": "Det klarer du selv",
        "fremmode": "Dit fremmøde",
        "socialt": "Sammen med de andre",
        "hensyn": "Dine hensyn",
        "timetal": "Dine timer",
        "cv": "Dit CV",
        "lonkroner": "Løn",
        "arbejdstoj": "Arbejdstøj",
        "opstart": "Din første dag",
        "opfolgning": "Opfølgning",
        "forlaengelse": "Forlængelse",
        "indsats": "Det, du vil frem til",
        "bidrag": "Det, forløbet kan bidrage til",
        "erfaringer": "Dine erfaringer",
        "ressourcer": "Det, du kan og har med dig",
        "onsker": "Dine ønsker",
        "egen_indsats": "Sådan er du med til at finde et forløb",
        "geografi": "Hvor arbejdspladsen kan ligge",
        "onskeliste": "Din ønskeliste",
        "koordinering": "Det, der skal passe sammen",
        "aftaler": "Det har vi aftalt",
        "tidligere_aftaler": "Aftaler fra sidst",
        "tidligere_delmal": "Dine delmål",
        **later.BORGER,
    },
    names={
        ("hensyn", "sporg_forst"): "Skal vente, til du er spurgt igen",
        ("hensyn", "aftalt"): "Aftalt med dig",
        ("egen_indsats", "valg"): "Det gør du",
        ("forlaengelse", "begrundelse"): "Hvorfor",
        **later.NAMES_FOR_BORGER,
    },
    thanks="Tak for samtalen {}. Her er det, vi talte om, og det, vi har aftalt.",
    told="Der har været en samtale {}, hvor du ikke var med. Her er det, der handler om dig.",
    by_form={
        "besog": "Vi ses på arbejdspladsen {}.",
        "telefon": "Jeg ringer til dig {}.",
        "video": "Vi ses på video {}.",
        "kommunen": "Vi ses hos kommunen {}.",
        "": "Vi tales ved {}.",
    },
    latest="Du hører fra mig senest {}.",
    alone="Det klarer du nu selv: {}",
    more_hours="Du er gået fra {} til {} timer om ugen{}.",
    paid_hours="Nu er {} om ugen med løn.",
    reached="Du har nået dit delmål: {}",
    closing="Ring til mig, hvis noget driller, også småting{}.",
    no_longer="Det har du ikke længere brug for: {}",
    choices=later.CHOICES_FOR_BORGER,
    nothing_new="Der er ikke noget nyt at fejre siden sidst. Det, du har nået, har du stadig.",
)

VIRKSOMHED = Voice(
    people=_PEOPLE | {"virksomhed": "I"},
    promised=_HAS_PROMISED | {"virksomhed": "I har lovet", "konsulent": "Jeg har lovet jer"},
    said=_SAID | {"virksomhed": "I sagde"},
    answered=_ANSWERED | {"virksomhed": "Jeres svar"},
    scored=_SCORED | {"virksomhed": "Jeres vurdering"},
    headings={
        "hensigt": "Formålet med forløbet",
        "hvordan_gar_det": "Sådan går det",
        "opgaver": "Arbejdsopgaver",
        "selvstaendigt": "Det klares selvstændigt",
        "fremmode": "Fremmøde",
        "lonkroner": "Løn",
        "arbejdstoj": "Arbejdstøj",
        "opstart": "Den første dag",
        "opfolgning": "Opfølgning",
        "forlaengelse": "Forlængelse",
        "socialt": "Sammen med kollegerne",
        "hensyn": "Hensyn",
        "timetal": "Timer",
        "aftaler": "Det har vi aftalt",
        "tidligere_aftaler": "Aftaler fra sidst",
        "tidligere_delmal": "Delmål",
        **later.VIRKSOMHED,
    },
    names=later.NAMES_FOR_VIRKSOMHED,
    thanks="Tak for samtalen {}. Her er det, vi talte om, og det, vi har aftalt.",
    told="Der har været en samtale {}, hvor I ikke var med. Her er det, I skal vide.",
    by_form={
        "besog": "Jeg kommer hos jer {}.",
        "telefon": "Jeg ringer til jer {}.",
        "video": "Vi ses på video {}.",
        "kommunen": "Vi ses hos kommunen {}.",
        "": "Vi tales ved {}.",
    },
    latest="I hører fra mig senest {}.",
    alone="Klares nu selvstændigt: {}",
    more_hours="Timetallet er gået fra {} til {} timer om ugen{}.",
    paid_hours="Nu er {} om ugen med løn.",
    reached="Delmålet er nået: {}",
    closing="Ring til mig, når noget driller, også småting{}.",
    no_longer="Ikke længere nødvendigt: {}",
    nothing_new="Der er ikke noget nyt at fremhæve siden sidst.",
)

MENTOR = VIRKSOMHED._replace(
    people=_PEOPLE | {"mentor": "du"},
    promised=_HAS_PROMISED | {"mentor": "Du har lovet", "konsulent": "Jeg har lovet"},
    told="Der har været en samtale {}, hvor du ikke var med. Her er det, du skal vide som mentor.",
    by_form={**VIRKSOMHED.by_form, "besog": "Jeg kommer på arbejdspladsen {}.", "telefon": "Jeg ringer {}."},
    latest="Der er kontakt igen senest {}.",
    nothing_new="",
)

JOURNAL = Voice(
    people=_PEOPLE | {"konsulent": "undertegnede"},
    promised={},
    said={
        "borger": "Borgeren oplyser",
        "virksomhed": "Virksomheden oplyser",
        "mentor": "Mentoren oplyser",
        "sagsbehandler": "Sagsbehandleren oplyser",
        "konsulent": "Undertegnede oplyser",
    },
    answered={
        "borger": "Borgeren svarer",
        "virksomhed": "Virksomheden svarer",
        "mentor": "Mentoren svarer",
        "sagsbehandler": "Sagsbehandleren svarer",
        "konsulent": "Undertegnede svarer",
    },
    scored=_SCORED | {"konsulent": "Undertegnedes vurdering"},
    headings={"tidligere_aftaler": "Aftaler fra sidst", "tidligere_delmal": "Delmål fra sidst", **later.CASE},
    names={},
    thanks="",
    told="",
    by_form={
        "besog": "{}, besøg.",
        "telefon": "{}, telefon.",
        "video": "{}, video.",
        "kommunen": "{}, hos kommunen.",
        "": "{}.",
    },
    latest="Ikke aftalt. Konsulenten tager kontakt senest {}.",
    alone="Klares nu selvstændigt: {}",
    more_hours="Timetallet er steget fra {} til {} timer om ugen{}.",
    paid_hours="Nu er {} om ugen med løn.",
    reached="Delmål nået: {}",
    closing="",
    no_longer="Hensyn, der ikke længere er nødvendigt: {}",
    nothing_new="Ingen ny fremgang oplyst siden sidst.",
    is_sober=True,
)

SAGSBEHANDLER = JOURNAL._replace(closing="Ring til mig, hvis du vil vide mere{}.")

VOICES = {
    "borger": BORGER,
    "virksomhed": VIRKSOMHED,
    "mentor": MENTOR,
    "sagsbehandler": SAGSBEHANDLER,
    "journal": JOURNAL,
}

# "den 20. november hos Ørbæk & Søn": where a samtale was held, by its form.
PLACES = {"besog": "hos {}", "telefon": "i telefonen", "video": "på video", "kommunen": "hos kommunen"}
FORMS = {"besog": "besøg", "telefon": "telefon", "video": "video", "kommunen": "hos kommunen"}
PRESENT = {
    "borger": "borger",
    "konsulent": "undertegnede",
    "sagsbehandler": "sagsbehandler",
    "leder": "leder",
    "mentor": "mentor",
    "tillidsrepraesentant": "tillidsrepræsentant",
    "bisidder": "bisidder",
    "tolk": "tolk",
    "andre": "andre",
}
HEARD_ALONE = {"borger": "borgeren", "virksomhed": "virksomheden", "mentor": "mentoren"}
PARTS = {
    "borger": "borgeren",
    "virksomhed": "virksomheden",
    "mentor": "mentoren",
    "sagsbehandler": "sagsbehandleren",
    "konsulent": "konsulenten",
}
RECIPIENTS = {
    "borger": "borgeren",
    "virksomhed": "virksomheden",
    "mentor": "mentoren",
    "sagsbehandler": "sagsbehandleren",
    "journal": "journalen",
}
# What a document is called beside its recipient, where its kind alone is no word.
DOCUMENTS = {
    "vaertsguide": "værtsguide",
    "laering": "læring",
    "eksport": "hele sagen",
    "dpo": "side til godkendelse",
}
WORKS = {
    "ja": "virker",
    "delvist": "virker delvist",
    "nej": "virker ikke",
    "ikke_laengere": "ikke nødvendigt længere",
}
DELMAL_STATUS = {
    "aben": "åbent",
    "naet": "nået",
    "delvist": "delvist nået",
    "justeret": "justeret",
    "bortfaldet": "bortfaldet",
}
