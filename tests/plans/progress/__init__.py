"""The counting of the progress: from scratch, change by change, and on any past day."""
