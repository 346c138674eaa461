"""What the program does by itself, by the name that stands in the events. Knows no table."""

MONTHS = "månedstal"
EXPORT, CALENDAR = "eksport", "kalender"
ERASING, REBUILDING = "sletning", "genopbyg"
# Files are out of its hands, figures are nobody's doing, and what is deleted is gone: none can be taken back.
OWN = frozenset({MONTHS, EXPORT, CALENDAR, ERASING, REBUILDING})
