"""The administration: people, units and catalogues are edited here; the record itself is only read."""

from . import catalogue, people, record
