"""What the progress report is made of: figures, lists, tables."""
