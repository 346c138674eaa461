"""Other words for our choices, as they stand in people's own spreadsheets. Knows no file and no record."""

from difflib import get_close_matches
from functools import lru_cache

from vforlob.model.text import search_fold

# By felt, then by choice. Folded: æ as ae, ø as o, å as a.
_SYNONYMS = {
    "parathed": {
        "klar": "jobklar|klar nu|klar til job|klar til praktik|klar til start",
        "taet_pa": "taet|naesten|naesten klar|snart klar|taet pa arbejdsmarkedet|taet pa job",
        "laengere_fra": "langt fra|langere fra|langere vaek|laengere vaek|langt|ikke klar|fjern|langt vaek",
    },
    "art": {
        "virksomhedspraktik": "praktik|vp|praktikplads|virk praktik|v praktik",
        "lontilskud": "loentilskud|lt|job med lontilskud|ansaettelse med lontilskud|offentligt lontilskud"
        "|privat lontilskud",
        "lonnede_timer": "lontimer|ordinaere timer|ordinaer|ordinaer ansaettelse|lon timer|timer med lon",
        "smajob": "smajob|sma job|fritidsjob|mindre job|smajobs",
        "fleksjob": "fleks|flexjob|flex|minifleks|minifleksjob|fleksjobber",
        "kombination": "kombi|praktik og lon|praktik lon|praktik og lonnede timer|praktik og lontimer",
        "andet": "ovrigt|ovrig|andre",
    },
    "vaert": {
        "ny": "nye|nej|aldrig|forste gang|ny vaert|0",
        "erfaren": "ja|ovet|erfaren vaert|haft for|har haft|kendt|gammel|x|1",
    },
    "vitas": {"ikke_oprettet": "nej|mangler", "sendt": "indsendt", "bevilget": "godkendt|ja", "afslag": "afvist"},
}
_YES = frozenset({"ja", "j", "x", "xx", "v", "ok", "1", "sand", "true", "har", "har cv", "findes"})
_NO = frozenset({"nej", "n", "0", "falsk", "false", "ingen", "mangler", "intet", "har ikke", "intet cv", "ikke endnu"})
_GROUPS = (
    "sygedagpenge",
    "dagpenge",
    "kontanthjælp",
    "uddannelseshjælp",
    "integration",
    "førtidspension",
    "revalidering",
)
_NEAR = 0.8
_TICKS = frozenset("✓✔☑√×✗☒")
_TICKED = frozenset("✓✔☑√×")
_NOTHING = frozenset({"-", "--", "–", "—", "?", "??", ".", "n/a", "/"})


def is_nothing(text: str) -> bool:
    """What people write where they have nothing to write."""
    return not text.strip() or text.strip().casefold() in _NOTHING


def choice_meant(felt: str, text: str) -> str:
    """The choice another word stands for; empty when it stands for none."""
    wanted = _plain(text)
    for choice, words in _SYNONYMS.get(felt, {}).items():
        if wanted in words.split("|"):
            return choice
    return ""


def yes_or_no(text: str) -> str:
    """ja, nej, or empty where it is neither."""
    if text.strip() in _TICKS:
        return "ja" if text.strip() in _TICKED else "nej"
    wanted = _plain(text)
    return "ja" if wanted in _YES else "nej" if wanted in _NO else ""


def _plain(text: str) -> str:
    return " ".join("".join(ch if ch.isalnum() else " " for ch in search_fold(text)).split())


@lru_cache(maxsize=256)  # a list of borgere has a few groups, over and over
def malgruppe_meant(text: str, groups: tuple[str, ...]) -> str:
    """The målgruppe whose name was nearly written; empty for one that is known, and for words of her own."""
    wanted = _plain(text)
    known = {search_fold(group): group for group in (*_GROUPS, *groups)}
    if not wanted or any(name in wanted or name.startswith(wanted) for name in known):
        return ""
    near = get_close_matches(wanted, known, 1, _NEAR)
    return known[near[0]] if near else ""
