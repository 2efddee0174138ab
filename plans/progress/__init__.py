"""How far the plan is, on any day: the counting, and what pages and papers say of it."""
