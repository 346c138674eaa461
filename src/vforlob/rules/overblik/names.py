"""What every figure of the overview is called, and which kind of record is behind it. Only data."""

BORGERE = "borgere"
PLANLAGT, BEGYNDELSEN, SENERE, SLUTTER = "planlagt", "begyndelsen", "senere", "slutter"
EFTERVAERN = "eftervaern"
FORFALDNE, TAET, LONTIMER = "forfaldne", "taet", "lontimer"
CV, UDEN_CV = "cv", "uden_cv"
KLAR, TAET_PA, LAENGERE_FRA, UDEN_PARATHED = "klar", "taet_pa", "laengere_fra", "uden_parathed"
SKAL_TIL = "skal_til"
UDEN_FORLOB, MELLEM, UDEN_SKRIDT = "uden_forlob", "mellem", "uden_naeste_skridt"
VENTER = "venter"
UGE, NAESTE_UGE = "uge", "naeste_uge"

OF_FORLOB = (PLANLAGT, BEGYNDELSEN, SENERE, SLUTTER, EFTERVAERN, FORFALDNE, TAET, LONTIMER)
OF_BORGER = (
    *(BORGERE, CV, UDEN_CV, KLAR, TAET_PA, LAENGERE_FRA, UDEN_PARATHED, SKAL_TIL),
    *(UDEN_FORLOB, MELLEM, UDEN_SKRIDT, VENTER),
)
WEEKS = (UGE, NAESTE_UGE)
PHASES = (PLANLAGT, BEGYNDELSEN, SENERE, SLUTTER, EFTERVAERN)
READY = (KLAR, TAET_PA, LAENGERE_FRA)
ALL = (*OF_BORGER, *OF_FORLOB, *WEEKS)
