"""The commands about virksomheder, matching, searching, spreadsheets: a section of the table. Runs nothing."""

from vforlob.cli.command import BORGER, MATCH, OVERBLIK, SAGER, VIRKSOMHED, Command

_ABNING = ("NR", "Jobåbningens nummer, fx 7", False)
_LISTS = ("max_timer", "branche", "alle_abninger", "json")
_FILE = ("ud", "overskriv")
_NR = ("NR", "Henvendelsens nummer, fx 7", False)
_REGNEARK = ("REGNEARK", "Filen, fx sager.xlsx eller sager.csv", False)
_OPTIONS = ("kolonner", "ellers", "vis_kun", "alle_fejl", "json")

VIRKSOMHED_FAMILY_COMMANDS: tuple[Command, ...] = (
    Command(
        "virksomhed genforhandl",
        SAGER,
        "Vis virksomheder, der har haft flere praktikker og ingen timer med løn",
        "virksomheder:genforhandl",
        options=("json",),
        examples=("vforlob virksomhed genforhandl",),
    ),
    Command(
        "virksomhed eksport",
        SAGER,
        "Gem listen over virksomheder som csv eller xlsx, uden noget om borgere",
        "virksomheder:eksport",
        options=("liste_format", *_FILE),
        examples=("vforlob virksomhed eksport --ud virksomheder.csv", "vforlob virksomhed eksport --format xlsx"),
    ),
    Command(
        "kontaktperson ny",
        SAGER,
        "Skriv en kontaktperson mere på en virksomhed",
        "kontaktpersoner:ny",
        args=(VIRKSOMHED,),
        options=("svar", "json"),
        examples=("vforlob kontaktperson ny v4",),
    ),
    Command(
        "kontaktperson ret",
        SAGER,
        "Ret en kontaktperson, eller skriv, at det ikke er hende mere",
        "kontaktpersoner:ret",
        args=(("NR", "Kontaktpersonens nummer, fx 7", False),),
        options=("svar", "json"),
        examples=("vforlob kontaktperson ret 7",),
    ),
    Command(
        "jobåbning",
        MATCH,
        "Se de åbne jobåbninger, og skriv, vis eller ret en",
        "jobabninger:jobabning",
        options=_LISTS,
        examples=("vforlob jobåbning", "vforlob jobåbning --max-timer 10"),
    ),
    Command(
        "jobåbning liste",
        MATCH,
        "Vis de åbne jobåbninger, den første frist først",
        "jobabninger:liste",
        options=_LISTS,
        aliases=("jobåbninger",),
        examples=("vforlob jobåbning liste --max-timer 10 --branche lager",),
    ),
    Command(
        "jobåbning ny",
        MATCH,
        "Skriv en jobåbning eller praktikplads ned: opgaver, timer og frist, ikke hvem den er til",
        "jobabninger:ny",
        args=(VIRKSOMHED,),
        options=("svar", "json"),
        examples=("vforlob jobåbning ny v4", "vforlob jobåbning ny --svar jobåbning.toml"),
    ),
    Command(
        "jobåbning vis",
        MATCH,
        "Vis en jobåbning og det, der er rettet i den",
        "jobabninger:vis",
        args=(_ABNING,),
        options=("json",),
        examples=("vforlob jobåbning vis 7",),
    ),
    Command(
        "jobåbning ret",
        MATCH,
        "Ret en jobåbning: besat, lukket, eller ordene i den",
        "jobabninger:ret",
        args=(_ABNING,),
        options=("svar", "json"),
        examples=("vforlob jobåbning ret 7",),
    ),
    Command(
        "tavle",
        MATCH,
        "Vis de åbne jobåbninger til tavlemødet, og del dem, uden noget om borgere",
        "tavlen:tavle",
        options=("egne", "tavle_format", *_FILE, "erstat_tegn", "udskriv", "json"),
        examples=("vforlob tavle", "vforlob tavle --format pdf", "vforlob tavle --format csv --ud tavle.csv"),
    ),
    Command(
        "tavle hent",
        MATCH,
        "Læs en kollegas jobåbninger fra en csv- eller xlsx-fil; de bliver vist først",
        "tavlen:hent",
        args=(("REGNEARK", "Filen fra kollegaen, fx tavle.csv", False),),
        options=("ja_hent", "dobbelte", "json"),
        examples=("vforlob tavle hent tavle.csv", "vforlob tavle hent tavle.xlsx --ja"),
    ),
)

