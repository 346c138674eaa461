"""What can be learned from how forløb ended, counted from rows without a person. Knows no storage and no screen."""
