"""Which print service is asked for printers: the one of this computer, by a socket that is no network."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

SERVER = "CUPS_SERVER"
HERE = "/run/cups/cups.sock"
# A service that somebody has written here is a choice, and stays: an office can have a print server.
CHOSEN = ("/etc/cups/client.conf", "~/.cups/client.conf")


def stay_on_this_computer(environment: MutableMapping[str, str] = os.environ) -> None:
    """Have CUPS ask its socket. Without one it would call port 631 by the network, even if only its own."""
    if sys.platform != "linux" or SERVER in environment:
        return
    if not any(Path(name).expanduser().exists() for name in CHOSEN):
        environment[SERVER] = HERE
