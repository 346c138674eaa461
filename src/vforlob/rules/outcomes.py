"""What the codes of an outcome mean for what comes after. Only data; knows no answers and no dates."""

# Employment: these have efterværn. Education is an outcome as good, but nobody is employed.
EMPLOYED = frozenset({"job", "lontimer"})
NEVER_STARTED = "aldrig_startet"
CLEARED_UP = "stoppet_afklaret"
STAYED_AWAY = "udeblevet"

# Who broke it off, by the code itself.
BROKEN_OFF_BY = {"afbrudt_borger": "borger", "afbrudt_virksomhed": "virksomhed", "afbrudt_kommune": "kommune"}
# What can be agreed before its day comes; a stop has happened, or it is none.
CAN_BE_AHEAD = frozenset({"gennemfort", "job", "lontimer", "uddannelse"})
# Before its time: what was learned goes to the next who meets the borger.
EARLY = frozenset({"stoppet_afklaret", "stoppet_sygdom", *BROKEN_OFF_BY, NEVER_STARTED, STAYED_AWAY})

CALL_ABOUT_WHY = "Ring til virksomheden om, hvorfor forløbet stoppede. Hør først borgeren, hvad du må sige"
