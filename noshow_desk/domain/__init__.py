"""The practice as values and pure functions: nothing here reads a clock, a file or a screen."""
