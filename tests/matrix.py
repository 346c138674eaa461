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
# cleared for leder and mentor; an aftale has no modtagere of its own and names nobody. Where the file is narrower than
# the contract, the last word is how wide a file could make it.
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
opstart.rejse BSJ
opstart.ud_ad_doren BSJ
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
det_selvfolgelige.til_tiden BVSJ BVMSJ
det_selvfolgelige.mobil BVSJ BVMSJ
det_selvfolgelige.fremtoning BVSJ BVMSJ
det_selvfolgelige.sygemelding BVSJ BVMSJ
klaedt_pa.svar BVSJ BVMSJ
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
skema.tema BVSJ
skema.borger BSJ
skema.virksomhed VSJ
skema.konsulent SJ
skema.tekst SJ
svaere_emner.emner SJ
svaere_emner.tekst SJ
svaere_emner.hjaelp SJ
lille_skridt.svar BVSJ BVMSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
aftaler.naeste_kontakt BVMSJ
aftaler.naeste_kl BVMSJ
aftaler.naeste_form BVMSJ
"""

MIDTVEJS = """
hensigt_effekt.alene SJ
hensigt_effekt.effekt BVSJ BVMSJ
hensigt_effekt.passer BVSJ BVMSJ
hensigt_effekt.tekst BVSJ BVMSJ
skema.tema BVSJ
skema.borger BSJ
skema.virksomhed VSJ
skema.konsulent SJ
skema.tekst SJ
det_gode.borger_tekst BVSJ
det_gode.virksomhed_tekst BVSJ
ret_til.hvad BVSJ BVMSJ
ret_til.tekst BVSJ BVMSJ
delmal.nr BSJ
delmal.status BSJ
delmal.tekst BSJ
delmal.art BSJ
delmal.specifikt BSJ
delmal.malbart BSJ
delmal.attraktivt BSJ
delmal.realistisk BSJ
delmal.frist BSJ
delmal.delt BSJ
timetal.praktik BVMSJ
timetal.lontilskud BVMSJ
timetal.ordinaer BVMSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
aftaler.naeste_kontakt BVMSJ
aftaler.naeste_kl BVMSJ
aftaler.naeste_form BVMSJ
"""

AFSLUTNING = """
samtale_med_virksomhed.holdt SJ
samtale_med_virksomhed.form SJ
samtale_med_virksomhed.forsog SJ
gik_godt.borger_tekst BVSJ
gik_godt.virksomhed_tekst BVSJ
gik_skidt.borger_tekst BVSJ
gik_skidt.virksomhed_tekst BVSJ
igen.svar VSJ
igen.hvornar VSJ
igen.type VSJ
udfald.kode BSJ
udfald.dato BSJ
udfald.hvem BSJ
udfald.arsag BSJ
udfald.kender_virksomheden_arsag SJ BSJ
udfald.klogere BSJ
udfald.rammer BSJ
udfald.opgaver_til BSJ
udfald.opgaver_fra BSJ
laering.virkede SJ
laering.anderledes SJ
laering.match SJ
laering.maerker SJ
naeste_skridt.hvad BSJ
naeste_skridt.hvem BSJ
naeste_skridt.frist BSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
"""

# To the employer only where the borger has said yes, and then what it has a part in.
EFTERVAERN = """
trivsel.borger BSJ
trivsel.borger_tekst BSJ BVSJ
timetal.ordinaer BSJ BVMSJ
timetal.lontilskud BSJ BVMSJ
timetal.praktik BSJ BVMSJ
hensyn.nr BSJ
hensyn.virker BSJ BVMSJ
pa_vej.svar BSJ
hvem_ringer.svar BSJ
ma_kontakte_arbejdsgiver.svar BSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
aftaler.naeste_kontakt BSJ BVMSJ
aftaler.naeste_kl BSJ BVMSJ
aftaler.naeste_form BSJ BVMSJ
"""

OPKALD = """
hvad_sker.virksomhed_tekst VSJ BVSJ
hvad_sker.hvornar VSJ BVSJ
hvad_sker.gar_godt VSJ BVSJ
hvad_har_du_gjort.svar VSJ BVSJ
krav.virksomhed_tekst VSJ BVSJ
krav.sagt VSJ BVSJ
krav.borgers_krav VSJ BVSJ
hvem_taler.hvad VSJ BVSJ
hvem_taler.hvem VSJ BVSJ
hvem_taler.frist VSJ BVSJ
aftaler.hvad BVSJ
aftaler.hvem BVSJ
aftaler.hvem_andre BVSJ
aftaler.frist BVSJ
aftaler.modtagere SJ
aftaler.naeste_kontakt BVMSJ
aftaler.naeste_kl BVMSJ
aftaler.naeste_form BVMSJ
"""

TABLES = {
    "formode": FORMODE,
    "startmode": STARTMODE,
    "opfolgning": OPFOLGNING,
    "midtvejs": MIDTVEJS,
    "afslutning": AFSLUTNING,
    "eftervaern": EFTERVAERN,
    "opkald": OPKALD,
}


def rows_of(table: str) -> list[tuple[str, str, str]]:
    return [(*line.split()[0].split("."), line.split()[1]) for line in table.strip().splitlines()]


def widest(table: str) -> dict[tuple[str, str], str]:
    return {
        (row[0], row[1]): line.split()[-1] for line, row in zip(table.strip().splitlines(), rows_of(table), strict=True)
    }


EVERY_FELT = [(name, *row) for name, table in TABLES.items() for row in rows_of(table)]


@cache
def agenda(name: str) -> Agenda:
    path = AGENDAS / f"{name}.toml"
    return load_agenda(str(path), path.read_bytes())
