"""Every command of the program, in the order of the help. Knows names and places, runs nothing.

A command is one entry here and one plain function in cli/commands/. Its options have their words in cli/options.py.
A section that grows long gets a file of its own, as table_sager.py.
"""

from vforlob.cli.command import AGENDAER, BORGER, FORLOB, IDAG, SAMTALE, SAMTALER, SIKKERHED, TEKSTER, Command
from vforlob.cli.table_sager import SAGER_COMMANDS

# What `vforlob` alone runs: the first screen with its menu; without a terminal the same list as text.
BARE = Command("", IDAG, "Hvem der har brug for dig i dag, og hvorfor", "i_dag:first_screen")

_HELD = ("med", "kort", "grundig", "tillaeg", "svar", "json")

COMMANDS: tuple[Command, ...] = (
    # --- I dag: i-dag, demo ------------------------------------------------------------------------------------------
    Command(
        "i-dag",
        IDAG,
        "Hvem der har brug for dig i dag, som tekst",
        "i_dag:i_dag",
        options=("json",),
        aliases=("idag",),
        examples=("vforlob i-dag", "vforlob i-dag --json"),
    ),
    Command(
        "demo",
        IDAG,
        "Byg en opdigtet sagsstamme i en mappe for sig selv, og prøv en opfølgning",
        "demo:demo",
        options=("kun_data", "forfra"),
        examples=("vforlob demo", "vforlob demo --forfra"),
    ),
    # --- Samtaler: formøde ... opkald, samtale, fortsæt, fortryd -----------------------------------------------------
    Command(
        "formøde",
        SAMTALER,
        "Hold et formøde med en borger",
        "samtaler:formode",
        args=(BORGER,),
        options=_HELD,
        aliases=("forsamtale",),
        examples=("vforlob formøde b7", "vforlob formøde b7 --svar formøde.toml"),
    ),
    Command(
        "startmøde",
        SAMTALER,
        "Hold et startmøde, når et forløb begynder",
        "samtaler:startmode",
        args=(FORLOB,),
        options=_HELD,
        aliases=("opstart",),
        examples=("vforlob startmøde f12",),
    ),
    Command(
        "opfølgning",
        SAMTALER,
        "Hold en opfølgning i et forløb",
        "samtaler:opfolgning",
        args=(FORLOB,),
        options=_HELD,
        examples=("vforlob opfølgning f12", "vforlob opfølgning f12 --med borger"),
    ),
    Command("fortsæt", SAMTALER, "Fortsæt den samtale, du sidst begyndte på", "samtaler:fortsaet"),
    Command(
        "fortryd",
        SAMTALER,
        "Tag det sidste tilbage, efter at have vist det",
        "samtaler:fortryd",
        options=("json",),
    ),
    Command(
        "samtale liste",
        SAMTALER,
        "Vis alle samtaler",
        "samtaler:liste",
        options=("json",),
        aliases=("samtaler",),
    ),
    Command(
        "samtale vis",
        SAMTALER,
        "Vis en samtale og dens svar",
        "samtaler:vis",
        args=(SAMTALE,),
        options=("udgave", "json"),
        examples=("vforlob samtale vis s31", "vforlob samtale vis s31 --udgave 1"),
    ),
    Command(
        "samtale ret",
        SAMTALER,
        "Ret en samtale, der er færdig",
        "samtaler:ret",
        args=(SAMTALE,),
        options=("svar", "json"),
        examples=("vforlob samtale ret s31",),
    ),
    # --- Borgere, virksomheder og forløb -----------------------------------------------------------------------------
    *SAGER_COMMANDS,
    # --- Tekster: referat --------------------------------------------------------------------------------------------
    Command(
        "referat",
        TEKSTER,
        "Lav en tekst om en samtale til borger, virksomhed, mentor, sagsbehandler eller journal",
        "referater:referat",
        args=(SAMTALE,),
        options=("til", "format", "ud", "overskriv"),
        examples=(
            "vforlob referat s31 --til borger",
            "vforlob referat s31 --til virksomhed --format html --ud opfølgning.html",
        ),
    ),
    # --- Dagsordener og regler: agenda, regler -----------------------------------------------------------------------
    Command(
        "agenda liste",
        AGENDAER,
        "Vis alle dagsordener",
        "agendaer:liste",
        options=("json",),
        aliases=("agendaer", "dagsordener"),
        examples=("vforlob agenda liste",),
    ),
    Command(
        "agenda vis",
        AGENDAER,
        "Vis en dagsorden punkt for punkt",
        "agendaer:vis",
        args=(("NAVN", "Dagsordenens navn, fx opfølgning", False),),
        options=("json",),
        examples=("vforlob agenda vis opfølgning",),
    ),
    Command(
        "agenda tjek",
        AGENDAER,
        "Se en dagsorden efter for fejl",
        "agendaer:tjek",
        args=(("FIL", "En fil, eller navnet på en dagsorden", False),),
        examples=("vforlob agenda tjek trivsel", "vforlob agenda tjek kollegas-fil.toml"),
    ),
    Command(
        "agenda ny",
        AGENDAER,
        "Begynd på din egen dagsorden",
        "agendaer:ny",
        args=(("NAVN", "Navnet på den nye dagsorden, fx trivsel", False),),
        examples=("vforlob agenda ny trivsel", "vforlob agenda ny opfølgning"),
    ),
    # --- Opsætning og sikkerhed: opsæt, tjek, log ... ----------------------------------------------------------------
    Command(
        "opsæt",
        SIKKERHED,
        "Sæt vforlob op første gang",
        "opsaet:opsaet",
        options=("noeglefil", "svar"),
        examples=("vforlob opsæt", "vforlob opsæt --noeglefil nøgle.txt --svar opsæt.toml"),
    ),
)
