"""Why the next contact is on its day, and what is held then. Knows no screen."""

from datetime import date

from vforlob.model.forlob import Forlob
from vforlob.rules.kontaktplan import AGREED, INTERVAL, Due
from vforlob.rules.rulebook import RuleBook

# What the day is in the course of the forløb; a rule that is not named here is told by its own text.
MILESTONES = {
    "milepael_foer_start": "før første dag",
    "milepael_dag_2": "forløbets anden dag",
    "milepael_uge_1": "den første uge er gået",
    "milepael_uge_2": "to uger er gået",
    "milepael_uge_4": "fire uger er gået",
    "milepael_midtvejs": "halvvejs i forløbet",
    "forlob_slutter_dage": "forløbet slutter snart",
    "forlob.slut": "forløbets sidste dag",
    "eftervaern_uge_1": "en uge efter første arbejdsdag",
    "eftervaern_uge_4": "fire uger efter første arbejdsdag",
    "eftervaern_maned_3": "tre måneder efter første arbejdsdag",
    "eftervaern_maned_6": "seks måneder efter første arbejdsdag",
    "eftervaern_maned_9": "ni måneder efter første arbejdsdag",
    "eftervaern_maned_12": "et år efter første arbejdsdag",
}
WAITS = {
    "kontakt_senest_dage": "højst {} dage efter den sidste",
    "kontakt_start_dage": "i de første uger højst {} dage efter den sidste",
    "kontakt_taet_dage": "tæt opfølgning: højst {} dage efter den sidste",
    "kontakt_taet_start_dage": "tæt opfølgning i de første uger: højst {} dage efter den sidste",
    "kontakt_bagkant_dage": "egen bagkant: højst {} dage efter den sidste",
}
COMMANDS = {"opfolgning": "opfølgning", "startmode": "startmøde", "eftervaern": "efterværn"}


def reason(due: Due, forlob: Forlob, rules: RuleBook, today: date) -> str:
    if due.kilde == AGREED:
        return "aftalt"
    if due.kilde == INTERVAL:
        return f"forløbets egen aftale: højst {forlob.interval} dage imellem"
    if due.kilde in MILESTONES:
        return MILESTONES[due.kilde]
    rule = rules.find(due.kilde, today)
    if rule is None:
        return ""
    return WAITS[due.kilde].format(rule.value) if due.kilde in WAITS else rule.text


def command(due: Due) -> str:
    """What holds the samtale."""
    return COMMANDS.get(due.agenda, due.agenda)
