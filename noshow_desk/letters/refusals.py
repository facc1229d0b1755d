"""The sentences for what may not stand in a template, and which of them belongs to which kind of node."""

from __future__ import annotations

from jinja2 import nodes

from noshow_desk.i18n import N_

FILL_ONLY = N_("A template can only fill in words; it cannot call anything (line {line}).")
ARITHMETIC = N_("Only + and - can be used here (line {line}).")
INSTRUCTION = N_("This instruction is not part of templates (line {line}). Use if, for and set.")
TOO_BIG = N_("This template has too many fields and instructions. Split it in two.")
TOO_DEEP = N_("Too many instructions stand inside each other (line {line}).")
INLINE_IF = N_("Write “if” as an instruction of its own, with {{% if … %}} (line {line}).")
EXPRESSION = N_("Only the name of a field, with a filter if needed, can stand here (line {line}).")
NO_FIELD = N_("There is no field called {wrong} (line {line}).")
NO_FIELD_BUT = N_("There is no field called {wrong} (line {line}). Did you mean {suggestion}?")
NO_FIELD_EITHER = N_("There is no field called {wrong} (line {line}). Did you mean {suggestion} or {other}?")
ROW_FIELD = N_("{wrong} can be filled in only inside a “for each” of {list} (line {line}). Move it there.")
NO_FILTER = N_("There is no filter called {wrong} (line {line}).")
NO_FILTER_BUT = N_("There is no filter called {wrong} (line {line}). Did you mean {suggestion}?")
NO_TEST = N_("Only “is defined” and “is none” can be asked (line {line}).")
FILTER_ARGUMENT = N_("A filter takes plain text or a number in its brackets (line {line}).")
NUMBER = N_("This number is too large (line {line}).")
GROUP = N_("{wrong} holds several fields (line {line}). Choose one, such as {suggestion}.")
LIST = N_("{wrong} is a list (line {line}). Use a filter such as “either”, or a “for”.")
FOR_FIELD = N_("“for” goes over a list field, one name at a time (line {line}).")
NOT_A_LIST = N_("{wrong} is not a list, so “for” cannot go over it (line {line}).")
SET_IN_LOOP = N_("“set” cannot stand inside “for” (line {line}).")
NAME_TAKEN = N_("{wrong} is taken (line {line}). Choose a new name of your own.")
ONE_NAME = N_("“set” takes one new name and its value (line {line}).")

REFUSALS: dict[type[nodes.Node], str] = {
    nodes.Call: FILL_ONLY,
    nodes.CondExpr: INLINE_IF,
    nodes.Mul: ARITHMETIC,
    nodes.Div: ARITHMETIC,
    nodes.FloorDiv: ARITHMETIC,
    nodes.Mod: ARITHMETIC,
    nodes.Pow: ARITHMETIC,
    nodes.Neg: ARITHMETIC,
    nodes.Pos: ARITHMETIC,
}
