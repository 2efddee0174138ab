"""The post in the administration: its ledger is read, never written; its rules change by their verbs."""

from . import ledger, rules
