"""What people type in, one module a noun."""
