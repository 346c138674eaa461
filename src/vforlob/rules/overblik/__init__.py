"""The figures of the caseload, each with the records behind it. What imports one of them loads only that."""
