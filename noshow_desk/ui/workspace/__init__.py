"""The window on an open vault: its pages, and the acts that wishes ask for."""
