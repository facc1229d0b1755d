"""Templates of papers: the list, and the editor."""
