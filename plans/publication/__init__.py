"""What of an issued plan anybody may read, without a name or a number of a person."""
