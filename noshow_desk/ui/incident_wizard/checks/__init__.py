"""The letter check as the person meets it: the list under the draft, and what is done about a finding."""
