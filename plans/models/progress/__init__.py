"""What was counted of a plan, and the periods that are closed."""
