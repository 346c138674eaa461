"""What is said at a samtale after each of our agendas, question by question. Only words."""

from meeting import Rows, Said

FORMODE: Said = {
    ("Hvem og hvornår", "Hvem er med?"): "borger, sagsbehandler, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "hos kommunen",
    ("Hvem og hvornår", "Hvilken dag?"): "28/10 2026",
    ("Hvem og hvornår", "Klokken?"): "10",
    ("1", "Formålet med den jobrettede indsats"): "Tilbage i arbejde på få timer",
    ("2", "Hvad forløbet kan bidrage til"): "Vise, hvilke opgaver der går\nog hvilke der ikke gør",
    ("4", "Erhvervserfaring"): "11 år som chauffør",
    ("4", "Interesser"): "Motorcykler, fiskeri",
    ("5", "Borgerens ønsker til virksomhedsforløb"): "Noget med hænderne",
    ("6", "Hvilken støtte er der brug for?"): "mentor, transport",
    ("7", "Timer om ugen ved start"): "12,5",
    ("7", "Mål for timer om ugen"): "20",
    ("7", "Målet er nået senest"): "15/1 2027",
    ("8", "Sådan er borgeren med"): "tager_med_ud",
    ("9", "By eller postnummer"): "Nykøbing F., 4800",
    ("9", "Transport"): "bus",
    ("9", "Længste tur hver vej"): "45",
    ("12", "Næste kontakt"): "2/11 2026",
    ("Til sagsbehandleren", "Er der noget, sagsbehandleren og du skal tale om?"): "ja",
    ("Til sagsbehandleren", "Hvad?"): "Om bussen",
}
FORMODE_ROWS: Rows = {
    "3": [{"Sted": "Planteskole", "Hvor længe?": "5 uger", "Hvad virkede?": "Frisk luft"}],
    "6": [
        {
            "Hvad skal der tages hensyn til?": "Ryg",
            "Hvad kan arbejdspladsen gøre?": "En kort pause hver anden time",
            "Hvem må få det at vide?": "leder, vitas",
            "Har det betydning for sagen?": "ja",
        },
        {"Hvad skal der tages hensyn til?": "Uro", "Hvad kan arbejdspladsen gøre?": "Møder kl. 9"},
    ],
    "10": [{"Ønske": "Savværk", "Branche": "Træ"}, {"Ønske": "Pakkeri"}],
    "11": [{"Indsats": "Fysioterapi", "Hvornår?": "tirsdag kl. 10-12", "Hvem koordinerer?": "borger"}],
    "12": [
        {"Hvad er aftalt?": "Tage linje 42 en prøvetur", "Hvem gør det?": "borger", "Senest": "6/11 2026"},
        {"Hvad er aftalt?": "Ringe til de tre steder", "Hvem gør det?": "konsulent", "Senest": "4/11 2026"},
    ],
}

STARTMODE: Said = {
    ("Hvem og hvornår", "Hvem er med?"): "borger, leder, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "besøg",
    ("Hvem og hvornår", "Hvilken dag?"): "2/11 2026",
    ("Hvem og hvornår", "Klokken?"): "14",
    ("4", "Hvem må få det at vide?"): "leder, mentor",
    ("1", "Forløbet er mest til"): "optræning",
    ("1", "Formålet med jeres egne ord"): "Komme op på 20 timer",
    ("2", "Har I gennemgået CV'et?"): "ja",
    ("3", "Timer om ugen"): "14",
    ("3", "Dage"): "man, ons, fre",
    ("5", "Mødetid"): "9",
    ("5", "Hvem får besked ved sygdom?"): "Værkføreren",
    ("5", "Skal kommunen også have besked?"): "ja",
    ("6", "Er der opgaver, I ville betale løn for på sigt?"): "måske",
    ("6", "Hvilke opgaver?"): "Pakkebordet",
    ("6", "Fra hvilken uge?"): "50",
    ("7", "Vitas"): "oprettet",
    ("8", "Hvem sørger for arbejdstøj?"): "virksomheden",
    ("9", "Første dag"): "4/11 2026",
    ("9", "Klokken"): "9",
    ("10", "Første opfølgning"): "9/11 2026",
    ("10", "Hvordan?"): "telefon",
    ("A", "Borgeren"): "ja",
    ("A", "Virksomheden"): "delvist",
}
STARTMODE_ROWS: Rows = {
    "B": [{"Hvad er aftalt?": "Sætte ind i pakkebordet", "Hvem gør det?": "virksomhed", "Senest": "13/11 2026"}],
}

