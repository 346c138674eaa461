"""The sentences for what can be wrong with a copy. Knows no copy."""

_WORDS = {
    "sum": "Filen er ikke den, der blev skrevet.",
    "laengde": "Filen er blevet kortere.",
    "sider": "Indholdet er beskadiget.",
    "raekker": "Der mangler noget, eller der er kommet noget til.",
    "kaede": "Hændelserne hænger ikke sammen.",
    "skema": "Databasens opbygning er en anden, end der står i følgefilen.",
    "tabeller": "Nogen har lavet om på databasens opbygning.",
    "laesning": "Den kan ikke læses.",
    "noegle": "Den kan ikke åbnes med din nøgle.",
    "nyere": "Den er skrevet af en nyere vforlob.",
    "rester": "Den kunne ikke samles i én fil.",
    "optaget": "Der blev skrevet i et andet vindue hele tiden.",
    "sted": "Den kunne ikke skrives på det andet sted.",
}


def fault_words(fault: str) -> str:
    """One sentence for an id from `drill`, CopyFailed or CopyDamaged."""
    return _WORDS.get(fault, "Den er ikke, som den skal være.")
