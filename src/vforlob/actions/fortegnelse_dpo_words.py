"""The words of the one page for leader and DPO: short, because it is one page. Knows no folder."""

TITLE = "vforlob: det, kommunen skal vide og svare på"
WHAT = (
    "Borgere under et alias (fx B-7), forløb, samtaler, aftaler, delmål, timer, hensyn og fravær; virksomheder med "
    "kontaktpersoner. Hensyn, fravær og fri tekst kan være følsomme oplysninger. Intet felt til cpr-nummer."
)
WHERE = (
    "I én fil i konsulentens egen mappe på arbejdscomputeren. Netværksdrev og mapper, der kopieres til nettet, bliver "
    "afvist."
)
ENCRYPTION = (
    "Fra første bogstav, med SQLCipher (AES-256). Nøglen er tilfældig og låst med en adgangssætning på mindst 20 tegn "
    "eller fem ord (argon2id) og en gendannelseskode på papir."
)
NOBODY_ELSE = "Ingen andre kan åbne filen."
IN_KEYRING = (
    "Konsulenten har valgt, at nøglen også ligger i computerens nøglering, hvor programmer, der kører som hende, kan "
    "hente den."
)
BY_KEY_FILE = (
    "Fra første bogstav, med SQLCipher (AES-256). Nøglen er tilfældig og ligger i en nøglefil uden for mappen."
)
BY_DEMO = "Krypteret, men nøglen ligger i mappen: Det er en demo med opdigtede personer."
SHARING = (
    "Hver tekst laves til én modtager. Virksomheden får aldrig diagnose, ydelse, grunde til fravær eller det, borgeren "
    "har sagt alene. Teamet får kun afrundede tal, aldrig under 5."
)
ACCESS = (
    "»vforlob indsigt« samler alt om én borger med historik og opslag. Loggen viser dag, handling og kommando, aldrig "
    "indhold."
)
NEVER_TITLE, LIMITS_TITLE, DECIDE_TITLE = (
    "Det gør programmet aldrig",
    "Det beskytter det ikke imod",
    "Det skal kommunen svare på",
)
NEVER = (
    "Sender eller henter noget på nettet. Der er ingen leverandør, der kan se med.",
    "Har et felt til cpr-nummer, eller gemmer noget om nogen ukrypteret af sig selv.",
    "Sletter noget uden et ja, uden kvittering for journalen eller under et slettestop.",
    "Giver borgere point, eller afgør noget om dem. Det er en arbejdskopi og ikke journalen.",
)
LIMITS = (
    "Skadelige programmer, der kører som konsulenten, og den, der sidder ved en åben og ulåst computer.",
    "Filer og papir, som konsulenten selv laver til andre: De er i klar tekst. Filerne bliver registreret.",
    "Det, styresystemet selv lægger på disken (dvale og sidefil). Derfor skal hele disken også være krypteret.",
    "At både adgangssætning og gendannelseskode bliver væk. Så er data tabt; journalen er der stadig.",
)
QUESTIONS = (
    ("lokalt", "Må arbejdsnoter om borgere ligge krypteret på denne computer?"),
    ("navne", "Må borgernes navn og telefonnummer gemmes? Ellers kun et alias."),
    ("frister", "Passer slettefristerne herover med kommunens?"),
    ("disk", "Er hele disken krypteret, og er det aftalt, hvem der gemmer gendannelseskoden?"),
    ("kopi", "Må en krypteret kopi ligge et andet sted, fx et H-drev eller en USB-nøgle?"),
)
ELSE = "Andet, der er aftalt"
YES_NO = (("ja", "ja"), ("nej", "nej"))
SIGN = ("Leder, dato", "Databeskyttelsesrådgiver, dato")
NOT_LEGAL = "Hjælp, ikke juridisk rådgivning. Kommunens retningslinjer, DPO og fagsystem går forud."
