"""All open incidents by urgency."""
