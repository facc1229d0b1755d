"""The long proofs of safety: nothing lost, nothing seen, nothing wrong shown as if it were right."""
