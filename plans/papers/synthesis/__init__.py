"""What the summary of all submissions is made of."""
