"""From papers and summaries to pages: preview, PDF, printer."""
