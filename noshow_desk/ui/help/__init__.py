"""Help: one page a screen, read from resources/help/."""
