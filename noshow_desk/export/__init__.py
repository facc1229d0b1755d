"""One writer a format, for what needs no Qt."""
