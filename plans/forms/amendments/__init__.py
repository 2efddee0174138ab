"""The forms of an amendment."""
