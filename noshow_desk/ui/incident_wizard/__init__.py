"""The incident wizard: from a missed appointment to a call, a note and a new date."""
