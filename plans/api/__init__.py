"""The plans for programs."""
