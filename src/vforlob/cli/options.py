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
    "format": Option("--format", "md, html, txt eller json; md, når du ikke vælger", "FORMAT"),
    "til_hvem": Option("--til", "borger eller virksomhed; borger, når du ikke skriver det", "MODTAGER"),
    "mail": Option("--mail", "Den lange udgave, til Outlook"),
    "ud": Option("--ud", "Skriv til en fil i stedet for på skærmen", "FIL"),
    "overskriv": Option("--overskriv", "Erstat filen, hvis den findes"),
    # --- Dagsordener og regler ---------------------------------------------------------------------------------------
    # --- Opsætning, demo og sikkerhed --------------------------------------------------------------------------------
    "kun_data": Option("--kun-data", "Byg kun sagerne, og hold ingen opfølgning"),
    "forfra": Option("--forfra", "Slet den demo, der er, og byg den om"),
    "noeglefil": Option("--noeglefil", "Lås med den nøglefil, der står på STI, og spørg ikke om noget", "STI"),
}
