"""What the record of processing says that no column says: whose data it is, why, who gets it, how it is kept safe.

Knows no folder: what differs from one to another is counted and put in elsewhere.
"""

LEGAL = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."
BLANK = "Skrives af kommunen: ________________________________"

PURPOSES = (
    "At støtte borgere før, under og efter et forløb i en virksomhed, så de kommer i job eller uddannelse.",
    "At holde og forberede samtaler, følge op på aftaler og se i tide, når et forløb er ved at gå i stå.",
    "At lave de tekster, som borger, virksomhed, mentor, sagsbehandler og journal har krav på eller brug for.",
    "At lære af, hvordan forløb slutter, i tal uden personer.",
)
NOT_THE_JOURNAL = (
    "Programmet er konsulentens arbejdskopi og ikke kommunens journal. Det, der har betydning for sagen, bliver sat "
    "ind i fagsystemet, og programmet minder om det."
)

PEOPLE = (
    ("Borgere", "med et alias, som konsulenten vælger, fx B-7; navn og telefonnummer kun, hvis kommunen siger ja"),
    ("Kontaktpersoner", "i virksomheder: navn, arbejdstelefon og arbejdsmail"),
    ("Mentorer og kolleger til borgeren", "når de er nævnt i en aftale eller en samtale"),
    ("Sagsbehandlere og stedfortrædere", "i kommunen: hvem der har sagen, og hvem der kan ringes til"),
    ("Konsulenten selv", "navn og telefonnummer under de tekster, der gives videre"),
)

OWN_AND_CASE = "Alt, hvad der har betydning for sagen, med hvem der sagde hvad."
GIVEN = {
    "borger": "Sine egne tekster: referat, aftaler, delmål, hensyn, tal og ord. Hele sin sag ved indsigt.",
    "virksomhed": "Opgaver, timer, mødetid, aftaler med virksomheden, dens egne ord, og de løsninger på hensyn, som "
    "borgeren har sagt ja til, at lederen må kende.",
    "mentor": "Opgaver, timer, aftaler med mentoren, og de løsninger på hensyn, som borgeren har sagt ja til, at "
    "mentoren må kende.",
    "sagsbehandler": OWN_AND_CASE,
    "journal": f"{OWN_AND_CASE} Konsulenten sætter teksten ind; programmet sender den ikke.",
}
INSIDE = (
    ("Leder", "Tal om måneden og sager til drøftelse, uden navne og aliasser."),
    ("Kolleger", "Jobåbninger, virksomheder og sparring, uden noget, der peger på en borger."),
    ("Teamet", "Tal fra kvartaler, der er slut: under 5 vises ikke, resten er rundet til nærmeste 5."),
    ("Stedfortræder", "Virksomhed, kontaktperson, dag og hvad der skal gøres. Ingen borger er nævnt."),
)
WHO = {
    "borger": "Borgeren",
    "virksomhed": "Virksomheden",
    "mentor": "Mentoren",
    "sagsbehandler": "Sagsbehandleren",
    "journal": "Journalen",
}
NEVER_OUT = (
    "Aldrig til virksomhed eller mentor: diagnose og behandling, ydelse, målgruppe, sanktion, grunde til fravær, "
    "sygedage, tidligere forløb, ønskeliste, tæt opfølgning og sagsbehandlerens vurdering. Det er spærret i programmet "
    "og kan ikke slås til."
)
NO_PROCESSOR = "Ingen databehandler og ingen leverandør har adgang. Programmet har ingen forbindelse til nettet."
NO_TRANSFER = "Intet sendes til lande uden for EU eller til andre maskiner."

MEASURES = (
    ("Kryptering", "Hele databasen og alle kopier er krypteret med SQLCipher (AES-256 og kontroltal på hver side)."),
    ("Adgang", "Kun den bruger, der ejer mappen. Filer og mapper er lukket for andre."),
    ("Sted", "Mapper på netværksdrev eller i en tjeneste, der kopierer til nettet, bliver afvist."),
    (
        "Deling",
        "Hver tekst laves til én modtager og holder kun, hvad den modtager må få. Filer har ingen skjulte data.",
    ),
    ("Spor", "Enhver ændring er en hændelse i en kæde af kontroltal. Opslag noteres uden indhold."),
    ("Drift", "Et gemt svar er på disken. Kopier prøves ved at blive hentet frem; »vforlob tjek« ser det hele efter."),
    ("Sletning", "Rigtig sletning, også i søgning, kopier og det, der hentes frem igen. Kvittering uden navn."),
    (
        "Mindst muligt",
        "Intet felt til cpr-nummer; et skrevet nummer bliver sløret. Hensyn skrives som behov i arbejdet.",
    ),
)
