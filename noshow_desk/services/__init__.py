"""What a caseworker can do: one function per act, each one transaction that says what it changed."""
