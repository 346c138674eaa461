"""What the parts of a forløb are called in its timeline and on its screens. Knows no record."""

FORMS = {"besog": "besøg", "telefon": "opkald", "video": "videomøde", "kommunen": "møde hos kommunen"}
CHANNELS = {"besog": "Besøg", "telefon": "Opkald", "video": "Videomøde", "sms": "Sms", "mail": "Mail"}
ABSENCE = {
    "syg": "Syg",
    "fri": "Fri efter aftale",
    "udeblevet": "Blev væk uden besked",
    "uafklaret": "Fravær, grund ukendt",
}
STEPS = {"ny": "ikke begyndt", "oplaeres": "oplæres", "med_hjaelp": "med hjælp", "selvstaendigt": "selvstændigt"}
PAID = {
    "ikke_italesat": "ikke talt om endnu",
    "italesat": "talt om",
    "forhandles": "forhandles",
    "aftalt": "aftalt",
    "i_gang": "i gang",
    "afvist": "afvist",
}
GOAL_STATUS = {"naet": "nået", "delvist": "nået delvist", "justeret": "justeret", "bortfaldet": "bortfaldet"}
ROLES = {"leder": "Lederen", "mentor": "Mentoren", "kolleger": "Kollegerne", "vitas": "VITAS"}
WORRY = {"ja": "ja", "obs": "hold øje", "nej": "ophørt"}
HOURS = (("praktik", "praktik"), ("lontilskud", "løntilskud"), ("ordinaer", "ordinære"))
COUNTED = (("modt", "mødt"), ("syg", "syg"), ("fri", "fri efter aftale"), ("udeblevet", "blev væk uden besked"))
VITAS = {
    "ikke_oprettet": "ikke oprettet",
    "oprettet": "oprettet",
    "underskrevet_arbejdsgiver": "underskrevet af arbejdsgiveren",
    "underskrevet_medarbejderrepraesentant": "underskrevet af medarbejderrepræsentanten",
    "sendt": "sendt",
    "bevilget": "bevilget",
    "afslag": "afslag",
}
OUTCOMES = {
    "gennemfort": "gennemført",
    "job": "job",
    "lontimer": "timer med løn",
    "uddannelse": "uddannelse",
    "stoppet_afklaret": "stoppet før tid, afklaret",
    "stoppet_sygdom": "stoppet før tid, sygdom",
    "afbrudt_borger": "afbrudt af borgeren",
    "afbrudt_virksomhed": "afbrudt af virksomheden",
    "afbrudt_kommune": "afbrudt af kommunen",
    "aldrig_startet": "kom aldrig i gang",
    "udeblevet": "kom ikke igen, vi fik ikke kontakt",
}
BEGAN = {"borger": "borgeren", "virksomhed": "virksomheden", "mentor": "mentoren", "sagsbehandler": "sagsbehandleren"}
AIMS = {"afklaring": "afklaring", "optraening": "optræning", "ansaettelse": "ansættelse"}
