"""Today: who is waiting now, what is due, what is coming up."""
