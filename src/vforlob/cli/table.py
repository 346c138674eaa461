"""Every command of the program, in the order of the help. Knows names and places, runs nothing.

A command is one entry here and one plain function in cli/commands/. Its options have their words in cli/options.py.
A section that grows long gets a file of its own, as table_sager.py.
"""

from vforlob.cli.command import AGENDAER, BORGER, FORLOB, IDAG, SAMTALE, SAMTALER, SIKKERHED, TEKSTER, Command
from vforlob.cli.table_hensyn import HENSYN_COMMANDS, PASTED_COMMANDS
from vforlob.cli.table_match import FIND_COMMANDS, IMPORT_COMMANDS, MATCH_FAMILY_COMMANDS, VIRKSOMHED_FAMILY_COMMANDS
from vforlob.cli.table_overblik import FERIE_COMMANDS, LAERING_COMMANDS, MALTAL_COMMANDS, OVERBLIK_COMMANDS
from vforlob.cli.table_poster import POSTER_COMMANDS
from vforlob.cli.table_sager import SAGER_COMMANDS
from vforlob.cli.table_tekster import EXPORT_COMMANDS, HANDED_COMMANDS, PAPER_COMMANDS
from vforlob.cli.table_tryghed import (
    ADGANG_COMMANDS,
    FORTEGNELSE_COMMANDS,
    INDSIGT_COMMANDS,
    KOPI_COMMANDS,
    SLET_COMMANDS,
    TJEK_COMMANDS,
)

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
        "udsæt",
        IDAG,
        "Udsæt det, der står om et forløb eller en borger på listen, med en grund",
        "udsat:udsaet",
        args=(("SAG", "Forløbets eller borgerens nummer, fx f12 eller b7", False),),
        options=("til_dag", "grund", "svar", "json"),
        examples=("vforlob udsæt f12 --til fredag --grund ferie", "vforlob udsæt b7"),
    ),
    Command(
        "tæt",
        IDAG,
        "Se tegnene bag et forløb eller en borger, og sæt, ret eller løft tæt opfølgning",
        "taet:taet",
        args=(("SAG", "Forløbets eller borgerens nummer, fx f12 eller b7", False),),
        options=("svar", "json"),
        aliases=("bekymring",),
        examples=("vforlob tæt f12", "vforlob tæt f12 --svar taet.toml"),
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
    Command(
        "midtvejs",
        SAMTALER,
        "Hold en midtvejssamtale, når halvdelen af forløbet er gået, også når alt går godt",
        "samtaler:midtvejs",
        args=(FORLOB,),
        options=_HELD,
        examples=("vforlob midtvejs f12",),
    ),
    Command(
        "afslutning",
        SAMTALER,
        "Afslut et forløb sammen med virksomheden, også når det er stoppet før tid",
        "samtaler:afslutning",
        args=(FORLOB,),
        options=_HELD,
        examples=("vforlob afslutning f12", "vforlob afslutning f12 --med virksomhed"),
    ),
    Command(
        "efterværn",
        SAMTALER,
        "Hold en samtale med den, der har fået job",
        "samtaler:eftervaern",
        args=(FORLOB,),
        options=_HELD,
        examples=("vforlob efterværn f12",),
    ),
    Command(
        "opkald",
        SAMTALER,
        "Når virksomheden ringer: spørgsmål til telefonen",
        "samtaler:opkald",
        args=(FORLOB,),
        options=_HELD,
        examples=("vforlob opkald f12",),
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
    *POSTER_COMMANDS,
    *HENSYN_COMMANDS,
    # --- Overblik, match og læring -----------------------------------------------------------------------------------
    *OVERBLIK_COMMANDS,
    *MALTAL_COMMANDS,
    *LAERING_COMMANDS,
    *FERIE_COMMANDS,
    *VIRKSOMHED_FAMILY_COMMANDS,
    *MATCH_FAMILY_COMMANDS,
    *FIND_COMMANDS,
    *IMPORT_COMMANDS,
    # --- Tekster: referat --------------------------------------------------------------------------------------------
    Command(
        "referat",
        TEKSTER,
        "Lav en tekst om en samtale til borger, virksomhed, mentor, sagsbehandler eller journal",
        "referater:referat",
        args=(SAMTALE,),
        options=("til", "format", "ud", "overskriv", "erstat_tegn"),
        examples=(
            "vforlob referat s31 --til borger",
            "vforlob referat s31 --til virksomhed --format docx",
            "vforlob referat s31 --til virksomhed --format html --ud opfølgning.html",
        ),
    ),
    *PAPER_COMMANDS,
    *HANDED_COMMANDS,
    *EXPORT_COMMANDS,
    *PASTED_COMMANDS,
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
    Command(
        "skabelon ny",
        AGENDAER,
        "Læg en Word-skabelon frem, som du kan give kommunens brevhoved",
        "skabeloner:ny",
        aliases=("skabelon",),
        examples=("vforlob skabelon ny",),
    ),
    Command(
        "regler vis",
        AGENDAER,
        "Vis de regler, der gælder en dag: tal, ord og kilder",
        "regler:vis",
        args=(("DATO", "En dag, fx 1/1-2027; i dag, når du ikke skriver nogen", False),),
        options=("json",),
        aliases=("regler",),
        examples=("vforlob regler vis", "vforlob regler vis 1/1-2027"),
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
    *KOPI_COMMANDS,
    *TJEK_COMMANDS,
    *ADGANG_COMMANDS,
    *SLET_COMMANDS,
    *INDSIGT_COMMANDS,
    *FORTEGNELSE_COMMANDS,
)
