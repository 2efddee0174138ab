"""The pages of the post, one module for each thing."""
