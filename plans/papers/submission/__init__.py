"""What the report of one unit is made of."""
