"""What a plan should hold before it is sent or issued."""
