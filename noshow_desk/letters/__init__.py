"""Letters: variables, the bounded sandbox, starters, phrases. Only this room imports Jinja2."""
