"""The commands that keep data safe: copies, check, access, deletion, insight. Knows names and places, runs nothing."""

from vforlob.cli.command import BORGER, OVERBLIK, SIKKERHED, VIRKSOMHED, Command

KOPI_COMMANDS: tuple[Command, ...] = (
    Command(
        "kopi",
        SIKKERHED,
        "Lav en krypteret sikkerhedskopi nu, også et andet sted, fx på en USB-nøgle",
        "kopien:kopi",
        options=("kopi_ud", "kopi_ja", "glem_sted", "json"),
        examples=("vforlob kopi", "vforlob kopi --ud /media/usb"),
    ),
    Command(
        "kopi liste",
        SIKKERHED,
        "Vis sikkerhedskopierne",
        "kopien:liste",
        options=("json",),
        aliases=("kopier",),
        examples=("vforlob kopi liste",),
    ),
    Command(
        "kopi tjek",
        SIKKERHED,
        "Gendan den nyeste kopi på prøve, og se de andre efter",
        "kopien:tjek",
        options=("json",),
        examples=("vforlob kopi tjek",),
    ),
    Command(
        "gendan",
        SIKKERHED,
        "Gå tilbage til en sikkerhedskopi; databasen, som den er nu, bliver lagt til side",
        "gendannelsen:gendan",
        args=(("KOPI", "En sikkerhedskopi, eller mappen, de ligger i; ellers vælger du på en liste", False),),
        options=("gendan_ja", "json"),
        examples=("vforlob gendan", "vforlob gendan /media/usb"),
    ),
)

TJEK_COMMANDS: tuple[Command, ...] = (
    Command(
        "tjek",
        SIKKERHED,
        "Se efter, om datamappen er hel og i orden, og prøv, om den nyeste kopi kan hentes tilbage",
        "tjekket:tjek",
        options=("hurtig", "json"),
        examples=("vforlob tjek", "vforlob tjek --hurtig"),
    ),
    Command(
        "om",
        SIKKERHED,
        "Hvad supporten skal vide, når du ringer: udgaver, størrelser og antal, men intet om nogen",
        "omme:om",
        options=("json",),
        examples=("vforlob om",),
    ),
)

ADGANG_COMMANDS: tuple[Command, ...] = (
    Command(
        "opsæt ret",
        SIKKERHED,
        "Ret dit navn, dit telefonnummer, og om navne må gemmes",
        "opsaet:ret",
        options=("svar",),
        examples=("vforlob opsæt ret", "vforlob opsæt ret --svar opsæt.toml"),
    ),
    Command(
        "adgang",
        SIKKERHED,
        "Se, hvad der åbner dine data, og skift det",
        "adgangen:adgang",
        options=("json",),
        examples=("vforlob adgang",),
    ),
    Command("adgang sætning", SIKKERHED, "Vælg en ny adgangssætning", "adgangen:saetning"),
    Command("adgang kode", SIKKERHED, "Lav en ny gendannelseskode; den gamle virker ikke mere", "adgangen:kode"),
    Command(
        "adgang nøglering",
        SIKKERHED,
        "Læg nøglen i computerens nøglering, eller tag den ud igen",
        "adgangen:noeglering",
        args=(("TIL", "til eller fra", False),),
        examples=("vforlob adgang nøglering til", "vforlob adgang nøglering fra"),
    ),
    Command(
        "adgang lås",
        SIKKERHED,
        "Hvor mange minutter menuen venter, før den låser",
        "adgangen:laas",
        args=(("MINUTTER", "Et tal fra 1 til 60; 10, når du ikke har valgt", False),),
        examples=("vforlob adgang lås 5",),
    ),
    Command("luk", SIKKERHED, "Ryd skærmen, og hør, om noget er åbent", "lukningen:luk"),
)

