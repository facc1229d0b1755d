"""The front door: first run, unlock, and what is said when a vault cannot be opened."""
