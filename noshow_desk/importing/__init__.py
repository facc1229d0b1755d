"""Files of other programs, read with limits: tables of clients."""
