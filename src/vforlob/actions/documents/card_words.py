"""The words of the contact cards, in the kommune's own tone: an offer, never a check. Only data."""

VIRKSOMHED = {
    "titel": "Hvem ringer I til?",
    "intro": "Jeg er jeres faste kontakt i {}, så længe forløbet varer. I behøver ikke vente, til vi ses.",
    "ring_om": "Ring for eksempel om",
    "emner": "\n".join(
        (
            "småting, der driller: det er lettest at rette til, mens det er småt",
            "mødetid, pauser, eller at nogen ikke er kommet",
            "opgaver, der er for svære, for lette eller for få",
            "et hensyn, der ikke passer ind i dagen",
            "noget, der er svært at få sagt: så hjælper jeg med at sige det",
            "en ny kollega, en travl uge eller andet, der ændrer jeres hverdag",
            "flere timer, eller opgaver, I gerne vil betale løn for",
            "papirer, underskrifter og datoer",
            "det, der går godt: det vil jeg også gerne høre",
        )
    ),
    "tilbud": (
        "Når jeg ringer eller kommer forbi, er det et tilbud til jer. Passer det dårligt, finder vi en anden tid, "
        "og I må gerne sige til, hvis I vil høre mere eller mindre fra mig."
    ),
    "notater": "Det, du fortæller mig om et forløb, skriver jeg ned. Borgeren har ret til at læse det.",
}

BORGER = {
    "titel": "Dit kort",
    "intro": "Jeg er din faste kontakt, så længe forløbet varer. Her er det, der er rart at have på sig.",
    "kontakt": "Hvem du ellers kan gå til",
    "forste_dag": "Din første dag",
    "dage": "Dine dage",
    "sige": "Det kan du sige om dig selv",
    "egne_ord": "Det er dine egne ord. Du bestemmer selv, hvor meget af det du vil sige, og til hvem.",
    "rundvisning_titel": "Sig ja tak til en rundvisning",
    "rundvisning": (
        "Bliver du spurgt, om du vil se stedet, så sig ja tak, også hvis du hellere vil i gang. "
        "Det viser, at du har lyst, og så kender du stedet, når du begynder."
    ),
    "sporgsmal_titel": "To spørgsmål, du kan stille",
    "sporgsmal": "Hvad er vigtigst at nå på en god dag her?\nHvem går jeg til, når jeg er i tvivl?",
    "syg": "Hvis du er syg eller forsinket",
    "syg_uden_grund": "Du behøver ikke sige, hvad du fejler.",
    "notater": (
        "Jeg skriver mine arbejdsnoter på kommunens pc. Det, der betyder noget for din sag, skriver jeg i journalen; "
        "det kan din sagsbehandler læse, og du kan selv få det at se. Virksomheden får kun det, vi to har aftalt, og "
        "det, vi taler om sammen ved bordet. Resten bliver slettet."
    ),
}