MATCH_FAMILY_COMMANDS: tuple[Command, ...] = (
    Command(
        "match",
        MATCH,
        "Gå fra borgerens ønsker til steder at spørge, med hvorfor og hvorfor ikke",
        "matchet:match",
        args=(BORGER,),
        options=("sammen", "onske", "match_alle", "json"),
        examples=("vforlob match b7", "vforlob match b7 --sammen", "vforlob match b7 --ønske 2"),
    ),
    Command(
        "henvendelse",
        MATCH,
        "Skriv på ti sekunder, at en virksomhed er spurgt for en borger",
        "henvendelser:henvendelse",
        args=(BORGER, VIRKSOMHED),
        options=("onske", "trin", "afslag_grund", "tekst", "dato", "jobabning", "svar", "json"),
        aliases=("henvendelse ny",),
        examples=(
            "vforlob henvendelse b7 v4",
            'vforlob henvendelse b7 v4 --ønske 1 --tekst "ring fredag"',
            'vforlob henvendelse b7 v4 --trin afslag --grund "har lige ansat to"',
        ),
    ),
    Command(
        "henvendelse liste",
        MATCH,
        "Vis, hvem der er spurgt for en borger, eller hvem en virksomhed er spurgt for",
        "henvendelser:liste",
        args=(("HVEM", "En borger eller en virksomhed, fx b7 eller v4", False),),
        options=("alle", "json"),
        aliases=("henvendelser",),
        examples=("vforlob henvendelse liste b7", "vforlob henvendelse liste v4"),
    ),
    Command(
        "henvendelse vis",
        MATCH,
        "Vis en henvendelse",
        "henvendelser:vis",
        args=(_NR,),
        options=("json",),
        examples=("vforlob henvendelse vis 7",),
    ),
    Command(
        "henvendelse ret",
        MATCH,
        "Ret en henvendelse; et ønske, der er kommet videre, går ikke tilbage af sig selv",
        "henvendelser:ret",
        args=(_NR,),
        options=("svar", "json"),
        examples=("vforlob henvendelse ret 7",),
    ),
)

FIND_COMMANDS: tuple[Command, ...] = (
    Command(
        "find",
        MATCH,
        "Søg i alt, hvad du har skrevet: samtaler, kontakter, aftaler, hensyn, virksomheder",
        "findes:find",
        args=(("TEKST ...", "Det, du søger efter; et nummer eller alias sammen med andre ord søger kun dér", False),),
        options=("alle_fund", "efter", "json"),
        aliases=("søg",),
        examples=("vforlob find pause", "vforlob find ryg-problemer f12", "vforlob find arbejd* --alle"),
    ),
    Command(
        "spejl",
        OVERBLIK,
        "Se din egen praksis i et kvartal ved siden af metoden; kun til dig",
        "spejlet:spejl",
        args=(("KVARTAL", "Fx 2026-3, »3. kvartal« eller sidste; det, der er i gang, når du ikke skriver det", False),),
        options=("forklar", "json", "spejl_format", "ud", "overskriv"),
        examples=("vforlob spejl", "vforlob spejl sidste", "vforlob spejl 2026-3 --format pdf"),
    ),
)

IMPORT_COMMANDS: tuple[Command, ...] = (
    Command(
        "importer",
        SAGER,
        "Fortæller, hvordan du henter det, du har i et regneark",
        "importen:importer",
    ),
    Command(
        "importer borgere",
        SAGER,
        "Hent borgere fra et regneark, efter at have vist det hele",
        "importen:borgere",
        args=(_REGNEARK,),
        options=_OPTIONS,
        examples=(
            "vforlob importer borgere sager.xlsx",
            'vforlob importer borgere sager.csv --kolonner "Init=Alias; D=-"',
            'vforlob importer borgere sager.csv --ellers "Parathed=tæt på" --uden-spørgsmål',
        ),
    ),
    Command(
        "importer virksomheder",
        SAGER,
        "Hent virksomheder fra et regneark, efter at have vist det hele",
        "importen:virksomheder",
        args=(_REGNEARK,),
        options=_OPTIONS,
        examples=("vforlob importer virksomheder firmaer.csv --vis-kun",),
    ),
    Command(
        "importer forløb",
        SAGER,
        "Hent forløb fra et regneark: borgeren ved alias, virksomheden ved navn eller CVR",
        "importen:forlob",
        args=(_REGNEARK,),
        options=("opret", *_OPTIONS),
        examples=("vforlob importer forløb sager.xlsx", "vforlob importer forløb sager.xlsx --opret"),
    ),
)
