"""What is chosen when a paper is asked for, and the upload of a template."""
