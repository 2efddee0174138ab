"""The pages of the consolidation workbench."""
