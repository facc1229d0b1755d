"""Single sentences with the codes that a careful reader finds in them; see README.md."""
