"""The practice as code: `derive` takes the facts of an incident and a moment, and answers with its steps."""

from noshow_desk.domain.practice.derive import Pressing, derive, derive_next
from noshow_desk.domain.practice.rules import Rules
from noshow_desk.domain.practice.words import STEPS, StepRow

__all__ = ["STEPS", "Pressing", "Rules", "StepRow", "derive", "derive_next"]
