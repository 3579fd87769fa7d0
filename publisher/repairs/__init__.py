"""Repairs: rules propose, the engine disposes, the ledger remembers. Pure."""

from publisher.repairs.engine import Repaired, repair
from publisher.repairs.rule import Answer, Break, Finding, Material, Rule, Tables, Verdict

__all__ = [
    "Answer",
    "Break",
    "Finding",
    "Material",
    "Repaired",
    "Rule",
    "Tables",
    "Verdict",
    "repair",
]
