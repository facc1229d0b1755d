"""A walk through every page and dialog of the program, with marked and hostile texts in every field."""
