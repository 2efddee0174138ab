"""The plans: what units hand in, the plan the province issues, and how far it is."""
