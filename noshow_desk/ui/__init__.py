"""The windows of NoShow Desk: pages over the kit, talking to the services through one bridge."""
