"""The progress of the plan, its closed periods, and the page for the public."""
