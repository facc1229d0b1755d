"""The dialog "Missed appointment": four boxes that start everything."""
