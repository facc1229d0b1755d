"""Clients: search as you type, list, and everything about one client."""