OPFOLGNING: Said = {
    ("Hvem og hvornår", "Hvem er med?"): "borger, leder, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "besøg",
    ("Hvem og hvornår", "Hvilken dag?"): "20/11 2026",
    ("Hvem og hvornår", "Klokken?"): "13",
    ("Aftaler fra sidst · sætte ind i pakkebordet · virksomheden · 13/11", "Hvordan gik det?"): "flyttet",
    ("Aftaler fra sidst · sætte ind i pakkebordet · virksomheden · 13/11", "Ny frist"): "27/11 2026",
    ("Aftaler fra sidst · sætte ind i pakkebordet · virksomheden · 13/11", "Hvorfor?"): "Travlt",
    ("Aftaler fra sidst · prøvetur med linje 42 · borger og konsulenten · 27/11", "Hvordan gik det?"): "gjort",
    ("Aftaler fra sidst · tale med lægen · borger · 4/12", "Hvordan gik det?"): "bortfaldet",
    ("Aftaler fra sidst · tale med lægen · borger · 4/12", "Hvorfor?"): "Lægen flyttede tiden",
    ("1", "Hvem har du talt med alene?"): "virksomheden",
    ("1", "Hvad siger borgeren?"): "Det går bedre, end jeg troede",
    ("1", "Hvad siger virksomheden?"): "Mødetiden driller",
    ("1", "Hvordan synes borgeren, det går?"): "4",
    ("1", "Hvordan synes virksomheden, det går?"): "3",
    ("2", "Hvor langt er borgeren?"): "med hjælp",
    ("3", "Det klarer borgeren selv"): "fejning",
    ("4", "Aftalte dage"): "8",
    ("4", "Mødt"): "6",
    ("4", "Syg"): "1",
    ("4", "Fri efter aftale"): "1",
    ("4", "Blev væk uden besked"): "0",
    ("4", "Ved ikke endnu"): "0",
    ("4", "Kom for sent, antal gange"): "2",
    ("5", "Hvad siger borgeren?"): "Spiser med holdet",
    ("5", "På arbejdspladsen"): "har en at gå til",
    ("6", "Virker det?"): "delvist",
    ("7", "Hvor langt er I?"): "talt om",
    ("8", "Praktik"): "12,5",
    ("8", "Ordinære timer"): "2",
    ("9", "Vil borgeren gerne fortsætte?"): "ja",
    ("9", "Vil virksomheden gerne fortsætte?"): "ved ikke",
    ("9", "Hvorfor skal forløbet forlænges?"): "Mere tid til pakkebordet",
    ("10", "Næste kontakt"): "1/12 2026",
}
OPFOLGNING_ROWS: Rows = {
    "2": [{"Opgave": "pakning i kasser", "Hvor langt er borgeren?": "oplæres"}],
    "10": [{"Hvad er aftalt?": "Ny mødetid kl. 9.15", "Hvem gør det?": "virksomhed", "Senest": "1/12 2026"}],
}

# The aftaler of the case, settled as in the opfølgning.
SETTLED: Said = {place: said for place, said in OPFOLGNING.items() if place[0].startswith("Aftaler fra sidst")}

MIDTVEJS: Said = {
    **SETTLED,
    ("Hvem og hvornår", "Hvem er med?"): "borger, leder, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "besøg",
    ("Hvem og hvornår", "Hvilken dag?"): "20/11 2026",
    ("Hvem og hvornår", "Klokken?"): "13",
    ("1", "Hvem har du talt med alene?"): "borgeren",
    ("1", "Hvad har forløbet givet indtil nu?"): "Møder stabilt",
    ("1", "Passer det, I gør, til formålet?"): "delvist",
    ("1", "Formålet med resten af forløbet"): "20 timer",
    ("2", "Borgerens svar"): "4",
    ("2", "Virksomhedens svar"): "3",
    ("2", "Konsulentens svar"): "2",
    ("3", "Hvad siger borgeren?"): "Makkeren",
    ("3", "Hvad siger virksomheden?"): "Æblekasserne står lige",
    ("4", "Det skal rettes til"): "arbejdsopgaverne, timetallet",
    ("4", "Hvordan?"): "Mere pakning",
    ("6", "Praktik"): "14",
    ("6", "Ordinære timer"): "2",
    ("7", "Næste kontakt"): "1/12 2026",
}
MIDTVEJS_ROWS: Rows = {
    "5": [
        {
            "Hvilken slags mål er det?": "udviklingsmål",
            "Specifikt: Hvad skal ske?": "Pakke to paller om dagen",
            "Målbart: Hvad tæller I?": "Paller",
            "Tidsbestemt: Nået senest": "15/1 2027",
            "Må virksomheden kende delmålet?": "ja",
        },
        {"Specifikt: Hvad skal ske?": "Spise med holdet", "Må virksomheden kende delmålet?": "nej"},
    ],
    "7": [{"Hvad er aftalt?": "Oplære ved pakkebordet", "Hvem gør det?": "virksomhed", "Senest": "1/12 2026"}],
}

