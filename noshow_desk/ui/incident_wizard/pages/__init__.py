"""The pages of the wizard: one module for each step of the practice, joined in `PAGES`."""
