"""The commands about the caseload seen whole, targets, learning, holidays: a section of the table. Runs nothing."""

from vforlob.cli.command import OVERBLIK, Command

_FIGURE = ("TAL", "Et tal i overblikket, fx forfaldne; »?« viser, hvad tallene betyder", False)
_MALTAL = ("MÅLTAL", "Måltallets navn eller nummer, fx igang eller 7", False)
_SET = ("NAVN=TAL ...", "Måneden, og et navn og et tal for hvert måltal, fx 2026-12 igang=9 fastholdt=8", False)
_SAG = ("SAG", "Forløbets eller borgerens nummer, fx f12 eller b7", False)
_SPARRING = ("NR", "Nummeret på sagen til sparring, fx 3", False)
_HISTORIE = ("NR", "Nummeret på historien, fx 3", False)
_MADE = ("format", "ud", "overskriv", "erstat_tegn")
_PERIODE = ("PERIODE ...", "Fx »uge 28-31«, juli, sommer eller »1/7 til 31/7«; ellers de næste uger", False)
_FERIE = ("FERIE", "Feriens nummer, fx 7", False)
_GIVEN = ("format", "ud", "overskriv", "erstat_tegn", "udskriv")

OVERBLIK_COMMANDS: tuple[Command, ...] = (
    Command(
        "overblik",
        OVERBLIK,
        "Se hele sagsstammen på én skærm, og åbn tallene",
        "overblikket:overblik",
        args=(_FIGURE,),
        options=("forklar", "plads", "udvikling", "alle_bag", "json", "overblik_format", "ud", "overskriv"),
        examples=(
            "vforlob overblik",
            "vforlob overblik forfaldne",
            "vforlob overblik --plads 10",
            "vforlob overblik --format html --ud overblik.html",
        ),
    ),
)

MALTAL_COMMANDS: tuple[Command, ...] = (
    Command(
        "måltal",
        OVERBLIK,
        "Se måltallene for denne måned og den næste, og sæt, vis eller ret dem",
        "maltallene:maltal",
        options=("json",),
        examples=("vforlob måltal", "vforlob måltal --json"),
    ),
    Command(
        "måltal liste",
        OVERBLIK,
        "Vis mål, faktisk og mangler for denne måned og den næste",
        "maltallene:liste",
        options=("json",),
        examples=("vforlob måltal liste",),
    ),
    Command(
        "måltal sæt",
        OVERBLIK,
        "Sæt flere måltal for en måned på én linje",
        "maltallene:saet",
        args=(_SET,),
        options=("json",),
        examples=("vforlob måltal sæt 2026-12 igang=9 fastholdt=8", "vforlob måltal sæt næste måned cv=30"),
    ),
    Command(
        "måltal ny",
        OVERBLIK,
        "Sæt et måltal, også et med eget navn og eget filter",
        "maltallene:ny",
        options=("svar", "json"),
        examples=("vforlob måltal ny", "vforlob måltal ny --svar måltal.toml"),
    ),
    Command(
        "måltal vis",
        OVERBLIK,
        "Vis, hvad et måltal tæller, og alle månederne",
        "maltallene:vis",
        args=(_MALTAL,),
        options=("json",),
        examples=("vforlob måltal vis igang", "vforlob måltal vis 7"),
    ),
    Command(
        "måltal ret",
        OVERBLIK,
        "Ret et måltal for denne måned eller en senere",
        "maltallene:ret",
        args=(_MALTAL,),
        options=("svar", "json"),
        examples=("vforlob måltal ret igang", "vforlob måltal ret 7 --svar måltal.toml"),
    ),
    Command(
        "måltal udvikling",
        OVERBLIK,
        "Se månederne ved siden af hinanden",
        "rapporten:udvikling",
        options=("udvikling_format", "ud", "overskriv", "json"),
        examples=("vforlob måltal udvikling", "vforlob måltal udvikling --format xlsx"),
    ),
    Command(
        "rapport",
        OVERBLIK,
        "Lav en side om måneden til samtalen med din leder, uden alias og navne",
        "rapporten:rapport",
        args=(("MÅNED ...", "Måneden, fx 2026-11 eller november; ellers den, der sidst sluttede", False),),
        options=("sager", "sag_format", "ud", "overskriv", "erstat_tegn", "udskriv"),
        examples=("vforlob rapport november", "vforlob rapport 2026-11 --format docx --sager f12,f8"),
    ),
)

