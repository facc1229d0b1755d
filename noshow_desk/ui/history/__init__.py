"""The history of a client: who changed what and when, and earlier values back."""
