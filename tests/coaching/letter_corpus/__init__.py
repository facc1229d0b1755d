"""Letters written by hand, with the findings that a careful reader expects; see README.md."""