LAERING_COMMANDS: tuple[Command, ...] = (
    Command(
        "læring",
        OVERBLIK,
        "Hvordan forløbene sluttede, hvilke tegn der stod, og dine egne noter om et ord",
        "laeringen:laering",
        args=(("ORD ...", "Et ord eller et mærke, fx mødetid; ? viser, hvad tallene tæller", False),),
        options=("laering_siden", "forklar", "sag_format", "ud", "overskriv", "erstat_tegn", "json"),
        examples=("vforlob læring", "vforlob læring mødetid", "vforlob læring --siden 1/8 --format xlsx"),
    ),
    Command(
        "sparring",
        OVERBLIK,
        "Skriv sager ud til kolleger, uden navne: situation, prøvet, spørgsmål, råd",
        "sparringen:sparring",
        args=(("NR ...", "Numrene på sagerne, fx 3 5", False),),
        options=(*_MADE, "udskriv"),
        examples=("vforlob sparring", "vforlob sparring 3 5 --format docx"),
    ),
    Command(
        "sparring liste",
        OVERBLIK,
        "Vis sagerne til sparring, dem uden råd først",
        "sparringen:liste",
        options=("json",),
        examples=("vforlob sparring liste",),
    ),
    Command(
        "sparring ny",
        OVERBLIK,
        "Gør en sag klar til kolleger; udkastet er af sagens egne tal",
        "sparringen:ny",
        args=(_SAG,),
        options=("svar", "json"),
        examples=("vforlob sparring ny f12",),
    ),
    Command(
        "sparring vis",
        OVERBLIK,
        "Vis en sag til sparring, og de råd du fik",
        "sparringen:vis",
        args=(_SPARRING,),
        options=("json",),
        examples=("vforlob sparring vis 3",),
    ),
    Command(
        "sparring ret",
        OVERBLIK,
        "Skriv rådet ind, eller ret sagen",
        "sparringen:ret",
        args=(_SPARRING,),
        options=("svar", "json"),
        examples=("vforlob sparring ret 3",),
    ),
    Command(
        "historie",
        OVERBLIK,
        "Se de gode historier, og lav, vis eller ret en",
        "historier:historie",
        options=("json",),
        examples=("vforlob historie",),
    ),
    Command(
        "historie liste",
        OVERBLIK,
        "Vis de gode historier, og om de må fortælles",
        "historier:liste",
        options=("json",),
        examples=("vforlob historie liste",),
    ),
    Command(
        "historie ny",
        OVERBLIK,
        "Skriv en god historie; den må først fortælles, når borgeren har sagt ja",
        "historier:ny",
        args=(("FORLØB", "Forløbets nummer eller borgerens alias, fx f12", False),),
        options=("svar", "json"),
        examples=("vforlob historie ny f12",),
    ),
    Command(
        "historie vis",
        OVERBLIK,
        "Vis en god historie, eller giv den videre uden navne med --format",
        "historier:vis",
        args=(_HISTORIE,),
        options=(*_MADE, "json"),
        examples=("vforlob historie vis 3", "vforlob historie vis 3 --format docx"),
    ),
    Command(
        "historie ret",
        OVERBLIK,
        "Ret en historie, skriv borgerens ja, eller at det er trukket tilbage",
        "historier:ret",
        args=(_HISTORIE,),
        options=("svar", "json"),
        examples=("vforlob historie ret 3",),
    ),
)

FERIE_COMMANDS: tuple[Command, ...] = (
    Command(
        "ringerunde",
        OVERBLIK,
        "Hvem du skal ringe til i en uge, med nummer, sidste emne og hvorfor",
        "ringerunden:ringerunde",
        args=(("UGE ...", "Fx »uge 49«, næste eller »uge 1 2027«; ellers denne uge, i weekenden den næste", False),),
        options=("sag_format", "ud", "overskriv", "erstat_tegn", "udskriv", "json"),
        examples=("vforlob ringerunde", "vforlob ringerunde næste --format pdf", "vforlob ringerunde uge 49 --udskriv"),
    ),
    Command(
        "ferie",
        OVERBLIK,
        "Hvem der går for længe uden kontakt hen over en ferie, og hvornår du kan ringe",
        "ferien:ferie",
        args=(_PERIODE,),
        options=("alle", "json"),
        examples=("vforlob ferie", "vforlob ferie sommer", "vforlob ferie uge 52 til uge 1"),
    ),
    Command(
        "ferie ny",
        OVERBLIK,
        "Skriv din egen ferie ind, en borgers, eller at en virksomhed har lukket",
        "ferien:ny",
        args=(("HVEM", "min, en borger (b7) eller en virksomhed (v4)", False), _PERIODE),
        options=("svar", "json"),
        examples=("vforlob ferie ny min uge 29-31", "vforlob ferie ny v4 uge 28-30", "vforlob ferie ny b7"),
    ),
    Command(
        "ferie ret",
        OVERBLIK,
        "Ret dagene eller stedfortræderen, eller aflys ferien",
        "ferien:ret",
        args=(_FERIE,),
        options=("svar", "json"),
        examples=("vforlob ferie ret 7",),
    ),
    Command(
        "ferie liste",
        OVERBLIK,
        "Vis al ferie, der ikke er forbi",
        "ferien:liste",
        options=("alle", "json"),
        examples=("vforlob ferie liste", "vforlob ferie liste --alle"),
    ),
    Command(
        "ferie plan",
        OVERBLIK,
        "Sæt de foreslåede opkald før og efter en ferie ind som næste kontakt",
        "ferien:plan",
        args=(_PERIODE,),
        options=("ferie_ja", "json"),
        examples=("vforlob ferie plan", "vforlob ferie plan sommer --ja f12,f15"),
    ),
    Command(
        "ferie ark",
        OVERBLIK,
        "Lav et ark til din stedfortræder med det, et opkald kræver, og ikke mere",
        "ferien:ark",
        args=(_FERIE,),
        options=_GIVEN,
        examples=("vforlob ferie ark", "vforlob ferie ark --format pdf", "vforlob ferie ark 7 --udskriv"),
    ),
)
