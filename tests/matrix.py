"""The matrix of the contract's section 8, written out by hand for every felt of the shipped agendas.

It is what tests compare the gate with, so it must never be made from the gate.
"""

from functools import cache
from pathlib import Path

from vforlob.agenda.loader import load_agenda
from vforlob.model.agenda import RECIPIENTS, Agenda

LETTERS = dict(zip("BVMSJ", RECIPIENTS, strict=True))
AGENDAS = Path(__file__).parents[1] / "agendas"

# punkt.felt: who may ever be given it when everybody is there and nobody was heard alone. The row of hensyn 1 is
# cleared for leder and mentor; an aftale has no modtagere of its own and names nobody.
FORMODE = """
indsats.svar BSJ
bidrag.svar BSJ
erfaringer.sted BSJ
erfaringer.varighed BSJ
erfaringer.virkede BSJ
erfaringer.svaert BSJ
erfaringer.slutning BSJ
ressourcer.erhvervserfaring BSJ
ressourcer.skolegang BSJ
ressourcer.interesser BSJ
ressourcer.andet BSJ
onsker.svar BSJ
hensyn.hensyn BSJ
hensyn.behov BSJ
hensyn.losning BVMSJ
hensyn.hvem BSJ
hensyn.sporg_forst BSJ
hensyn.aftalt BSJ
hensyn.hvorfor BSJ
hensyn.betydning BSJ
hensyn.stotte BSJ
hensyn.stotte_tekst BSJ
timetal.start BSJ
timetal.slut BSJ
timetal.hvornar BSJ
egen_indsats.valg BSJ
egen_indsats.tekst BSJ
geografi.sted BSJ
geografi.transport BSJ
geografi.minutter BSJ
onskeliste.onske BSJ
onskeliste.branche BSJ
koordinering.indsats BSJ
koordinering.hvornar BSJ
koordinering.hvem BSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
aftaler.naeste_kontakt BVMSJ
aftaler.naeste_kl BVMSJ
aftaler.naeste_form BVMSJ
"""

STARTMODE = """
hensigt.art BVMSJ
hensigt.tekst BVMSJ
cv.gennemgaet BVMSJ
cv.brugbart BVMSJ
timetal.timer BVMSJ
timetal.dage BVMSJ
hensyn.nr BSJ
hensyn.hvem BSJ
hensyn.sporg_forst BSJ
hensyn.aftalt BSJ
fremmode.modetid BVMSJ
fremmode.sygemelding_til BVMSJ
fremmode.telefon BVMSJ
fremmode.inden_kl BVMSJ
fremmode.ogsa_kommunen BVMSJ
lonkroner.svar BVSJ
lonkroner.opgaver BVSJ
lonkroner.fra_uge BVSJ
vitas.svar BVSJ
arbejdstoj.hvem BVSJ
arbejdstoj.tekst BVSJ
opstart.dato BVMSJ
opstart.kl BVMSJ
opstart.sted BVMSJ
opstart.modtages_af BVMSJ
opstart.mentor BVMSJ
opfolgning.dato BVMSJ
opfolgning.form BVMSJ
opfolgning.kl BVMSJ
opfolgning.fast_tid BVMSJ
opfolgning.kontakt_kommune BVMSJ
opfolgning.stedfortraeder BVMSJ
opfolgning.svar BVMSJ
forventning.borger BVSJ
forventning.virksomhed BVSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
"""

OPFOLGNING = """
hvordan_gar_det.alene SJ
hvordan_gar_det.borger BSJ
hvordan_gar_det.borger_tekst BVSJ
hvordan_gar_det.virksomhed VSJ
hvordan_gar_det.virksomhed_tekst BVSJ
opgaver.opgave BVMSJ
opgaver.trin BVMSJ
opgaver.timetype BVMSJ
selvstaendigt.opgaver BVMSJ
selvstaendigt.tekst BVMSJ
fremmode.aftalt BVSJ
fremmode.modt BVSJ
fremmode.syg BSJ
fremmode.fri BSJ
fremmode.udeblevet BSJ
fremmode.uafklaret BSJ
fremmode.for_sent BSJ
socialt.borger_tekst BVSJ
socialt.virksomhed_tekst BVSJ
socialt.tegn BVSJ
hensyn.nr BSJ
hensyn.virker BVMSJ
lonkroner.trin BVSJ
lonkroner.timer BVSJ
lonkroner.opgaver BVSJ
lonkroner.tekst BVSJ
timetal.praktik BVMSJ
timetal.lontilskud BVMSJ
timetal.ordinaer BVMSJ
forlaengelse.borger BVSJ
forlaengelse.virksomhed BVSJ
forlaengelse.slut BVSJ
forlaengelse.begrundelse BSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
aftaler.naeste_kontakt BVMSJ
aftaler.naeste_kl BVMSJ
aftaler.naeste_form BVMSJ
"""

TABLES = {"formode": FORMODE, "startmode": STARTMODE, "opfolgning": OPFOLGNING}


def rows_of(table: str) -> list[tuple[str, str, str]]:
    return [(*line.split()[0].split("."), line.split()[1]) for line in table.strip().splitlines()]


EVERY_FELT = [(name, *row) for name, table in TABLES.items() for row in rows_of(table)]


@cache
def agenda(name: str) -> Agenda:
    path = AGENDAS / f"{name}.toml"
    return load_agenda(str(path), path.read_bytes())
