"""The words of every option: how it is spelt, what it takes, what it does. Knows no command.

The key is the keyword-only parameter of the command function. An option without a metavar is a switch.
"""

from typing import NamedTuple


class Option(NamedTuple):
    """`flag` is the Danish spelling that is printed; ASCII spellings are accepted for it."""

    flag: str
    help: str
    metavar: str = ""


# Taken by every command, before or after its name.
GLOBAL_OPTIONS: dict[str, Option] = {
    "mappe": Option("--mappe", "Brug datamappen STI", "STI"),
    "enkel": Option("--enkel", "Enkle linjer uden farver, til skærmlæsere og ældre terminaler"),
    "uden_sporgsmal": Option("--uden-spørgsmål", "Spørg ikke om noget"),
    "fejlsog": Option("--fejlsøg", "Vis, hvor i programmet det gik galt, uden oplysninger om nogen"),
}
HELP_OPTION = Option("--hjælp", "Vis denne hjælp")
HELP_FLAGS = ("--hjælp", "-h", "--help")

OPTIONS: dict[str, Option] = {
    "alle": Option("--alle", "Vis alle, også de lukkede"),
    "json": Option("--json", "Skriv resultatet som JSON"),
    "svar": Option("--svar", "Hent svarene i en TOML-fil; »-« læser det, der sendes ind", "FIL"),
    # --- Samtaler ----------------------------------------------------------------------------------------------------
    "med": Option("--med", "Spørg kun dem, der er med: borger, virksomhed, mentor, sagsbehandler", "PARTER"),
    "kort": Option("--kort", "Uden de grundige punkter"),
    "grundig": Option("--grundig", "Med de grundige punkter"),
    "tillaeg": Option("--tillæg", "Med de punkter, der ellers ikke bliver spurgt om, fx C", "PUNKTER"),
    "udgave": Option("--udgave", "Vis en tidligere udgave", "NUMMER"),
    # --- I dag -------------------------------------------------------------------------------------------------------
    "til_dag": Option("--til", "Vis det igen den dag, fx fredag", "DATO"),
    "grund": Option("--grund", "Hvorfor det kan vente", "TEKST"),
    # --- Hensyn, kontakt, fravær og ønsker ---------------------------------------------------------------------------
    "kontakt_med": Option("--med", "Hvem: borger, virksomhed, mentor, sagsbehandler; ellers virksomhed", "PARTER"),
    "kanal": Option("--kanal", "besøg, telefon, video, sms eller mail; telefon, når du ikke skriver det", "KANAL"),
    "ikke_naet": Option("--ikke-nået", "Ingen svarede"),
    "fra": Option("--fra", "Hvem der begyndte, når det ikke var dig: virksomhed, borger, mentor", "PART"),
    "dato": Option("--dato", "Dagen, fx »i går«; i dag, når du ikke skriver den", "DATO"),
    "tekst": Option("--tekst", "Én linje om det", "TEKST"),
    "syg": Option("--syg", "Syg"),
    "fri": Option("--fri", "Fri efter aftale"),
    "udeblevet": Option("--udeblevet", "Blev væk uden besked"),
    "uafklaret": Option("--uafklaret", "Ved ikke endnu"),
    "besked": Option("--besked", "Hvem der gav besked, og hvordan", "TEKST"),
    # --- Tekster -----------------------------------------------------------------------------------------------------
    "til": Option("--til", "Hvem teksten er til: borger, virksomhed, mentor, sagsbehandler, journal", "MODTAGER"),
    "format": Option("--format", "md, html, txt, docx, pdf eller json", "FORMAT"),
    "sag_format": Option("--format", "md, html, txt, docx, pdf, json, xlsx eller csv", "FORMAT"),
    "fra_dag": Option("--fra", "Kun notater fra og med den dag, fx 1/11", "DATO"),
    "indtil": Option("--indtil", "Kun notater til og med den dag, fx »i går«", "DATO"),
    "ark_til": Option("--til", "borger eller virksomhed: et eget eksemplar; ellers er arket til dem begge", "MODTAGER"),
    "udvikling_til": Option("--til", "sagsbehandler, journal eller borger; ellers sagsbehandler", "MODTAGER"),
    "siden": Option("--siden", "Det, der er sket efter den dag, fx 1/11", "DATO"),
    "ring": Option("--ring", "Skal sagsbehandleren ringe til dig? ja eller nej", "SVAR"),
    "traeffetid": Option("--træffetid", "Hvornår du træffes, fx »hverdage kl. 8-15«; gemmes til næste gang", "TEKST"),
    "papir_til": Option("--til", "Hvem arket vises til: borger, virksomhed, mentor, sagsbehandler", "MODTAGER"),
    "agenda": Option("--agenda", "Dagsordenen; opfølgning, når du ikke skriver den", "NAVN"),
    "linjer": Option("--svar", "Hent linjerne i en tekstfil; »-« læser det, der sendes ind", "FIL"),
    "erstat_tegn": Option("--erstat-tegn", "Sæt ▯ i stedet for et tegn, som skriften i PDF ikke har"),
    "med_navn": Option("--navn", "Skriv borgerens navn eller alias i kalenderen, hvor andre kan læse det"),
    "med_dagsorden": Option("--dagsorden", "Skriv dagsordenens punkter i aftalen"),
    "med_sted": Option("--sted", "Skriv virksomheden som sted, når det er et besøg"),
    "alle_filer": Option("--alle", "Vis alle, også dem, der er væk"),
    "alder": Option("--alder", "Kun dem, der er mindst så mange dage gamle", "DAGE"),
    "udskriv": Option("--udskriv", "Send arket til printeren"),
    "udklip": Option("--udklip", "Læg teksten i udklipsholderen i stedet for at vise den; én borger ad gangen"),
    "alle_sat_ind": Option("--alle", "Alt, der venter; det bliver vist, og du bliver spurgt"),
    "dato_sat_ind": Option("--dato", "Dagen, det blev sat ind, fx »i går«; i dag, når du ikke skriver den", "DATO"),
    "aflever_forfra": Option("--forfra", "Begynd med det første trin igen"),
    "til_hvem": Option("--til", "borger eller virksomhed; borger, når du ikke skriver det", "MODTAGER"),
    "mail": Option("--mail", "Den lange udgave, til Outlook"),
    "ud": Option("--ud", "Skriv til den fil, eller med et navn for sig selv i den mappe", "FIL"),
    "overskriv": Option("--overskriv", "Erstat filen, hvis den findes"),
    # --- Dagsordener og regler ---------------------------------------------------------------------------------------
    # --- Opsætning, demo og sikkerhed --------------------------------------------------------------------------------
    "kun_data": Option("--kun-data", "Byg kun sagerne, og hold ingen opfølgning"),
    "forfra": Option("--forfra", "Slet den demo, der er, og byg den om"),
    "noeglefil": Option("--noeglefil", "Lås med den nøglefil, der står på STI, og spørg ikke om noget", "STI"),
}
