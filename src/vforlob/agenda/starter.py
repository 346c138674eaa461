"""The commented file that a new agenda begins as. Knows the text alone."""

from vforlob.model.text import REPLACED, clean

_TEXT = """\
# En dagsorden af din egen. Linjer, der begynder med #, er kun til dig, der skriver; programmet springer dem over.
#
# Når du har rettet noget:      vforlob agenda tjek ID
# Sådan ser den ud:             vforlob agenda vis ID
#
# Tekst står i anførselstegn. »true« og »false« og tal står uden. Navnene til venstre skrives uden æ, ø og å.
# En samtale, der er begyndt, beholder dagsordenen, som den var. Du kan altså trygt rette her.

id = "ID"
titel = "TITLE"
version = "1"
kilde = "Egen"
gaelder = "forlob"                                  # "forlob", eller "borger" før der er et forløb
deltagere = ["borger", "leder", "konsulent"]        # hvem der plejer at være med

# Et punkt begynder med [[punkt]] på sin egen linje. Punkterne får numre i den rækkefølge, de står.
# »hjaelp« og »hvorfor« er de to linjer, man ser ved at skrive ?

[[punkt]]
id = "siden_sidst"
tekst = "Hvad er der sket siden sidst?"
type = "tekst"                                      # flere linjer; "kort" er én linje
hjaelp = "Begynd med det, der er lykkedes."
hvorfor = "Det, der virker, skal siges højt."

[[punkt]]
id = "noget_nyt"
tekst = "Er der noget, der skal laves om?"
type = "janej"
hjaelp = "Opgaver, timer eller mødetid."

[[punkt]]
id = "hvad_nyt"
tekst = "Hvad skal laves om?"
type = "flervalg"                                   # flere svar; "valg" er ét svar
hjaelp = "Sæt kryds ved det, der passer."
hvis = "noget_nyt = ja"                             # spørges kun, når svaret ovenfor er ja
valg = [                                            # "id: tekst". Teksten ses på skærmen
  "opgaver: opgaverne",
  "timer: timerne",
  "modetid: mødetiden",
]

# En gruppe er flere felter under ét punkt. Andre typer: "tal", "dato", "klokkeslaet" og "skala".

[[punkt]]
id = "trivsel"
tekst = "Hvordan går det?"
type = "gruppe"
hjaelp = "Spørg hver for sig."

[[punkt.felt]]
id = "borger"
tekst = "Hvordan synes borgeren, det går?"
type = "skala"
part = "borger"                                     # hvem svaret kommer fra: "borger", "virksomhed" eller "konsulent"
min = 1
max = 5
anker = [                                           # en tekst til hvert trin
  "Det er meget svært lige nu",
  "Det er for det meste svært",
  "Det går op og ned",
  "Det går for det meste godt",
  "Det går rigtig godt",
]

[[punkt.felt]]
id = "borger_tekst"
tekst = "Hvad siger borgeren?"
type = "tekst"
part = "borger"

# Kun du ser dette punkt, når du er alene. Det går til sagsbehandler og journal og ikke til andre.
# Ellers bestemmer »modtagere«, hvem der må få svaret:
# modtagere = ["borger", "virksomhed", "mentor", "sagsbehandler", "journal"]

[[punkt]]
id = "egne_tanker"
tekst = "Hvad lægger du selv mærke til?"
type = "tekst"
kun_til_dig = true

# En liste er rækker af felter. »skriver« fortæller, hvad der skal ske med svarene, når samtalen er færdig.

[[punkt]]
id = "aftaler"
tekst = "Hvad er aftalt, og hvem gør hvad"
type = "liste"
skriver = ["aftaler", "plan"]

[[punkt.felt]]
id = "hvad"
tekst = "Hvad er aftalt?"
type = "kort"

[[punkt.felt]]
id = "hvem"
tekst = "Hvem gør det?"
type = "flervalg"
valg = ["borger: borgeren", "konsulent: konsulenten", "virksomhed: virksomheden"]

[[punkt.felt]]
id = "frist"
tekst = "Senest"
type = "dato"

[[punkt.felt]]
id = "naeste_kontakt"
tekst = "Næste kontakt"
type = "dato"
uden_for_raekker = true                             # står én gang, ved siden af rækkerne
"""

_TITLE = "Min dagsorden"
_OWN_COPY = """\
# Din egen udgave af en dagsorden, der følger med programmet. Så længe filen ligger her, er det den, der bruges.
# Slet filen, hvis du vil have den oprindelige tilbage. Når du har rettet noget: vforlob agenda tjek {id}

"""


def starter_text(agenda_id: str, name: str) -> str:
    """`name` is what was typed: it becomes the title where it can stand between quotes as it is."""
    title = clean(" ".join(name.split()))
    plain = not set(title) & {'"', "\\", REPLACED}
    title = title[:1].upper() + title[1:] if plain else _TITLE
    return _TEXT.replace("ID", agenda_id).replace("TITLE", title)


def own_copy_text(agenda_id: str, shipped: str) -> str:
    """One of ours, to be changed: a short agenda in its place would take its points away."""
    return _OWN_COPY.replace("{id}", agenda_id) + shipped
