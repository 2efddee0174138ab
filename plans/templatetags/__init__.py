"""What templates may say about submissions."""
