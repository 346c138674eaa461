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
    # --- Overblik ----------------------------------------------------------------------------------------------------
    "plads": Option("--plads", "Hvor mange kontakter du har plads til om ugen; 0 fjerner tallet", "ANTAL"),
    "udvikling": Option("--udvikling", "Månederne ved siden af hinanden"),
    "alle_bag": Option("--alle", "Vis hele listen bag tallet"),
    "overblik_format": Option("--format", "Kun tal, ingen navne: html, pdf, docx, md, txt, csv eller xlsx", "FORMAT"),
    # --- Læring, sparring og historier -------------------------------------------------------------------------------
    "laering_siden": Option("--siden", "Kun forløb, der er lukket i den måned eller senere, fx 1/8", "DATO"),
    "forklar": Option("--forklar", "Vis, hvad hvert tal tæller, og hvor det kommer fra"),
    # --- Match og henvendelser ---------------------------------------------------------------------------------------
    "trin": Option("--trin", "kontaktet, snusebesøg, samtale, aftale, afslag; ellers kontaktet", "TRIN"),
    "onske": Option("--ønske", "Ønskets plads på borgerens liste, fx 1", "PLADS"),
    "afslag_grund": Option("--grund", "Hvorfor det blev et afslag", "TEKST"),
    "jobabning": Option("--jobåbning", "Nummeret på den jobåbning, det handler om", "NR"),
    "sammen": Option("--sammen", "Kun det, borgeren selv må se: ønsker, steder, vej og timer"),
    "match_alle": Option("--alle", "Vis alle steder, også når der er mange"),
    "ferie_ja": Option("--ja", "Sæt dem ind uden at spørge: alle, eller fx f12,f15", "FORLØB"),
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
    # --- Virksomheder, jobåbninger og tavlen -------------------------------------------------------------------------
    "branche": Option("--branche", "Kun den branche, fx lager", "TEKST"),
    "sted": Option("--sted", "Kun det sted, fx Vejle", "TEKST"),
    "ny": Option("--ny", "Kun dem, der er nye som værter"),
    "erfaren": Option("--erfaren", "Kun dem, der har haft forløb før"),
    "ring_nu": Option("--ring", "Kun dem, der har bedt dig ringe igen, og hvor dagen er kommet"),
    "alle_haendelser": Option("--alle", "Alt, hvad der er sket, også det ældste"),
    "max_timer": Option("--max-timer", "Kun dem på højst så mange timer om ugen", "TIMER"),
    "alle_abninger": Option("--alle", "Også dem, der er besat eller lukket"),
    "egne": Option("--egne", "Kun dine egne jobåbninger"),
    "tavle_format": Option("--format", "txt, md, html, docx, pdf, json, csv eller xlsx", "FORMAT"),
    "liste_format": Option("--format", "csv eller xlsx; csv, når du ikke skriver det", "FORMAT"),
    "ja_hent": Option("--ja", "Hent det, når du har set det igennem"),
    "dobbelte": Option("--dobbelte", "Hent også dem, der ligner en, du har"),
    # --- Søgning og spejl --------------------------------------------------------------------------------------------
    "alle_fund": Option("--alle", "Vis alle steder, ikke kun de første"),
    "efter": Option("--efter", "Begynd efter så mange steder, fx 20", "ANTAL"),
    "spejl_format": Option("--format", "txt, md, html, docx, pdf, json, csv eller xlsx", "FORMAT"),
    # --- Import ------------------------------------------------------------------------------------------------------
    "kolonner": Option("--kolonner", "Ret, hvad kolonner bliver til: »Init=Alias; D=-«", "PAR"),
    "ellers": Option("--ellers", "Det, der gælder, hvor rækken intet siger: »Parathed=tæt på«", "PAR"),
    "opret": Option("--opret", "Opret også de virksomheder, der mangler"),
    "vis_kun": Option("--vis-kun", "Vis kun, hvad der ville ske, og gem intet"),
    "alle_fejl": Option("--alle", "Vis alle fejl, ikke kun de første 20"),
    "sager": Option("--sager", "De sager, I skal tale om, højst tre, fx f12,f8,b4; ellers de første i dag", "SAGER"),
    "udvikling_format": Option("--format", "csv, xlsx, md, html, docx, pdf, txt eller json; ellers skærmen", "FORMAT"),
    # --- Dagsordener og regler ---------------------------------------------------------------------------------------
    # --- Opsætning, demo og sikkerhed --------------------------------------------------------------------------------
    "slet_ja": Option("--ja", "Slet uden at spørge: sager, ord, kladder, virksomheder, log eller alt", "HVAD"),
    "slet_nummer": Option("--ja", "Nummeret igen, som et ja til at slette", "NUMMER"),
    "alle_frister": Option("--alle", "Vis hver enkelt, der kan slettes"),
    "kopi_ud": Option("--ud", "Læg den også i den mappe", "MAPPE"),
    "kopi_ja": Option("--ja", "Svar ja: Mappen må bruges, og de næste kopier skal også lægges der"),
    "glem_sted": Option("--glem-sted", "Læg ikke længere kopierne et andet sted"),
    "gendan_ja": Option("--ja", "Gendan uden at spørge"),
    "kun_data": Option("--kun-data", "Byg kun sagerne, og hold ingen opfølgning"),
    "forfra": Option("--forfra", "Slet den demo, der er, og byg den om"),
    "hurtig": Option("--hurtig", "Kun det, der er gjort på et øjeblik: uden at læse alt igennem og prøve kopien"),
    "leder": Option("--leder", "Siden til leder og databeskyttelsesrådgiver: én side, pdf"),
    "datablad": Option("--datablad", "Med hvert felt i databasen: slags, formål, frist, indsigt, deling"),
    "opdaget": Option(
        "--opdaget", "Hvornår bruddet blev opdaget, fx »2026-11-20 13:00« eller »i går kl. 9«", "TIDSPUNKT"
    ),
    "kopi_sti": Option("--kopi", "Se efter i en kopi, også på en anden computer", "STI"),
    "uden_noegle": Option("--uden-nøgle", "Sig det, der kan ses, uden at åbne databasen"),
    "anmodet": Option("--anmodet", "Dagen, borgeren bad om indsigt; svaret skal gives inden en måned", "DATO"),
    "givet": Option("--givet", "Indsigten er givet, og fristen er slut"),
    "dag": Option("--dag", "Kun den dag, fx »i går«", "DATO"),
    "log_efter": Option("--efter", "Begynd efter så mange linjer, fx 20", "ANTAL"),
    "log_alle": Option("--alle", "Vis alle linjer"),
    "noeglefil": Option("--noeglefil", "Lås med den nøglefil, der står på STI, og spørg ikke om noget", "STI"),
}
