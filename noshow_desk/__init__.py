"""NoShow Desk: damage control for a missed appointment, by client and caseworker together."""

__version__ = "0.1.0"
