"""Settings: one editor a row of SETTINGS, your name and office, where your data is."""
