"""What the program does by itself, by the name that stands in the events. Knows no table."""

MONTHS = "månedstal"
EXPORT, CALENDAR = "eksport", "kalender"
# Files are out of its hands, and figures are nobody's doing: neither can be taken back.
OWN = frozenset({MONTHS, EXPORT, CALENDAR})
