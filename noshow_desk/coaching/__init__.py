"""Coaching: questions to the client, hints to the caseworker, suggestions, and how easily a text reads."""
