"""Watching over the post: signs of life, alarms, the health report, the metrics and the account of a month."""
