"""One running app a vault, and the lock that forgets everything."""
