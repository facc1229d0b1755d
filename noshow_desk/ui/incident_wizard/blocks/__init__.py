"""Parts of pages with a life of their own: lists, clocks, buttons that record at once."""
