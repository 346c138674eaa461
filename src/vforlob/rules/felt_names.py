"""What a felt is called in a document, where the question itself would read like a form. Knows no recipient's voice.

Only the felter that the contract names: their ids say what they mean, whatever a kommune's own agenda asks.
"""

_NAMES = {
    "hensigt": {"art": "Mest til", "tekst": "Formål"},
    "cv": {"gennemgaet": "Gennemgået", "brugbart": "Det kan bruges her"},
    "fremmode": {
        "sygemelding_til": "Besked ved sygdom til",
        "inden_kl": "Ring inden",
        "ogsa_kommunen": "Kommunen skal også have besked",
        "for_sent": "Kom for sent",
    },
    "lonkroner": {
        "svar": "Løn på sigt",
        "opgaver": "Opgaver",
        "fra_uge": "Fra uge",
        "trin": "Så langt er det",
        "timer": "Timer om ugen med løn",
        "tekst": "Aftalt om løn",
    },
    "arbejdstoj": {"hvem": "Sørger for tøjet", "tekst": "Tøj"},
    "opstart": {
        "kl": "Tidspunkt",
        "sted": "Mødested",
        "modtages_af": "Tager imod",
        "mentor": "Kan spørges i hverdagen",
    },
    "opfolgning": {
        "dato": "Første opfølgning",
        "form": "Form",
        "kl": "Tidspunkt",
        "fast_tid": "Fast tid",
        "kontakt_kommune": "Kontakt i kommunen",
        "stedfortraeder": "Stedfortræder",
        "svar": "Aftale",
    },
    "forlaengelse": {"slut": "Ny slutdato (kræver en ny bevilling)", "begrundelse": "Begrundelse"},
    "erfaringer": {
        "varighed": "Varighed",
        "virkede": "Det virkede",
        "svaert": "Det var svært",
        "slutning": "Sådan sluttede det",
    },
    "hensyn": {
        "hensyn": "Hensyn",
        "behov": "Behov",
        "losning": "Løsning på arbejdspladsen",
        "hvem": "Må vide det",
        "sporg_forst": "Skal vente, til borgeren er spurgt igen",
        "aftalt": "Aftalt med borgeren",
        "hvorfor": "Hvorfor de må vide det",
        "betydning": "Har betydning for sagen",
        "stotte": "Støtte",
        "stotte_tekst": "Mere om støtten",
    },
    "timetal": {"hvornar": "Målet er nået senest"},
    "egen_indsats": {"valg": "Aftalt", "tekst": "Mere om det"},
    "geografi": {"sted": "By eller postnummer", "minutter": "Længste tur hver vej"},
    "koordinering": {"hvornar": "Tidspunkt", "hvem": "Koordineres af"},
    "aftaler": {
        "hvem_andre": "Sammen med",
        "naeste_kontakt": "Næste kontakt",
        "naeste_kl": "Tidspunkt",
        "naeste_form": "Form",
    },
}

FELT_NAMES = {(punkt, felt): name for punkt, felter in _NAMES.items() for felt, name in felter.items()}
