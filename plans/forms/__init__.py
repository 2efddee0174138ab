"""What is typed in about a plan."""