AFSLUTNING: Said = {
    **SETTLED,
    ("Hvem og hvornår", "Hvem er med?"): "borger, leder, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "besøg",
    ("Hvem og hvornår", "Hvilken dag?"): "20/11 2026",
    ("Hvem og hvornår", "Klokken?"): "13",
    ("1", "Bliver der talt med virksomheden om afslutningen?"): "ja",
    ("1", "Hvordan?"): "besøg",
    ("2", "Hvad siger borgeren?"): "Kom af sted hver dag",
    ("2", "Hvad siger virksomheden?"): "Pakkebordet kører",
    ("3", "Hvad siger borgeren?"): "De tidlige morgener",
    ("3", "Hvad siger virksomheden?"): "Mødetiden",
    ("4", "Tager I imod en anden gang?"): "måske",
    ("4", "Hvornår må der ringes?"): "til marts",
    ("5", "Hvordan sluttede det?"): "stoppet før tid, afklaret",
    ("5", "Sidste dag"): "20/11 2026",
    ("5", "Hvem ville stoppe?"): "borgeren",
    ("5", "Hvad var grunden?"): "Borgeren siger, at ryggen ikke kan",
    ("5", "Ved virksomheden, hvorfor det stoppede?"): "ja",
    ("5", "Hvad er I blevet klogere på?"): "Siddende opgaver går godt",
    ("6", "Hvad virkede?"): "Makkeren",
    ("6", "Hvad ville du gøre anderledes?"): "Spørge til ryggen før",
    ("6", "Hvad passede i matchet, og hvad passede ikke?"): "Tempoet",
    ("7", "Hvad er næste skridt?"): "Holde møde om et nyt forløb",
    ("7", "Hvem gør det?"): "konsulenten, sagsbehandleren",
    ("7", "Senest"): "1/12 2026",
}
AFSLUTNING_ROWS: Rows = {
    "8": [{"Hvad er aftalt?": "Skrive en udtalelse", "Hvem gør det?": "virksomhed", "Senest": "27/11 2026"}],
}

EFTERVAERN: Said = {
    **SETTLED,
    ("Hvem og hvornår", "Hvem er med?"): "borger, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "telefon",
    ("Hvem og hvornår", "Hvilken dag?"): "20/11 2026",
    ("Hvem og hvornår", "Klokken?"): "13",
    ("1", "Hvordan går det?"): "4",
    ("1", "Hvad siger borgeren?"): "Mandage er svære",
    ("2", "Ordinære timer"): "8",
    ("3", "Virker det?"): "ja",
    ("4", "Er der noget på vej?"): "Ny holdleder",
    ("5", "Hvem ringer du til, hvis det bliver svært?"): "Værkføreren",
    ("6", "Må konsulenten kontakte din arbejdsgiver?"): "nej",
    ("7", "Næste kontakt"): "18/12 2026",
}
EFTERVAERN_ROWS: Rows = {
    "7": [{"Hvad er aftalt?": "Spørge om en fast pause", "Hvem gør det?": "borger", "Senest": "27/11 2026"}],
}

OPKALD: Said = {
    **SETTLED,
    ("Hvem og hvornår", "Hvem er med?"): "leder, konsulent",
    ("Hvem og hvornår", "Hvordan taler I sammen?"): "telefon",
    ("Hvem og hvornår", "Hvilken dag?"): "20/11 2026",
    ("Hvem og hvornår", "Klokken?"): "8.40",
    ("1", "Hvad fortæller virksomheden?"): "Tre mandage for sent",
    ("1", "Hvornår, og hvor tit?"): "Mandage",
    ("1", "Hvad går stadig godt?"): "Grundig",
    ("2", "Hvad har du gjort ved det?"): "Ikke rigtigt noget",
    ("3", "Hvilke krav er det?"): "Kl. 9.15",
    ("3", "Er kravene sagt til borgeren?"): "delvist",
    ("4", "Om hvad?"): "Tale med borgeren om mødetiden",
    ("4", "Hvem gør det?"): "virksomheden",
    ("5", "Klokken"): "9",
}
OPKALD_ROWS: Rows = {
    "5": [{"Hvad er aftalt?": "Ringe og høre", "Hvem gør det?": "konsulent", "Senest": "25/11 2026"}],
}

MEETINGS = {
    "formode": (FORMODE, FORMODE_ROWS),
    "startmode": (STARTMODE, STARTMODE_ROWS),
    "opfolgning": (OPFOLGNING, OPFOLGNING_ROWS),
    "midtvejs": (MIDTVEJS, MIDTVEJS_ROWS),
    "afslutning": (AFSLUTNING, AFSLUTNING_ROWS),
    "eftervaern": (EFTERVAERN, EFTERVAERN_ROWS),
    "opkald": (OPKALD, OPKALD_ROWS),
}
