"""What is typed in at the pages of the post."""
