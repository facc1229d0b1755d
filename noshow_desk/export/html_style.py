"""How a web page of a paper or a summary looks; the same sizes as in print."""

from __future__ import annotations

PAPER = """\
body {
  font: 11.5pt/1.4 Inter, "Segoe UI", Helvetica, Arial, sans-serif;
  color: #1e2428; background: #fff;
  max-width: 6.5in; margin: 1in auto; padding: 0 16px; overflow-wrap: anywhere;
}
p, address, ul { margin: 0 0 .8em; font-style: normal; }
.heading { margin: 1.2em 0 .3em; break-after: avoid; }
.signature { margin-top: 3.2em; break-inside: avoid; }
.draft { color: #8a4b00; font-weight: 600; }
mark { background: #fff0a6; color: inherit; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""
SUMMARY = """\
h1 { font-size: 20pt; margin: 0 0 .4em; }
h2 { font-size: 14pt; margin: 1.8em 0 .2em; color: #0b6b63; break-after: avoid; }
h3 { font-size: 11.5pt; margin: 1em 0 .2em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; }
th { font-weight: 400; color: #58616a; width: 34%; }
tr + tr > * { border-top: 1px solid #e3e5e6; }
.figure { margin-top: .8em; }
.figure td { font-weight: 600; font-size: 13pt; }
.definition, .closing { color: #58616a; font-size: 9.5pt; }
.quote { font-style: italic; }
"""
