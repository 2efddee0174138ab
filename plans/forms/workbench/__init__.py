"""The forms of the consolidation workbench."""
