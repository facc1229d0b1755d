"""How papers and summaries leave: preview, print, save."""
