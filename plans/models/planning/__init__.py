"""The province's plan, its lines and its life."""
