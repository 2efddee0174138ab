"""Word, PDF and Excel: how words and tables become a file."""
