"""Which schema this program knows. Knows no table: those are in migrations/."""

VERSION = 5