SLET_COMMANDS: tuple[Command, ...] = (
    Command(
        "slettefrister",
        SIKKERHED,
        "Se, hvad der har nået sin slettefrist, og slet det, du siger ja til",
        "slettefristerne:slettefrister",
        options=("slet_ja", "alle_frister", "json"),
        aliases=("frister",),
        examples=("vforlob slettefrister", "vforlob slettefrister --ja ord,log"),
    ),
    Command(
        "slettefrister ret",
        SIKKERHED,
        "Skriv jeres egen slettefrist i dage",
        "slettefristerne:ret",
        args=(
            ("FRIST", "ord, sager, kladder, virksomheder, log eller filer", False),
            ("DAGE", "Antallet af dage, eller »standard«", False),
        ),
        examples=("vforlob slettefrister ret ord 60", "vforlob slettefrister ret ord standard"),
    ),
    Command(
        "slettefrister kvitteringer",
        SIKKERHED,
        "Vis, hvad der er slettet, og hvornår, uden navne",
        "slettefristerne:kvitteringer",
        options=("json",),
        examples=("vforlob slettefrister kvitteringer",),
    ),
    Command(
        "slet",
        SIKKERHED,
        "Slet alt om en borger",
        "sletningen:slet",
        args=(BORGER,),
        options=("slet_nummer",),
        aliases=("borger slet",),
        examples=("vforlob slet b7", "vforlob slet b7 --ja b7"),
    ),
    Command(
        "slet virksomhed",
        SIKKERHED,
        "Slet en virksomhed, som ingen borger har været i",
        "sletningen:virksomhed",
        args=(VIRKSOMHED,),
        options=("slet_nummer",),
        aliases=("virksomhed slet",),
        examples=("vforlob slet virksomhed v4",),
    ),
    Command(
        "slettestop",
        SIKKERHED,
        "Slet intet om en borger, når nogen har bedt om at se sagen",
        "slettestoppet:slettestop",
        args=(BORGER, ("TIL ELLER AF", "til eller af", False)),
        options=("json",),
        examples=("vforlob slettestop", "vforlob slettestop b7 til", "vforlob slettestop b7 af"),
    ),
)

INDSIGT_COMMANDS: tuple[Command, ...] = (
    Command(
        "indsigt",
        SIKKERHED,
        "Alt, hvad der står om en borger, når hun beder om at se det",
        "indsigten:indsigt",
        args=(BORGER,),
        options=("anmodet", "givet", "format", "ud", "overskriv", "erstat_tegn", "json"),
        examples=(
            'vforlob indsigt b7 --anmodet "i går"',
            "vforlob indsigt b7 --format docx",
            "vforlob indsigt b7 --json",
            "vforlob indsigt b7 --givet",
        ),
    ),
    Command(
        "log",
        SIKKERHED,
        "Hvornår der er set på hvem, og til hvad; aldrig, hvad der stod",
        "loggen:log",
        args=(BORGER,),
        options=("dag", "log_efter", "log_alle", "json"),
        examples=("vforlob log", "vforlob log b7", 'vforlob log --dag "i går"'),
    ),
)

FORTEGNELSE_COMMANDS: tuple[Command, ...] = (
    Command(
        "fortegnelse",
        SIKKERHED,
        "Hvad der gemmes om hvem, hvorfor, hvor længe og hvor sikkert; en side til leder og DPO",
        "fortegnelsen:fortegnelse",
        options=("leder", "datablad", "format", "ud", "overskriv", "erstat_tegn", "udskriv"),
        examples=("vforlob fortegnelse --leder", "vforlob fortegnelse --datablad --format docx"),
    ),
    Command(
        "databrud",
        SIKKERHED,
        "Er computeren væk: hvad der var på den, uden navne, og hvad der skal gøres inden 72 timer",
        "databruddet:databrud",
        options=("opdaget", "kopi_sti", "uden_noegle", "format", "ud", "overskriv"),
        examples=(
            'vforlob databrud --opdaget "2026-11-20 13:00"',
            "vforlob databrud --kopi E:\\kopier --format docx --ud brud.docx",
        ),
    ),
    Command(
        "teamtal",
        OVERBLIK,
        "Tal om, hvordan forløb sluttede, som må deles med teamet: ingen små tal, ingen personer",
        "teamtal:teamtal",
        options=("tavle_format", "ud", "overskriv", "erstat_tegn", "udskriv"),
        examples=("vforlob teamtal", "vforlob teamtal --format xlsx"),
    ),
)
