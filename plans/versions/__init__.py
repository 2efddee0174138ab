"""What differs between two versions of the plan, or would once an amendment is issued."""
