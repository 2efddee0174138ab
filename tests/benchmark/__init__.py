"""Measurements at full size: `python -m tests.benchmark NAME`, each printing one table."""
