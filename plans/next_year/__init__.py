"""Did the points come back? What a review found lost, what was done about it, and what the next one measured."""
